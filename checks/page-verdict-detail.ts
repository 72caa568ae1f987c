import type { CheckDetail } from '../store/model/check-result.ts'
import type { Page } from '../store/model/page.ts'

/** On which pages a fault was proven, and on which one may be: for checks whose findings stand for many pages at once. */
export function pageVerdictDetail(faulty: Iterable<Page>, doubtful: Iterable<Page>): CheckDetail {
  const proven = urlsOf(faulty)
  const isProven = new Set(proven)
  return { kind: 'page-verdicts', faulty: proven, doubtful: urlsOf(doubtful).filter((url) => !isProven.has(url)) }
}

function urlsOf(pages: Iterable<Page>): string[] {
  return [...new Set([...pages].map(({ url }) => url))].sort()
}
