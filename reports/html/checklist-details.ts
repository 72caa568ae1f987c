import type { RunReport } from '../../store/model/run-report.ts'
import type { ChecklistItemLine, ChecklistLine } from '../../store/model/score-sheet.ts'
import { adjustmentText, formulaText, metLabels, metText } from '../words/checklist.ts'
import { type Html, html } from './markup.ts'
import { measureDetails } from './measure-details.ts'
import { badge, facts } from './pieces.ts'
import { type SitePlan, slug } from './site-plan.ts'

/** The items of a checklist with what each was judged by, official calculations, and evidence for 加分 and 減分. */
export function checklistDetails(report: RunReport, checklist: ChecklistLine, plan: SitePlan, id: string): Html {
  const { met, items, formulas, adjustments } = checklist
  return html`<div>
    ${formulas.length === 0 ? null : facts(formulas.map((formula) => [formula.title, formulaText(formula)] as const))}
    ${adjustments.length === 0 ? null : html`<ul>${adjustments.map((one) => html`<li>${adjustmentText(one)}</li>`)}</ul>`}
    <details id="${id}-items" open>
      <summary>檢核事項：${metText(met)}</summary>
      ${items.map((item) => itemDetails(report, item, plan, `${id}-item-${slug(item.id)}`))}
    </details>
  </div>`
}

function itemDetails(report: RunReport, item: ChecklistItemLine, plan: SitePlan, id: string): Html {
  const { title, met, because, openQuestions } = item
  return html`<details id=${id}>
    <summary>${title}：${badge(metLabels[met])}</summary>
    ${openQuestions.map((question) => html`<p>${question}</p>`)}
    ${because.length === 0 && openQuestions.length === 0 ? html`<p>本項無網站實測依據。</p>` : null}
    ${because.map((ref, index) => measureDetails(report, plan, ref, `${id}-measure-${index + 1}`))}
  </details>`
}
