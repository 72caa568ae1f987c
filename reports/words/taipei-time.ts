import { taipeiDate, taipeiTimeOfDay } from '../../store/model/taipei-date.ts'

/** An ISO instant as an official writes it, as in 「民國115年11月22日 10:03」; text that is no instant stays as it is. */
export function taipeiTime(text: string): string {
  const ms = Date.parse(text)
  if (Number.isNaN(ms)) return text
  const instant = new Date(ms)
  const [year, month, day] = taipeiDate(instant).split('-').map(Number)
  return `民國${(year ?? 0) - 1911}年${month}月${day}日 ${taipeiTimeOfDay(instant)}`
}

/** An ISO date as an official writes it, as in 「115年11月22日」; text that is no date stays as it is. */
export function rocDay(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []
  return year === undefined ? date : `${Number(year) - 1911}年${Number(month)}月${Number(day)}日`
}

/** The day in Taipei of an ISO instant, as an official writes it; text that is no instant stays as it is. */
export function rocDayOf(instant: string): string {
  const ms = Date.parse(instant)
  return Number.isNaN(ms) ? instant : rocDay(taipeiDate(new Date(ms)))
}

/** The month in Taipei of an ISO instant, as in 「115年11月」; text that is no instant stays as it is. */
export function rocMonthOf(instant: string): string {
  return rocDayOf(instant).replace(/(?<=月)\d+日$/, '')
}
