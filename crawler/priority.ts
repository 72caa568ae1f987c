import type { LinkKind } from '../store/model/link.ts'

/** Lower is asked for earlier: the start page, what the site itself lists as its pages, then ring by ring. */
export const startPriority = 0
export const siteMapPriority = 1
const ringWidth = 4

/** Parameters of calendars and long lists: asked for after their ring's other pages, because they seldom end. */
const pagers = /[?&](page|pagesize|offset|limit|start|count|p|pn|pageindex|pageno|date|month|year|yy|mm)=/i

const fileEnds =
  /\.(pdf|od[tspg]|docx?|xlsx?|pptx?|rtf|zip|rar|7z|csv|json|xml|txt|png|jpe?g|gif|svg|webp|ico|css|m?js|woff2?|ttf|otf|eot|mp[34]|wmv|avi)$/i

/** References that lead to other pages; the rest are parts of the page. */
const leadsOn: ReadonlySet<LinkKind> = new Set(['hyperlink', 'frame', 'scripted'])

/** Where a link's target stands in the queue; `hops` as in {@link hopsOver}. */
export function linkPriority(url: string, kind: LinkKind, hops: number): number {
  const ring = siteMapPriority + 1 + hops * ringWidth
  if (!leadsOn.has(kind)) return ring + 3
  return pagers.test(url) ? ring + 2 : ring
}

/** Hops to a link's target from a page `hops` away: parts of a page are as far as the page. */
export function hopsOver(kind: LinkKind, hops: number): number {
  return leadsOn.has(kind) ? hops + 1 : hops
}

/** True when the address does not look like a page's: it then costs none of the run's pages. */
export function looksLikeFile(url: string): boolean {
  return fileEnds.test(new URL(url).pathname)
}
