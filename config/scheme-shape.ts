import { z } from 'zod'
import type {
  Adjustment,
  Band,
  ChecklistItem,
  Condition,
  Criterion,
  Formula,
  Part,
  Placement,
  Scheme,
} from '../store/model/scheme.ts'
import { criterionFaults, schemeFaults } from './scheme-faults.ts'

const measureRef = z.string().regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*#[a-z][A-Za-z0-9]*$/, {
  error: '量測值須寫成「area/check#measure」',
})
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, { error: '代號僅可用小寫英文字母、數字與連字號' })
const text = z.string().regex(/\S/, { error: '不可空白' })
const bound = z.number().nonnegative()
const points = z.int().nonnegative()
const pointRange = z.tuple([points, points])

const condition: z.ZodType<Condition> = z.lazy(() => z.union(conditionForms, { error: unknownCondition }))
const unknownCondition = '條件須為 all、any、not、measure、declared、human 之一，且欄位齊全'
const conditionForms = [
  z.strictObject({ all: z.array(condition).min(1) }),
  z.strictObject({ any: z.array(condition).min(1) }),
  z.strictObject({ not: condition }),
  z.strictObject({ measure: measureRef, atLeast: bound }),
  z.strictObject({ measure: measureRef, ratioAtLeast: bound }),
  z.strictObject({ measure: measureRef, outOfAtLeast: bound }),
  z.strictObject({ declared: id, atLeast: bound }),
  z.strictObject({ human: text, presume: z.boolean().exactOptional() }),
] as const

const byMeasure = {
  by: measureRef,
  ratio: z.boolean().exactOptional(),
  whenEmpty: bound.exactOptional(),
}
const byDeclaration = { declared: id, outOf: id.exactOptional() }
const ends = { from: bound, to: bound }
const through = { through: z.array(z.tuple([bound, points])).min(1) }

const chance = { chance: measureRef.exactOptional() }

const placement: z.ZodType<Placement> = z.union(
  [
    z.strictObject({ ...byMeasure, ...ends, ...chance }),
    z.strictObject({ ...byMeasure, ...through, ...chance }),
    z.strictObject({ ...byDeclaration, ...ends, ...chance }),
    z.strictObject({ ...byDeclaration, ...through, ...chance }),
    z.strictObject({ at: points, ...chance }),
    z.strictObject({ ...chance, base: points, add: z.array(z.strictObject({ points, when: condition })).min(1) }),
  ],
  { error: 'place 須為 by 或 declared 加上 from 與 to（或 through），或為 base 與 add，或為 at' },
)

const band: z.ZodType<Band> = z.strictObject({
  points: pointRange,
  when: condition,
  place: placement.exactOptional(),
})

const part: z.ZodType<Part> = z.strictObject({
  id,
  title: text,
  maxPoints: points,
  bands: z.array(band).min(1),
  openQuestion: text.exactOptional(),
})

const item: z.ZodType<ChecklistItem> = z.strictObject({
  id,
  title: text,
  when: condition,
  openQuestion: text.exactOptional(),
})

const formula: z.ZodType<Formula> = z.union(
  [
    z.strictObject({ title: text, ratio: measureRef }),
    z.strictObject({ title: text, growthOf: id, since: id, measure: measureRef.exactOptional() }),
  ],
  { error: '計算式須為 title 加上 ratio，或加上 growthOf 與 since' },
)

const adjustment: z.ZodType<Adjustment> = z.strictObject({
  kind: z.enum(['bonus', 'deduction']),
  title: text,
  when: condition,
})

const citation = z.strictObject({
  file: z.string().regex(/^[\w.-]+$/),
  lines: z
    .tuple([z.int().positive(), z.int().positive()])
    .refine(([from, to]) => from <= to, { error: '起行不得大於迄行' }),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mentions: z.array(text).min(1),
})

const criterion: z.ZodType<Criterion> = z
  .strictObject({
    id,
    path: z.array(text).min(1).max(4),
    title: text,
    assess: z.enum(['measured', 'partly', 'human']),
    maxPoints: points.positive().exactOptional(),
    cites: z.tuple([citation], citation),
    bands: z.array(band).default([]),
    parts: z.array(part).min(1).exactOptional(),
    items: z.array(item).min(1).exactOptional(),
    formulas: z.array(formula).min(1).exactOptional(),
    adjustments: z.array(adjustment).min(1).exactOptional(),
    siteEvidence: z.array(measureRef).min(1).exactOptional(),
    bounds: z
      .array(z.strictObject({ when: condition.exactOptional(), points: pointRange }))
      .min(1)
      .exactOptional(),
    assumption: text.exactOptional(),
    openQuestion: text.exactOptional(),
    asks: z
      .array(z.strictObject({ when: condition, question: text }))
      .min(1)
      .exactOptional(),
  })
  .check(({ value, issues }) => {
    for (const { path, message } of criterionFaults(value))
      issues.push({ code: 'custom', path: [...path], message, input: value })
  })

/** The shape of a file in `config/schemes/`, its arithmetic included. */
export const schemeShape: z.ZodType<Scheme> = z
  .strictObject({
    id,
    title: text,
    issuer: text,
    year: z.int().min(1990).max(2200).nullable(),
    scale: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('points'), max: points.positive() }),
      z.strictObject({ kind: z.literal('checklist') }),
    ]),
    criteria: z.array(criterion).min(1),
  })
  .check(({ value, issues }) => {
    for (const { path, message } of schemeFaults(value))
      issues.push({ code: 'custom', path: [...path], message, input: value })
  })
