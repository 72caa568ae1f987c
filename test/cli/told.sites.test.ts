import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { type Ended, folder, mingjing, runFolder, smallSite } from '../support/program.ts'

const entry = (name: string, value: number, unit: string) => `  - name: ${name}
    value: ${value}
    unit: ${unit}
    period: 2025
    source: https://agency.test/report.pdf
    declaredBy: 秘書室
    declaredOn: 2026-02-01
`

function declarationsFile(...entries: string[]): string {
  const file = join(folder(), 'agency.yaml')
  writeFileSync(file, `declarations:\n${entries.join('')}`)
  return file
}

const out = folder()
const audit = (...args: string[]): Promise<Ended> => auditTo(out, ...args)

function auditTo(out: string, ...args: string[]): Promise<Ended> {
  const site = ['--dir', smallSite(), '--as', 'https://agency.test', '--out', out, '--browser', 'none', '--quiet']
  return mingjing('audit', ...site, ...args)
}

it('what cannot be declared is one line and exit 2, before anything is crawled', async () => {
  const wrong = declarationsFile(entry('cases-online', 12, '件'), entry('cases-all', 10, '件'))
  const elsewhere = folder()
  const ended = await auditTo(elsewhere, '--declarations', wrong)
  expect(ended.code).toBe(2)
  expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1)
  expect(ended.stderr).toMatch(/agency\.yaml.*第 3 行.*12 不可大於.*10/)
  expect(() => runFolder(elsewhere, 'agency.test')).toThrow()
}, 60_000)

let run: string

beforeAll(async () => {
  const told = declarationsFile(entry('cases-online', 9, '件'), entry('cases-all', 10, '件'))
  const ended = await audit('--declarations', told)
  expect([ended.stderr, ended.code]).toEqual(['', 0])
  run = runFolder(out, 'agency.test')
}, 60_000)

it('what is declared stands in the report as declared, beside what was measured', () => {
  const report = JSON.parse(readFileSync(join(run, 'report.json'), 'utf8'))
  expect(report.declarations).toMatchObject([{ id: 'cases-all:2025' }, { id: 'cases-online:2025', value: 9 }])
  const line = report.sheets
    .find(({ schemeId }: { schemeId: string }) => schemeId === 'wra-105')
    .lines.find(({ criterionId }: { criterionId: string }) => criterionId === 'online-service-capacity')
  expect(line.measured === null || line.measured.low < line.declared.low).toBe(true)
  expect(line.final).toEqual(line.declared)
  expect(readFileSync(join(run, 'index.html'), 'utf8')).toMatch(/機關自填資料[\s\S]*線上申辦案件數[\s\S]*9件/)
})

it('a snapshot is scored again with other declarations, and without any', async () => {
  const scored = async (...args: string[]) => {
    expect((await mingjing('score', run, ...args)).code).toBe(0)
    return JSON.parse(readFileSync(join(run, 'sheets.json'), 'utf8')).told.declarations
  }
  expect(await scored('--declarations', declarationsFile(entry('cases-all', 3, '件')))).toMatchObject([{ value: 3 }])
  expect(await scored()).toEqual([])
}, 60_000)
