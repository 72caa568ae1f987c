import type { Evidence } from '../../../store/model/evidence.ts'
import type { Page } from '../../../store/model/page.ts'
import type { ErrorTerms, Pattern } from '../../../store/model/terms.ts'
import { Recent } from '../../../store/recent.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { foldText, matchesAny } from '../../labels.ts'
import { oncePerSnapshot } from '../../once-per.ts'
import { contentLinkCount, type PageText, textsOf } from './page-texts.ts'

export type FaultKind = 'replacement' | 'garbled' | 'filler' | 'placeholder' | 'test' | 'under-construction'

/** One evident error of a page. */
export interface PageFault {
  kind: FaultKind
  /** What is wrong, as written. */
  quote: string
  /** False for what stands in a menu or a link: the page itself may be all right. */
  isOwn: boolean
  evidence: Evidence
}

/** Characters around a wrong one that show where it stands. */
const around = 12
const longestQuote = 60
/** Different wrong texts named of one piece of a page. */
const mostQuotes = 3
/** A page whose whole text is so short can be nothing but a test. */
const shortText = 60

/** Every evident error of what a page says, at most one of a kind and quote. Source: 003:223-226. */
export function faultsOf(snapshot: Snapshot, page: Page, words: ErrorTerms): PageFault[] {
  const texts = textsOf(snapshot, page)
  const own = ownText(texts)
  const isBare = own.length <= words.longestUnderConstruction && contentLinkCount(snapshot, page) <= 2
  const ofLinks = faultsOfLinks(snapshot, words)
  const faults = texts.flatMap((one): PageFault[] => {
    const kinds = one.kind === 'link' ? ofLinks.get(one.text, () => wordFaults(one, words)) : wordFaults(one, words)
    const bare = isBare ? bareFaults(one, own, words) : []
    return [...kinds, ...bare].map((fault) => ({ ...fault, isOwn: one.kind !== 'link', evidence: one.evidence() }))
  })
  return saidOnce(faults)
}

/** A heading 「標題標題標題…」 is one fault, though its words stand in the text as well; of the page itself when they do. */
function saidOnce(faults: readonly PageFault[]): PageFault[] {
  const isPart = (part: PageFault, whole: PageFault) =>
    part.kind === 'filler' && whole.kind === 'placeholder' && whole.quote.includes(part.quote)
  return faults
    .filter((fault) => !faults.some((whole) => isPart(fault, whole)))
    .map((fault) => ({ ...fault, isOwn: fault.isOwn || faults.some((part) => part.isOwn && isPart(part, fault)) }))
}

type Found = Pick<PageFault, 'kind' | 'quote'>

/** By the text of a link: menus say the same on every page. */
const faultsOfLinks = oncePerSnapshot((_snapshot: Snapshot, _words: ErrorTerms) => new Recent<string, Found[]>(10_000))

/** What is wrong with a text wherever it stands. */
function wordFaults(one: PageText, words: ErrorTerms): Found[] {
  return [
    ...characterFaults(one),
    ...within(one, 'garbled', words.garbled),
    ...within(one, 'filler', words.inText),
    ...wholeFaults(one, words),
  ]
}

function characterFaults({ text }: PageText): Found[] {
  const at = text.indexOf('\ufffd')
  if (at < 0) return []
  return [{ kind: 'replacement', quote: text.slice(Math.max(0, at - around), at + around) }]
}

function within({ text }: PageText, kind: FaultKind, patterns: readonly Pattern[]): Found[] {
  const quotes = new Map<string, string>()
  for (const expression of expressionsOf(patterns))
    for (const [match] of text.matchAll(expression)) {
      const quote = match.slice(0, longestQuote)
      if (!quotes.has(quote.toLowerCase())) quotes.set(quote.toLowerCase(), quote)
      if (quotes.size >= mostQuotes) break
    }
  return [...quotes.values()].map((quote) => ({ kind, quote }))
}

/** What repeats is the same fault however often it does. */
function quoteOf(text: string): string {
  const unit = /^(.{2,8}?)\1{2,}/u.exec(text)?.[1]
  return unit === undefined ? text.slice(0, longestQuote) : `${unit.repeat(3)}…`
}

/** What is wrong as a whole: a title, a heading, the text of a link; nothing of it within a sentence. */
function wholeFaults({ kind, text, isName: isNameOfPage }: PageText, words: ErrorTerms): Found[] {
  if (kind === 'text') return []
  const said = compact(text)
  const isName = kind !== 'link' && matchesAny(said, words.placeholderName)
  if (isName || matchesAny(said, words.placeholder)) return [{ kind: 'placeholder', quote: quoteOf(text) }]
  return isNameOfPage && matchesAny(said, words.test) ? [{ kind: 'test', quote: text.slice(0, longestQuote) }] : []
}

/** What a page is that says little else. */
function bareFaults({ kind, text, isName }: PageText, own: string, words: ErrorTerms): Found[] {
  const said = kind === 'text' ? own : compact(text)
  if (kind !== 'text' && !isName) return []
  const quote = said.slice(0, longestQuote)
  if (matchesAny(said, words.underConstruction)) return [{ kind: 'under-construction', quote }]
  const isTest = kind === 'text' && said.length <= shortText && matchesAny(said, words.test)
  return isTest ? [{ kind: 'test', quote }] : []
}

/** The main text without the headings that stand in it. */
function ownText(texts: readonly PageText[]): string {
  const main = compact(texts.find(({ kind }) => kind === 'text')?.text ?? '')
  const headings = texts.filter(({ kind }) => kind === 'heading' || kind === 'title').map(({ text }) => compact(text))
  return headings.reduce((text, heading) => (heading === text ? text : text.replace(heading, '')), main)
}

function compact(text: string): string {
  return foldText(text).replace(/\s+/gu, '')
}

const compiled = new WeakMap<readonly Pattern[], readonly RegExp[]>()

function expressionsOf(patterns: readonly Pattern[]): readonly RegExp[] {
  const known = compiled.get(patterns)
  if (known !== undefined) return known
  const made = patterns.map((source) => new RegExp(source, 'giu'))
  compiled.set(patterns, made)
  return made
}
