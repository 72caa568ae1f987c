import type { Region } from '../../store/model/page.ts'
import { sha256 } from '../../store/sha256.ts'
import type { Collector, OpenElement } from './element.ts'
import { templateNameOf } from './template-names.ts'

/** Named levels of the frame that count. */
const frameDepth = 5
/** Levels below the root of the main region (or below `<body>`) that count. */
const mainDepth = 6
const structural: ReadonlySet<string> = new Set(
  'body frameset main nav header footer article aside section div form fieldset table ul ol dl td'.split(' '),
)
/** Rows and what stands in them are content. */
const closed: ReadonlySet<string> = new Set(['ul', 'ol', 'dl', 'table'])

/** Text under an element, and the names of the blocks that hold most of it, from the outside in. */
interface Block {
  text: number
  linkText: number
  chain: readonly string[]
}

/** An element while it is open. */
interface Holding {
  name: string
  text: number
  linkText: number
  /** Whether its children take part in the chain. */
  isCounted: boolean
  /** Blocks of its children, those of one name taken together; `null` until there is one. */
  children: Map<string, Block> | null
  /** Levels below the root of the main region; `null` outside. */
  mainLevel: number | null
  /** Path of names down to here; `null` inside a list or too deep. */
  framePath: FramePath | null
}

/** Names of the frame from the outside in, and how many. */
interface FramePath {
  path: string
  levels: number
}

/**
 * Gives pages of the same template the same id, however long their lists and texts are.
 *
 * The id is a hash over two things. The frame: the set of paths of named structural elements (tag, id and classes without
 * digits and states) outside of the main region, down to {@link frameDepth} levels, rows of lists and tables left out.
 * The main region: the chain of its dominant blocks, that is, from its root down {@link mainDepth} levels (not into lists
 * and tables) the child with most text, children of one name taken together. Elements without a name are passed through; at the end of the chain
 * they count as `prose`, or as `links` when most of their text stands in links. So an attachment box, a share button or
 * one row more changes nothing, while a list, an article and a home page differ in what most of their text stands in.
 * On a page that marks no main region `<body>` is the root of the chain, and only menus and footers make the frame.
 */
export class TemplateShape implements Collector {
  readonly #frame: Record<Exclude<Region, 'main'>, Set<string>> = {
    nav: new Set(),
    footer: new Set(),
    other: new Set(),
  }
  readonly #open: Holding[] = [emptyHolding()]
  #main: Block | null = null
  #linkDepth = 0

  open(element: OpenElement): void {
    if (element.tag === 'a') this.#linkDepth += 1
    const above = this.#open.at(-1) ?? emptyHolding()
    const name = structural.has(element.tag) ? templateNameOf(element) : ''
    const mainLevel = mainLevelOf(element, above)
    const framePath = framePathOf(element, name, above.framePath)
    this.#noteFrame(element, name, framePath)
    this.#open.push(emptyHolding(name, isCounted(element, mainLevel), mainLevel, framePath))
  }

  text(text: string, _start: number, parent: OpenElement): void {
    const holding = this.#open.at(-1)
    if (holding === undefined || parent.region === 'nav' || parent.region === 'footer') return
    const length = text.trim().length
    holding.text += length
    if (this.#linkDepth > 0) holding.linkText += length
  }

  close(element: OpenElement): void {
    if (element.tag === 'a') this.#linkDepth -= 1
    const holding = this.#open.pop()
    const above = this.#open.at(-1)
    if (holding === undefined || above === undefined) return
    const block = { text: holding.text, linkText: holding.linkText, chain: chainOf(holding) }
    if (holding.mainLevel === 0 && block.text > (this.#main?.text ?? -1)) this.#main = block
    addTo(above, holding.name, block)
  }

  /** 16 hexadecimal digits. */
  id(): string {
    const { nav, footer, other } = this.#frame
    const root = this.#open[0]
    const chain = this.#main?.chain ?? (root === undefined ? [] : chainOf(root))
    const frame = [...nav, ...footer, ...(this.#main === null ? [] : other)].sort()
    return sha256(JSON.stringify([frame, chain])).slice(0, 16)
  }

  #noteFrame({ region }: OpenElement, name: string, framePath: FramePath | null): void {
    if (region === 'main' || name === '' || framePath === null) return
    this.#frame[region].add(framePath.path)
  }
}

const noPath: FramePath = { path: '', levels: 0 }

/** Made in one place, one field after another: thousands are made on every page. */
function emptyHolding(
  name = '',
  isCounted = true,
  mainLevel: number | null = null,
  framePath: FramePath | null = noPath,
): Holding {
  return { name, text: 0, linkText: 0, isCounted, children: null, mainLevel, framePath }
}

/** Whether the children of an element take part in the chain. */
function isCounted({ tag, depth }: OpenElement, mainLevel: number | null): boolean {
  return !closed.has(tag) && (mainLevel ?? depth - 1) < mainDepth
}

function mainLevelOf(element: OpenElement, above: Holding): number | null {
  if (above.mainLevel !== null) return above.mainLevel + 1
  return element.region === 'main' ? 0 : null
}

/** Ends inside lists: the element that lets go of its path still stands in the frame by its own name. */
function framePathOf({ parent }: OpenElement, name: string, above: FramePath | null): FramePath | null {
  if (above === null || above.levels >= frameDepth || (parent !== null && closed.has(parent.tag))) return null
  if (name === '') return above
  return { path: above.levels === 0 ? name : `${above.path}>${name}`, levels: above.levels + 1 }
}

function addTo(above: Holding, name: string, block: Block): void {
  above.text += block.text
  above.linkText += block.linkText
  if (!above.isCounted || block.text === 0) return
  above.children ??= new Map()
  const known = above.children.get(name)
  above.children.set(name, known === undefined ? block : joined(known, block))
}

function joined(a: Block, b: Block): Block {
  return { text: a.text + b.text, linkText: a.linkText + b.linkText, chain: a.text >= b.text ? a.chain : b.chain }
}

function chainOf({ name, children, text, linkText }: Holding): readonly string[] {
  const inner = dominantChain(children)
  if (name !== '') return [name, ...inner]
  const isNamed = inner.some((step) => step !== 'links' && step !== 'prose')
  return isNamed ? inner : [linkText * 2 > text ? 'links' : 'prose']
}

function dominantChain(children: Map<string, Block> | null): readonly string[] {
  let best: [string, Block] | null = null
  for (const entry of children ?? []) {
    if (best === null || entry[1].text > best[1].text || (entry[1].text === best[1].text && entry[0] < best[0]))
      best = entry
  }
  return best === null ? [] : best[1].chain
}
