import type { Page } from '../../../store/model/page.ts'
import type { Run } from '../../../store/model/run.ts'
import { sha256 } from '../../../store/sha256.ts'

/**
 * So many pages, drawn simply at random and the same again for the same seed: those with the lowest hash of seed, draw and
 * address. Every page has the same chance whatever the others are; the host under which a copy is served plays no part.
 */
export function drawPages(pages: readonly Page[], count: number, draw: string, { policy, origin }: Run): Page[] {
  const ranked = pages.map((page) => {
    const address = page.url.startsWith(`${origin}/`) ? page.url.slice(origin.length) : page.url
    return { page, rank: sha256(JSON.stringify([policy.seed, draw, address])) }
  })
  return ranked
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ page }) => page)
}
