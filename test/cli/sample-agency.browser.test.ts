import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import type { Audit } from '../../cli/run-audit.ts'
import { readSchemes } from '../../config/read-scheme.ts'
import { generateSampleAgency } from '../../fixtures/sample-agency/sample-agency.ts'
import type { ServedSite } from '../../fixtures/serve.ts'
import { traceCriterion } from '../../reports/trace.ts'
import { siteEvidenceOf } from '../../reports/words/site-evidence.ts'
import { taipeiDate } from '../../store/model/taipei-date.ts'
import { openSnapshot } from '../../store/snapshot/open.ts'
import { auditOf } from '../support/audit.ts'
import { type ExpectedFinding, foundLike, linesOf } from '../support/expected-findings.ts'
import { assertFatesAddUp } from '../support/fates-add-up.ts'
import { handSheets } from '../support/hand-sheets.ts'

const spotCheck = 'links/spot-check-fifteen'

interface Expected {
  violates: ExpectedFinding[]
  needsReview: ExpectedFinding[]
  disclosure: { section: { url: string; label: string }; items: Record<string, string> }
  measures: Record<string, number>
  siteEvidence: Record<string, string[]>
}

const file = join(dirname(fileURLToPath(import.meta.url)), '../../fixtures/sample-agency/expected.json')
const expected = JSON.parse(readFileSync(file, 'utf8')) as Expected
let audit: Audit & { served: ServedSite }

beforeAll(async () => {
  audit = await auditOf(generateSampleAgency({ today: taipeiDate(new Date()) }))
}, 300_000)

it('a browser looked at the sample agency', () => {
  expect(audit.run.outcome).toBe('complete')
  expect(audit.run.browserVersion).toMatch(/\d/)
  expect(audit.report.coverage.pagesExamined).toBeGreaterThan(10)
})

it('every planted fault is found, and nothing else', () => {
  expect(foundLike(audit.report, 'violates', expected.violates)).toEqual(linesOf(expected.violates))
})

it('a person is asked about what is planted as doubtful, and nothing else', () => {
  expect(foundLike(audit.report, 'needs-review', expected.needsReview)).toEqual(linesOf(expected.needsReview))
})

it('the twelve lines of Article 7 are as published', () => {
  const { section, items } = audit.report.disclosure
  expect({ ...section, url: section?.url.replace(audit.run.origin, '') }).toEqual(expected.disclosure.section)
  expect(Object.fromEntries(items.map(({ item, state }) => [item, state]))).toEqual(expected.disclosure.items)
})

it('the counts are as planted', () => {
  for (const [name, value] of Object.entries(expected.measures)) {
    expect(audit.report.measures[name]?.value, name).toBe(value)
  }
})

it('every point of wra-105 that was measured is traced to stored bytes and to a line of the regulation', () => {
  const scheme = readSchemes().find(({ scheme: { id } }) => id === 'wra-105')?.scheme
  const sheet = audit.report.sheets.find(({ schemeId }) => schemeId === 'wra-105')
  if (scheme === undefined || sheet === undefined) throw new Error('no wra-105')
  const measured = sheet.lines.filter((line) => line.measured !== null)
  expect(measured.length).toBeGreaterThan(2)
  const snapshot = openSnapshot(join(audit.folder, 'snapshot.sqlite'))
  for (const { criterionId } of measured) {
    const text = traceCriterion(audit.report, scheme, criterionId).join('\n')
    expect(text, criterionId).toMatch(/規定出處：\S+ 第\d+/)
    const bases = text.split('\n  依據：').slice(1)
    expect(bases.length, criterionId).toBeGreaterThan(0)
    // What could not be looked at has a reason instead; it gave no points.
    for (const basis of bases.filter((one) => !/^\S+ (無法判定|不適用)/.test(one))) {
      const hashes = [...basis.matchAll(/SHA-256：([0-9a-f]{64})/g)].map(([, sha256]) => sha256 ?? '')
      expect(hashes.length, `${criterionId}: ${basis.slice(0, 80)}`).toBeGreaterThan(0)
      for (const sha256 of hashes) expect(snapshot.body(sha256), sha256).not.toBeNull()
    }
  }
  snapshot.close()
})

it('each address was asked for once, what seemed dead once more at the end, after addresses drawn at random, and every known one has a fate', () => {
  const { coverage } = audit.report
  const { requests } = audit.served
  const firstRequests = requests.slice(0, coverage.first)
  const probes = requests.slice(coverage.first, coverage.first + coverage.probes)
  const confirmations = requests.slice(coverage.first + coverage.probes)
  expect(coverage.probes).toBeGreaterThan(0)
  expect(probes.every((request) => /\/[0-9a-f]{20}(\.\w+)?$/.test(request))).toBe(true)
  expect(new Set(firstRequests).size).toBe(coverage.first)
  expect(coverage.retries).toBe(0)
  expect(coverage.confirmations).toBe(confirmations.length)
  expect(coverage.confirmations).toBeGreaterThan(0)
  expect(new Set(confirmations).size).toBe(confirmations.length)
  expect(firstRequests).toEqual(expect.arrayContaining(confirmations))
  expect(coverage.first).toBe(coverage.distinctUrls)
  const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((total, n) => total + n, 0)
  expect(coverage.urlsKnown).toBe(coverage.distinctUrls + sum(coverage.skipped))
  assertFatesAddUp(coverage)
})

