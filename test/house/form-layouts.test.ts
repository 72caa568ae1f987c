import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readFormLayouts } from '../../config/read-form-layout.ts'
import { readSchemes } from '../../config/read-scheme.ts'
import type { FormItem, FormLayout } from '../../store/model/form-layout.ts'

const seeds = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/seeds')
const isAbsent = !existsSync(seeds)
const because = isAbsent ? ' (skipped: ../shared/seeds is not here)' : ''

function normal(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, '')
}

/** Every text of a form, but for what only names or marks. */
function textsOf(value: unknown, key = ''): string[] {
  if (['gap', 'criteria', 'grades', 'lines'].includes(key)) return []
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, Array.isArray(value) ? key : name))
}

/** Texts of a form that do not stand in its lines of the source. */
function strangers(form: { lines: readonly [number, number] }, source: string): string[] {
  const [from, to] = form.lines
  const said = normal(
    source
      .split('\n')
      .slice(from - 1, to)
      .join('\n'),
  )
  return textsOf(form).filter((text) => !said.includes(normal(text)))
}

function sourceOf({ source }: FormLayout): string {
  const bytes = readFileSync(join(seeds, source.file))
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(source.sha256)
  return bytes.toString('utf8')
}

it.skipIf(isAbsent)(`the forms say what their source says, in those lines${because}`, () => {
  const layouts = readFormLayouts()
  expect(layouts.length).toBeGreaterThan(0)
  for (const layout of layouts) {
    const source = sourceOf(layout)
    for (const form of [layout.scoreForm, layout.resultTable, layout.performanceReport]) {
      expect(textsOf(form).length).toBeGreaterThan(10)
      expect(strangers(form, source)).toEqual([])
    }
    const spoilt = { ...layout.scoreForm, mark: '附表9' }
    expect(strangers(spoilt, source)).toEqual(['附表9'])
  }
})

function leavesOf({ indicators }: FormItem): string[] {
  return indicators.flatMap(({ rows }) => rows.flatMap(({ criteria }) => criteria))
}

function pointsByCriterion(schemeId: string): Map<string, number> {
  const scheme = readSchemes().find((one) => one.scheme.id === schemeId)?.scheme
  return new Map(scheme?.criteria.map((criterion) => [criterion.id, criterion.maxPoints ?? 0]))
}

/** Levels of a form whose points are not the sum of their criteria. */
function wrongSums({ scheme, scoreForm }: FormLayout): string[] {
  const points = pointsByCriterion(scheme)
  const sum = (ids: readonly string[]): number => ids.reduce((total, one) => total + (points.get(one) ?? 0), 0)
  const items = scoreForm.parts.flatMap((part) => part.items)
  const indicators = items.flatMap((item) => item.indicators)
  const levels = [
    ...scoreForm.parts.map((part) => ({ ...part, ids: part.items.flatMap(leavesOf) })),
    ...items.map((item) => ({ ...item, ids: leavesOf(item) })),
    ...indicators.map((one) => ({ ...one, ids: one.rows.flatMap(({ criteria }) => criteria) })),
    ...indicators.flatMap(({ rows }) => rows.map((row) => ({ ...row, ids: row.criteria }))),
  ]
  return levels.filter(({ points: own, ids }) => own !== undefined && own !== sum(ids)).map(({ title }) => title ?? '')
}

it('every criterion of the scheme has its place in the form, once, and points add up at every level', () => {
  for (const layout of readFormLayouts()) {
    const items = layout.scoreForm.parts.flatMap((part) => part.items)
    expect(items.flatMap(leavesOf)).toEqual([...pointsByCriterion(layout.scheme).keys()])
    expect(wrongSums(layout)).toEqual([])
    const spoilt = structuredClone(layout)
    Object.assign(spoilt.scoreForm.parts[0] ?? {}, { points: 601 })
    expect(wrongSums(spoilt)).toEqual([layout.scoreForm.parts[0]?.title])
  }
})
