import { expect, it } from 'vitest'
import { traceCriterion } from '../../reports/trace.ts'
import type { Scheme } from '../../store/model/scheme.ts'
import { fixtureReport } from './fixture-reports.ts'

function schemeOf(name: 'full' | 'hostile'): Scheme {
  const report = fixtureReport(name)
  const sheet = report.sheets[0]
  if (sheet === undefined) throw new Error('the report has no sheet')
  const criteria = sheet.lines.map(({ criterionId, path, title }) => {
    const cites = report.citations[`${sheet.schemeId}#${criterionId}`] as Scheme['criteria'][number]['cites']
    return { id: criterionId, path, title, assess: 'measured' as const, cites, bands: [] }
  })
  return { id: sheet.schemeId, title: sheet.title, issuer: '經濟部水利署', year: 2016, scale: sheet.scale, criteria }
}

it('a criterion is walked from the line of the regulation to the stored bytes', () => {
  const text = traceCriterion(fixtureReport('full'), schemeOf('full'), 'disclosure-ratio').join('\n')
  const steps = [
    '002_f7252ae78c466716.txt 第114行',
    '得分：推估0分，區間0至10分，滿分20分',
    'disclosure/article7-items#published 8項（共11項，72.7％），另1項無法判定',
    '不符合：第3款「組織職掌」公開不完整',
    'https://www.water.example.gov.tw/disclosure',
    'main > ol > li:nth-of-type(2) > a',
    'SHA-256：',
  ]
  let from = 0
  for (const step of steps) {
    const at = text.indexOf(step, from)
    expect(at, step).toBeGreaterThanOrEqual(from)
    from = at
  }
})

it('a line that was not assessed is no zero', () => {
  const text = traceCriterion(fixtureReport('full'), schemeOf('full'), 'online-service-promotion').join('\n')
  expect(text).toContain('推估尚待認定，區間尚待認定')
})

it('an unknown criterion is the fault of the operator, who is told the known ones', () => {
  const trace = () => traceCriterion(fixtureReport('full'), schemeOf('full'), 'no-such')
  expect(trace).toThrow(expect.objectContaining({ fault: 'operator', code: 'trace/unknown-criterion' }))
  expect(trace).toThrow(
    expect.objectContaining({ place: { hint: expect.stringContaining('disclosure-ratio、service-information') } }),
  )
})

it('a report without a sheet of the scheme cannot be traced', () => {
  const trace = () => traceCriterion(fixtureReport('empty'), schemeOf('full'), 'disclosure-ratio')
  expect(trace).toThrow(expect.objectContaining({ code: 'trace/no-sheet' }))
})

it('what a site wrote cannot command a terminal or make lines of its own', () => {
  const scheme = schemeOf('hostile')
  for (const { id } of scheme.criteria) {
    for (const line of traceCriterion(fixtureReport('hostile'), scheme, id)) {
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Surrogate}]/u)
    }
  }
})

it('what the site shows beside a line that people assess is walked to the stored bytes, and what nobody could look at has its reason', () => {
  const lines = traceCriterion(fixtureReport('full'), schemeOf('full'), 'online-service-promotion')
  const text = lines.slice(lines.indexOf('  網站上可見之佐證（供人員評定參考，不計分）')).join('\n')
  expect(text).toMatch(/佐證：participation\/channels-offered#kinds [1-9][\s\S]*SHA-256：[0-9a-f]{64}/)
  expect(text).toContain('佐證：search/keyword-finds-title#found 無法判定')
  expect(text).toContain('原因：網站檢索服務採用外部搜尋引擎')
})
