import type { CatalogueEntry } from '../../../store/model/catalogue.ts'
import type { Link } from '../../../store/model/link.ts'
import { numberText } from '../../../store/model/number-text.ts'
import type { Page } from '../../../store/model/page.ts'
import type { ListTerms } from '../../../store/model/terms.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { contentOf, type PageContent } from '../../content.ts'
import { documentAt, fileNameOf } from '../../file-names.ts'
import { foldText } from '../../labels.ts'
import { newestEndIn } from '../../periods.ts'
import { type Target, targetOf } from '../../targets.ts'
import type { LabelledBlock } from '../article7/labelled-block.ts'

/** What is needed to describe what a label leads to. */
export interface Describing {
  snapshot: Snapshot
  words: ListTerms
  /** ISO date. */
  today: string
  /** Addresses that are no entries there. */
  ignored?: ReadonlySet<string>
}

/** Names in a summary, and characters of it. */
const mostNames = 3
const longestSummary = 80

/** The entry of a label that leads to a page, a file or another site. */
export function describeLink(describing: Describing, label: string, link: Link): CatalogueEntry {
  const target = targetOf(describing.snapshot, link, describing.words.links)
  const head = { label: foldText(label), url: link.target }
  switch (target.kind) {
    case 'page':
      return { ...head, ...pageFacts(describing, target.page) }
    case 'file':
      return { ...head, ...listFacts(describing, [link]), summary: fileNameOf(describing.snapshot, target.resource) }
    case 'external':
      return { ...head, summary: `連結至${target.url.hostname}`, count: null, newest: null, formats: ['連結'] }
    default:
      return { ...head, summary: '', count: null, newest: null, formats: [] }
  }
}

/** The entry of a list that stands below a label without an address of its own. */
export function describeList(
  describing: Describing,
  label: string,
  url: string | null,
  links: readonly Link[],
): CatalogueEntry {
  return { label: foldText(label), url, ...listFacts(describing, links) }
}

/** The entry of a label below which the page itself tells. */
export function describeBlock(
  describing: Describing,
  { label, page, links, rows, text }: LabelledBlock,
): CatalogueEntry {
  if (links.length > 0) return describeList(describing, label, null, links)
  const names = rows.length > 0 ? [...rows] : [text]
  const summary = rows.length > 0 ? summaryOf(names) : clipped(text)
  const newest = newestEndIn(names.join('\n'), describing.today)
  return { label, url: page.url, summary, count: rows.length > 0 ? rows.length : null, newest, formats: ['HTML'] }
}

type Facts = Omit<CatalogueEntry, 'label' | 'url'>

function pageFacts(describing: Describing, page: Page): Facts {
  const { snapshot, words, today, ignored } = describing
  const content = contentOf(snapshot, page, words, ignored)
  const names = namesIn(content)
  const dates = [newestEndIn([...names, content.text].join('\n'), today), ...pageDates(snapshot, page)]
  const { formats } = listFacts(describing, content.entries)
  return {
    summary: names.length > 0 ? summaryOf(names) : clipped(content.text),
    count: names.length > 0 ? names.length : null,
    newest: newestOf(dates, today),
    formats: [...new Set(['HTML', ...formats])].sort(),
  }
}

/** A list whose rows hold its links is counted by its rows, which say more than 「下載」. */
function namesIn({ entries, rows }: PageContent): string[] {
  return rows.length >= entries.length ? [...rows] : entries.map((link) => link.text)
}

function listFacts({ snapshot, words, today }: Describing, links: readonly Link[]): Facts {
  const targets = links.map((link) => ({ link, target: targetOf(snapshot, link, words.links) }))
  const names = targets.map(({ link, target }) => nameOf(snapshot, link, target))
  return {
    summary: summaryOf(names),
    count: names.length,
    newest: newestEndIn(names.join('\n'), today),
    formats: [...new Set(targets.flatMap(({ target }) => formatOf(snapshot, target)))].sort(),
  }
}

function nameOf(snapshot: Snapshot, link: Link, target: Target): string {
  return target.kind === 'file' ? `${link.text} ${fileNameOf(snapshot, target.resource)}` : link.text
}

function formatOf(snapshot: Snapshot, target: Target): string[] {
  if (target.kind === 'external') return ['連結']
  if (target.kind === 'page') return ['HTML']
  if (target.kind !== 'file') return []
  const file = documentAt(snapshot, target.resource)
  const format = file?.detected ?? file?.named ?? null
  return format === null ? [] : [format.toUpperCase()]
}

function pageDates(snapshot: Snapshot, page: Page): string[] {
  return snapshot
    .dates(page.id)
    .filter(({ region }) => region === 'main')
    .map(({ date }) => date)
}

function newestOf(dates: readonly (string | null)[], today: string): string | null {
  const known = dates.filter((date): date is string => date !== null && date <= today)
  return known.sort().at(-1) ?? null
}

function summaryOf(names: readonly string[]): string {
  const told = names.map((name) => foldText(name).replaceAll('|', ' ')).filter((name) => name !== '')
  const first = clipped(told.slice(0, mostNames).join('、'))
  return told.length > mostNames ? `${first}等${numberText(told.length)}項` : first
}

function clipped(text: string): string {
  const characters = [...text]
  return characters.length <= longestSummary ? text : `${characters.slice(0, longestSummary).join('')}…`
}
