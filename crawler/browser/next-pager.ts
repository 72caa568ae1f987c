import type { PagerLink } from './in-page/read-pagers.ts'

/** Labels of the way to the next page (facts 6.4), and of the way to the next group of pages. */
const onward = /^(下一?頁|後一?頁|次頁|往後|next(page)?|[>›»]|>>)$/i
const nextGroup = /^(\.{3}|…|下(一組|\d{1,3}頁))$/
const pageNumber = /^\d{1,4}$/

/** The links of one list that turn its pages: of the first list whose links are labelled with page numbers or 下一頁. */
export function pagersOf(links: readonly PagerLink[]): PagerLink[] {
  const pagers = links.filter(turnsPage)
  const [first] = pagers
  return first === undefined ? [] : pagers.filter((link) => listOf(link) === listOf(first))
}

/** How many groups of such links there are beside that of the first list. */
export function otherPagersIn(links: readonly PagerLink[]): number {
  return Math.max(0, new Set(links.filter(turnsPage).map(listOf)).size - 1)
}

function turnsPage({ text }: PagerLink): boolean {
  return pageNumber.test(text) || onward.test(text) || nextGroup.test(text)
}

/** Pagers of one list differ in the numbered parts at the end of their names. */
function listOf({ target }: PagerLink): string {
  return target.replace(/(\$ctl\d+|\$\w*?(page|next|prev|first|last|num)\w*)+$/i, '')
}

/**
 * The link to the page after `current`, or as near after it as there is; `null` at the end. An ellipsis leads on only where
 * it stands behind the numbers.
 */
export function nextPager(pagers: readonly PagerLink[], current: number): { link: PagerLink; page: number } | null {
  const numbered = pagers.filter(({ text }) => pageNumber.test(text) && Number(text) > current)
  const [nearest] = [...numbered].sort((a, b) => Number(a.text) - Number(b.text))
  if (nearest !== undefined) return { link: nearest, page: Number(nearest.text) }
  const next = pagers.find(({ text }) => onward.test(text))
  if (next !== undefined) return { link: next, page: current + 1 }
  const last = pagers.at(-1)
  return last !== undefined && nextGroup.test(last.text) ? { link: last, page: current + 1 } : null
}
