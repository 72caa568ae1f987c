import type { KeyboardJump, KeyboardStop } from '../../../store/model/artifact.ts'

/**
 * These functions run in the observers' world of the page and remember the walk there: they may use one another, `pathOf`
 * of the stable selectors, and nothing else. `walkFocusSource` is their text.
 */

/** What the walk keeps between two presses of Tab. */
interface FocusWalk {
  /** What could be seen before the walk. */
  shown: ReadonlySet<Element>
  known: Map<Element, number>
  stops: (KeyboardStop & { element: Element; looks: Map<Element, string> })[]
}

declare global {
  var mingjingWalk: FocusWalk | undefined
  function pathOf(element: Element): string
}

/** The walk begins at the top, whatever had the focus. */
export function startWalk(): void {
  const shown = new Set(tabbables().filter(isSeen))
  globalThis.mingjingWalk = { shown, known: new Map(), stops: [] }
  const { body } = document
  const before = body.getAttribute('tabindex')
  body.setAttribute('tabindex', '-1')
  body.focus()
  body.blur()
  if (before === null) body.removeAttribute('tabindex')
  else body.setAttribute('tabindex', before)
  scrollTo(0, 0)
}

/** Index of the stop that has the focus; -1 at the end, where nothing of the page has it. A new stop is noted. */
export function noteStop(): { index: number; mayHoldStops: boolean } {
  const walk = globalThis.mingjingWalk
  const element = focused()
  const last = walk?.stops.at(-1)
  if (last !== undefined && last.element !== element && last.indicator === 'unsure') {
    finishAnimations(last.element)
    const hasShown = looksDiffer(last.looks, element) || hasOpened(last.element, element)
    last.indicator = hasShown ? 'seen' : 'unsure'
  }
  if (walk === undefined || element === null) return { index: -1, mayHoldStops: false }
  const mayHoldStops = /^(iframe|frame|object|embed|video|audio)$/.test(element.localName) || isOfManyFields(element)
  const index = walk.known.get(element)
  if (index !== undefined) return { index, mayHoldStops }
  walk.known.set(element, walk.stops.length)
  walk.stops.push(stopAt(element))
  return { index: walk.stops.length - 1, mayHoldStops }
}

/** Elements of the document Tab comes to, at least, when they are shown. */
export function tabbables(): HTMLElement[] {
  const all = document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, iframe, [tabindex]')
  return [...all].filter((element) => element.tabIndex >= 0 && !element.matches(':disabled'))
}

/** How many elements of the document Tab should come to, at least. */
export function tabbableCount(): number {
  return tabbables().filter((element) => element.checkVisibility()).length
}

/** The element that has the focus, through open shadow roots; `null` when it is the page as a whole. */
export function focused(): Element | null {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element === document.body || element === document.documentElement ? null : element
}

/** Tab goes from field to field within a date. */
export function isOfManyFields(element: Element): boolean {
  return element instanceof HTMLInputElement && /^(date|time|datetime-local|month|week)$/.test(element.type)
}

export function stopAt(element: Element): FocusWalk['stops'][number] {
  finishAnimations(element)
  // A text field shows its caret.
  const hasCaret =
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLElement && element.isContentEditable) ||
    (element instanceof HTMLInputElement && /^(text|search|email|tel|url|password|number)$/.test(element.type))
  return {
    element,
    looks: looksAround(element),
    selector: pathOf(element).slice(0, 300),
    tag: element.localName,
    name: nameOfStop(element),
    isVisible: isSeen(element),
    indicator: hasCaret || element instanceof HTMLIFrameElement ? 'seen' : 'unsure',
  }
}

export function nameOfStop(element: Element): string {
  const shown = element instanceof HTMLElement ? element.innerText : ''
  const words = [
    shown,
    element.getAttribute('aria-label'),
    element.getAttribute('title'),
    element.querySelector('img[alt]')?.getAttribute('alt'),
    element.getAttribute('alt'),
    element.getAttribute('placeholder'),
  ]
  const first = words.find((word) => word !== null && word !== undefined && word.trim() !== '') ?? ''
  return first.replace(/\s+/g, ' ').trim().slice(0, 80)
}

/** Ends what moves in an element, and what it moves with: a panel slides in as the focus comes to it. */
export function finishAnimations(element: Element): void {
  const moving = element.getAnimations({ subtree: true })
  for (let above = element.parentElement; above !== null; above = above.parentElement)
    moving.push(...above.getAnimations())
  for (const animation of moving) {
    const { endTime } = animation.effect?.getComputedTiming() ?? {}
    if (typeof endTime === 'number' && Number.isFinite(endTime)) animation.finish()
  }
}

export function isSeen(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
  const { width, height, right, bottom, left } = element.getBoundingClientRect()
  const isOnPage =
    right > 0 && bottom + scrollY > 0 && left < Math.max(innerWidth, document.documentElement.scrollWidth)
  return width > 1 && height > 1 && isOnPage
}

/** Everything a focus may change: the look of an element, of what stands in and beside it, and of what it stands in. */
export function looksAround(element: Element): Map<Element, string> {
  const above = [element.parentElement, element.parentElement?.parentElement]
  const beside = [element.nextElementSibling, element.previousElementSibling]
  const near = [element, ...above, ...beside, ...[...element.querySelectorAll('*')].slice(0, 8)]
  return new Map(near.filter((one) => one != null).map((one) => [one, lookOf(one)]))
}

