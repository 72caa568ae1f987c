import { z } from 'zod'
import { isDate } from './calendar.ts'

const text = z.string().regex(/\S/, { error: '不可空白' })
const fingerprint = z.string().regex(/^[0-9a-f]{16}$/, { error: '須為報告所列之16位佐證碼' })

/** One entry as the file has it; which members go together is said in `decision-of-entry.ts`. */
export interface WrittenReview {
  finding?: string
  criterion?: string
  part?: string
  item?: string
  question?: string
  points?: number
  verdict?: 'conforms' | 'violates' | 'met' | 'partly' | 'not-met'
  answer?: boolean
  evidence: string
  reviewer: string
  /** ISO instant, UTC. */
  reviewedAt: string
  reason: string
}

/** Shape of a file in `config/reviews/`: entries in the order of their times, none after `now`. */
export function reviewFile(now: Date) {
  const entry = z.strictObject({
    finding: z
      .string()
      .regex(/^[0-9a-f]{16}$/, { error: '須為報告所列之16位編號' })
      .exactOptional(),
    criterion: z
      .string()
      .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, { error: '須寫成「方案/項目」，例如 wra-105/search-service' })
      .exactOptional(),
    part: text.exactOptional(),
    item: text.exactOptional(),
    question: text.exactOptional(),
    points: z.number().nonnegative().exactOptional(),
    verdict: z.enum(['conforms', 'violates', 'met', 'partly', 'not-met']).exactOptional(),
    answer: z.boolean().exactOptional(),
    evidence: fingerprint,
    reviewer: text,
    reviewedAt: pastInstant(now),
    reason: text,
  })
  return z.strictObject({ reviews: z.array(entry).default([]) }).check(({ value, issues }) => {
    const index = value.reviews.findIndex((one, at) => one.reviewedAt < (value.reviews[at - 1]?.reviewedAt ?? ''))
    if (index < 0) return
    const message = '本檔僅得於檔末增列：時間早於前一筆'
    issues.push({ code: 'custom', path: ['reviews', index, 'reviewedAt'], message, input: value })
  })
}

const written = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:\d{2})?$/

/** A moment that is not after `now`, as an ISO instant; without an offset it is the time in Taipei. */
function pastInstant(now: Date): z.ZodType<string> {
  return z
    .string()
    .transform((moment, context) => {
      const [, date = '', time = '', offset = '+08:00'] = written.exec(moment) ?? []
      const ms = isDate(date) ? Date.parse(`${date}T${time}${offset}`) : Number.NaN
      if (!Number.isNaN(ms)) return new Date(ms).toISOString()
      context.issues.push({ code: 'custom', message: '須為日期及時間，例如 2026-11-27 10:30', input: moment })
      return z.NEVER
    })
    .refine((instant) => instant <= now.toISOString(), { error: '時間不可晚於現在' })
}
