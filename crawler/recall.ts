import { decodeText } from '../store/decode-text.ts'
import type { Resource } from '../store/model/page.ts'
import type { EarlierPage } from '../store/snapshot/earlier-run.ts'
import type { PageToExamine, Watch } from './crawl-control.ts'
import type { CrawlParts } from './crawl-parts.ts'
import type { Answerer } from './stored-answer.ts'

/**
 * Takes over what the earlier run's browser saw of a page, when nothing it depends on has changed: the HTML, everything the
 * page pulled in, observers, browser and standard. Returns whether it did; false: the page is to be opened.
 */
export async function recallPage(
  { writer, policy }: CrawlParts,
  answer: Answerer,
  page: Pick<PageToExamine, 'id' | 'url'>,
  watch: Watch,
  signal: AbortSignal,
): Promise<boolean> {
  const { earlier } = writer
  const body = writer.written.bodyOfPage(page.id)
  if (earlier === null || body === null) return false
  const isAlike = earlier.run.browserVersion === watch.browserVersion && earlier.run.policy.standard === policy.standard
  const before = isAlike ? earlier.pageOf(page.url, body) : null
  if (before === null || !isOfTheseObservers(before, watch)) return false
  if (!before.artifacts.every(({ name, body: address }) => isWhole(name, earlier.getBody(address)))) return false
  for (const { resource } of before.resources) await answer(resource.url, signal)
  if (
    signal.aborted ||
    !before.resources.every(({ resource }) => isSame(resource, writer.written.resourceAt(resource.url)))
  )
    return false
  keep(writer, page.id, before)
  return true
}

/** Each observer left something, as it would now; a picture is taken of the start page alone. */
function isOfTheseObservers({ artifacts }: EarlierPage, { observers }: Watch): boolean {
  const versions = new Map(artifacts.map(({ name, observerVersion }) => [name, observerVersion]))
  const known = observers.every(({ name, version, isForEvery }) => {
    const before = versions.get(name)
    return before === undefined ? !isForEvery : before === version
  })
  return known && artifacts.every(({ name }) => observers.some((observer) => observer.name === name))
}

/** What failed or was still moving may come out otherwise the next time. */
function isWhole(name: string, content: Uint8Array | null): boolean {
  // Pages of a list were had by posting: nobody can say whether they changed.
  if (content === null || name === 'paging') return false
  if (name === 'screenshot') return true
  const { status, isStable } = JSON.parse(decodeText(content, 'utf-8')) as { status?: string; isStable?: boolean }
  return status !== 'failed' && isStable !== false
}

function isSame(before: Resource, now: Resource | null): boolean {
  if (now === null || before.finalUrl !== now.finalUrl) return false
  const [a, b] = [before.outcome, now.outcome]
  if (a.kind === 'failure' || b.kind === 'failure')
    return a.kind === b.kind && 'code' in a && 'code' in b && a.code === b.code
  return a.status === b.status && a.body === b.body && a.mediaType === b.mediaType
}

function keep(writer: CrawlParts['writer'], pageId: number, before: EarlierPage): void {
  writer.transaction(() => {
    for (const artifact of before.artifacts) {
      writer.earlier?.copyBody(artifact.body)
      writer.addArtifact({ pageId, ...artifact })
    }
    for (const { resource, kind } of before.resources) {
      const resourceId = writer.resourceIdAt(resource.url)
      if (resourceId !== null) writer.addPageResource(pageId, resourceId, kind)
    }
    if (before.renderedBody === null) return
    writer.earlier?.copyBody(before.renderedBody)
    writer.setRenderedBody(pageId, before.renderedBody)
  })
}
