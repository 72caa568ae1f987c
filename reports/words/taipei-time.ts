/** Taipei keeps UTC+8 all year. */
const offsetMs = 8 * 60 * 60 * 1000

/** An ISO instant as an official writes it, as in 「民國115年11月22日 10:03」; text that is no instant stays as it is. */
export function taipeiTime(instant: string): string {
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) return instant
  const [date = '', time = ''] = new Date(ms + offsetMs).toISOString().split('T')
  const [year, month, day] = date.split('-').map(Number)
  return `民國${(year ?? 0) - 1911}年${month}月${day}日 ${time.slice(0, 5)}`
}
