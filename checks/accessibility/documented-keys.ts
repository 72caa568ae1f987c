import { parseHtml } from '../../store/html.ts'
import type { Page } from '../../store/model/page.ts'
import type { AccessibilityTerms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { matchesAny } from '../labels.ts'
import { domOf } from '../seen-page.ts'

/** What a page says of access keys. */
export interface Documentation {
  /** True when it speaks of them at all. */
  isThere: boolean
  /** Key, in upper case -> what it says the key leads to; empty when it speaks of them in a form we cannot read. */
  keys: ReadonlyMap<string, string>
}

/** Reads what the page 網站導覽 says of access keys, as in 「Alt+U：上方功能區塊」. Source: facts 4.5. */
export function documentedKeys(snapshot: Snapshot, page: Page, terms: AccessibilityTerms['bricks']): Documentation {
  const text = textOf(snapshot, page)
  const said = [...text.matchAll(new RegExp(terms.documented, 'giu'))]
  const keys = new Map(said.map(([, key = '', name = '']) => [key.toUpperCase(), name.trim()]))
  return { isThere: keys.size > 0 || matchesAny(text, [terms.documentation]), keys }
}

/** Longer pages are cut: keys are explained at the top. */
const longest = 200_000

/** Text with white space where an element begins or ends: cells of a table are words of their own. */
function textOf(snapshot: Snapshot, page: Page): string {
  const dom = domOf(snapshot, page)
  const shown = dom
    .html()
    .slice(0, longest)
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
  const words = parseHtml(shown.replace(/<[^<>]*>/g, ' '))
  return words.root().text().normalize('NFKC')
}

const filler = /(功能|區塊?|連結|本頁|網頁|之|的|快速鍵|\s)/gu

/** True when two names of a part of a page may mean the same. */
export function meanTheSame(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) => name.normalize('NFKC').toLowerCase().replace(filler, ''))
  if (one === undefined || other === undefined || one === '' || other === '') return true
  return one.includes(other) || other.includes(one)
}
