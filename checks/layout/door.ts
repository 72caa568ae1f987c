import type { Page } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { linksOf } from '../seen-page.ts'
import { hasMenu, menuOf } from './menu.ts'

/** UTF-16 code units a door shows at most, and ways out of it. */
const [mostText, mostWays] = [200, 6]

/**
 * The page behind a home page that is a mere door: it says next to nothing and lets its reader in, or choose a language.
 * Of several the first in Chinese; `null` for every other home page.
 */
export function pageBehindDoor(snapshot: Snapshot, home: Page): Page | null {
  const links = linksOf(snapshot, home).filter(({ kind }) => kind === 'hyperlink')
  if (home.textLength > mostText || hasMenu(menuOf(home, links))) return null
  const ways = new Set(links.flatMap(({ target }) => (target === null || target === home.url ? [] : [target])))
  if (ways.size > mostWays) return null
  const pages = [...ways].flatMap((way) => snapshot.pageAt(way) ?? [])
  const behind = pages.filter((page) => page.id !== home.id && hasMenu(menuOf(page, linksOf(snapshot, page))))
  return behind.find(({ language }) => /^zh\b/iu.test(language ?? '')) ?? behind[0] ?? null
}
