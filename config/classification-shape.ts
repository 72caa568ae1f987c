import { z } from 'zod'
import { hostName, name, pattern, patterns, somePatterns } from './pattern-shape.ts'

const field = z.enum(['Category.Theme', 'Category.Cake', 'Category.Service'])
const labels = { title: name, labels: somePatterns }
const axis = z.strictObject(labels)
const kind = z.strictObject({ ...labels, not: patterns })

/** The shape of `config/terms/classification.yaml`. */
export const classificationShape = z.strictObject({
  required: z.array(name).min(1),
  dublinCore: z.array(name).min(1),
  codeForms: z.record(field, somePatterns),
  wholeAreas: z.array(
    z.strictObject({ field, title: name, prefix: z.string().length(1), codes: z.array(z.string().length(3)).min(1) }),
  ),
  areas: z.array(z.strictObject({ field, codes: somePatterns, title: name, words: somePatterns })),
  leftOvers: z.strictObject({ certain: somePatterns, soft: somePatterns }),
  coverage: z.strictObject({ earliestYear: z.int().positive(), yearsAhead: z.int().positive() }),
  constantFromPages: z.int().min(3),
  oid: pattern,
  knownOids: z.array(z.strictObject({ oid: name, name })),
  informationTypes: z.strictObject({
    gazette: kind,
    announcement: kind,
    law: kind,
    form: kind,
    plan: kind,
    event: kind,
    news: kind,
  }),
  searchEntry: z.strictObject({
    axes: z.strictObject({ theme: axis, cake: axis, service: axis }),
    hub: somePatterns,
    portalLabel: somePatterns,
    portalHosts: z.array(z.string().regex(hostName)).min(1),
    fewSubcategories: z.int().positive(),
  }),
})
