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

interface Step {
  linkId: number
  toId: number
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
  const steps = stepsFrom(database)
  const assign = database.prepare('UPDATE page SET depthHops = ?, foundByLinkId = ? WHERE id = ?')
  assign.run(0, null, start.id)
  walk(start.id, steps, (step, hops) => assign.run(hops, step.linkId, step.toId))
  database.exec('DROP TABLE temp.way')
}

/** The steps a page offers, in order of their place in it, asked for page by page: all at once would not fit every memory. */
function stepsFrom(database: Database): (pageId: number) => Step[] {
  database.exec(
    `CREATE TEMP TABLE way AS SELECT reference.id AS referenceId, page.id AS toId FROM reference
     JOIN resource ON resource.id = reference.targetId
     JOIN page ON page.url = resource.finalUrl
     WHERE reference.kind IN ('hyperlink', 'frame', 'scripted');
     CREATE UNIQUE INDEX temp.way_reference ON way (referenceId, toId)`,
  )
  const steps = database.prepare<[number], Step>(
    `SELECT linkPlace.id AS linkId, toId FROM linkPlace JOIN way ON way.referenceId = linkPlace.referenceId
     WHERE pageId = ? ORDER BY start, linkPlace.id`,
  )
  return (pageId) => steps.all(pageId)
}

function* newSteps(ring: readonly number[], steps: (pageId: number) => Step[], seen: Set<number>): Generator<Step> {
  for (const pageId of ring) {
    for (const step of steps(pageId)) {
      if (seen.has(step.toId)) continue
      seen.add(step.toId)
      yield step
    }
  }
}

function walk(startId: number, steps: (pageId: number) => Step[], reach: (step: Step, hops: number) => void): void {
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
