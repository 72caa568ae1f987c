/**
 * These functions run in the observers' world of the page, each by itself: they use nothing outside themselves.
 */

/** Height of the page in CSS pixels when words or pictures below the window wait, unseen, to be scrolled to; 0 when none do. */
export function heightIfVeiled(): number {
  const { body, documentElement } = document
  if (body === null) return 0
  const isVeiled = (element: Element | null) =>
    element?.checkVisibility() === true &&
    !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.getBoundingClientRect().top >= innerHeight
  const words = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  const hasVeiledWords = () => {
    while (words.nextNode())
      if ((words.currentNode.textContent ?? '').trim() !== '' && isVeiled(words.currentNode.parentElement)) return true
    return false
  }
  const isWaiting = [...document.querySelectorAll('img, svg, video, iframe')].some(isVeiled) || hasVeiledWords()
  return isWaiting ? Math.max(body.scrollHeight, documentElement.scrollHeight) : 0
}

/** Tells scripts that the window shows something else now, as scrolling would. */
export function tellOfScrolling(): void {
  document.dispatchEvent(new Event('scroll', { bubbles: true }))
}

/** What fades or slides in, and comes to an end at all, is there at once. */
export function endAnimations(): void {
  for (const animation of document.getAnimations()) {
    const { endTime } = animation.effect?.getComputedTiming() ?? {}
    if (typeof endTime === 'number' && Number.isFinite(endTime)) animation.finish()
  }
}
