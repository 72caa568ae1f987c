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

/** What an attribute tells the rules: its value, whether it says something, or only that it is there. */
type Told = 'value' | 'saying' | 'presence'

const told: ReadonlyMap<string, Told> = new Map([
  ...named('value', 'role type lang scope autocomplete accesskey http-equiv dir aria-hidden'),
  ...named('saying', 'alt title href src for headers placeholder usemap longdesc'),
  ...named('presence', 'hidden disabled contenteditable controls autoplay ismap colspan rowspan open'),
])

function named(kind: Told, names: string): [string, Told][] {
  return names.split(' ').map((name) => [name, kind])
}

interface Held {
  hasText: boolean
  /** Its name with id and classes; `''` when nothing names it. */
  name: string
  /** The nearest name above; `''` when there is none. */
  around: string
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
    const around = above === undefined ? '' : above.name || above.around
    this.#open.push({ hasText: false, name: isNamed ? templateNameOf(element) : '', around })
    const level = headings.indexOf(tag) + 1
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

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']
const counted: ReadonlySet<string> = new Set(['h1', 'main', 'header', 'footer', 'nav', 'aside'])
const inline: ReadonlySet<string> = new Set(['span', 'b', 'i', 'em', 'strong', 'font', 'u', 'small'])
const controls: ReadonlySet<string> = new Set(['input', 'select', 'textarea'])

/** FNV-1a. */
const hashOf = remembered(20_000, (text) => {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
})

function hasRole({ attributes, isBare }: OpenElement): boolean {
  if (isBare) return false
  for (const name in attributes) if (name === 'role' || name === 'tabindex' || name.startsWith('aria-')) return true
  return false
}

function tokenOf(element: OpenElement, { name, around, hasText }: Held): string {
  const { tag, region, isLandmark, hiddenLevel, parent } = element
  const place = `${region}${isLandmark ? '!' : ''}${hiddenLevel > 0 ? '-' : ''}`
  return `${place} ${around}>${parent?.tag ?? ''} ${name || tag}${attributesOf(element)}${hasText ? ':t' : ''}`
}

/** For every element of every page: no list is made where none is needed. */
function attributesOf({ attributes, isBare }: OpenElement): string {
  if (isBare) return ''
  let parts: string[] | null = null
  for (const name in attributes) {
    const fact = factOf(name, attributes[name] ?? '')
    if (fact === null) continue
    if (parts === null) parts = [fact]
    else parts.push(fact)
  }
  return parts === null ? '' : `[${parts.sort().join()}]`
}

/** What one attribute tells the rules; `null` when they do not read it. */
function factOf(name: string, value: string): string | null {
  if (name === 'class' || name === 'id') return null
  const kind = told.get(name)
  if (kind === 'value') return `${name}=${value.slice(0, 40).toLowerCase()}`
  if (kind === 'saying' || name.startsWith('aria-')) return `${name}${value.trim() === '' ? '0' : '1'}`
  if (kind === 'presence') return name
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
