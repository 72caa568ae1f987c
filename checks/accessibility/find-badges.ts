import type { Page } from '../../store/model/page.ts'
import type { AccessibilityTerms } from '../../store/model/terms.ts'
import { parseUrl } from '../../store/parse-url.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { matchesAny, normaliseLabel } from '../labels.ts'
import { type Dom, domOf, type Placed } from '../seen-page.ts'

type BadgeTerms = AccessibilityTerms['badge']

/** Something on a page that is, or poses as, the certification badge. */
export interface Badge {
  /** The link, or the image where nothing links. */
  node: Placed
  /** Where it leads: the page of one badge, the authority's site, somewhere else, or nowhere. */
  leads: 'detail' | 'authority' | 'elsewhere' | 'nowhere'
  /** Fourteen digits of its number; `null` when its address holds none. */
  number: string | null
  image: { alt: string | null; width: string | null; height: string | null; url: string | null } | null
  /** All it says: texts of image and link, and the name of the image's file. */
  text: string
}

/** Every badge on a page, links first. Comments are no part of the page. Source: facts 4.2, 4.3. */
export function findBadges(snapshot: Snapshot, page: Page, terms: BadgeTerms): Badge[] {
  const dom = domOf(snapshot, page)
  const links = dom('a[href]')
    .toArray()
    .map((node) => badgeAt(dom, node, page, terms))
    .filter(({ leads, image, text }) => leads === 'detail' || (image !== null && saysBadge(text, terms)))
  const images = dom('img:not(a[href] img)')
    .toArray()
    .map((node) => badgeAt(dom, node, page, terms))
    .filter(({ text }) => saysBadge(text, terms))
  return [...links, ...images]
}

/** An image of which no word is seen or read out, whose file is named like the badge; `null` when there is none. */
export function unnamedBadge(snapshot: Snapshot, page: Page, terms: BadgeTerms): { node: Placed; file: string } | null {
  const dom = domOf(snapshot, page)
  for (const node of dom('img[src]').toArray()) {
    const link = dom(node).closest('a[href]')
    const file = fileName(parseUrl(dom(node).attr('src')?.trim() ?? '', page.url))
    if (!matchesAny(file.toLowerCase(), terms.files) || `${dom(node).attr('alt') ?? ''}${link.text()}`.trim() !== '')
      continue
    // What opens a new window may say so in its title.
    const { text } = badgeAt(dom, link.get(0) ?? node, page, terms)
    if (!matchesAny(normaliseLabel(text), terms.not)) return { node: node as Placed, file }
  }
  return null
}

function fileName(url: URL | null): string {
  return url?.pathname.split('/').at(-1) ?? ''
}

/** The address of a badge's page; `null` for any other. */
export function badgeNumber(url: URL | null, terms: BadgeTerms): string | null {
  if (url === null || !isAuthority(url, terms)) return null
  return new RegExp(terms.detail, 'iu').exec(`${url.pathname}${url.search}`)?.[1] ?? null
}

function isAuthority({ hostname }: URL, { hosts }: BadgeTerms): boolean {
  return hosts.includes(hostname)
}

type Node = ReturnType<Dom>[number]

function badgeAt(dom: Dom, node: Node, page: Page, terms: BadgeTerms): Badge {
  const element = dom(node)
  const image = element.is('img') ? element : element.find('img').first()
  const href = element.is('a') ? element.attr('href') : undefined
  const url = href === undefined ? null : parseUrl(href.trim(), page.url)
  const number = badgeNumber(url, terms)
  const attribute = (name: string) => image.attr(name) ?? null
  const src = attribute('src')
  const texts = [
    attribute('alt'),
    attribute('title'),
    element.attr('title'),
    element.attr('aria-label'),
    element.text(),
  ]
  return {
    node: node as Placed,
    leads: leadsOf(url, number, terms),
    number,
    image:
      image.length === 0
        ? null
        : {
            alt: attribute('alt'),
            width: attribute('width'),
            height: attribute('height'),
            url: src === null ? null : (parseUrl(src, page.url)?.href ?? null),
          },
    text: texts.filter((text) => text !== null && text !== undefined && text.trim() !== '').join(' '),
  }
}

function leadsOf(url: URL | null, number: string | null, terms: BadgeTerms): Badge['leads'] {
  if (number !== null) return 'detail'
  if (url === null || !/^https?:$/.test(url.protocol)) return 'nowhere'
  return isAuthority(url, terms) ? 'authority' : 'elsewhere'
}

function saysBadge(text: string, { labels, not }: BadgeTerms): boolean {
  const label = normaliseLabel(text)
  return matchesAny(label, labels) && !matchesAny(label, not)
}
