/** A node of the parsed page, as far as predicates read it. */
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
  const open: MarkupNode[] = [...(root.children ?? [])].reverse()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isElement(node)) {
      if (isSkipped(node)) continue
      visit(node)
    }
    for (let index = (node.children?.length ?? 0) - 1; index >= 0; index -= 1) {
      const child = node.children?.[index]
      if (child !== undefined) open.push(child)
    }
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
  const parts: string[] = []
  walkTexts(node, parts)
  return parts.join('').replace(/\s+/g, ' ').trim()
}

function walkTexts(root: MarkupNode, parts: string[]): void {
  const open: MarkupNode[] = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'text') parts.push(node.data ?? '')
    for (const child of [...(node.children ?? [])].reverse()) open.push(child)
  }
}

/** Elements of a name beneath a node. */
export function elementsBeneath(node: MarkupNode, name: string): MarkupElement[] {
  const found: MarkupElement[] = []
  const open: MarkupNode[] = [...(node.children ?? [])].reverse()
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isElement(next) && next.name === name) found.push(next)
    for (const child of [...(next.children ?? [])].reverse()) open.push(child)
  }
  return found
}

/** True when one of the attributes says something. */
export function says({ attribs }: MarkupElement, ...names: readonly string[]): boolean {
  return names.some((name) => (attribs[name] ?? '').trim() !== '')
}
