import type { ContentTerms } from '../../../store/model/terms.ts'
import { type FoundDate, findDates } from '../../../store/written-dates.ts'

/** A day on which something ends, as a text says. */
export interface EndDate {
  /** ISO date. */
  date: string
  /** As written. */
  text: string
  /** Index in the text. */
  index: number
}

type EndWords = Pick<ContentTerms['expired'], 'endBefore' | 'endBehind'>

const reachBefore = 10
const reachBehind = 12
/** A range may stand between the word and its second day. */
const reachDeadline = 45
/** The second day of a range that shares its year with the first: 115年11月1日至12月5日, 115/11/1~12/5. */
const sameYear =
  /^\s*(?:\([一二三四五六日]\)|（[一二三四五六日]）)?\s*(?:至|到|迄|~|～|－|—|–|-)\s*(\d{1,2})(?:月|[./-])(\d{1,2})日?(?!\d|[./-]\d)/u
const eventDay = /活動(?:日期|時間|期間)\s*[:：]?\s*$/u

/** Every day on which something ends, in the order of the text; days on which something begins are left out. */
export function endDatesIn(text: string, words: EndWords): EndDate[] {
  const before = new RegExp(`(?:${words.endBefore})(?:日期?|時間)?\\s*[:：]?\\s*(?:中華民國|民國)?\\s*$`, 'iu')
  const behind = new RegExp(words.endBehind, 'iu')
  return findDates(text).flatMap((found): EndDate[] => {
    const [lead, rest] = around(text, found)
    const second = secondDay(found, rest)
    if (second !== null) return [second]
    const isEnd = before.test(lead) || behind.test(rest) || eventDay.test(lead)
    return isEnd ? [{ date: found.date, text: found.text, index: found.index }] : []
  })
}

function around(text: string, { index, text: written }: FoundDate): [string, string] {
  const end = index + written.length
  return [text.slice(Math.max(0, index - reachBefore), index), text.slice(end, end + reachBehind)]
}

function secondDay({ date, text, index }: FoundDate, rest: string): EndDate | null {
  const match = sameYear.exec(rest)
  if (match === null) return null
  const [written = '', month = '', day = ''] = match
  const end = `${date.slice(0, 5)}${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const isReal = !Number.isNaN(Date.parse(end)) && new Date(end).toISOString().slice(0, 10) === end
  return isReal ? { date: end, text: `${text}${written}`, index } : null
}

/** Ends of what an article is about: a deadline, an event, a time for comments; ends of terms of office and of laws are left out. */
export function deadlinesIn(text: string, words: EndWords & { deadlines: string }): EndDate[] {
  const deadline = new RegExp(words.deadlines, 'iu')
  return endDatesIn(text, words).filter(({ index }) =>
    deadline.test(text.slice(Math.max(0, index - reachDeadline), index)),
  )
}
