import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, it } from 'vitest'
import { jsonFiles } from '../../reports/json-files.ts'
import { fixtureNames, fixtureReport } from './fixture-reports.ts'

const schema = JSON.parse(readFileSync(new URL('../../reports/report.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema)

function faultsOf(report: unknown): unknown {
  return validate(report) ? [] : validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`)
}

it.each(fixtureNames)('the %s report keeps to the schema', (name) => {
  expect(faultsOf(fixtureReport(name))).toEqual([])
})

it('a number for a check that could not look is against the schema', () => {
  const report = structuredClone(fixtureReport('full'))
  Object.assign(report.measures['search/keyword-finds-title#found'] ?? {}, { value: 0, unknown: 0 })
  expect(faultsOf(report)).not.toEqual([])
})

it('a member the schema does not know is refused', () => {
  expect(faultsOf({ ...fixtureReport('empty'), durationMs: 12 })).not.toEqual([])
})

it('lists that would make the report too long stand in files beside it, and the report says so', () => {
  const report = fixtureReport('full')
  const files = new Map([...jsonFiles(report, 1000)].map(({ path, content }) => [path, String(content)]))
  const shown = JSON.parse(files.get('report.json') ?? '')
  expect(faultsOf(shown)).toEqual([])
  expect([shown.classification, shown.links.file, shown.links.dead]).toEqual([
    { pages: [], file: 'classification.ndjson' },
    'links.ndjson',
    [],
  ])
  const rows = (files.get('links.ndjson') ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(rows).toEqual([...report.links.dead, ...report.linksToConfirm])
})
