import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, expect, it } from 'vitest'
import { type Ended, folder, mingjing, root, runFolder, smallSite } from '../support/program.ts'

const schema = JSON.parse(readFileSync(join(root, 'reports/report.schema.json'), 'utf8'))
const validate = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema)

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

it('what a person decides is scored from the same snapshot, shown with name and reason, and stale once the evidence is another', async () => {
  const report = JSON.parse(readFileSync(join(run, 'report.json'), 'utf8'))
  const gone = report.findings.find(({ checkId }: { checkId: string }) => checkId === 'links/internal-resolve')
  const line = linesOf(report, 'campus-plan').find(({ criterionId }) => criterionId === 'link-correctness')
  const file = join(folder(), 'reviews.yaml')
  const entries = [
    reviewOf({ finding: `"${gone.id}"`, verdict: 'conforms', evidence: `"${gone.fingerprint}"` }),
    reviewOf({
      criterion: 'campus-plan/link-correctness',
      item: 'titles',
      verdict: 'met',
      evidence: `"${line?.fingerprint}"`,
    }),
    reviewOf({ criterion: 'wra-105/satisfaction', points: '70', evidence: '"0000000000000000"' }),
  ]
  writeFileSync(file, `reviews:\n${entries.join('')}`)
  expect(await mingjing('score', run, '--review', file)).toMatchObject({ code: 0, stderr: '' })
  expect((await mingjing('report', run)).code).toBe(0)
  const reviewed = JSON.parse(readFileSync(join(run, 'report.json'), 'utf8'))
  expect(reviewed.reviews.map(({ isStale }: { isStale: boolean }) => isStale)).toEqual([false, false, true])
  expect(linesOf(reviewed, 'wra-105').find(({ criterionId }) => criterionId === 'satisfaction')?.final).toBeNull()
  const decided = linesOf(reviewed, 'campus-plan').find(({ criterionId }) => criterionId === 'link-correctness')
  const met = decided?.checklist.items.filter((item) => item.met === 'yes').map(({ id }) => id)
  expect(met).toEqual(expect.arrayContaining(['own-links', 'titles']))
  expect(readFileSync(join(run, 'index.html'), 'utf8')).toMatch(/人工審認紀錄[\s\S]*佐證已變動，未採計/)
  expect(readFileSync(join(run, 'schemes/campus-plan.html'), 'utf8')).toMatch(/王小明[\s\S]*已逐頁確認/)
  expect(validate(reviewed) ? [] : validate.errors).toEqual([])
}, 60_000)

interface Line {
  criterionId: string
  fingerprint: string
  final: unknown
  checklist: { items: { id: string; met: string }[] }
}

function linesOf(report: { sheets: { schemeId: string; lines: Line[] }[] }, scheme: string): Line[] {
  return report.sheets.find(({ schemeId }) => schemeId === scheme)?.lines ?? []
}

function reviewOf(said: Record<string, string>): string {
  const whole = { ...said, reviewer: '王小明', reviewedAt: '2026-11-20 10:00', reason: '已逐頁確認' }
  return Object.entries(whole)
    .map(([key, value], index) => `${index === 0 ? '  - ' : '    '}${key}: ${value}\n`)
    .join('')
}

it('a run that has ended stands in the history with its scores, once', async () => {
  const listed = await mingjing('history', 'agency.test', '--out', out)
  expect(listed.code).toBe(0)
  expect(listed.stdout).toMatch(/民國\d+年.*agency\.test　查核完成[\s\S]*網站實測之\d+分中/)
  const [kept, ...others] = JSON.parse((await mingjing('history', '--out', out, '--json')).stdout)
  expect([kept.agencyId, kept.outcome, others]).toEqual(['agency.test', 'complete', []])
  expect(kept.lines.length).toBeGreaterThan(50)
  expect(await mingjing('history', 'nobody', '--out', out)).toMatchObject({ code: 2 })
  expect((await mingjing('history', '--out', folder())).stderr).toMatch(/沒有歷次查核紀錄/)
}, 60_000)

it('a snapshot is scored again with other declarations, and without any', async () => {
  const scored = async (...args: string[]) => {
    expect((await mingjing('score', run, ...args)).code).toBe(0)
    return JSON.parse(readFileSync(join(run, 'sheets.json'), 'utf8')).told.declarations
  }
  expect(await scored('--declarations', declarationsFile(entry('cases-all', 3, '件')))).toMatchObject([{ value: 3 }])
  expect(await scored()).toEqual([])
}, 60_000)
