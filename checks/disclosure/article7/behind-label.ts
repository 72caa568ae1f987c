import type { ItemNumber } from '../../../store/model/check-result.ts'
import type { Link } from '../../../store/model/link.ts'
import type { Page } from '../../../store/model/page.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { contentOf } from '../../content.ts'
import { fileNameOf } from '../../file-names.ts'
import { foldText } from '../../labels.ts'
import { compactText, tableRows } from '../../page-reading.ts'
import { type Target, targetOf } from '../../targets.ts'
import { entryNameOf } from './entry-name.ts'
import type { BlockNode, ItemNode, LinkNode } from './item-node.ts'
import type { ItemSearch } from './item-search.ts'
import { otherLines } from './other-lines.ts'

/** Entries read behind one label, and characters of each page: enough for any list, and cheap where a list has thousands. */
const mostEntries = 60
const mostCharacters = 4000

/** One thing listed behind a label. */
export interface ListedEntry {
  /** `null` for a row of a table, or text, without a link of its own. */
  link: Link | null
  /** Its label or row and, for a file, the name of the file; folded, without white space. */
  name: string
  /** What the page behind it names: its title, entries and rows. */
  below: readonly string[]
}

/** What is known of the things behind a label, two levels deep. */
export interface Behind {
  entries: readonly ListedEntry[]
  /** Text of the pages that were read. */
  text: string
  /** ISO dates in the content of those pages. */
  dates: readonly string[]
  /** True when something behind it was not read: a file, another site, a page that was not fetched, more than the cap. */
  hasUnread: boolean
}

/** Reads what stands behind a label: its page, and the pages and files that page lists. */
export function behindLabel(search: ItemSearch, item: ItemNumber, node: ItemNode): Behind {
  const { snapshot } = search
  const target: Target = node.kind === 'link' ? targetOf(snapshot, node.link, search.terms.links) : { kind: 'here' }
  const page = target.kind === 'page' ? target.page : null
  const links = [...(page === null ? [] : entriesOn(search, item, page)), ...node.below].slice(0, mostEntries)
  const listed = links.map((link) => ({ link, target: targetOf(snapshot, link, search.terms.links) }))
  const details = listed.flatMap((one) => (one.target.kind === 'page' ? [one.target.page] : []))
  const pages = [...new Set([...(page === null ? [] : [page]), ...details])]
  return {
    entries: [
      ...listed.map((one) => entryOf(search, one)),
      ...(page === null ? [] : rowsOf(snapshot, page)),
      ...(node.kind === 'block' ? entriesOfBlock(node) : []),
      ...(node.kind === 'link' && target.kind === 'file' ? [fileEntry(snapshot, node, target)] : []),
    ],
    text: [textOfBlock(node), ...pages.map((one) => compactText(snapshot, one).slice(0, mostCharacters))].join('\n'),
    dates: pages.flatMap((one) => contentDates(snapshot, one)),
    hasUnread:
      target.kind === 'external' || links.length === mostEntries || listed.some(isUnread) || isUnread({ target }),
  }
}

/** Every name behind a label: the label's own, those listed, and those one level below. */
export function namesBehind(node: ItemNode, { entries }: Behind): string[] {
  return [compact(node.label), ...entries.flatMap(({ name, below }) => [name, ...below])]
}

function entriesOn(search: ItemSearch, item: ItemNumber, page: Page): readonly Link[] {
  return contentOf(search.snapshot, page, search.terms, otherLines(search, item)).entries
}

function entryOf(search: ItemSearch, { link, target }: { link: Link; target: Target }): ListedEntry {
  const { snapshot } = search
  const file = target.kind === 'file' ? ` ${fileNameOf(snapshot, target.resource)}` : ''
  return {
    link,
    name: compact(`${entryNameOf(snapshot, link)}${file}`),
    below: target.kind === 'page' ? namesOn(search, target.page) : [],
  }
}

function namesOn(search: ItemSearch, page: Page): string[] {
  const { snapshot, terms } = search
  const content = contentOf(snapshot, page, terms)
  const names = [
    page.title ?? '',
    ...content.entries.slice(0, mostEntries).map((link) => entryNameOf(snapshot, link)),
    ...content.rows,
  ]
  return names.map(compact)
}

function rowsOf(snapshot: Snapshot, page: Page): ListedEntry[] {
  return tableRows(snapshot, page).map((name) => ({ link: null, name, below: [] }))
}

/** Its rows, and all its text: beside a link that only says 「PDF」 stands what the file is. */
function entriesOfBlock({ block }: BlockNode): ListedEntry[] {
  const names = [...block.rows, block.text.slice(0, mostCharacters)].filter((name) => name !== '')
  return names.map((name) => ({ link: null, name, below: [] }))
}

function textOfBlock(node: ItemNode): string {
  return node.kind === 'block' ? node.block.text.slice(0, mostCharacters) : ''
}

function fileEntry(snapshot: Snapshot, node: LinkNode, target: Extract<Target, { kind: 'file' }>): ListedEntry {
  return { link: node.link, name: compact(fileNameOf(snapshot, target.resource)), below: [] }
}

function contentDates(snapshot: Snapshot, page: Page): string[] {
  return snapshot
    .dates(page.id)
    .filter(({ region }) => region === 'main' || region === 'other')
    .map(({ date }) => date)
}

function isUnread({ target }: { target: Target }): boolean {
  return target.kind === 'file' || target.kind === 'external' || target.kind === 'unseen'
}

function compact(text: string): string {
  return foldText(text).replace(/\s+/gu, '')
}
