import type { ReportCheck, ReportRun, RunReport } from '../../store/model/run-report.ts'
import type { ScoreLine, ScoreSheet } from '../../store/model/score-sheet.ts'
import { article7 } from '../words/article7.ts'
import { checkStatuses, itemStates, type Label, reachedLabels } from '../words/labels.ts'
import { type Html, html } from './markup.ts'
import { badge, type TableRow, table } from './pieces.ts'
import { lineAnchor } from './score-table.ts'
import { checkPath, schemePath } from './site-plan.ts'

/** What could not be determined, and why: never hidden, never counted as nought. */
export function unknownsSection(report: RunReport): Html {
  const rows = [...runRow(report.run), ...checkRows(report.checks), ...itemRows(report), ...lineRows(report)]
  return html`<section id="unknowns">
    <h2>無法判定及尚待認定事項</h2>
    ${
      rows.length === 0
        ? html`<p>本次無此類事項。</p>`
        : table({
            caption: '無法判定及尚待認定事項',
            columns: ['事項', '狀態', '原因或待釐清事項'],
            rows,
          })
    }
  </section>`
}

/** A site that was not reached, or not to its end, leaves all of the rest open. */
function runRow({ outcome, unreachableBecause }: ReportRun): TableRow[] {
  if (outcome === 'complete') return []
  const why = outcome === 'partial' ? '查核中止，未查核部分無法判定' : (unreachableBecause ?? '網站無法連線')
  return [{ cells: ['網站整體', badge({ text: '無法判定', tone: 'unknown' }), why] }]
}

function checkRows(checks: readonly ReportCheck[]): TableRow[] {
  const open = checks.filter(({ status }) => status !== 'done')
  return open.map(({ id, question, status, reason }) => ({
    cells: [html`<a href=${checkPath(id)}>${question}</a>`, badge(checkStatuses[status]), reason ?? '未載明原因'],
  }))
}

function itemRows({ disclosure }: RunReport): TableRow[] {
  const open = disclosure.items.filter(({ state }) => state === 'undetermined' || state === 'not-applicable')
  return open.map(({ item, state, because }) => ({
    cells: [`第7條${article7[item].number}：${article7[item].title}`, badge(itemStates[state]), because],
  }))
}

function lineRows({ sheets }: RunReport): TableRow[] {
  return sheets.flatMap((sheet) => [
    ...sheet.lines.flatMap((line) => {
      const label = openLabel(sheet, line)
      if (label === null || isForPeople(line)) return []
      const { criterionId, title, openQuestions } = line
      const name = html`<a href="${schemePath(sheet.schemeId)}#${lineAnchor(criterionId)}">${title}</a>`
      const why = openQuestions.length === 0 ? '待機關提供資料或人工審認' : openQuestions.join('；')
      return [{ cells: [name, badge(label), why] }]
    }),
    ...peopleRow(sheet),
  ])
}

/** Nothing on a site can show it: neither measures, nor parts or items to look for. */
function isForPeople({ reached, because, parts, checklist }: ScoreLine): boolean {
  return reached === 'not-assessed' && because.length === 0 && parts.length === 0 && checklist === null
}

/** One row a sheet for all that only people can assess, so that it does not bury what was looked for and stayed open. */
function peopleRow({ schemeId, title, lines }: ScoreSheet): TableRow[] {
  const titles = lines.filter(isForPeople).map((line) => line.title)
  if (titles.length === 0) return []
  const name = html`<a href=${schemePath(schemeId)}>${title}</a>`
  const why = `${titles.length}項待機關提供資料或人工審認：${titles.join('、')}`
  return [{ cells: [name, badge(reachedLabels['not-assessed']), why] }]
}

/** What is open about a line; `null` when nothing is. */
function openLabel({ scale }: ScoreSheet, { final, reached }: ScoreLine): Label | null {
  if (scale.kind === 'checklist') return reachedLabels[reached].tone === 'unknown' ? reachedLabels[reached] : null
  if (final === null) return reachedLabels['not-assessed']
  return final.estimate === null ? { text: '無法判定', tone: 'unknown' } : null
}
