import type { ReportFinding, RunReport } from '../../store/model/run-report.ts'
import { compareText } from '../build/order.ts'
import { measureText } from './numbers.ts'

/** What a report needs to say what the site shows. */
export type Shown = Pick<RunReport, 'measures' | 'checks'>

/** Over every list of what the site shows beside a line that people assess. */
export const siteEvidenceTitle = '網站上可見之佐證（供人員評定參考，不計分）'

/** As in 「可下載之表單：12個」, 「民意調查：網站上未見」, 「申辦業務：無法判定（未見說明申辦業務之網頁）」. */
export function siteEvidenceText({ measures, checks }: Shown, ref: string): string {
  const measure = measures[ref]
  if (measure === undefined) return `${ref}：本次未執行此檢測`
  const { title, value, unknown, outOf } = measure
  if (value === 0 && unknown === 0 && !outOf) return `${title}：網站上未見`
  const reason = checks.find(({ id }) => id === ref.split('#')[0])?.reason
  const because = value === null && reason ? `（${reason.replace(/。$/, '')}）` : ''
  return `${title}：${measureText(measure)}${because}`
}

/** Findings behind a measure, what is there before what is amiss. */
export function siteFindings(
  { measures, findings }: Pick<RunReport, 'measures' | 'findings'>,
  ref: string,
): ReportFinding[] {
  const basis = new Set(measures[ref]?.basis)
  const rank = ({ verdict }: ReportFinding): number => ['conforms', 'needs-review', 'violates'].indexOf(verdict)
  const own = findings.filter(({ id }) => basis.has(id))
  return own.sort((a, b) => rank(a) - rank(b) || compareText(a.url, b.url) || compareText(a.id, b.id))
}
