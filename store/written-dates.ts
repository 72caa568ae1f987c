/** A date in a text, with its place there. */
export interface FoundDate {
  text: string
  /** ISO date. */
  date: string
  /** What stands before it and says what it is the date of; `null` when nothing does. */
  label: string | null
  /** Index in the text. */
  index: number
}

const written =
  /(?:中華民國|民國)?\s{0,2}(?<!\d)(\d{2,4})\s{0,2}年\s{0,2}(\d{1,2})\s{0,2}月\s{0,2}(\d{1,2})\s{0,2}日|(?<!\d)(\d{2,4})([./-])(\d{1,2})\5(\d{1,2})(?!\d|\5\d)/g

/** Labels seen on real sites (facts 6.3), most telling first. */
const label =
  /((?:資料|內容|網頁|網站|本頁|最後|最近|最新)?(?:更新|發布|發佈|公布|公佈|張貼|刊登|修改|修正|異動|上版|上架|上網|上傳|建檔|檢視|製表|發文)(?:日期|時間|日)?|(?:公告|下架|截止|活動|施行|生效)(?:日期|時間|日)|(?:公告|下架|截止|活動|施行|生效)(?=\s*[:：】\])])|日期|Data update|Last updated?|Updated|Review Date|Date)\s*[:：】\])]?\s*(?:中華民國|民國)?\s*$/i

/** How far before a date its label may begin, in UTF-16 code units. */
const labelReach = 24

/**
 * Every date in the text, in order. A year below 200 is a 民國 year (+1911), believed from 79 on; the others from 1900 to
 * 2199. Impossible dates (13th month, 30 February) are no dates; nor are pieces of longer number chains (versions,
 * addresses). Source: facts section 9.
 */
export function findDates(text: string): FoundDate[] {
  const plain = narrowDigits(text)
  return [...plain.matchAll(written)].flatMap((match) => {
    if (isInChain(plain, match)) return []
    const date = isoDate(match[1] ?? match[4], match[2] ?? match[6], match[3] ?? match[7])
    if (date === null) return []
    const lead = match[0].length - match[0].trimStart().length
    const index = match.index + lead
    return [{ text: text.slice(index, match.index + match[0].length), date, label: labelBefore(plain, index), index }]
  })
}

/** Full-width digits and separators as their narrow twins: one for one, so that places stay. */
function narrowDigits(text: string): string {
  return text.replace(/[０-９／．－]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
}

/** `1.2.115.11.20` and `02-115-11-20` are no dates. */
function isInChain(text: string, match: RegExpExecArray): boolean {
  const separator = match[5]
  return separator !== undefined && text[match.index - 1] === separator && /\d/.test(text[match.index - 2] ?? '')
}

function isoDate(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  const westernYear = westernYearOf(Number(year))
  if (westernYear === null) return null
  const [monthNumber, dayNumber] = [Number(month), Number(day)]
  if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1 || dayNumber > daysOf(westernYear, monthNumber)) return null
  return `${westernYear}-${twoDigits(monthNumber)}-${twoDigits(dayNumber)}`
}

function daysOf(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}

/** The Western year of a year as written: below 200 民國, believed from 79 on, else 1900 to 2199; `null` for any other number. */
export function westernYearOf(year: number): number | null {
  if (year >= 79 && year < 200) return year + 1911
  return year >= 1900 && year < 2200 ? year : null
}

function labelBefore(text: string, index: number): string | null {
  return label.exec(text.slice(Math.max(0, index - labelReach), index))?.[1]?.trim() ?? null
}
