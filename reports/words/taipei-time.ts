import { taipeiDate, taipeiTimeOfDay } from '../../store/model/taipei-date.ts'

/** An ISO instant as an official writes it, as in 「民國115年11月22日 10:03」; text that is no instant stays as it is. */
export function taipeiTime(text: string): string {
  const ms = Date.parse(text)
  if (Number.isNaN(ms)) return text
  const instant = new Date(ms)
  const [year, month, day] = taipeiDate(instant).split('-').map(Number)
  return `民國${(year ?? 0) - 1911}年${month}月${day}日 ${taipeiTimeOfDay(instant)}`
}
