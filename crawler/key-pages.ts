import type { CrawlParts } from './crawl-parts.ts'
import { labelMatcher } from './labels.ts'

/**
 * Normal-form URLs of pages that count by themselves, whatever they look like: the list of the whole site, what the start
 * page labels as disclosure or as news, and the page whose own date is the newest of all.
 */
export function keyUrls({ writer, recorder, control }: CrawlParts, startUrl: string): Set<string> {
  const { written } = writer
  const isKey = labelMatcher(control.keyLabels ?? [])
  const labelled = written.internalLinksOf(startUrl).filter(({ text }) => isKey(text))
  const newest = written.newestPage(control.startedAt)
  const urls = labelled.map(({ target }) => written.resourceAt(target)?.finalUrl ?? target)
  return new Set([...recorder.siteMapUrls, ...urls, ...(newest === null ? [] : [newest])])
}
