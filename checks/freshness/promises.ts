import type { Page } from '../../store/model/page.ts'
import type { FreshnessTerms, Terms, UpdateCycle } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { foldText, matchesAny } from '../labels.ts'
import { looseLinks } from '../loose-links.ts'
import { mainTextOf } from '../seen-page.ts'
import { findPolicies } from './find-policy.ts'
import { policyText } from './policy-text.ts'

/** How often something is promised to be updated. */
export interface UpdatePromise {
  /** As written. */
  text: string
  cycle: UpdateCycle
  /** Where it is written. */
  page: Page
  /** What it is said of: the page itself, a list of the site, the whole site, or something nobody could find. */
  of: { kind: 'page' | 'list'; page: Page } | { kind: 'site' } | { kind: 'unknown' }
}

/** Longer pieces are no rule of one thing. */
const longestPiece = 120
const longestQuote = 60
/** Between the words of the cycle and what is done so often. */
const gap = '[^。；;，,]{0,12}'

/** Every promise in the rules of updating, and those that pages make of themselves. Sources: 003:227-228, 000:151. */
export function promisesOf(snapshot: Snapshot, terms: Terms): UpdatePromise[] {
  const { freshness, links } = terms
  const policies = findPolicies(snapshot, freshness, links).flatMap((policy) => {
    const page = policy.target.kind === 'page' ? policy.target.page : null
    const read = page === null ? null : policyText(snapshot, policy, terms)
    return page === null || read === null ? [] : [{ page, text: read.text }]
  })
  const ruled = policies.flatMap(({ page, text }) => inRule(snapshot, page, text, freshness))
  const rules = new Set(policies.map(({ page }) => page))
  const own = snapshot
    .pages()
    .filter((page) => !rules.has(page))
    .flatMap((page) => ofItself(snapshot, page, freshness))
  return [...ruled, ...own]
}

function inRule(snapshot: Snapshot, page: Page, text: string, words: FreshnessTerms): UpdatePromise[] {
  return piecesOf(text).flatMap((piece): UpdatePromise[] => {
    const cycle = words.cycles.find((one) => saysOften(piece, one, words.promise.acts))
    if (cycle === undefined) return []
    return [{ text: piece.slice(0, longestQuote), cycle, page, of: subjectOf(snapshot, piece, words) }]
  })
}

function piecesOf(text: string): string[] {
  return text
    .split(/[。；;\s]+/u)
    .map((piece) => foldText(piece).replace(/\s+/gu, ''))
    .filter((piece) => piece.length <= longestPiece)
}

function saysOften(piece: string, { text }: UpdateCycle, acts: string): boolean {
  return text.some((cycle) => new RegExp(`(${cycle})${gap}(${acts})`, 'iu').test(piece))
}

/** A list whose name stands before the cycle; the longest name tells best. */
function subjectOf(snapshot: Snapshot, piece: string, { cycles, promise }: FreshnessTerms): UpdatePromise['of'] {
  const at = Math.min(...cycles.flatMap(({ text }) => text.map((one) => placeOf(piece, one))))
  const subject = piece.slice(0, at)
  const named = looseLinks(snapshot)
    .filter(({ normal, link }) => normal.length >= 3 && subject.includes(normal) && link.target !== null)
    .sort((a, b) => b.normal.length - a.normal.length)
  for (const { link } of named) {
    const page = link.target === null ? null : snapshot.pageAt(link.target)
    if (page !== null) return { kind: 'list', page }
  }
  return matchesAny(piece, [promise.ofSite]) ? { kind: 'site' } : { kind: 'unknown' }
}

function placeOf(piece: string, pattern: string): number {
  const at = piece.search(new RegExp(pattern, 'iu'))
  return at < 0 ? piece.length : at
}

/** Only so much of a page is searched: what a page says of itself stands at its head or its end. */
const searched = 20_000

function ofItself(snapshot: Snapshot, page: Page, words: FreshnessTerms): UpdatePromise[] {
  const text = mainTextOf(snapshot, page).slice(0, searched)
  if (!/[每逐按雙]/u.test(text)) return []
  for (const piece of piecesOf(text)) {
    if (!/[每逐按雙]/u.test(piece)) continue
    const cycle = formsOf(words).find(({ form }) => form.test(piece))?.cycle
    if (cycle !== undefined) return [{ text: piece.slice(0, longestQuote), cycle, page, of: { kind: 'page', page } }]
  }
  return []
}

type Form = { cycle: UpdateCycle; form: RegExp }

const formsByWords = new WeakMap<FreshnessTerms, readonly Form[]>()

/** What a page says of itself, once for each cycle. */
function formsOf(words: FreshnessTerms): readonly Form[] {
  const known = formsByWords.get(words)
  if (known !== undefined) return known
  const made = words.cycles.flatMap((cycle) =>
    words.promise.ofPage.map((form): Form => {
      return { cycle, form: new RegExp(form.replaceAll('%cycle%', `(${cycle.text.join('|')})`), 'iu') }
    }),
  )
  formsByWords.set(words, made)
  return made
}
