import type { Pattern } from '../../../store/model/terms.ts'
import { matchesAny } from '../../labels.ts'
import type { PageNames } from './page-names.ts'
import { bigramsOf, coverage, likeness } from './similar.ts'

export type TextVerdict =
  | 'agrees'
  /** The same name, of another year. */
  | 'other-year'
  /** Nothing of the text stands in title, headings or text of the page. */
  | 'differs'
  /** Neither is clear. */
  | 'unclear'

/** A name so alike is the same; one so unlike is another. */
const alike = 0.4
const unlike = 0.2
/** Of the text's pairs of characters so many stand in the page. */
const mostlyThere = 0.75
const hardlyThere = 0.5

/** A shorter text stands in many pages that are not about it. */
const longText = 6

/** Whether a text in normal form tells what a page is. `same` are names for the same thing. */
export function judgeText(
  text: string,
  { names, text: content, bigrams }: PageNames,
  same: readonly Pattern[],
): TextVerdict {
  const core = withoutDate(text)
  const own = names.map(withoutDate)
  if (own.some((name) => isOtherYear(core, name, content))) return 'other-year'
  const pairs = bigramsOf(core)
  if (own.some((name) => holds(core, name) || likeness(pairs, bigramsOf(name)) >= alike)) return 'agrees'
  if (same.some((words) => matchesAny(core, [words]) && own.some((name) => matchesAny(name, [words])))) return 'agrees'
  const there = coverage(pairs, bigrams)
  if (content.includes(core) || there >= mostlyThere) return core.length >= longText ? 'agrees' : 'unclear'
  if (own.length === 0) return 'unclear'
  const nearest = Math.max(...own.map((name) => likeness(pairs, bigramsOf(name))))
  return nearest < unlike && there < hardlyThere ? 'differs' : 'unclear'
}

/** A name shorter than two characters is held by too many. */
function holds(one: string, other: string): boolean {
  return (other.length > 1 && one.includes(other)) || (one.length > 1 && other.includes(one))
}

/** Days that lists write beside their entries, and marks of what is new or of which kind. */
function withoutDate(text: string): string {
  const bare = text.replace(
    /\(?\d{2,4}[./-]\d{1,2}[./-]\d{1,2}\)?|\d{2,4}年\d{1,2}月\d{1,2}日|^\[[^\]]{1,8}\]|new!?$/gu,
    '',
  )
  return bare.length > 1 ? bare : text
}

const year = /(?<!\d)((?:19|20)\d{2}|1\d{2}|[89]\d)(?=年)/gu

/** The same words but for the year, and the page nowhere names the year of the text. */
function isOtherYear(text: string, name: string, content: string): boolean {
  const [own, other] = [yearsIn(text), yearsIn(name)]
  const [first] = own
  if (own.length !== 1 || other.length !== 1 || first === undefined || first === other[0]) return false
  return text.replace(year, '') === name.replace(year, '') && !content.includes(`${first}年`)
}

/** 民國 years, as Western ones are made to be. */
function yearsIn(text: string): number[] {
  return [...text.matchAll(year)].map(([written]) =>
    Number(written) > 1911 ? Number(written) - 1911 : Number(written),
  )
}
