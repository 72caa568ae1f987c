const format = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Taipei',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar date in Taipei at an instant, as `2026-11-22`: every question of "today" goes through here. */
export function taipeiDate(instant: Date): string {
  return format.format(instant)
}
