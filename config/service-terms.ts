import { z } from 'zod'
import { name, patterns, somePatterns } from './pattern-shape.ts'

const kind = z.enum(['application', 'formDownload', 'payment', 'pickupNotice', 'appointment'])
const facet = z.enum(['contact', 'laws', 'procedure', 'papers', 'examples'])
const way = z.enum(['counter', 'phone', 'mobile'])

const words = z.strictObject({ labels: somePatterns, not: patterns })
const titledText = z.strictObject({ title: name, text: somePatterns })

/** Shape of `config/terms/services.yaml`. */
export const serviceTerms = z.strictObject({
  kinds: z.record(kind, words.extend({ title: name })),
  pickupNoticeText: somePatterns,
  systems: z.array(
    z.strictObject({
      host: z.string().regex(/^[a-z0-9*.-]+$/),
      name,
      kinds: z.array(kind).min(1),
      needsDeepLink: z.boolean(),
    }),
  ),
  service: words,
  facets: z.record(facet, titledText),
  furtherPapers: somePatterns,
  caseQuery: words.extend({ fields: somePatterns, numbers: somePatterns, ways: z.record(way, titledText) }),
  foreign: z.strictObject({
    services: somePatterns,
    languages: z.array(z.strictObject({ title: name, labels: somePatterns })).min(1),
    applying: somePatterns,
  }),
  privacy: words.extend({ personalFields: somePatterns, notKept: somePatterns, notice: somePatterns }),
  mobileVersion: somePatterns,
  forms: z.strictObject({
    numbers: somePatterns,
    versions: somePatterns,
    examples: somePatterns,
    classes: somePatterns,
  }),
})
