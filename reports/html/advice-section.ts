import type { Advice, Stake } from '../../store/model/advice.ts'
import { numberText } from '../../store/model/number-text.ts'
import type { RunReport } from '../../store/model/run-report.ts'
import { adviceHeadline, changeText, effortTexts, gainText, goalOf, stakeText, totalText } from '../words/advice.ts'
import { type Html, html } from './markup.ts'
import { short, type TableRow, table } from './pieces.ts'
import { lineAnchor } from './score-table.ts'
import { type SitePlan, schemePath } from './site-plan.ts'

/** What a step is worth stands beside its name. */
const columns = ['改善事項', '可增分數', '須改善之處', '累計', '各方案影響', '性質']

/** Rows shown at once; the rest is folded. */
const shownRows = 15
/** Findings named behind one step; the check's page holds all. */
const namedFindings = 10

/** What to mend first, in this order; `null` when there is nothing to advise. */
export function adviceSection(report: RunReport, plan: SitePlan): Html | null {
  const { advice } = report
  if (advice.length === 0) return null
  const headline = adviceHeadline(advice)
  const rows = advice.map((one, index) => row(report, plan, one, index))
  return html`<section id="advice">
    <h2>優先改善事項</h2>
    ${headline === null ? null : html`<p class="score">${headline}</p>`}
    <p class="note">依每改善一處可增之分數排列，由評分表之條件推算；各項之可增分數係以其上各項均已改善為準。須由人員認定者，以評分表所載之推定計。</p>
    ${table({ caption: '優先改善事項（改善後可增之分數）', columns, rows: rows.slice(0, shownRows) })}
    ${rows.length > shownRows ? more(rows.slice(shownRows)) : null}
  </section>`
}

function more(rows: readonly TableRow[]): Html {
  const caption = `其餘改善事項：${numberText(rows.length)}項`
  return html`<details id="advice-more"><summary>${caption}</summary>${table({ caption, columns, rows })}</details>`
}

function row(report: RunReport, plan: SitePlan, advice: Advice, index: number): TableRow {
  const { schemeId, criterionId, text } = goalOf(advice)
  const href = `${schemePath(schemeId)}#${lineAnchor(criterionId)}`
  return {
    cells: [
      html`<span>${index + 1}. <a href=${href}>${text}</a></span>`,
      short(gainText(advice)),
      whatToDo(report, plan, advice),
      advice.total === null || advice.points <= 0 ? '－' : totalText(advice.total),
      html`<ul>${advice.stakes.map(stake)}</ul>`,
      short(effortTexts[advice.effort]),
    ],
  }
}

function stake(one: Stake): Html {
  const href = `${schemePath(one.schemeId)}#${lineAnchor(one.criterionId)}`
  return html`<li><a href=${href}>${one.schemeId}</a> ${stakeText(one)}</li>`
}

function whatToDo(report: RunReport, plan: SitePlan, { changes, declares, presumes }: Advice): Html {
  return html`<ul>
    ${changes.map(
      (change) => html`<li>${report.measures[change.measure]?.title ?? change.measure}：${changeText(change)}
        ${findingLinks(plan, change.findings)}</li>`,
    )}
    ${declares.map(({ title }) => html`<li>請機關提供：${title}</li>`)}
    ${presumes.map((question) => html`<li><small>須經認定：${question}</small></li>`)}
  </ul>`
}

function findingLinks(plan: SitePlan, ids: readonly string[]): Html | null {
  const known = ids.flatMap((id) => {
    const finding = plan.findingById.get(id)
    return finding === undefined ? [] : [{ message: finding.message, href: plan.findingHref(id) }]
  })
  if (known.length === 0) return null
  const [first, last] = [known.slice(0, namedFindings), known.length - namedFindings]
  return html`<details><summary>相關發現：${numberText(known.length)}項</summary><ul>
    ${first.map(({ message, href }) => html`<li>${href === null ? message : html`<a href=${href}>${message}</a>`}</li>`)}
    ${last > 0 ? html`<li>另有${numberText(last)}項，見檢測結果。</li>` : null}
  </ul></details>`
}
