import type { Database } from 'better-sqlite3'

/** Joins every reference with the resource that was asked for under its target, or under another spelling of it. */
export function assignTargets(database: Database): void {
  database.exec(
    `UPDATE reference SET targetId = coalesce(
       (SELECT id FROM resource WHERE resource.url = reference.target),
       (SELECT resource.id FROM url JOIN resource ON resource.url = url.sameAs WHERE url.url = reference.target))
     WHERE target IS NOT NULL`,
  )
}

/** Notes what the HTML of each page asks for and was had; what a browser saw the page pull in stays beside it. */
export function assignPageResources(database: Database): void {
  database.exec(
    `INSERT OR IGNORE INTO pageResource SELECT pageId, targetId, kind FROM link
     WHERE targetId IS NOT NULL AND kind IN ('style', 'script', 'image', 'font', 'frame')`,
  )
}

/** A page pulls in the style sheets that its style sheets import. */
export function assignImportedStyles(database: Database): void {
  database.exec(
    `INSERT OR IGNORE INTO pageResource
     WITH RECURSIVE pulled (pageId, resourceId) AS (
       SELECT pageId, resourceId FROM pageResource
       WHERE kind = 'style' AND EXISTS (SELECT 1 FROM styleReference WHERE kind = 'style')
       UNION
       SELECT pulled.pageId, imported.id FROM pulled
       JOIN resource AS sheet ON sheet.id = pulled.resourceId
       JOIN resource AS source ON source.url = sheet.finalUrl
       JOIN styleReference ON styleReference.resourceId = source.id AND styleReference.kind = 'style'
       JOIN resource AS imported ON imported.url = styleReference.target
     ) SELECT pageId, resourceId, 'style' FROM pulled`,
  )
}

/**
 * Gives each page its distance from the start page and the link on a shortest path, over hyperlinks, frames and addresses in scripts.
 * Computed after the crawl, so that it does not depend on the order of answers.
 */
export function assignShortestPaths(database: Database, startUrl: string): void {
  const start = database
    .prepare<{ start: string }, { id: number }>(
      'SELECT page.id FROM page WHERE url = (SELECT coalesce((SELECT finalUrl FROM resource WHERE url = $start), $start))',
    )
    .get({ start: startUrl })
  if (start === undefined) return
  const steps = new Steps(database)
  const assign = database.prepare('UPDATE page SET depthHops = ?, foundByLinkId = ? WHERE id = ?')
  assign.run(0, null, start.id)
  walk(start.id, steps, (step, hops) => assign.run(hops, step.linkId, step.toId))
}

interface Step {
  linkId: number
  toId: number
}

/** Rows of links that are read at a time. */
const linksAtOnce = 10_000

/** All links from page to page. Eight bytes a link: a large site has millions. */
class Steps {
  readonly #linkIds: Int32Array
  readonly #toIds: Int32Array
  /** Id of a page -> where its links begin and end. */
  readonly #ranges = new Map<number, { from: number; to: number }>()
  #count = 0

  constructor(database: Database) {
    const links = database.prepare<[], number>('SELECT count(*) FROM linkPlace').pluck().get() ?? 0
    this.#linkIds = new Int32Array(links)
    this.#toIds = new Int32Array(links)
    const leadsTo = pagesOfReferences(database)
    for (const [linkIds, pageIds, referenceIds] of linksOf(database)) {
      for (const [index, linkId] of linkIds.entries()) {
        this.#add(linkId, pageIds[index] ?? 0, leadsTo[referenceIds[index] ?? 0] ?? 0)
      }
    }
  }

  #add(linkId: number, pageId: number, toId: number): void {
    if (toId === 0) return
    this.#linkIds[this.#count] = linkId
    this.#toIds[this.#count] = toId
    this.#count += 1
    const range = this.#ranges.get(pageId)
    if (range === undefined) this.#ranges.set(pageId, { from: this.#count - 1, to: this.#count })
    else range.to = this.#count
  }

  /** The steps a page offers, in order of their place in it. */
  *from(pageId: number): Generator<Step> {
    const { from, to } = this.#ranges.get(pageId) ?? { from: 0, to: 0 }
    for (let at = from; at < to; at += 1) yield { linkId: this.#linkIds[at] ?? 0, toId: this.#toIds[at] ?? 0 }
  }
}

/** By id of a reference: the id of the page it leads to; 0 when it leads to none. */
function pagesOfReferences(database: Database): Int32Array {
  const last = database.prepare<[], number>('SELECT coalesce(max(id), 0) FROM reference').pluck().get() ?? 0
  const pages = database
    .prepare<[], [number, number]>(
      'SELECT resource.id, page.id FROM resource JOIN page ON page.url = resource.finalUrl',
    )
    .raw()
  const pageOf = new Map(pages.all())
  const references = database.prepare<[], [number, number]>(
    "SELECT id, targetId FROM reference WHERE targetId IS NOT NULL AND kind IN ('hyperlink', 'frame', 'scripted')",
  )
  const leadsTo = new Int32Array(last + 1)
  for (const [id, targetId] of references.raw().iterate()) leadsTo[id] = pageOf.get(targetId) ?? 0
  return leadsTo
}

type Columns = [linkIds: number[], pageIds: number[], referenceIds: number[]]

/**
 * The links, those of one page together and in order of their place in it, as they were written. Columns as JSON: row by row
 * the way from the database would take longer than all the rest.
 */
function* linksOf(database: Database): Generator<Columns> {
  const columns = database
    .prepare<[number, number], [string, string, string]>(
      `SELECT json_group_array(id), json_group_array(pageId), json_group_array(referenceId) FROM
       (SELECT id, pageId, referenceId FROM linkPlace WHERE id > ? ORDER BY id LIMIT ?)`,
    )
    .raw()
  for (let last = 0; ; ) {
    const read = (columns.get(last, linksAtOnce) ?? []).map((column) => JSON.parse(column)) as Columns
    const end = read[0].at(-1)
    if (end === undefined) return
    yield read
    last = end
  }
}

function* newSteps(ring: readonly number[], steps: Steps, seen: Set<number>): Generator<Step> {
  for (const pageId of ring) {
    for (const step of steps.from(pageId)) {
      if (seen.has(step.toId)) continue
      seen.add(step.toId)
      yield step
    }
  }
}

function walk(startId: number, steps: Steps, reach: (step: Step, hops: number) => void): void {
  const seen = new Set([startId])
  let ring = [startId]
  for (let hops = 1; ring.length > 0; hops += 1) {
    const next: number[] = []
    for (const step of newSteps(ring, steps, seen)) {
      reach(step, hops)
      next.push(step.toId)
    }
    ring = next
  }
}
