/**
 * Milliseconds a `Retry-After` asks to wait, from its seconds or its HTTP date; 0 for a date that has passed, `null` when
 * there is none or it is malformed. `nowMs` is the present instant in milliseconds since 1970.
 */
export function retryAfterMs(header: string | undefined, nowMs: number): number | null {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  // Only the three forms of an HTTP date: `Date.parse` would take `-5` or `1.5` for years.
  if (!/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /i.test(text)) return null
  const instant = Date.parse(text)
  return Number.isNaN(instant) ? null : Math.max(0, instant - nowMs)
}
