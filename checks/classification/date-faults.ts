import type { MetaTag } from '../../store/model/page.ts'
import { tagsOf } from './fields.ts'
import type { ValueFault, ValueWords } from './value-faults.ts'

/** Years, months, days and times as ISO 8601 writes them; the rule's own form is the day. Source: facts 3.3. */
const isoForm = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/

/** The day an ISO date names, of a month or year its first; `null` when it is none, or names no day of the calendar. */
export function isoDay(content: string): string | null {
  const [, year, month = '01', day = '01'] = isoForm.exec(content.trim()) ?? []
  if (year === undefined) return null
  const date = `${year}-${month}-${day}`
  const instant = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? date : null
}

/** Contents of DC.Date that are no date of the calendar in the form of the rule. */
export function dateFaults(tags: readonly MetaTag[]): ValueFault[] {
  return tagsOf(tags, 'DC.Date')
    .filter(({ content }) => content.trim() !== '' && isoDay(content) === null)
    .map((tag): ValueFault => ({ kind: 'date-form', tag, field: 'DC.Date', content: tag.content }))
}

/** Ends of DC.Coverage that are no date, lie beyond all information, or end before they begin. Source: facts 3.4. */
export function coverageFaults(tags: readonly MetaTag[], words: ValueWords): ValueFault[] {
  const ends = tagsOf(tags, 'DC.Coverage').filter(isDateLike)
  const wrong = ends.filter((tag) => !isPossible(tag, words))
  const [from, to] = ['.t.min', '.t.max'].map((end) => ends.find((tag) => endsWith(tag, end) && !wrong.includes(tag)))
  const isReversed = from !== undefined && to !== undefined && (isoDay(to.content) ?? '') < (isoDay(from.content) ?? '')
  return [...wrong, ...(isReversed ? [to] : [])].map(
    (tag): ValueFault => ({ kind: 'coverage', tag, field: tag.name.trim(), content: tag.content }),
  )
}

/** Ends of a time, and what is written as one; a coverage may else name a place. */
function isDateLike(tag: MetaTag): boolean {
  if (tag.content.trim() === '') return false
  return endsWith(tag, '.t.min') || endsWith(tag, '.t.max') || /^\s*\d{1,4}[/-]\d/.test(tag.content)
}

function endsWith({ name }: MetaTag, end: string): boolean {
  return name.trim().toLowerCase().endsWith(end)
}

function isPossible({ content }: MetaTag, { terms, today }: ValueWords): boolean {
  const day = isoDay(content)
  if (day === null) return false
  const year = Number(day.slice(0, 4))
  const { earliestYear, yearsAhead } = terms.coverage
  return year >= earliestYear && year <= Number(today.slice(0, 4)) + yearsAhead
}
