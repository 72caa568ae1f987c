/** A node of the parsed page, as far as checks read it. */
export interface MarkupNode {
  type: string
  name?: string
  data?: string
  attribs?: Readonly<Record<string, string>>
  parent?: MarkupNode | null
  children?: readonly MarkupNode[]
  startIndex?: number | null
  endIndex?: number | null
}

/** An element the official tool looks at, with what it is asked about it. */
export interface MarkupElement extends MarkupNode {
  name: string
  attribs: Readonly<Record<string, string>>
  children: readonly MarkupNode[]
}

/** Calls `visit` for every element in order, but for what the official tool skips: `template`, `slot`, hidden and aria-hidden parts. Source: facts 4.4. */
export function walkMarkup(root: MarkupNode, visit: (element: MarkupElement) => void): void {
  const open: MarkupNode[] = []
  pushChildren(open, root)
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isElement(node)) {
      if (isSkipped(node)) continue
      visit(node)
    }
    pushChildren(open, node)
  }
}

export function isElement(node: MarkupNode): node is MarkupElement {
  return (
    node.name !== undefined &&
    node.attribs !== undefined &&
    (node.type === 'tag' || node.type === 'style' || node.type === 'script')
  )
}

function isSkipped({ name, attribs }: MarkupElement): boolean {
  if (name === 'template' || name === 'slot' || attribs['aria-hidden'] === 'true') return true
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs['style'] ?? '')
}

/** Text beneath a node, white space folded. */
export function textBeneath(node: MarkupNode): string {
  const texts = nodesBeneath(node).map(({ type, data = '' }) => (type === 'text' ? data : ''))
  return texts.join('').replace(/\s+/g, ' ').trim()
}

/** Text beneath a node as it stands, but for what stands in scripts and styles. */
export function proseBeneath(node: MarkupNode): string {
  const isProse = ({ type, parent }: MarkupNode) =>
    type === 'text' && parent?.type !== 'script' && parent?.type !== 'style'
  return nodesBeneath(node)
    .filter(isProse)
    .map(({ data = '' }) => data)
    .join('')
}

/** Elements of these names beneath a node, in order. */
export function elementsBeneath(node: MarkupNode, ...names: readonly string[]): MarkupElement[] {
  return nodesBeneath(node).filter((one): one is MarkupElement => isElement(one) && names.includes(one.name))
}

/** Every node beneath a node, in order. */
export function nodesBeneath(root: MarkupNode): MarkupNode[] {
  const found: MarkupNode[] = []
  const open: MarkupNode[] = []
  pushChildren(open, root)
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    found.push(node)
    pushChildren(open, node)
  }
  return found
}

/** The nearest element of one of the names that holds the node; `null` when none does. */
export function aboveNamed(node: MarkupNode, ...names: readonly string[]): MarkupElement | null {
  for (let above = node.parent; above != null; above = above.parent)
    if (isElement(above) && names.includes(above.name)) return above
  return null
}

/** So that the first is taken first. */
function pushChildren(open: MarkupNode[], { children = [] }: MarkupNode): void {
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const child = children[index]
    if (child !== undefined) open.push(child)
  }
}

/** True when one of the attributes says something. */
export function says({ attribs }: MarkupElement, ...names: readonly string[]): boolean {
  return names.some((name) => (attribs[name] ?? '').trim() !== '')
}
