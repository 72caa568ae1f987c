import type { Database } from 'better-sqlite3'
import type { UrlFate, UrlState } from '../model/run.ts'

/** A URL to be asked for. */
export interface QueuedUrl {
  id: number
  url: string
  /** Hops from a seed over the links by which it was found first. */
  hops: number
  foundBy: UrlFate['foundBy']
}

/** How a URL came to be known. */
export interface Discovery {
  foundBy: UrlFate['foundBy']
  hops: number
  /** Lower is asked for earlier; equal ones in order of discovery. */
  priority: number
}

/** All URLs a crawl knows, each once, with its state: inserting marks it as visited. */
export class Frontier {
  readonly #insert
  readonly #hasten
  readonly #insertSkipped
  readonly #insertTwin
  readonly #promoteTwin
  readonly #moveTwins
  readonly #abandon
  readonly #lease
  readonly #settle
  readonly #counts

  constructor(database: Database) {
    this.#insert = database.prepare(
      "INSERT OR IGNORE INTO url (url, state, foundBy, hops, priority) VALUES (?, 'queued', ?, ?, ?)",
    )
    this.#hasten = database.prepare(
      `UPDATE url SET hops = min(hops, $hops), priority = min(priority, $priority)
       WHERE url = $url AND state = 'queued' AND (hops > $hops OR priority > $priority)`,
    )
    this.#abandon = database.prepare("UPDATE url SET state = 'skipped', reason = ? WHERE state IN ('queued', 'leased')")
    this.#insertSkipped = database.prepare(
      "INSERT OR IGNORE INTO url (url, state, reason, foundBy, hops, priority) VALUES (?, 'skipped', ?, ?, ?, 0)",
    )
    this.#insertTwin = database.prepare(
      `INSERT OR IGNORE INTO url (url, state, reason, foundBy, hops, priority, sameAs)
       VALUES ($url, 'skipped', 'duplicate', $foundBy, $hops, $priority, $sameAs)`,
    )
    this.#promoteTwin = database
      .prepare<[string], string>(
        `UPDATE url SET state = 'queued', reason = NULL, sameAs = NULL WHERE id =
         (SELECT min(id) FROM url WHERE sameAs = ? AND state = 'skipped') RETURNING url`,
      )
      .pluck()
    this.#moveTwins = database.prepare('UPDATE url SET sameAs = ? WHERE sameAs = ?')
    this.#lease = database.prepare<[number], QueuedUrl>(
      `UPDATE url SET state = 'leased', attempts = attempts + 1 WHERE id IN
       (SELECT id FROM url WHERE state = 'queued' ORDER BY priority, id LIMIT ?) RETURNING id, url, hops, foundBy`,
    )
    this.#settle = database.prepare('UPDATE url SET state = ?, reason = ? WHERE url = ?')
    this.#counts = database.prepare<[], { state: UrlState; n: number }>(
      'SELECT state, count(*) AS n FROM url GROUP BY state',
    )
  }

  /** True when the URL was not known before; one that still waits moves forward when it was found on a shorter way. */
  enqueue(url: string, discovery: Discovery): boolean {
    const { foundBy, hops, priority } = discovery
    const isNew = this.#insert.run(url, foundBy, hops, priority).changes === 1
    if (!isNew) this.#hasten.run({ url, hops, priority })
    return isNew
  }

  /** Makes a URL known that will not be asked for, with the reason. */
  skip(url: string, reason: string, discovery: Discovery): void {
    this.#insertSkipped.run(url, reason, discovery.foundBy, discovery.hops)
  }

  /** Makes a URL known as another spelling of `sameAs`, which is asked for in its place. */
  skipTwin(url: string, sameAs: string, { foundBy, hops, priority }: Discovery): void {
    this.#insertTwin.run({ url, sameAs, foundBy, hops, priority })
  }

  /** Queues one of the other spellings of a URL in its place, and returns it; `null` when there is none. */
  promoteTwin(url: string): string | null {
    const next = this.#promoteTwin.get(url)
    if (next === undefined) return null
    this.#moveTwins.run(next, url)
    return next
  }

  /** Takes up to `count` URLs out of the queue. */
  lease(count: number): QueuedUrl[] {
    return this.#lease.all(count).sort((a, b) => a.id - b.id)
  }

  /** Gives a known URL its fate. */
  settle(url: string, state: UrlState, reason: string | null): void {
    this.#settle.run(state, reason, url)
  }

  /** Gives every URL that still waits the fate of being skipped for one reason. */
  abandon(reason: string): void {
    this.#abandon.run(reason)
  }

  counts(): Readonly<Record<UrlState, number>> {
    const counts = { queued: 0, leased: 0, fetched: 0, failed: 0, skipped: 0 }
    for (const row of this.#counts.all()) counts[row.state] = row.n
    return counts
  }
}
