const format = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Taipei',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

const timeFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Taipei',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The calendar date in Taipei at an instant, as `2026-11-22`: every question of "today" goes through here. */
export function taipeiDate(instant: Date): string {
  return format.format(instant)
}

/** The time of day in Taipei at an instant, as `10:03`. */
export function taipeiTimeOfDay(instant: Date): string {
  return timeFormat.format(instant)
}
