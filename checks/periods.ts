import { westernYearOf } from '../store/written-dates.ts'

/** A stretch of time that a text names, both ends ISO dates and part of it. */
export interface Period {
  from: string
  to: string
}

/** Years of a 民國 or Western date, its month and day; a range of years as in 「114至117年度」. */
const year = '(?<!\\d)(\\d{2,4})'
const range = new RegExp(`${year}年?(?:度|學年度)?[至到~\\-–—－]+(\\d{2,4})(?=年|學年)`, 'gu')
const written = new RegExp(
  `${year}(?:年度?(?:(?:第?([一二三四1-4])季|(上|下)半年|(\\d{1,2})月(?:份)?(?:(\\d{1,2})日?)?))?|(學年)|([./-])(\\d{1,2})(?:\\7(\\d{1,2}))?(?!\\d|\\7\\d))`,
  'gu',
)
/** A year that stands alone in a cell or a file name: Western as it is, 民國 only with nothing but marks around it. */
const bare = /(?<![\d.,/]|\d-)((?:19|20)\d{2})(?!\d|[.,/-]\d|%|年)|(?:^|[\s|_(-])(1[0-4]\d)(?=$|[\s|_)]|[.-](?!\d))/gu

/** Every period the text names, in no order. Years are read as `westernYearOf` has it. */
export function periodsIn(text: string): Period[] {
  // 「115上半年」 leaves the word for a year out.
  const plain = text.normalize('NFKC').replace(/(?<!\d)(1[0-4]\d)(?=[上下]半年)/gu, '$1年')
  return [...rangesIn(plain), ...datesIn(plain), ...yearsIn(plain)]
}

function rangesIn(text: string): Period[] {
  return [...text.matchAll(range)].flatMap((match) => {
    const [from, to] = [westernYearOf(Number(match[1])), westernYearOf(Number(match[2]))]
    return from === null || to === null || from > to ? [] : [{ from: `${from}-01-01`, to: `${to}-12-31` }]
  })
}

function datesIn(text: string): Period[] {
  return [...text.matchAll(written)].flatMap((match) => {
    const [, years, quarter, half, month, day, school, , secondMonth, secondDay] = match
    const western = westernYearOf(Number(years))
    if (western === null) return []
    if (school !== undefined) return [{ from: `${western}-08-01`, to: `${western + 1}-07-31` }]
    if (quarter !== undefined) return quarterOf(western, quarter)
    if (half !== undefined) return [monthsOf(western, half === '上' ? 1 : 7, 6)]
    const inMonth = month ?? secondMonth
    if (inMonth === undefined) return [monthsOf(western, 1, 12)]
    return dayOrMonth(western, Number(inMonth), day ?? secondDay)
  })
}

function yearsIn(text: string): Period[] {
  return [...text.matchAll(bare)].flatMap((match) => {
    const western = westernYearOf(Number(match[1] ?? match[2]))
    return western === null ? [] : [monthsOf(western, 1, 12)]
  })
}

function quarterOf(western: number, quarter: string): Period[] {
  const index = '一二三四'.includes(quarter) ? '一二三四'.indexOf(quarter) : Number(quarter) - 1
  return [monthsOf(western, index * 3 + 1, 3)]
}

function dayOrMonth(western: number, month: number, day: string | undefined): Period[] {
  if (month < 1 || month > 12) return []
  const whole = monthsOf(western, month, 1)
  if (day === undefined) return [whole]
  const date = `${whole.from.slice(0, 8)}${day.padStart(2, '0')}`
  return Number(day) >= 1 && date <= whole.to ? [{ from: date, to: date }] : []
}

function monthsOf(western: number, month: number, count: number): Period {
  const last = new Date(Date.UTC(western, month - 1 + count, 0)).toISOString().slice(0, 10)
  return { from: `${western}-${String(month).padStart(2, '0')}-01`, to: last }
}

/** The last day the text speaks of that is not after `today`; a period that is still going on ends today. `null`: it names none. */
export function newestDateIn(text: string, today: string): string | null {
  const begun = periodsIn(text).filter(({ from }) => from <= today)
  const ends = begun.map(({ to }) => (to < today ? to : today))
  return ends.sort().at(-1) ?? null
}

/** Longest stretch that still tells when something happened: a month. */
const longestOccasionMs = 31 * 86_400_000

/** As `newestDateIn`, but by days and months alone: a year that is going on tells of nothing that happened. `null`: it names none. */
export function newestOccasionIn(text: string, today: string): string | null {
  const isOccasion = ({ from, to }: Period) => from <= today && Date.parse(to) - Date.parse(from) <= longestOccasionMs
  const ends = periodsIn(text)
    .filter(isOccasion)
    .map(({ to }) => (to < today ? to : today))
  return ends.sort().at(-1) ?? null
}

/** As `newestDateIn`, but a year that is going on does not end today: it tells of no day. `null`: it names nothing that is over. */
export function newestEndIn(text: string, today: string): string | null {
  const isTold = ({ from, to }: Period) =>
    from <= today && (to <= today || Date.parse(to) - Date.parse(from) <= longestOccasionMs)
  const ends = periodsIn(text)
    .filter(isTold)
    .map(({ to }) => (to < today ? to : today))
  return ends.sort().at(-1) ?? null
}

/** True when one of the periods touches the given Western year. */
export function speaksOfYear(text: string, western: number): boolean {
  return periodsIn(text).some(
    ({ from, to }) => Number(from.slice(0, 4)) <= western && western <= Number(to.slice(0, 4)),
  )
}

/** The newest Western year the text names up to `latest`; `null` when it names none. */
export function newestYearIn(text: string, latest: number): number | null {
  const years = periodsIn(text)
    .filter(({ from }) => Number(from.slice(0, 4)) <= latest)
    .map(({ to }) => Math.min(latest, Number(to.slice(0, 4))))
  return years.length === 0 ? null : Math.max(...years)
}

/** The ISO date so many months before another, at most the last day of that month. */
export function monthsBefore(date: string, months: number): string {
  const [years = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(years, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(years, month - 1 - months, Math.min(day, last))).toISOString().slice(0, 10)
}

/** The ISO date so many days before another. */
export function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10)
}

/** As officials write it, as in `115年11月20日`. */
export function rocDateText(date: string): string {
  const [years = 0, month = 0, day = 0] = date.split('-').map(Number)
  return `${years - 1911}年${month}月${day}日`
}
