import type { Page } from '../store/model/page.ts'
import { Recent } from '../store/recent.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'

/** Nothing beside the snapshot, or one thing it is looked at with: words, or the context of a check. */
type Told = [] | [object]

/** The answer of `find`, found once a snapshot and once for each thing it is told: many checks ask the same. */
export function oncePerSnapshot<T, With extends Told>(
  find: (snapshot: Snapshot, ...told: With) => T,
): (snapshot: Snapshot, ...told: With) => T {
  const known = new WeakMap<Snapshot, WeakMap<object, { found: T }>>()
  return (snapshot, ...told) => {
    const answers = known.get(snapshot) ?? new WeakMap<object, { found: T }>()
    known.set(snapshot, answers)
    const [key = snapshot] = told
    const answer = answers.get(key) ?? { found: find(snapshot, ...told) }
    answers.set(key, answer)
    return answer.found
  }
}

/** The same for what is found on a page. `most` pages are kept: all, unless what is found is large. */
export function oncePerPage<T, With extends Told>(
  find: (snapshot: Snapshot, page: Page, ...told: With) => T,
  most = Number.POSITIVE_INFINITY,
): (snapshot: Snapshot, page: Page, ...told: With) => T {
  const pagesOf = oncePerSnapshot((_snapshot: Snapshot, ..._told: With) => new Recent<number, T>(most))
  return (snapshot, page, ...told) => pagesOf(snapshot, ...told).get(page.id, () => find(snapshot, page, ...told))
}
