import type { Link } from '../../store/model/link.ts'
import type { Page } from '../../store/model/page.ts'
import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import type { DraftFinding } from '../check.ts'
import { isEverywhere } from '../page-reading.ts'
import { linkEvidence } from '../seen-page.ts'
import { targetOf } from '../targets.ts'
import { askedPart, type Part } from './home-parts.ts'

/** A menu of fewer entries leads nowhere much. */
const fewestEntries = 3
const [mostNamed, mostLetters] = [3, 20]

/** Links of a page's menus that lead to other pages of the site. */
export function menuOf(page: Page, links: readonly Link[]): Link[] {
  return links.filter((link) => isOfMenu(link) && link.isInternal && !isIdle(page, link))
}

/**
 * Links of the home page's menus. Where no markup and no usual name marks one, as in layouts of tables, it is what most pages of
 * the site carry before anything of its own stands on the home page.
 */
export function homeMenu(snapshot: Snapshot, home: Page, links: readonly Link[]): Link[] {
  const marked = menuOf(home, links)
  if (hasMenu(marked)) return marked
  const inside = links.filter((link) => link.isInternal && link.region !== 'footer' && !isIdle(home, link))
  const firstOwn = inside.find((link) => !isEverywhere(snapshot, link))
  const carried = inside.filter((link) => isEverywhere(snapshot, link) && link.start < (firstOwn?.start ?? 0))
  return hasMenu(carried) ? carried : marked
}

/** True when a page's menus lead to several other pages. */
export function hasMenu(menu: readonly Link[]): boolean {
  return new Set(menu.map(({ target }) => target)).size >= fewestEntries
}

/** What entries of a page's menus are called that lead nowhere by themselves, as `#` does. */
export function idleLabels(page: Page, links: readonly Link[]): string[] {
  const idle = links.filter((link) => isOfMenu(link) && isIdle(page, link) && /\p{L}/u.test(link.text))
  return [...new Set(idle.map(({ text }) => text))]
}

function isOfMenu({ kind, region }: Link): boolean {
  return kind === 'hyperlink' && region === 'nav'
}

function isIdle(page: Page, { target }: Link): boolean {
  return target === null || target === page.url
}

/** The main menu. One that only scripts could make work is told from none at all. */
export function menuPart(home: Page, menu: readonly Link[], idle: readonly string[]): Part {
  const isIdleMenu = idle.length >= fewestEntries
  return askedPart('main-menu', hasMenu(menu), home, {
    messageId: isIdleMenu ? 'idle-menu' : 'no-menu',
    lookedFor: '主選單',
    values: isIdleMenu ? { labels: idle.slice(0, mostNamed).map(shortened).join('、') } : {},
  })
}

/** An entry may bear a whole sentence. */
function shortened(label: string): string {
  return label.length > mostLetters ? `${label.slice(0, mostLetters)}…` : label
}

/** Entries of a menu that are dead, each address once. */
export function deadMenu(
  snapshot: Snapshot,
  menu: readonly Link[],
  { links }: Terms,
): Omit<DraftFinding<'dead-menu'>, 'url'>[] {
  const dead = new Map<string, Omit<DraftFinding<'dead-menu'>, 'url'>>()
  for (const link of menu) {
    const target = targetOf(snapshot, link, links)
    if (target.kind !== 'dead' || link.target === null || dead.has(link.target)) continue
    dead.set(link.target, {
      key: ['dead', link.target],
      messageId: 'dead-menu',
      values: { label: link.text },
      verdict: 'violates',
      evidence: [linkEvidence(snapshot, link), { kind: 'resource', resourceId: target.resource.id }],
    })
  }
  return [...dead.values()]
}
