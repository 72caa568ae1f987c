import { decodeText } from '../store/decode-text.ts'
import { parseHtml } from '../store/html.ts'
import type { Link } from '../store/model/link.ts'
import type { Page, Region } from '../store/model/page.ts'
import { parseUrl } from '../store/parse-url.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { isElement, type MarkupNode, nodesBeneath } from './markup-walk.ts'

type Dom = ReturnType<typeof parseHtml>
type Selection = ReturnType<Dom>

/** What a browser made of a page, read as the served HTML of other pages is. */
export interface Rendering {
  dom: Dom
  links: readonly Link[]
  mainText: string
  hasMainRegion: boolean
  titles: readonly string[]
}

/** Reads the rendered body of a page; `null` when none was stored. Offsets of its links count in that body. */
export function renderingOf(snapshot: Snapshot, page: Page): Rendering | null {
  const body = page.renderedBody === null ? null : snapshot.body(page.renderedBody)
  if (body === null) return null
  const dom = parseHtml(decodeText(body, 'utf-8'))
  dom('script, style, noscript, template').remove()
  const main = dom('main, [role="main"]').first()
  return {
    dom,
    links: linksIn(snapshot, page, dom),
    mainText: spacedTextOf(main.length > 0 ? main : dom('body')),
    hasMainRegion: main.length > 0,
    titles: dom('h1, h2')
      .toArray()
      .map((heading) => textOf(dom(heading))),
  }
}

function linksIn(snapshot: Snapshot, page: Page, dom: Dom): Link[] {
  const base = dom('base[href]').attr('href') ?? ''
  const baseUrl = parseUrl(base, page.url)?.href ?? page.url
  return dom('a[href], area[href]')
    .toArray()
    .map((element, index): Link => {
      const anchor = dom(element)
      const href = anchor.attr('href') ?? ''
      return {
        // Not stored as a row: told apart from rows by its sign.
        id: -1 - index,
        pageId: page.id,
        kind: 'hyperlink',
        href,
        ...addressOf(snapshot, href, baseUrl),
        text: labelOf(anchor),
        selector: pathTo(anchor),
        region: regionOf(anchor),
        start: element.startIndex ?? 0,
        end: (element.endIndex ?? 0) + 1,
      }
    })
}

function addressOf(
  snapshot: Snapshot,
  href: string,
  base: string,
): Pick<Link, 'url' | 'target' | 'isInternal' | 'targetId'> {
  const url = parseUrl(href, base)
  if (url === null || !/^https?:$/u.test(url.protocol)) {
    return { url: null, target: null, isInternal: false, targetId: null }
  }
  const asked = new URL(url)
  asked.hash = ''
  const isInternal = bareHost(asked.host) === bareHost(new URL(snapshot.run.origin).host)
  const targetId = snapshot.resourceAt(asked.href)?.id ?? null
  return { url: url.href, target: asked.href, isInternal, targetId }
}

function bareHost(host: string): string {
  return host.replace(/^www\./u, '')
}

/** A selector that picks this element alone. */
function pathTo(element: Selection): string {
  const steps: Selection[] = []
  for (let at = element; at.length > 0; at = at.parent()) steps.push(at)
  return steps.map(stepOf).reverse().join(' > ')
}

function stepOf(element: Selection): string {
  const name = element.prop('tagName')?.toLowerCase() ?? '*'
  return name === 'html' || name === 'body' ? name : `${name}:nth-of-type(${element.prevAll(name).length + 1})`
}

function labelOf(anchor: Selection): string {
  const labels = [textOf(anchor), anchor.find('img').attr('alt'), anchor.attr('aria-label'), anchor.attr('title')]
  return labels.find((label) => label !== undefined && label.trim() !== '')?.trim() ?? ''
}

function regionOf(anchor: Selection): Region {
  const landmark = anchor.closest('main, nav, header, footer, [role="main"], [role="navigation"], [role="contentinfo"]')
  if (landmark.length === 0) return 'other'
  if (landmark.is('main, [role="main"]')) return 'main'
  return landmark.is('footer, [role="contentinfo"]') ? 'footer' : 'nav'
}

/** Elements that do not part the words around them. */
const inline: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data dfn em font i ins kbd label mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
)

/** Text with a space wherever a block begins or ends, as the served HTML of other pages is read. */
function spacedTextOf(selection: Selection): string {
  const [root] = selection.toArray()
  const nodes = root === undefined ? [] : nodesBeneath(root as unknown as MarkupNode)
  const parts = nodes.map((node) => (isElement(node) ? (inline.has(node.name) ? '' : ' ') : borderedText(node)))
  return parts.join('').replace(/\s+/gu, ' ').trim()
}

/** A block ends where its last text does. */
function borderedText(node: MarkupNode): string {
  const text = node.type === 'text' ? (node.data ?? '') : ''
  const { parent } = node
  const isLast = parent != null && isElement(parent) && !inline.has(parent.name) && parent.children.at(-1) === node
  return isLast ? `${text} ` : text
}

function textOf(selection: Selection): string {
  return selection.text().replace(/\s+/gu, ' ').trim()
}
