import type { Database } from 'better-sqlite3'

/** Joins every link with the resource that was asked for under its target. */
export function assignTargets(database: Database): void {
  database.exec(
    'UPDATE link SET targetId = (SELECT id FROM resource WHERE resource.url = link.target) WHERE target IS NOT NULL',
  )
}

/** Notes what the HTML of each page asks for and was had; what a browser saw the page pull in stays beside it. */
export function assignPageResources(database: Database): void {
  database.exec(
    `INSERT OR IGNORE INTO pageResource SELECT pageId, targetId, kind FROM link
     WHERE targetId IS NOT NULL AND kind IN ('style', 'script', 'image', 'frame')`,
  )
}

interface Step {
  linkId: number
  fromId: number
  toId: number
}

/**
 * Gives each page its distance from the start page and the link on a shortest path, over hyperlinks and frames.
 * Computed after the crawl, so that it does not depend on the order of answers.
 */
export function assignShortestPaths(database: Database, startUrl: string): void {
  const start = database
    .prepare<{ start: string }, { id: number }>(
      'SELECT page.id FROM page WHERE url = (SELECT coalesce((SELECT finalUrl FROM resource WHERE url = $start), $start))',
    )
    .get({ start: startUrl })
  if (start === undefined) return
  const steps = stepsByPage(database)
  const assign = database.prepare('UPDATE page SET depthHops = ?, foundByLinkId = ? WHERE id = ?')
  assign.run(0, null, start.id)
  walk(start.id, steps, (step, hops) => assign.run(hops, step.linkId, step.toId))
}

/** Ordered by the address of the page and the place in it, so that equal snapshots give equal paths. */
function stepsByPage(database: Database): Map<number, Step[]> {
  const rows = database
    .prepare<[], Step>(
      `SELECT link.id AS linkId, link.pageId AS fromId, target.id AS toId FROM link
       JOIN page AS origin ON origin.id = link.pageId
       JOIN resource ON resource.id = link.targetId
       JOIN page AS target ON target.url = resource.finalUrl
       WHERE link.kind IN ('hyperlink', 'frame') ORDER BY origin.url, link.start, link.id`,
    )
    .all()
  const byPage = new Map<number, Step[]>()
  for (const row of rows) {
    const steps = byPage.get(row.fromId)
    if (steps === undefined) byPage.set(row.fromId, [row])
    else steps.push(row)
  }
  return byPage
}

function walk(startId: number, steps: Map<number, Step[]>, reach: (step: Step, hops: number) => void): void {
  const seen = new Set([startId])
  let ring = [startId]
  for (let hops = 1; ring.length > 0; hops += 1) {
    const next: number[] = []
    for (const step of ring.flatMap((pageId) => steps.get(pageId) ?? [])) {
      if (seen.has(step.toId)) continue
      seen.add(step.toId)
      reach(step, hops)
      next.push(step.toId)
    }
    ring = next
  }
}
