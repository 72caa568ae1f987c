import type { ReflowView } from '../../../store/model/artifact.ts'

/**
 * These functions run in the observers' world of the page: they may use one another, `pathOf` of the stable selectors, and
 * nothing else. `measureReflowSource` is their text.
 */

/** What a narrow window shows of the document. */
export function measureReflow(): Omit<ReflowView, 'windowWidth'> {
  const width = document.documentElement.clientWidth
  const all = [...(document.body?.querySelectorAll<HTMLElement>('*') ?? [])].filter((element) => {
    const box = element.getBoundingClientRect()
    return (
      box.width > 0 && box.height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    )
  })
  const wide = beyond(all, width).map((element) => ({
    selector: shortPath(element),
    width: Math.round(element.getBoundingClientRect().right + scrollX),
    isTwoDimensional: isPlane(element),
  }))
  const cut = all.filter(isCut).map((element) => ({
    selector: shortPath(element),
    text: element.innerText.replace(/\s+/g, ' ').trim().slice(0, 80),
  }))
  const { scrollWidth } = document.scrollingElement ?? document.documentElement
  return { scrollWidth, wide: wide.sort((a, b) => b.width - a.width).slice(0, 20), cut: cut.slice(0, 20) }
}

export function shortPath(element: Element): string {
  return (globalThis as unknown as { pathOf(element: Element): string }).pathOf(element).slice(0, 300)
}

/** The innermost elements that show something to the right of the window. */
export function beyond(all: readonly HTMLElement[], width: number): HTMLElement[] {
  const sticksOut = (element: Element) => element.getBoundingClientRect().right + scrollX > width + 1
  const out = all
    .filter((element) => sticksOut(element) && !isScrolled(element.parentElement) && showsBeyond(element, width))
    .slice(0, 2000)
  return out.filter((element) => !out.some((other) => other !== element && element.contains(other)))
}

/** What needs two dimensions to be understood or used may be scrolled both ways (WCAG 1.4.10). */
export function isPlane(element: Element): boolean {
  const planes =
    'table, img, picture, svg, canvas, video, iframe, object, embed, map, pre, [role="grid"], [role="toolbar"]'
  return element.closest(planes) !== null || element.querySelector('table, iframe, canvas, video') !== null
}

/** What stands in a box that scrolls or hides does not widen the page, nor does what is fixed to the window. */
export function isScrolled(element: Element | null): boolean {
  if (element === null || element === document.body || element === document.documentElement) return false
  const { overflowX, position } = getComputedStyle(element)
  return /auto|scroll|hidden|clip/.test(overflowX) || position === 'fixed' || isScrolled(element.parentElement)
}

/** Nobody has to scroll to where there is nothing to read or to use. */
export function showsBeyond(element: Element, width: number): boolean {
  const used = 'a[href], button, input, select, textarea, summary, [tabindex]'
  if (element.matches(used) || isPlane(element)) return true
  return linesOf(element).some(({ right }) => right + scrollX > width + 1)
}

/** Where the lines of an element's own text stand. */
export function linesOf(element: Element): DOMRect[] {
  const texts = [...element.childNodes].filter((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '')
  const range = document.createRange()
  return texts.flatMap((text) => {
    range.selectNodeContents(text)
    return [...range.getClientRects()]
  })
}

/** Text that is cut off where it may not be. */
export function isCut(element: HTMLElement): boolean {
  const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(element) as CSSStyleDeclaration & {
    webkitLineClamp: string
  }
  if (textOverflow === 'ellipsis' || webkitLineClamp !== 'none') return false
  const isClipped = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
  const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element
  if (clientWidth < 8 || clientHeight < 8) return false
  const isOverfull =
    (isClipped(overflowX) && scrollWidth > clientWidth + 4) || (isClipped(overflowY) && scrollHeight > clientHeight + 8)
  return isOverfull && isTextCut(element.getBoundingClientRect(), linesOf(element)) && !hasMoreBeside(element)
}

/** What comes next opens all of the text, or leads to it. */
export function hasMoreBeside(element: Element): boolean {
  const next = element.nextElementSibling
  const control = 'button, a, summary, input[type="button"], [role="button"]'
  const more = next?.matches(control) === true ? next : next?.querySelector(control)
  return /展開|更多|全文|\bmore\b|expand/i.test(`${more?.textContent ?? ''}${more?.getAttribute('value') ?? ''}`)
}

/** Text that lies outside of its box as a whole gives way to a picture; where it lies inside, something else is too large. */
export function isTextCut(box: DOMRect, lines: readonly DOMRect[]): boolean {
  const isSeen = ({ left, right, top, bottom }: DOMRect) =>
    right > box.left + 1 && left < box.right - 1 && bottom > box.top + 1 && top < box.bottom - 1
  const isWhole = ({ left, right, top, bottom }: DOMRect) =>
    left >= box.left - 4 && right <= box.right + 4 && top >= box.top - 8 && bottom <= box.bottom + 8
  return lines.some(isSeen) && !lines.every(isWhole)
}

/** The text of the functions above, for the page. */
export const measureReflowSource = [
  measureReflow,
  shortPath,
  beyond,
  isPlane,
  isScrolled,
  showsBeyond,
  linesOf,
  isCut,
  hasMoreBeside,
  isTextCut,
].join('\n')
