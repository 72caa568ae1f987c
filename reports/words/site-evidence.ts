import type { ReportFinding, RunReport } from '../../store/model/run-report.ts'
import { compareText } from '../build/order.ts'
import { measureText } from './numbers.ts'

/** What a report needs to say what the site shows. */
export type Shown = Pick<RunReport, 'measures' | 'checks'>

/** Over every list of what the site shows beside a line that people assess. */
export const siteEvidenceTitle = '網站上可見之佐證（供人員評定參考，不計分）'

/** One thing said of the site, and the measures it is said of. */
export interface SiteEvidence {
  text: string
  refs: readonly string[]
}

/** What the site shows of each measure, in their order; those of a check that could not look are told together, with its reason. */
export function siteEvidenceOf(report: Shown, refs: readonly string[]): SiteEvidence[] {
  const isOpen = (ref: string): boolean => report.measures[ref]?.value === null
  const groups = refs.flatMap((ref, index) => {
    if (!isOpen(ref)) return [[ref]]
    const alike = refs.filter((one) => isOpen(one) && checkIdOf(one) === checkIdOf(ref))
    return refs.indexOf(alike[0] ?? ref) === index ? [alike] : []
  })
  return groups.map((group) => ({
    text: `${titlesOf(report, group)}：${seenText(report, group[0] ?? '')}`,
    refs: group,
  }))
}

function checkIdOf(ref: string): string {
  return ref.split('#')[0] ?? ref
}

function titlesOf({ measures }: Shown, refs: readonly string[]): string {
  return refs.map((ref) => measures[ref]?.title ?? ref).join('、')
}

/** As in 「12個」, 「本次查核未見」, 「無法判定（未見說明申辦業務之網頁）」. Not seen is no proof that there is none. */
function seenText({ measures, checks }: Shown, ref: string): string {
  const measure = measures[ref]
  if (measure === undefined) return '本次未執行此檢測'
  const { value, unknown, outOf, status } = measure
  if (value === null) {
    const reason = checks.find(({ id }) => id === checkIdOf(ref))?.reason
    return `${status === 'not-applicable' ? '不適用，待審認' : '無法判定'}${reason ? `（${reason.replace(/。$/, '')}）` : ''}`
  }
  if (value > 0 || (outOf ?? 0) > (unknown ?? 0)) return measureText(measure)
  return unknown === 0 ? '本次查核未見' : '本次查核未見，尚待人工確認'
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
