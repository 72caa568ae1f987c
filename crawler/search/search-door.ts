import type { SnapshotWriter } from '../../store/snapshot/writer.ts'
import type { SearchBar, SearchTask } from '../crawl-control.ts'
import type { Answerer } from '../stored-answer.ts'

/** New addresses a trial may cause to be asked for: six pages of results with what they pull in. */
const mostAsked = 120

/**
 * Answers a browser that uses the site's search: from the snapshot, else by asking under the rules and at the pace of the
 * crawl, each address once and kept. Engines of others are never asked, nor is anything once a trial has had its share.
 */
export function searchDoor(
  writer: SnapshotWriter,
  stored: Answerer,
  isOthers: (url: string) => boolean,
): Pick<SearchTask, 'answer' | 'barOf'> {
  let left = mostAsked
  const barred = new Map<string, SearchBar>()

  const answer: Answerer = async (url, signal, cookie) => {
    if (isOthers(url)) return bar(url, { by: 'rules', code: 'external' })
    if (writer.written.resourceAt(url) === null) {
      if (left <= 0) return bar(url, { by: 'rules', code: 'budget:requests' })
      left -= 1
    }
    const given = await stored(url, signal, cookie)
    return given ?? bar(url, whyNot(url))
  }

  function bar(url: string, reason: SearchBar): null {
    barred.set(url, reason)
    return null
  }

  function whyNot(url: string): SearchBar {
    const outcome = writer.written.resourceAt(url)?.outcome
    if (outcome?.kind === 'failure' && outcome.code !== 'robots') return { by: 'fault', code: outcome.code }
    return { by: 'rules', code: writer.written.reasonAt(url) ?? 'external' }
  }

  return { answer, barOf: (url) => barred.get(url) ?? null }
}
