import { expect, it } from 'vitest'
import matchedBySite from '../../../checks/declarations/matched-by-site.ts'
import { readDeclarables } from '../../../config/read-terms.ts'
import type { Declaration } from '../../../store/model/declaration.ts'
import { checkSite } from '../../support/check-site.ts'

const entries = (title: string) =>
  `<main><h1>${title}</h1><ul><li><a href="/${title}/1">${title}第一號全文及附件</a></ul></main>`
const detail = `<main><h1>全文</h1><p>${'本項資訊依規定主動公開，內容如下。'.repeat(8)}</p></main>`
const files = {
  '/': '<nav><a href="/info">主動公開資訊</a></nav>',
  '/info':
    '<main><h1>主動公開資訊</h1><ul><li><a href="/law">法令規章</a><li><a href="/subsidy">補助款</a></ul></main>',
  '/law': entries('法令規章'),
  '/法令規章/1': detail,
  '/subsidy': '<main><h1>補助款</h1><p>查無資料</p></main>',
}

function declared(name: string, value: Declaration['value'], year = 2025): Declaration {
  const period = { from: `${year}-01-01`, to: `${year}-12-31` }
  const said = { source: '目錄.ods', declaredBy: '秘書室', declaredOn: '2026-02-01' }
  return { id: `${name}:${year}`, name, title: '已公開項目數', value, unit: '項', period, ...said }
}

it('what the site shows as declared, or more of it, agrees, with the evidence of both sides', async () => {
  const result = await checkSite(matchedBySite, files, { declarations: [declared('disclosed-items', 1)] })
  expect(result.numbers).toEqual({ compared: [1, 0, null], contradicted: [0, 0, 1] })
  expect(result.outcomes).toEqual([['agrees', 'conforms']])
  expect(result.findings[0]?.evidence[0]).toEqual({ kind: 'declared', declarationId: 'disclosed-items:2025' })
  expect(result.findings[0]?.evidence.length).toBeGreaterThan(1)
})

it('more than the site can show, with all that is unknown counted in, is told with both numbers', async () => {
  const result = await checkSite(matchedBySite, files, { declarations: [declared('disclosed-items', 99)] })
  expect(result.outcomes).toEqual([['fewer', 'violates']])
  expect(result.findings[0]?.values).toMatchObject({ title: '已公開項目數', declared: '99項', found: '1項' })
  expect(result.numbers['contradicted']).toEqual([1, 0, 1])
})

it('what the unknown may hold is for a person', async () => {
  const unseen = { ...files, '/subsidy': { status: 503 } }
  const result = await checkSite(matchedBySite, unseen, { declarations: [declared('disclosed-items', 2)] })
  expect(result.outcomes).toEqual([['perhaps-fewer', 'needs-review']])
  expect(result.numbers['contradicted']).toEqual([0, 1, 1])
})

it('of several years the latest is compared', async () => {
  const years = [declared('disclosed-items', 1), declared('disclosed-items', 99, 2024)]
  const result = await checkSite(matchedBySite, files, { declarations: years })
  expect(result.outcomes).toEqual([['agrees', 'conforms']])
})

it('with nothing declared, or nothing the site could show, there is nothing to compare', async () => {
  for (const declarations of [[], [declared('cases-online', 1200)]]) {
    const result = await checkSite(matchedBySite, files, { declarations })
    expect([result.status, result.measures, result.findings]).toEqual(['not-applicable', [], []])
  }
})

it('a check that could not look contradicts nothing', async () => {
  const result = await checkSite(matchedBySite, {}, { declarations: [declared('disclosed-items', 99)] })
  expect([result.status, result.findings]).toEqual(['not-applicable', []])
})

it('every measure that a declaration is compared with is of a check that is read', () => {
  const compared = readDeclarables().flatMap(({ measure }) => (measure === undefined ? [] : [measure.split('#')[0]]))
  expect(matchedBySite.reads).toEqual(expect.arrayContaining(compared))
})
