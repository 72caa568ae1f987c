import type { Page } from '../../../store/model/page.ts'
import type { ContentTerms } from '../../../store/model/terms.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { foldText } from '../../labels.ts'
import { domOf, mainTextOf } from '../../seen-page.ts'

/** A line that names where something was taken from. */
export interface SourceStatement {
  /** What it names, folded. */
  source: string
  /** True when a link stands in the same block, or right behind it. */
  hasLink: boolean
  /** Offsets of the block in the HTML it was seen in; `null` in what scripts made. */
  place: { start: number; end: number } | null
}

const blocks =
  'p, li, td, th, dd, dt, figcaption, blockquote, caption, div, section, article, small, h1, h2, h3, h4, h5, h6'
const longestSource = 60
/** Longer blocks are whole articles: a link somewhere in them says nothing of the line. */
const longestBlock = 400

/** Every line of a page that names a source, menus and footers left out. Source: 003:235, 002:29 (3). */
export function sourceStatements(snapshot: Snapshot, page: Page, { line }: ContentTerms['sources']): SourceStatement[] {
  const mark = new RegExp(line, 'iu')
  if (!mark.test(mainTextOf(snapshot, page))) return []
  const $ = domOf(snapshot, page)
  const isServed = page.renderedBody === null || !page.isShell
  const found: SourceStatement[] = []
  $(blocks).each((_, element) => {
    const block = $(element)
    // Only the innermost block that says it, and nothing of a menu or footer.
    const inner = block
      .find(blocks)
      .toArray()
      .some((one) => mark.test($(one).text()))
    const text = inner ? '' : foldText(block.text())
    const match = inner ? null : mark.exec(text)
    if (match === null || text.length > longestBlock || block.closest('nav, header, footer').length > 0) return
    const source = sourceIn(text.slice(match.index + match[0].length))
    if (source === '') return
    const hasLink = block.find('a[href]').length > 0 || block.closest('a[href]').length > 0 || linkBehind(block.next())
    const { startIndex, endIndex } = element
    const place = isServed && startIndex !== null && endIndex !== null ? { start: startIndex, end: endIndex + 1 } : null
    found.push({ source, hasLink, place })
  })
  return found
}

/** A next block that is hardly more than a link belongs to the line before it. */
function linkBehind(next: {
  find(selector: string): { length: number }
  is(selector: string): boolean
  text(): string
  length: number
}): boolean {
  if (next.length === 0) return false
  return (next.is('a[href]') || next.find('a[href]').length === 1) && foldText(next.text()).length <= longestSource * 2
}

function sourceIn(text: string): string {
  return foldText(text.split(/[。；;,，、|｜)）】]|\s{2,}/u)[0] ?? '').slice(0, longestSource)
}
