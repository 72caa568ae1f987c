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

/** What an address that was let in is remembered by. */
interface Marks {
  /** 1: later spellings of the page are known as twins of this one. */
  isFirst: 0 | 1
  /** 1: counted among the addresses of its kind. */
  isCounted: 0 | 1
}

/** An address that was let into the queue, or stands for its page: see {@link Frontier.letIn}. */
export interface LetIn extends Marks {
  url: string
  foundBy: string
  /** As found by the shortest way and with the best priority before it was asked for. */
  hops: number
  priority: number
}

const unmarked: Marks = { isFirst: 0, isCounted: 0 }

/** Priority of an address that is asked for without ever waiting in the queue (robots.txt, sitemaps, what a browser wants). */
export const neverQueued = -1

/** Why addresses were left when the run was stopped or its site was left alone: whoever takes the run up again asks for them. */
const leftForLater = "('not-reached', 'not-responding', 'suffering', 'asked-to-wait')"

/** All URLs a crawl knows, each once, with its state: inserting marks it as visited. */
export class Frontier {
  readonly #insert
  readonly #hasten
  readonly #insertSkipped
  readonly #insertTwin
  readonly #promoteTwin
  readonly #moveTwins
  readonly #abandon
  readonly #next
  readonly #lease
  readonly #leaseOne
  readonly #markFirst
  readonly #markCounted
  readonly #markSiteMap
  readonly #settle
  readonly #settleFetched
  readonly #counts
  readonly #database

  constructor(database: Database) {
    this.#database = database
    this.#insert = database.prepare(
      "INSERT OR IGNORE INTO url (url, state, foundBy, hops, priority, isFirst, isCounted) VALUES (?, 'queued', ?, ?, ?, ?, ?)",
    )
    this.#hasten = database.prepare(
      `UPDATE url SET hops = min(hops, $hops), priority = min(priority, $priority)
       WHERE url = $url AND state = 'queued' AND (hops > $hops OR priority > $priority)`,
    )
    this.#abandon = database.prepare("UPDATE url SET state = 'skipped', reason = ? WHERE state IN ('queued', 'leased')")
    this.#insertSkipped = database.prepare(
      `INSERT OR IGNORE INTO url (url, state, reason, foundBy, hops, priority) VALUES (?, 'skipped', ?, ?, ?, ${neverQueued})`,
    )
    this.#insertTwin = database.prepare(
      `INSERT OR IGNORE INTO url (url, state, reason, foundBy, hops, priority, sameAs)
       VALUES ($url, 'skipped', 'duplicate', $foundBy, $hops, $priority, $sameAs)`,
    )
    this.#promoteTwin = database
      .prepare<[string], string>(
        `UPDATE url SET state = 'queued', reason = NULL, sameAs = NULL, isFirst = 1 WHERE id =
         (SELECT min(id) FROM url WHERE sameAs = ? AND state = 'skipped') RETURNING url`,
      )
      .pluck()
    this.#moveTwins = database.prepare('UPDATE url SET sameAs = ? WHERE sameAs = ?')
    this.#next = database.prepare<[number], QueuedUrl>(
      "SELECT id, url, hops, foundBy FROM url WHERE state = 'queued' ORDER BY priority, id LIMIT ?",
    )
    this.#lease = database.prepare("UPDATE url SET state = 'leased', attempts = attempts + 1 WHERE id = ?")
    this.#leaseOne = database.prepare<[string], QueuedUrl>(
      `UPDATE url SET state = 'leased', attempts = attempts + 1 WHERE url = ? AND state = 'queued'
       RETURNING id, url, hops, foundBy`,
    )
    this.#markFirst = database.prepare('UPDATE url SET isFirst = ? WHERE url = ?')
    this.#markCounted = database.prepare('UPDATE url SET isCounted = 1 WHERE url = ?')
    this.#markSiteMap = database.prepare('UPDATE url SET isSiteMap = 1 WHERE url = ?')
    this.#settle = database.prepare('UPDATE url SET state = ?, reason = ? WHERE url = ?')
    this.#settleFetched = database.prepare(
      "UPDATE url SET state = 'fetched', reason = NULL WHERE url = ? AND state <> 'fetched'",
    )
    this.#counts = database.prepare<[], { state: UrlState; n: number }>(
      'SELECT state, count(*) AS n FROM url GROUP BY state',
    )
  }

  /** True when the URL was not known before; one that still waits moves forward when it was found on a shorter way. */
  enqueue(url: string, discovery: Discovery, marks = unmarked): boolean {
    const { foundBy, hops, priority } = discovery
    const isNew = this.#insert.run(url, foundBy, hops, priority, marks.isFirst, marks.isCounted).changes === 1
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

  /** Takes up to `count` URLs out of the queue, in its order. */
  lease(count: number): QueuedUrl[] {
    const next = this.#next.all(count)
    for (const { id } of next) this.#lease.run(id)
    return next
  }

  /** Takes one URL out of the queue; `null` when it does not wait there. */
  leaseOne(url: string): QueuedUrl | null {
    return this.#leaseOne.get(url) ?? null
  }

  /** Notes that a known URL stands for its page, or does so no more. */
  markFirst(url: string, isFirst: boolean): void {
    this.#markFirst.run(isFirst ? 1 : 0, url)
  }

  /** Notes that a known URL was counted among those of its kind. */
  markCounted(url: string): void {
    this.#markCounted.run(url)
  }

  /** Notes that a known URL lists the site. */
  markSiteMap(url: string): void {
    this.#markSiteMap.run(url)
  }

  siteMaps(): string[] {
    return this.#database.prepare<[], string>('SELECT url FROM url WHERE isSiteMap = 1').pluck().all()
  }

  /** In order of discovery. */
  letIn(): IterableIterator<LetIn> {
    return this.#database
      .prepare<[], LetIn>(
        `SELECT url, foundBy, hops, priority, isFirst, isCounted FROM url
         WHERE isFirst OR isCounted OR (foundBy = 'sitemap-xml' AND priority > ${neverQueued}) ORDER BY id`,
      )
      .iterate()
  }

  /** URLs that waited in the queue and gave nothing when they were asked for. */
  visitedInVain(): IterableIterator<string> {
    return this.#database
      .prepare<[], string>(
        `SELECT url.url FROM url JOIN resource ON resource.url = url.url
         WHERE attempts > 0 AND state IN ('fetched', 'failed') AND (kind = 'failure' OR status >= 400)`,
      )
      .pluck()
      .iterate()
  }

  /** Lets what was under way or left for later wait again, as if it had never been taken out of the queue. */
  reopen(): void {
    this.#database.exec(
      `DELETE FROM url WHERE priority = ${neverQueued} AND reason IN ${leftForLater};
       UPDATE url SET state = 'queued', reason = NULL WHERE state = 'leased' OR reason IN ${leftForLater};
       DELETE FROM leftLink WHERE reason IN ${leftForLater}`,
    )
  }

  /** Gives a known URL its fate. */
  settle(url: string, state: UrlState, reason: string | null): void {
    this.#settle.run(state, reason, url)
  }

  /** Gives a known URL the fate of having been fetched; one that was unchanged since the run before stays so. */
  settleFetched(url: string, isUnchanged: boolean): void {
    if (isUnchanged) this.#settle.run('fetched', 'not-modified', url)
    else this.#settleFetched.run(url)
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