const hand = handSheets()
const words: Readonly<Record<string, string>> = {
  ...{ sure: '符合', partly: '部分符合', none: '不符合', possible: '無法判定', 'not-assessed': '尚待認定' },
  ...{ yes: '是', no: '否', unknown: '待' },
}

/** The rows of a draw, each judged by the lists of the page. */
function drawn(draw: string): { correct: number; unknown: number } {
  const rows = audit.report.findings.filter(({ checkId, values }) => checkId === spotCheck && values['draw'] === draw)
  const paths = rows.map(({ url }) => url.replace(audit.run.origin, ''))
  expect(paths).toHaveLength(15)
  const unknown = paths.filter((path) => hand.open.includes(path)).length
  return { correct: 15 - unknown - paths.filter((path) => hand.wrong.includes(path)).length, unknown }
}

/** Points of the spot check as the page tells to count them. */
function pointsOfDraw({ correct, unknown }: ReturnType<typeof drawn>): (number | null)[] {
  const floor = (count: number) => (count >= 14 ? 16 : count === 13 ? 11 : count === 12 ? 1 : 0)
  const ceiling = (count: number) => (count >= 14 ? 20 : count === 13 ? 15 : count === 12 ? 10 : 0)
  const likely = Math.min(correct + unknown, (correct * 15) / (15 - unknown))
  const estimate = likely >= 14 ? 17 + 3 * (likely - 14) : likely >= 13 ? 13 : likely >= 12 ? 5 : 0
  return [floor(correct), Math.round(estimate * 100) / 100, ceiling(correct + unknown)]
}

it('the points of wra-105 are as a person worked them out, line by line', () => {
  const sheet = audit.report.sheets.find(({ schemeId }) => schemeId === 'wra-105')
  const lines = new Map(sheet?.lines.map((line) => [line.criterionId, line.final]))
  const numberOf = (cell: string): number | null => (cell === '－' ? null : Number(cell))
  const wanted = [...hand.points].map(([id, cells]) => {
    const counted = cells[0] === '依抽測' ? pointsOfDraw(drawn('內容及連結')) : cells.map(numberOf)
    return [id, cells[0] === '未評' ? null : counted] as const
  })
  const found = [...lines].map(([id, final]) => [id, final && [final.low, final.estimate, final.high]] as const)
  expect(found.filter(([id]) => hand.points.has(id))).toEqual(wanted)
  expect(found.filter(([id, final]) => !hand.points.has(id) && final !== null)).toEqual([])
  const sum = (at: number) => wanted.reduce((total, [, counted]) => total + (counted?.[at] ?? 0), 0)
  expect(sheet?.measured).toEqual({ low: sum(0), estimate: null, high: sum(2), max: 180 })
  expect(sheet?.notAssessedMax).toBe(820)
})

it('beside lines of 附表1 that people assess stands what the site shows of them', () => {
  const sheet = audit.report.sheets.find(({ schemeId }) => schemeId === 'wra-105')
  for (const [criterionId, said] of Object.entries(expected.siteEvidence)) {
    const line = sheet?.lines.find((one) => one.criterionId === criterionId)
    const seen = siteEvidenceOf(audit.report, line?.siteEvidence ?? [])
    expect(
      seen.map(({ text }) => text),
      criterionId,
    ).toEqual(said)
    expect(line?.final, criterionId).toBeNull()
  }
})

it('the chance of every band of the draw is as a person worked it out', () => {
  const sheet = audit.report.sheets.find(({ schemeId }) => schemeId === 'wra-105')
  const line = sheet?.lines.find(({ criterionId }) => criterionId === 'content-correctness')
  expect(line?.chances?.map(({ points, low, high }) => [points.join('-'), [low, high]])).toEqual([...hand.chances])
})

it.each(['campus-plan', 'moe-105', 'moe-107', 'leap-106'])(
  'the verdicts of %s are as a person worked them out',
  (id) => {
    const sheet = audit.report.sheets.find(({ schemeId }) => schemeId === id)
    const of = (draw: string): string => {
      const { correct, unknown } = drawn(draw)
      return correct === 15 ? '是' : correct + unknown === 15 ? '待' : '否'
    }
    for (const { criterionId, reached, checklist } of sheet?.lines ?? []) {
      const wanted = hand.checklists.get(`${id}/${criterionId}`)
      expect([criterionId, words[reached]]).toEqual([criterionId, wanted?.reached ?? '尚待認定'])
      const draw = criterionId === 'link-correctness' ? '連結' : '內容'
      const items = [...(wanted?.items ?? [])].map(([item, said]) => `${item} ${said === '依抽測' ? of(draw) : said}`)
      expect(checklist?.items.map((item) => `${item.id} ${words[item.met]}`) ?? []).toEqual(items)
    }
  },
)
