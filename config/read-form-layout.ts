import { z } from 'zod'
import type { FormLayout } from '../store/model/form-layout.ts'
import { listPackageFiles } from './package-file.ts'
import { readYaml } from './read-yaml.ts'

const text = z.string().regex(/\S/, { error: '不可空白' })
const texts = z.array(text)
const points = z.int().positive()
const lines = z.tuple([z.int().positive(), z.int().positive()])

const row = z.strictObject({
  title: text.exactOptional(),
  points: points.exactOptional(),
  criteria: texts.min(1),
  standards: texts,
  gap: text.exactOptional(),
})
const indicator = z.strictObject({
  title: text,
  points,
  isScored: z.boolean().exactOptional(),
  rows: z.array(row).min(1),
})
const item = z.strictObject({
  title: text,
  points,
  isScored: z.boolean().exactOptional(),
  notes: texts.exactOptional(),
  indicators: z.array(indicator).min(1),
})
const part = z.strictObject({
  title: text,
  points,
  description: text,
  columns: texts.min(3).max(4),
  items: z.array(item).min(1),
})

const layout: z.ZodType<FormLayout> = z.strictObject({
  scheme: text,
  source: z.strictObject({ file: text, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  scoreForm: z.strictObject({
    lines,
    mark: text,
    title: text,
    fields: texts.min(1),
    remarks: text,
    parts: z.array(part).min(1),
  }),
  resultTable: z.strictObject({
    lines,
    mark: text,
    title: text,
    unit: text,
    legend: text,
    grades: z.array(z.strictObject({ name: text, least: z.int().nonnegative() })).min(1),
    before: texts,
    heading: text,
    after: texts,
    notes: texts,
  }),
  performanceReport: z.strictObject({
    lines,
    title: text,
    deadline: text,
    performance: text,
    performanceNote: text,
    headings: z.array(z.strictObject({ title: text, isMeasured: z.boolean().exactOptional() })).min(1),
    review: text,
    reviewNote: text,
    instructions: text,
  }),
})

/** The official forms that ship with the program, sorted by file name. @throws ExpectedError (operator, `form/invalid`) with path, line and reason. */
export function readFormLayouts(): FormLayout[] {
  return listPackageFiles('config/forms', '.yaml').map((path) => readYaml(path, layout, 'form/invalid'))
}
