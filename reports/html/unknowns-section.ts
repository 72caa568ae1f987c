import type { ReportCheck, RunReport } from '../../store/model/run-report.ts'
import { article7 } from '../words/article7.ts'
import { checkStatuses, itemStates } from '../words/labels.ts'
import { type Html, html } from './markup.ts'
import { badge, type TableRow, table } from './pieces.ts'
import { lineAnchor } from './score-table.ts'
import { checkPath, schemePath } from './site-plan.ts'

/** What could not be determined, and why: never hidden, never counted as nought. */
export function unknownsSection(report: RunReport): Html {
  const rows = [...checkRows(report.checks), ...itemRows(report), ...lineRows(report)]
  return html`<section id="unknowns">
    <h2>無法判定及尚待認定事項</h2>
    ${
      rows.length === 0
        ? html`<p>本次無此類事項。</p>`
        : table({
            caption: '無法判定及尚待認定事項',
            columns: ['事項', '狀態', '原因或待釐清事項'],
            rows,
            size: 'wide',
          })
    }
  </section>`
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
  return sheets.flatMap((sheet) =>
    sheet.lines
      .filter(({ final }) => final === null || final.estimate === null)
      .map(({ criterionId, title, final, openQuestions }) => ({
        cells: [
          html`<a href="${schemePath(sheet.schemeId)}#${lineAnchor(criterionId)}">${title}</a>`,
          badge({ text: final === null ? '尚待認定' : '無法判定', tone: 'unknown' }),
          openQuestions.length === 0 ? '待機關提供資料或人工審認' : openQuestions.join('；'),
        ],
      })),
  )
}
