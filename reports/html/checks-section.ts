import { numberText } from '../../store/model/number-text.ts'
import type { ReportCheck, RunReport } from '../../store/model/run-report.ts'
import { checkStatuses, type Label } from '../words/labels.ts'
import { type Html, html } from './markup.ts'
import { badge, short, table } from './pieces.ts'
import { checkPath } from './site-plan.ts'

/** Every check with its counts; the findings stand on the page of the check. */
export function checksSection({ checks, measures }: RunReport): Html {
  const rows = checks.map((check) => ({
    cells: [
      html`<a href=${checkPath(check.id)}>${check.question}</a>`,
      badge(statusLabel(check, hasUnknown(check, measures))),
      ...countCells(check),
    ],
  }))
  return html`<section id="checks">
    <h2>檢測結果</h2>
    ${
      rows.length === 0
        ? html`<p>本次未執行檢測項。</p>`
        : table({ caption: '各檢測項結果', columns: ['檢測項', '結果', '不符合', '待人工確認', '符合'], rows })
    }
  </section>`
}

/** What the findings say, when the check came to an end; else how it ended. */
function statusLabel({ status, counts }: ReportCheck, isPartlyUnknown: boolean): Label {
  if (status !== 'done') return checkStatuses[status]
  if (counts.violates > 0) return { text: '有不符合事項', tone: 'bad' }
  if (counts.needsReview > 0) return { text: '待人工確認', tone: 'warn' }
  if (isPartlyUnknown) return { text: '未發現不符合事項，部分無法判定', tone: 'unknown' }
  return { text: '未發現不符合事項', tone: 'good' }
}

/** True when some of what was asked for could not be looked at. */
function hasUnknown({ id }: ReportCheck, measures: RunReport['measures']): boolean {
  return Object.entries(measures).some(([ref, { unknown }]) => ref.startsWith(`${id}#`) && unknown !== 0)
}

function countCells({ status, counts }: ReportCheck): Html[] {
  const all = [counts.violates, counts.needsReview, counts.conforms]
  return all.map((count) => short(status !== 'done' && count === 0 ? '－' : `${numberText(count)}筆`))
}
