import { createAnswerer } from '../answerer.ts'
import type { ExamineOutcome, SearchSense, SearchTask, SearchTrial } from '../crawl-control.ts'
import type { CrawlParts } from '../crawl-parts.ts'
import { endOfPhase } from '../end-of-phase.ts'
import { normalForm } from '../normal-form.ts'
import { searchDoor } from './search-door.ts'
import { searchPages } from './search-pages.ts'
import { searchWordsOf } from './search-words.ts'

/**
 * Has the browser use the site's own search and keeps what it showed, beside the page a visitor sees first. A folder has no
 * program behind its fields, so nothing is tried there. A run that is taken up tries again unless it had kept its trial.
 */
export async function trySearch(parts: CrawlParts, { browserVersion }: ExamineOutcome): Promise<void> {
  const { control, budget, patience, site, writer } = parts
  const { search } = control
  if (search === undefined || browserVersion === null || site.folder !== null) return
  if (control.signal.aborted || budget.spent() !== null || patience.isOver()) return
  const startUrl = startOf(parts)
  const pageId = writer.written.pageIdAt(startUrl)
  if (pageId === null || writer.written.hasArtifact('search-trial')) return
  const end = endOfPhase(control.signal, budget.remainingMs())
  try {
    await search.use(taskOf(parts, search.sense, { startUrl, pageId }, end.signal))
  } finally {
    end.release()
  }
}

function startOf({ site, writer }: CrawlParts): string {
  const start = normalForm(new URL(site.start))
  return writer.written.endOfRefreshesFrom(writer.written.resourceAt(start)?.finalUrl ?? start)
}

function taskOf(
  parts: CrawlParts,
  sense: SearchSense,
  { startUrl, pageId }: { startUrl: string; pageId: number },
  signal: AbortSignal,
): SearchTask {
  const { site, writer, scope, asking, gatekeeper, cookies, policy } = parts
  const rules = { gatekeeper, scope, cookies, asksExternal: policy.external === 'check' }
  const stored = createAnswerer(writer, asking, rules)
  const isOfSearch = (word: string) => sense.saysSearch({ tag: 'input', type: 'text', name: null, label: word })
  return {
    startUrl,
    otherPages: searchPages(writer, sense).filter((url) => url !== startUrl),
    sense,
    words: searchWordsOf({ ...wordsOf(writer), isOfSearch }, site.origin),
    ...searchDoor(writer, stored, sense.isOthers),
    isOwn: (url) => scope.contains(url),
    signal,
    keep: (trial) => keep(parts, pageId, trial),
  }
}

function wordsOf({ written }: CrawlParts['writer']) {
  return { pages: written.search.pageTexts(), isOnLink: (word: string) => written.search.isOnLink(word) }
}

function keep({ writer, budget }: CrawlParts, pageId: number, trial: SearchTrial): void {
  const { artifact, observerVersion, documents, picture } = trial
  const json = Buffer.from(JSON.stringify(artifact))
  writer.transaction(() => {
    for (const document of documents) writer.putBody(Buffer.from(document), 'text/html')
    const body = writer.putBody(json, 'application/json')
    writer.addArtifact({ pageId, name: 'search-trial', observerVersion, body })
    if (picture !== null) {
      const shown = writer.putBody(picture, 'image/png')
      writer.addArtifact({ pageId, name: 'search-picture', observerVersion, body: shown })
    }
    writer.working.saveLedger(budget.ledger())
  })
}
