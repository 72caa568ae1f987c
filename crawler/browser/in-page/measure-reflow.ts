import type { ReflowView } from '../../../store/model/artifact.ts'

/** What a narrow window shows of the document. Only `pathOf` and what stands inside is used: it runs in the page. */
export function measureReflow(): Omit<ReflowView, 'windowWidth'> {
  const width = document.documentElement.clientWidth
  const selectorOf = (element: Element) =>
    (globalThis as unknown as { pathOf(element: Element): string }).pathOf(element).slice(0, 300)
  // What needs two dimensions to be understood or used may be scrolled both ways (WCAG 1.4.10).
  const planes =
    'table, img, picture, svg, canvas, video, iframe, object, embed, map, pre, [role="grid"], [role="toolbar"]'
  const isPlane = (element: Element) =>
    element.closest(planes) !== null || element.querySelector('table, iframe, canvas, video') !== null
  const scrolls = (element: Element | null): boolean => {
    for (
      let at = element;
      at !== null && at !== document.body && at !== document.documentElement;
      at = at.parentElement
    ) {
      const { overflowX, position } = getComputedStyle(at)
      if (/auto|scroll|hidden|clip/.test(overflowX)) return true
      if (position === 'fixed') return true
    }
    return false
  }
  const all = [...(document.body?.querySelectorAll<HTMLElement>('*') ?? [])].filter((element) => {
    const box = element.getBoundingClientRect()
    return (
      box.width > 0 && box.height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    )
  })
  const sticksOut = (element: Element) => element.getBoundingClientRect().right + scrollX > width + 1
  const out = all.filter((element) => sticksOut(element) && !scrolls(element.parentElement)).slice(0, 2000)
  const innermost = out.filter((element) => !out.some((other) => other !== element && element.contains(other)))
  const wide = innermost.map((element) => ({
    selector: selectorOf(element),
    width: Math.round(element.getBoundingClientRect().right + scrollX),
    isTwoDimensional: isPlane(element),
  }))
  // Text that lies outside of its box as a whole gives way to a picture; where it lies inside, something else is too large.
  const isTextCut = (element: HTMLElement, texts: readonly Node[]) => {
    const box = element.getBoundingClientRect()
    const range = document.createRange()
    const lines = texts.flatMap((text) => {
      range.selectNodeContents(text)
      return [...range.getClientRects()]
    })
    const isSeen = ({ left, right, top, bottom }: DOMRect) =>
      right > box.left + 1 && left < box.right - 1 && bottom > box.top + 1 && top < box.bottom - 1
    const isWhole = ({ left, right, top, bottom }: DOMRect) =>
      left >= box.left - 4 && right <= box.right + 4 && top >= box.top - 8 && bottom <= box.bottom + 8
    return lines.some(isSeen) && !lines.every(isWhole)
  }
  const isCut = (element: HTMLElement) => {
    const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(element) as CSSStyleDeclaration & {
      webkitLineClamp: string
    }
    if (textOverflow === 'ellipsis' || webkitLineClamp !== 'none') return false
    const isClipped = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
    const texts = [...element.childNodes].filter(
      ({ nodeType, textContent }) => nodeType === 3 && (textContent ?? '').trim() !== '',
    )
    const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element
    if (texts.length === 0 || clientWidth < 8 || clientHeight < 8) return false
    const isOverfull =
      (isClipped(overflowX) && scrollWidth > clientWidth + 4) ||
      (isClipped(overflowY) && scrollHeight > clientHeight + 8)
    return isOverfull && isTextCut(element, texts)
  }
  const cut = all.filter(isCut).map((element) => ({
    selector: selectorOf(element),
    text: element.innerText.replace(/\s+/g, ' ').trim().slice(0, 80),
  }))
  const { scrollWidth } = document.scrollingElement ?? document.documentElement
  return { scrollWidth, wide: wide.sort((a, b) => b.width - a.width).slice(0, 20), cut: cut.slice(0, 20) }
}