/** Whether anything looks otherwise now; what the focus has moved to, or into, proves nothing. */
export function looksDiffer(looks: ReadonlyMap<Element, string>, now: Element | null): boolean {
  return [...looks].some(([element, look]) => !(now !== null && element.contains(now)) && lookOf(element) !== look)
}

/** A menu that opened beneath a stop as Tab came to it: the next stop stands in it and could not be seen before. */
export function hasOpened(stop: Element, next: Element | null): boolean {
  if (next === null || globalThis.mingjingWalk?.shown.has(next) !== false) return false
  return stop.parentElement?.contains(next) === true
}

export function lookOf(element: Element): string {
  const { width, height } = element.getBoundingClientRect()
  const styles = [styleOf(element, null), styleOf(element, '::before'), styleOf(element, '::after')]
  return [...styles, width, height, isSeen(element)].join('|')
}

export function styleOf(element: Element, pseudo: string | null): string {
  const style = getComputedStyle(element, pseudo)
  if (pseudo !== null && style.content === 'none') return ''
  const {
    outlineStyle,
    outlineWidth,
    outlineColor,
    boxShadow,
    borderColor,
    borderStyle,
    borderWidth,
    backgroundColor,
  } = style
  const { backgroundImage, color, textDecoration, opacity, transform, filter, fontWeight, visibility, display } = style
  const outline =
    outlineStyle === 'none' || outlineWidth === '0px' ? '' : [outlineStyle, outlineWidth, outlineColor].join()
  const border = [borderColor, borderStyle, borderWidth].join()
  const rest = [
    backgroundColor,
    backgroundImage,
    color,
    textDecoration,
    opacity,
    transform,
    filter,
    fontWeight,
    visibility,
    display,
  ]
  return [outline, boxShadow, border, ...rest].join(';')
}

/** The stops as they are stored, when the last one has lost the focus. */
export function stopsWalked(): KeyboardStop[] {
  return (globalThis.mingjingWalk?.stops ?? []).map(({ selector, tag, name, isVisible, indicator }) => {
    return { selector, tag, name, isVisible, indicator }
  })
}

/** Gives a stop the focus as the keyboard would, or takes it away; returns where it is in the window, `null` when unseen. */
export function focusStop(
  index: number,
  isOn: boolean,
): { x: number; y: number; width: number; height: number } | null {
  const element = globalThis.mingjingWalk?.stops[index]?.element
  if (!(element instanceof HTMLElement || element instanceof SVGElement)) return null
  if (isOn) element.focus({ focusVisible: true } as FocusOptions)
  else element.blur()
  finishAnimations(element)
  const { x, y, width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0 ? { x, y, width, height } : null
}

/** What pictures said of a stop. */
export function judgeStop(index: number, indicator: KeyboardStop['indicator']): void {
  const stop = globalThis.mingjingWalk?.stops[index]
  if (stop !== undefined) stop.indicator = indicator
}

/** Links to places of the page itself among the first stops. */
export function jumpsAmong(first: number): Omit<KeyboardJump, 'isMoving'>[] {
  const own = location.href.replace(/#.*$/s, '')
  return (globalThis.mingjingWalk?.stops ?? []).slice(0, first).flatMap(({ element, name }, stop) => {
    if (!(element instanceof HTMLAnchorElement) || !element.href.startsWith(`${own}#`)) return []
    const place = placeOfLink(element)
    return [{ stop, name, fragment: fragmentOf(element), isOwn: place === element, isThere: place !== null }]
  })
}

export function fragmentOf(link: HTMLAnchorElement): string {
  try {
    return decodeURIComponent(link.hash.slice(1))
  } catch {
    return link.hash.slice(1)
  }
}

export function placeOfLink(link: HTMLAnchorElement): Element | null {
  const fragment = fragmentOf(link)
  if (fragment === '') return null
  return document.getElementById(fragment) ?? document.getElementsByName(fragment)[0] ?? null
}

/** Whether the focus stands at the place a stop leads to or behind it; `null` when nothing of the page has it. */
export function isBeyond(index: number): boolean | null {
  const link = globalThis.mingjingWalk?.stops[index]?.element
  const place = link instanceof HTMLAnchorElement ? placeOfLink(link) : null
  const at = focused()
  if (place === null || at === null) return null
  return place.contains(at) || (place.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

/** Access keys as they stand, with what their elements say. */
export function accessKeysHere(): { key: string; name: string }[] {
  return [...document.querySelectorAll<HTMLElement>('[accesskey]')].flatMap((element) => {
    const key = (element.getAttribute('accesskey') ?? '').trim().toUpperCase()
    const title = element.getAttribute('title') ?? element.getAttribute('aria-label')
    const label = 'labels' in element ? (element as HTMLInputElement).labels?.[0]?.innerText : undefined
    return key === ''
      ? []
      : [{ key: key.slice(0, 10), name: (title ?? label ?? nameOfStop(element)).trim().slice(0, 80) }]
  })
}

/** The text of the functions above, for the page. */
export const walkFocusSource = [
  startWalk,
  noteStop,
  tabbables,
  tabbableCount,
  focused,
  isOfManyFields,
  stopAt,
  nameOfStop,
  finishAnimations,
  isSeen,
  looksAround,
  looksDiffer,
  hasOpened,
  lookOf,
  styleOf,
  stopsWalked,
  focusStop,
  judgeStop,
  jumpsAmong,
  fragmentOf,
  placeOfLink,
  isBeyond,
  accessKeysHere,
].join('\n')
