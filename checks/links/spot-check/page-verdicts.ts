import type { CheckResult } from '../../../store/model/check-result.ts'
import type { Evidence } from '../../../store/model/evidence.ts'
import type { Finding } from '../../../store/model/finding.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'

/** Why a page is wrong, or open, by what one check says of it. */
export interface PageReason {
  isProven: boolean
  /** In Traditional Chinese. */
  text: string
  evidence: readonly Evidence[]
}

/** What a check says of single pages. */
export interface PageVerdicts {
  of(pageId: number): PageReason | null
}

/**
 * Reads a check's findings page by page. A check that did not run, or could not look, leaves every page open (but for one that has
 * nothing to look at); so does one that tells of more pages than it names, for all it does not name.
 */
export function pageVerdicts(snapshot: Snapshot, result: CheckResult | undefined, subject: string): PageVerdicts {
  if (result !== undefined && hasNothing(result)) return { of: () => null }
  if (result?.status !== 'done') return { of: () => open(`${subject}未能查核`) }
  if (result.detail?.kind === 'page-verdicts') return listed(snapshot, result.detail, subject)
  const found = new Map<number, PageReason>()
  let isWhole = true
  for (const finding of result.findings.filter(({ verdict }) => verdict !== 'conforms')) {
    const pageIds = pagesOf(snapshot, finding)
    isWhole &&= finding.pages + finding.inferredPages <= pageIds.size
    for (const id of pageIds) found.set(id, worse(found.get(id), reasonOf(finding, subject)))
  }
  return { of: (id) => found.get(id) ?? (isWhole ? null : open(`${subject}另有未逐頁列出者`)) }
}

/** Of quotations without a word of where they are from no program can tell: like the truth of what is said, they are for a person to see. */
function hasNothing({ checkId, status }: CheckResult): boolean {
  return status === 'not-applicable' || (status === 'undetermined' && checkId === 'content/sources-cited')
}

type Listed = Extract<NonNullable<CheckResult['detail']>, { kind: 'page-verdicts' }>

function listed(snapshot: Snapshot, { faulty, doubtful }: Listed, subject: string): PageVerdicts {
  const idsOf = (urls: readonly string[]): Set<number> => new Set(urls.flatMap((url) => snapshot.pageAt(url)?.id ?? []))
  const [wrong, unclear] = [idsOf(faulty), idsOf(doubtful)]
  return {
    of: (id) => {
      if (wrong.has(id)) return { isProven: true, text: `${subject}不符合`, evidence: [] }
      return unclear.has(id) ? open(`${subject}待人工確認`) : null
    },
  }
}

function open(text: string): PageReason {
  return { isProven: false, text, evidence: [] }
}

function reasonOf({ verdict, evidence }: Finding, subject: string): PageReason {
  const isProven = verdict === 'violates'
  return { isProven, text: `${subject}${isProven ? '不符合' : '待人工確認'}`, evidence: evidence.slice(0, 1) }
}

function worse(one: PageReason | undefined, other: PageReason): PageReason {
  return one?.isProven ? one : other
}

/**
 * Pages a finding is about. One that was seen on a single page is about that of its address: what proves it may stand elsewhere, as
 * the date that makes a notice old. Any other is also about those its evidence stands on.
 */
function pagesOf(snapshot: Snapshot, { url, evidence, pages, inferredPages }: Finding): Set<number> {
  const own = snapshot.pageAt(url)?.id
  if (pages + inferredPages <= 1) return new Set(own === undefined ? [] : [own])
  const named = evidence.flatMap((one) => {
    if (one.kind === 'element') return [one.pageId]
    if (one.kind !== 'resource') return []
    return snapshot.pageAt(snapshot.resource(one.resourceId).url)?.id ?? []
  })
  return new Set(own === undefined ? named : [own, ...named])
}
