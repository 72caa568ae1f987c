/**
 * These functions run in the page, where the elements are: they may use one another and the DOM, and nothing else.
 * `stableSelectorSource` is their text.
 */

/** Where axe saw an element: one entry a frame, each a selector or a chain of selectors through shadow roots. */
export type AxeTarget = readonly (string | readonly string[])[]

/**
 * A selector that alike elements share, on this page and on pages of the same template: the element with up to four ancestors,
 * without positions, digits, generated names and names of a momentary state. No promise that it selects anything.
 */
export function stableSelector(target: AxeTarget, known: Element | undefined): string {
  const element = known ?? elementAt(target)
  const selector = element === null ? normaliseSelector(String(target.flat().at(-1) ?? '')) : pathOf(element)
  return selector.slice(0, 300)
}

/** The element axe meant; `null` when it lies in a frame of another origin or is gone. */
export function elementAt(target: AxeTarget): Element | null {
  let root: Document | ShadowRoot | null = document
  let element: Element | null = null
  for (const inFrame of target) {
    for (const selector of typeof inFrame === 'string' ? [inFrame] : inFrame) {
      element = root?.querySelector(selector) ?? null
      root = element?.shadowRoot ?? null
    }
    if (element !== null && 'contentDocument' in element) root = element.contentDocument as Document | null
  }
  return element
}

/** The element and its ancestors up to a name of its own, `body`, or the fourth. */
export function pathOf(element: Element): string {
  const steps: string[] = []
  let current: Element | null = element
  while (current !== null && steps.length < 5) {
    steps.unshift(stepOf(current))
    if (current.localName === 'body' || ownName(current) !== '') break
    const root: Node = current.getRootNode()
    current = current.parentElement ?? ('host' in root ? (root.host as Element) : null)
  }
  return steps.join(' > ')
}

/** Tag with id, or with its first two classes in alphabetical order. */
export function stepOf(element: Element): string {
  const id = ownName(element)
  if (id !== '') return `${element.localName}#${id}`
  const classes = [...new Set(classesOf(element).map(stableName))].filter((name) => name !== '').sort()
  return [element.localName, ...classes.slice(0, 2)].join('.')
}

/** An element's classes, without those that tell it from all others of a long row which have one in common. */
export function classesOf(element: Element): string[] {
  const beside = [...(element.parentElement?.children ?? [])].filter(({ localName }) => localName === element.localName)
  // The first of thousands tell what they have in common.
  const row = beside.slice(0, 100)
  const all = [...element.classList]
  const isOfAll = (name: string) => row.every(({ classList }) => classList.contains(name))
  const isOfSome = (name: string) => row.some((other) => other !== element && other.classList.contains(name))
  return row.length >= 8 && all.some(isOfAll) ? all.filter(isOfSome) : all
}

/** The stable name of an element's id; empty when those beside it show that a program made it up. */
export function ownName(element: Element): string {
  const beside = element.id === '' ? [] : [...(element.parentElement?.children ?? [])]
  const isMadeUp = beside.some((other) => other.localName === element.localName && isOfSeries(element.id, other.id))
  return isMadeUp ? '' : stableName(element.id)
}

/** True of ids that differ in letters beside digits alone, as `tab_qjm42` and `tab_xqe29` do: the next run has others. */
export function isOfSeries(id: string, other: string): boolean {
  const parts = id.split(/[-_]/)
  const others = other.split(/[-_]/)
  const isRandom = (part: string) => /[a-z]\d/i.test(part)
  const isAlike = (part: string, at: number) => part === others[at] || (isRandom(part) && isRandom(others[at] ?? ''))
  return parts.length === others.length && parts.every(isAlike) && stableName(id) !== stableName(other)
}

/** The name without digits; empty when a program made it up, or when it tells a momentary state. */
export function stableName(name: string): string {
  const isGenerated = /^(css|sc|jsx|emotion|ng-tns|_ng\w+)-|[a-z]\d+[a-z]|\d[a-z]+\d/i.test(name)
  const bare = name
    .replace(/\d+/g, '')
    .replace(/([-_])[-_]+/g, '$1')
    .replace(/^[-_]+|[-_]+$/g, '')
  const isState =
    /^(is-|has-|ng-)?(active|current|open|opened|selected|show|shown|hover|focus|first|last|odd|even|in|on|hidden|visible|collapse|collapsed|loaded|lazyloaded)$/i
  // Sliders and effects mark with classes what moves just now.
  const isMoving =
    /^(slick|swiper|owl|splide|glide|flickity|bx|flex|carousel|item|tab)[-_]*(slide[-_]*)?(active|current|center|visible|prev|next|cloned?|duplicate\w*|start|end|loading|loaded)([-_](prev|next|active))?$|^(animated|animate_\w+|wow|aos-(init|animate)|(fade|slide|zoom|bounce)(in|out)\w*|no-?scroll)$/i
  return isGenerated || isState.test(bare) || isMoving.test(bare) ? '' : bare
}

/** A selector of axe's without positions, digits, and the addresses and texts of single elements. */
export function normaliseSelector(selector: string): string {
  return selector
    .replace(/\\([0-9a-f]{1,6}) ?/gi, (_escape, code) =>
      String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
    )
    .replace(/\\/g, '')
    .replace(/:nth-[a-z-]+\([^)]*\)/g, '')
    .replace(/\[(src|srcset|href|title|alt|value|style|action|data-[\w-]+|aria-\w+)[$^*~|]?="[^"]*"\]/g, '')
    .split(/\s*>\s*/)
    .map((step) =>
      step.replace(/[#.][^#.[:]+/g, (name) =>
        stableName(name.slice(1)) === '' ? '' : name[0] + stableName(name.slice(1)),
      ),
    )
    .map((step) => step.replace(/\d+/g, '') || '*')
    .join(' > ')
}

/** The text of the functions above, for the page. */
export const stableSelectorSource = [
  stableSelector,
  elementAt,
  pathOf,
  stepOf,
  classesOf,
  ownName,
  isOfSeries,
  stableName,
  normaliseSelector,
].join('\n')
