import { z } from 'zod'
import type { Period } from '../store/model/declaration.ts'

/** True for a day that stands in the calendar, as `2026-02-28`. */
export function isDate(text: string): boolean {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text)
}

/** A day that is not after `today` (both ISO dates). */
export function pastDate(today: string): z.ZodType<string> {
  return z
    .string()
    .refine(isDate, { error: '須為日期，例如 2026-02-01', abort: true })
    .refine((date) => date <= today, { error: `日期不可晚於今日（${today}）` })
}

/** A year (`2025`, `114年`), or two days (`2025-01-01/2025-06-30`), that has begun by `today`. */
export function pastPeriod(today: string): z.ZodType<Period> {
  return z
    .union([z.int(), z.string()], { error: unknownPeriod })
    .transform((written, context) => {
      const period = periodOf(String(written))
      if (period !== null) return period
      context.issues.push({ code: 'custom', message: unknownPeriod, input: written })
      return z.NEVER
    })
    .refine(({ from }) => from <= today, { error: `期間尚未開始（今日為 ${today}）` })
}

const unknownPeriod = '期間須寫成 2025、114年，或 2025-01-01/2025-06-30'

/** `null` when the text names no period. */
function periodOf(text: string): Period | null {
  const year = /^(\d{4})年?$/.exec(text)?.[1]
  if (year !== undefined) return wholeYear(Number(year))
  const rocYear = /^(?:民國)?(\d{2,3})年$/.exec(text)?.[1]
  if (rocYear !== undefined) return wholeYear(Number(rocYear) + 1911)
  const [from = '', to = '', ...rest] = text.split('/')
  return rest.length === 0 && isDate(from) && isDate(to) && from <= to ? { from, to } : null
}

function wholeYear(year: number): Period | null {
  return year >= 1990 && year <= 2200 ? { from: `${year}-01-01`, to: `${year}-12-31` } : null
}
