import { expect, it } from 'vitest'
import { checks } from '../../checks/index.ts'
import { runChecks } from '../../checks/run-checks.ts'
import { readSchemes } from '../../config/read-scheme.ts'
import { readStandard } from '../../config/read-standards.ts'
import { readTerms } from '../../config/read-terms.ts'
import { buildRunReport } from '../../reports/run-report.ts'
import { evaluate } from '../../scoring/evaluate.ts'
import { unreviewed } from '../../scoring/reviewed.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { docx, odt } from '../support/sample-files.ts'
import { snapshotOf } from '../support/snapshot-of.ts'

const site = {
  '/': `<html lang="zh-Hant-TW"><title>首頁</title><nav><a href="/info">主動公開資訊</a><a href="/faq">常見問答</a>
    <a href="/sitemap">網站導覽</a></nav><main><a href="/gone">不存在</a><img src="/logo.png" alt=""></main></html>`,
  '/info':
    '<title>主動公開資訊</title><main><ul><li><a href="/law">法令規章</a><li><a href="/budget">預算及決算書</a></ul></main>',
  '/law':
    '<title>法令規章</title><main><ul><li><a href="/a.odt">甲 odt</a> <a href="/a.docx">甲 docx</a><li><a href="/b.docx">乙</a></ul></main>',
  '/budget': '<title>預算及決算書</title><main>查無資料</main>',
  '/faq': '<title>常見問答</title><main><p>問：何時上班？<p>答：上午八時。</main>',
  '/sitemap': '<title>網站導覽</title><main><a href="/">首頁</a><a href="/info">主動公開資訊</a></main>',
  '/gone': { status: 404, body: '<p>找不到' },
  '/logo.png': { status: 404 },
  '/a.odt': odt('甲'),
  '/a.docx': docx('甲'),
  '/b.docx': docx('乙'),
}

// Read once, and outside of the tests: on a busy machine that alone takes most of the time a test is given.
const terms = readTerms()
const schemes = readSchemes()

/** The whole way from snapshot to the bytes of report.json. */
function reportOf(snapshot: Snapshot): string {
  const { agency, policy, id, toolVersion } = snapshot.run
  const standard = readStandard(policy.standard)
  const results = runChecks(snapshot, checks, { terms, agency, declarations: [], standard })
  const facts = { run: { id, toolVersion }, results, declarations: [], reviewed: unreviewed, yearBefore: null }
  const sheets = schemes.map(({ scheme, sha256 }) => evaluate(scheme, sha256, facts))
  const report = { snapshot, snapshotSha256: '0'.repeat(64), cards: checks, results, sheets }
  return JSON.stringify(buildRunReport({ ...report, schemes: schemes.map(({ scheme }) => scheme) }))
}

const usual = await snapshotOf(site)
const expected = reportOf(usual)

it('the same snapshot gives the same report, byte for byte', () => {
  expect(reportOf(usual)).toBe(expected)
})

it('the order in which a site answered leaves no trace in the report', async () => {
  const backwards = Object.fromEntries(Object.entries(site).reverse())
  expect(Object.keys(backwards)[0]).toBe('/b.docx')
  expect(reportOf(await snapshotOf(backwards))).toBe(expected)
})

it('another byte on the site gives another report', async () => {
  const changed = { ...site, '/faq': '<title>常見問答</title><main><a href="/elsewhere">另見</a></main>' }
  expect(reportOf(await snapshotOf(changed))).not.toBe(expected)
})
