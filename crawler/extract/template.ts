import { sha256 } from '../../store/sha256.ts'
import type { Collector, OpenElement } from './element.ts'

/** Levels of the frame that count, from `<body>`. */
const frameDepth = 5
/** Levels of the main region that count, from its root. */
const mainDepth = 3
const structural: ReadonlySet<string> = new Set(
  'body frameset main nav header footer article aside section div form table ul ol dl td'.split(' '),
)
/** Rows and what stands in them are content. */
const closed: ReadonlySet<string> = new Set(['ul', 'ol', 'dl', 'table'])

/** What an element holds, while it is open: text by child, to tell which child the page is made for. */
interface Holding {
  element: OpenElement
  label: string
  text: number
  linkText: number
  children: Map<string, Block>
  /** Depth under the root of the main region; `null` outside. */
  mainLevel: number | null
}

interface Block {
  text: number
  linkText: number
  chain: readonly string[]
}

/**
 * Gives pages of the same template the same id, however long their lists and texts are.
 *
 * The id is a hash over two things. The frame: the set of paths of named structural elements (tag, id and classes without
 * digits and states) outside of the main region, down to {@link frameDepth} levels, rows of lists and tables left out.
 * The main region: the chain of its dominant blocks, that is, from its root down {@link mainDepth} levels the child with
 * most text, children of one name taken together; blocks without a name count as `prose`, or as `links` when most of
 * their text stands in links. So an attachment box, a share button or one row more changes nothing, while a list, an
 * article and a home page differ in what most of their text stands in.
 */
export class TemplateShape implements Collector {
  readonly #frame = new Set<string>()
  readonly #open: Holding[] = []
  #main: Block | null = null
  #linkDepth = 0

  open(element: OpenElement): void {
    if (element.tag === 'a') this.#linkDepth += 1
    const above = this.#open.at(-1)
    const mainLevel = mainLevelOf(element, above)
    const label = nameOf(element)
    if (mainLevel === null) this.#noteFrame(element, label)
    const holding = { element, label, text: 0, linkText: 0, children: new Map<string, Block>(), mainLevel }
    this.#open.push(holding)
  }

  text(text: string, _start: number, parent: OpenElement): void {
    const holding = this.#open.at(-1)
    if (holding === undefined || parent.region === 'nav') return
    const length = text.trim().length
    holding.text += length
    if (this.#linkDepth > 0) holding.linkText += length
  }

  close(element: OpenElement): void {
    if (element.tag === 'a') this.#linkDepth -= 1
    const holding = this.#open.pop()
    if (holding === undefined) return
    const block = { text: holding.text, linkText: holding.linkText, chain: chainOf(holding) }
    if (holding.mainLevel === 0 && block.text > (this.#main?.text ?? -1)) this.#main = block
    const above = this.#open.at(-1)
    if (above !== undefined) addTo(above, holding, block)
  }

  /** 16 hexadecimal digits. */
  id(): string {
    const frame = [...this.#frame].sort()
    return sha256(JSON.stringify([frame, this.#main?.chain ?? null])).slice(0, 16)
  }

  #noteFrame(element: OpenElement, label: string): void {
    const path: string[] = []
    for (const { element: ancestor, label: name } of this.#open) {
      if (closed.has(ancestor.tag)) return
      if (structural.has(ancestor.tag) && name !== '') path.push(name)
    }
    if (label !== '' && structural.has(element.tag) && path.length < frameDepth)
      this.#frame.add([...path, label].join('>'))
  }
}

function mainLevelOf(element: OpenElement, above: Holding | undefined): number | null {
  if (above !== undefined && above.mainLevel !== null) return above.mainLevel + 1
  return element.region === 'main' ? 0 : null
}

function addTo(above: Holding, holding: Holding, block: Block): void {
  above.text += block.text
  above.linkText += block.linkText
  if (above.mainLevel === null || above.mainLevel >= mainDepth) return
  const name = holding.label === '' ? '' : holding.label
  const known = above.children.get(name)
  if (known === undefined) above.children.set(name, block)
  else above.children.set(name, joined(known, block))
}

function joined(a: Block, b: Block): Block {
  return { text: a.text + b.text, linkText: a.linkText + b.linkText, chain: a.text >= b.text ? a.chain : b.chain }
}

function chainOf({ label, children, text, linkText }: Holding): readonly string[] {
  const own = label === '' ? [linkText * 2 > text ? 'links' : 'prose'] : [label]
  const [best] = [...children.entries()].sort((a, b) => b[1].text - a[1].text || (a[0] < b[0] ? -1 : 1))
  return best === undefined ? own : [...own, ...best[1].chain]
}

const states =
  /^(active|current|open|opened|closed?|on|off|odd|even|first|last|selected|hover|show|hide|hidden|in|loaded|js|nojs)$/
const landmarks: ReadonlySet<string> = new Set([
  'body',
  'main',
  'nav',
  'header',
  'footer',
  'article',
  'aside',
  'frameset',
])

/** Tag with id and classes, digits and states left out; `''` when nothing names it. */
function nameOf({ tag, attributes }: OpenElement): string {
  const id = plainName(attributes['id'] ?? '')
  const classes = (attributes['class'] ?? '').slice(0, 300).split(/\s+/).map(plainName)
  const names = [...new Set(classes.filter((name) => name !== '' && !states.test(name)))].sort()
  if (id === '' && names.length === 0) return landmarks.has(tag) ? tag : ''
  return `${tag}${id === '' ? '' : `#${id}`}${names.map((name) => `.${name}`).join('')}`
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/\d+/g, '')
}
