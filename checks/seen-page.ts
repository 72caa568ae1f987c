import type { RenderingArtifact } from '../store/model/artifact.ts'
import type { Evidence } from '../store/model/evidence.ts'
import type { Link } from '../store/model/link.ts'
import type { Page } from '../store/model/page.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { elementEvidence } from './element-evidence.ts'
import type { MarkupNode } from './markup-walk.ts'
import { oncePerPage, oncePerSnapshot } from './once-per.ts'
import { type Rendering, renderingOf } from './rendering-of.ts'

/** The markup of a page as a visitor's browser has it. */
export type Dom = ReturnType<Snapshot['dom']>

/** True when what a visitor sees of a page is known: the served HTML shows it, or a browser did. */
export function isReadable(snapshot: Snapshot, page: Page): boolean {
  return isServed(snapshot, page) || seenRendering(snapshot, page) !== null
}

/** Why nothing can be said of the links of a site that was seen only through such pages. */
export const onlyScriptedPages = '網頁內容由程式產生，未取得任何連結。'

/**
 * Pages whose links nobody saw: shells that scripts fill and no browser showed. Doors (pages that only send their reader on)
 * are none. What such a page leads to, and how much of it, is not known.
 */
export const pagesWithUnseenLinks = oncePerSnapshot((snapshot: Snapshot): readonly Page[] =>
  snapshot.pages().filter((page) => page.refreshUrl === null && !isReadable(snapshot, page)),
)

/** Links of a page: those of the served HTML, or of a shell those that scripts made. */
export function linksOf(snapshot: Snapshot, page: Page): readonly Link[] {
  return seenRendering(snapshot, page)?.links ?? snapshot.linksOf(page.id)
}

/** Markup of a page: as served, or of a shell as scripts made it. */
export function domOf(snapshot: Snapshot, page: Page): Dom {
  return seenRendering(snapshot, page)?.dom ?? snapshot.dom(page)
}

/** The same as a tree to be walked: for what stands on every page, selectors are too slow. */
export function rootOf(snapshot: Snapshot, page: Page): MarkupNode {
  return domOf(snapshot, page).root()[0] as unknown as MarkupNode
}

/** Text of the content of a page, white space folded. */
export function mainTextOf(snapshot: Snapshot, page: Page): string {
  return seenRendering(snapshot, page)?.mainText ?? page.mainText
}

/** True when the page marks which part of it is its content. */
export function hasMainRegion(snapshot: Snapshot, page: Page): boolean {
  return seenRendering(snapshot, page)?.hasMainRegion ?? page.mainText.length < page.textLength
}

/** Texts of the headings of the first two levels. */
export const titlesOf = oncePerPage((snapshot: Snapshot, page: Page): readonly string[] => {
  const seen = seenRendering(snapshot, page)
  if (seen !== null) return seen.titles
  return snapshot
    .headings(page.id)
    .filter((heading) => heading.level <= 2)
    .map((heading) => heading.text)
}, 256)

/** A link of `linksOf` as evidence, in the body it was seen in. */
export function linkEvidence(snapshot: Snapshot, link: Link): Evidence {
  const page = snapshot.page(link.pageId)
  const body = seenRendering(snapshot, page) === null ? null : page.renderedBody
  if (body === null) return elementEvidence(snapshot, link)
  const { selector, start, end } = link
  return { kind: 'element', pageId: page.id, view: 'rendered', body, selector, start, end }
}

/** An element of `domOf` as evidence, in the body it was seen in. */
export function nodeEvidence(snapshot: Snapshot, page: Page, node: Placed): Evidence {
  const rendered = seenRendering(snapshot, page) === null ? null : page.renderedBody
  const view = rendered === null ? 'static' : 'rendered'
  const [start, end] = [node.startIndex ?? 0, (node.endIndex ?? -1) + 1]
  const selector = selectorOf(node)
  return { kind: 'element', pageId: page.id, view, body: rendered ?? page.body, selector, start, end }
}

/** A node of the parsed page that knows its place in the text. */
export interface Placed {
  startIndex?: number | null | undefined
  endIndex?: number | null | undefined
  name?: string
  attribs?: Readonly<Record<string, string>>
}

/** Tag with id or class, for people; the offsets are exact. */
function selectorOf({ name = '*', attribs = {} }: Placed): string {
  const { id = '', class: classes = '' } = attribs
  if (id !== '') return `${name}#${id}`
  const [first = ''] = classes.trim().split(/\s+/)
  return first === '' ? name : `${name}.${first}`
}

/** True when the served HTML is the page: a page without scripts is what it shows, however little that is. */
export function isServed(snapshot: Snapshot, page: Page): boolean {
  if (!page.isShell) return true
  return snapshot.dom(page)('script[src], script:not([type]), script[type*="javascript"]').length === 0
}

/** Renderings kept at once: each holds the markup of a page. */
const mostKept = 16

/** What a browser made of a shell; `null` for a page that needs none, and where none showed it. */
function seenRendering(snapshot: Snapshot, page: Page): Rendering | null {
  return page.isShell && page.renderedBody !== null ? shellRendering(snapshot, page) : null
}

const shellRendering = oncePerPage(
  (snapshot: Snapshot, page: Page): Rendering | null =>
    renderedPages(snapshot).has(page.id) && !isServed(snapshot, page) ? renderingOf(snapshot, page) : null,
  mostKept,
)

const renderedPages = oncePerSnapshot((snapshot: Snapshot): ReadonlySet<number> => {
  const shown = snapshot
    .artifacts('rendering')
    .filter((artifact) => snapshot.artifactContent<RenderingArtifact>(artifact).status === 'rendered')
  return new Set(shown.map((artifact) => artifact.pageId))
})
