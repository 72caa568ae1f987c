import type { Link } from '../../../store/model/link.ts'
import type { Page } from '../../../store/model/page.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { foldText, normaliseLabel } from '../../labels.ts'
import type { MarkupNode } from '../../markup-walk.ts'
import { hyperlinksOf, linksBetween } from '../../page-places.ts'
import { rowsWithin } from '../../page-reading.ts'
import type { Dom, Placed } from '../../seen-page.ts'

export type Selection = ReturnType<Dom>

/** Longest text, without white space, that may be a label. */
export const longestLabel = 90

/** A label of a page, and what stands below it on that page. */
export interface LabelledBlock {
  /** As written, folded. */
  label: string
  page: Page
  /** The element that bears the label. */
  element: Placed
  links: readonly Link[]
  /** Rows of data tables, cells joined by `|`. */
  rows: readonly string[]
  /** All of its text, folded, without white space. */
  text: string
  /** The first cell beside the label that says anything, folded, without white space; `''` for a label that is no cell. */
  cell: string
}

/** The block of a label; the label itself is no part of its text. */
export function blockFrom(
  snapshot: Snapshot,
  page: Page,
  { label, element, below }: { label: string; element: Placed; below: Selection },
): LabelledBlock {
  const all = textOf(below)
  const text = all.startsWith(compact(label)) ? all.slice(compact(label).length).replace(/^[:：]/u, '') : all
  const rows = rowsWithin(below.toArray() as unknown as MarkupNode[])
  return { label, page, element, links: linksWithin(snapshot, page, below), rows, text, cell: firstCell(below) }
}

function firstCell(below: Selection): string {
  const cells = below.toArray().flatMap((_, index) => (below.eq(index).is('td') ? [textOf(below.eq(index))] : []))
  return cells.find((text) => text !== '') ?? ''
}

/** 「研究報告（本所無）」: where nothing stands below a label, a remark in brackets behind it does. */
export function withRemark(block: LabelledBlock): LabelledBlock {
  const [, label, remark] = /^(.{2,}?)[(（]([^()（）]{2,})[)）]$/u.exec(block.label) ?? []
  if (label === undefined || remark === undefined || block.links.length > 0 || block.text !== '') return block
  // What templates put behind every label says nothing of it.
  if (!normaliseLabel(block.label).endsWith(')')) return block
  return { ...block, label, text: compact(remark) }
}

/** Text of a part of a page, folded, without white space. */
export function textOf(below: Selection): string {
  const shown = below.not('script, style, template').clone()
  shown.find('script, style, template').remove()
  return compact(foldText(shown.text()))
}

function compact(text: string): string {
  return text.replace(/\s+/gu, '')
}

/** Links of a page that stand in a part of it. */
export function linksWithin(snapshot: Snapshot, page: Page, block: Selection): Link[] {
  const links = hyperlinksOf(snapshot, page)
  const found = block
    .toArray()
    .flatMap((element) => linksBetween(links, element.startIndex ?? -1, element.endIndex ?? -1))
  return [...new Set(found)]
}
