import { remembered } from '../remembered.ts'
import type { Collector, OpenElement } from './element.ts'
import { templateNameOf } from './template-names.ts'

/** Elements some rule looks at, whether or not text stands in them. */
const looked: ReadonlySet<string> = new Set(
  `a area audio blink button canvas details dd dl dt embed fieldset form frame h1 h2 h3 h4 h5 h6 iframe img input label legend li
  main marquee math meta meter nav object ol option output progress select summary svg table td textarea th tr ul video`.split(
    /\s+/,
  ),
)

/** Attributes of which only tells whether they say something. */
const saying: ReadonlySet<string> = new Set([
  'alt',
  'title',
  'href',
  'src',
  'for',
  'headers',
  'placeholder',
  'usemap',
  'longdesc',
])
/** Attributes whose value rules read. */
const telling: ReadonlySet<string> = new Set([
  'role',
  'type',
  'lang',
  'scope',
  'autocomplete',
  'accesskey',
  'http-equiv',
  'dir',
  'aria-hidden',
])
const present: ReadonlySet<string> = new Set([
  'hidden',
  'disabled',
  'contenteditable',
  'controls',
  'autoplay',
  'ismap',
  'colspan',
  'rowspan',
  'open',
])

interface Held {
  hasText: boolean
  /** Its name with id and classes; `''` when nothing names it. */
  name: string
  /** The nearest name above, and the parent's tag. */
  context: string
}

/**
 * What the rules of accessibility read on a page, as a set of features: pages with the same features look the same to them,
 * however often and in which order things stand there. An element counts with its name, the attributes rules read, whether
 * text stands in it, the name of what it stands in, and its landmark; beside them stand the order of headings, and what is
 * there twice.
 */
export class RuleSurface implements Collector {
  readonly #seen = new Set<string>()
  readonly #open: Held[] = []
  readonly #controls: { id: string; token: string }[] = []
  readonly #labelled = new Set<string>()
  readonly #counts = new Map<string, number>()
  readonly #ids = new Set<string>()
  #heading = 0

  open(element: OpenElement): void {
    const { tag, attributes } = element
    const above = this.#open.at(-1)
    const isNamed = attributes['class'] !== undefined || attributes['id'] !== undefined
    const around = above === undefined ? '' : above.name || above.context.split('>', 1)[0] || ''
    const name = isNamed ? templateNameOf(element) : ''
    this.#open.push({ hasText: false, name, context: `${around}>${element.parent?.tag ?? ''}` })
    const level = Number(/^h([1-6])$/.exec(tag)?.[1] ?? 0)
    if (level > 0) {
      this.#seen.add(`${this.#heading}>${level}`)
      this.#heading = level
    }
    if (counted.has(tag)) this.#counts.set(tag, (this.#counts.get(tag) ?? 0) + 1)
    this.#noteTwice('id', attributes['id'])
    this.#noteTwice('accesskey', attributes['accesskey'])
    if (tag === 'label' && attributes['for'] !== undefined) this.#labelled.add(attributes['for'])
  }

  text(text: string): void {
    const held = this.#open.at(-1)
    if (held !== undefined && !held.hasText && text.trim() !== '') held.hasText = true
  }

  close(element: OpenElement): void {
    const held = this.#open.pop()
    if (held === undefined) return
    const { hasText } = held
    const above = this.#open.at(-1)
    // What a link or a heading says may stand in what it holds.
    if (hasText && above !== undefined) above.hasText ||= inline.has(element.tag)
    if (!hasText && !looked.has(element.tag) && !hasRole(element)) return
    const token = tokenOf(element, held)
    if (controls.has(element.tag)) this.#controls.push({ id: element.attributes['id'] ?? '', token })
    else this.#seen.add(token)
  }

  /** 32-bit hashes of the features, ascending. */
  features(): number[] {
    const labelled = this.#controls.map(({ id, token }) => `${token}${this.#labelled.has(id) ? '+label' : ''}`)
    const counts = [...this.#counts].map(([tag, count]) => `${tag}=${Math.min(count, 2)}`)
    const hashes = [...this.#seen, ...labelled, ...counts].map(hashOf)
    return [...new Set(hashes)].sort((a, b) => a - b)
  }

  #noteTwice(name: string, value: string | undefined): void {
    if (value === undefined || value === '') return
    const key = `${name} ${value.slice(0, 100)}`
    if (this.#ids.has(key)) this.#seen.add(`twice ${key.replace(/\d+/g, '')}`)
    this.#ids.add(key)
  }
}

const counted: ReadonlySet<string> = new Set(['h1', 'main', 'header', 'footer', 'nav', 'aside'])
const inline: ReadonlySet<string> = new Set(['span', 'b', 'i', 'em', 'strong', 'font', 'u', 'small'])
const controls: ReadonlySet<string> = new Set(['input', 'select', 'textarea'])

/** FNV-1a. */
const hashOf = remembered(20_000, (text) => {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
})

function hasRole({ attributes }: OpenElement): boolean {
  return (
    'role' in attributes || 'tabindex' in attributes || Object.keys(attributes).some((name) => name.startsWith('aria-'))
  )
}

function tokenOf(element: OpenElement, { name, context, hasText }: Held): string {
  const { tag, region, isLandmark, hiddenLevel } = element
  const place = `${region}${isLandmark ? '!' : ''}${hiddenLevel > 0 ? '-' : ''}`
  return `${place} ${context} ${name || tag}${attributesOf(element)}${hasText ? ':t' : ''}`
}

function attributesOf({ attributes }: OpenElement): string {
  const parts = Object.entries(attributes).flatMap(([name, value]) => factOf(name, value) ?? [])
  return parts.length === 0 ? '' : `[${parts.sort().join()}]`
}

/** What one attribute tells the rules; `null` when they do not read it. */
function factOf(name: string, value: string): string | null {
  if (telling.has(name)) return `${name}=${value.slice(0, 40).toLowerCase()}`
  if (saying.has(name) || name.startsWith('aria-')) return `${name}${value.trim() === '' ? '0' : '1'}`
  if (present.has(name)) return name
  if (name === 'tabindex') return `tabindex${Math.sign(Number(value))}`
  return name === 'style' ? styleOf(value) : null
}

/** What inline style changes that rules measure: colours, sizes, whether it is shown. */
function styleOf(style: string): string {
  const read = style
    .slice(0, 1000)
    .match(/(?:^|[;\s])(?:color|background[\w-]*|font-size|display|visibility|opacity|width|height)\s*:[^;]*/gi)
  return (read ?? [])
    .map((part) => part.replace(/^[;\s]+|\s+/g, '').toLowerCase())
    .sort()
    .join(';')
}
