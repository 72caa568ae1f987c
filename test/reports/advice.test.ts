import { expect, it } from 'vitest'
import { render } from '../../reports/render.ts'
import { adviceHeadline, changeText, goalOf, stakeText } from '../../reports/words/advice.ts'
import { parseHtml } from '../../store/html.ts'
import type { Advice, MeasureChange } from '../../store/model/advice.ts'
import type { RunReport } from '../../store/model/run-report.ts'
import { fixtureBodies, fixtureReport } from './fixture-reports.ts'

const change: MeasureChange = {
  measure: 'a/b#n',
  from: { value: 8, unknown: 2 },
  to: { value: 11, unknown: 1 },
  outOf: 12,
  unit: 'item',
  steps: 3,
  settles: 1,
  findings: [],
}

function adviceOf(points: number, before: number, after: number, more: Partial<Advice> = {}): Advice {
  return {
    id: 's#c@1-10',
    schemeId: 's',
    criterionId: 'c',
    title: '公開比例',
    band: [1, 10],
    changes: [change],
    declares: [],
    presumes: [],
    steps: 3,
    effort: 'edit',
    points,
    total: { schemeId: 's', before, after, isEstimated: true },
    stakes: [],
    ...more,
  }
}

it('says from where to where, and how many things to mend', () => {
  expect(changeText(change)).toBe('由8項增至11項，須改善3處（其中1處僅須查明）')
  expect(changeText({ ...change, steps: 2, settles: 2 })).toContain('須查明2處')
})

it('an offence goes down, counted from the most there may be', () => {
  const fewer = { ...change, from: { value: 3, unknown: 1 }, to: { value: 0, unknown: 0 }, unit: 'link', steps: 4 }
  expect(changeText(fewer)).toBe('由4條減至0條，須改善4處（其中1處僅須查明）')
})

it('sums up the first seven that gain points, from their first total to their last', () => {
  const list = [128, 130, 133, 137, 140, 144, 148, 151].map((to, index) => adviceOf(1, 127 + index, to))
  expect(adviceHeadline(list)).toBe('改善前7項（共21處），已評項目推估合計：127分 → 148分')
  expect(adviceHeadline([adviceOf(0, 128, 128)])).toBeNull()
  expect(adviceHeadline([])).toBeNull()
})

it('where a line has no estimate, the sentence says what it counts', () => {
  const total = { schemeId: 's', before: 12, after: 14, isEstimated: false }
  expect(adviceHeadline([adviceOf(2, 12, 14, { total })])).toContain('12分 → 14分（無法推估者以區間下限計）')
})

it('a step found for a checklist that gains points is named after the line that gains them', () => {
  const stake = { schemeId: 's', criterionId: 'line', title: '得分項目', before: null, after: null, itemsMet: 0 }
  const own = { schemeId: 'list', criterionId: 'item', title: '檢核', before: null, after: null, itemsMet: 2 }
  const advice = adviceOf(3, 1, 4, { schemeId: 'list', criterionId: 'item', band: null, stakes: [own, stake] })
  expect(goalOf(advice)).toMatchObject({ schemeId: 's', criterionId: 'line', text: '得分項目' })
  expect(goalOf({ ...advice, points: 0 }).text).toBe('公開比例（檢核事項）')
  expect(stakeText(own)).toBe('檢核：增列符合2項')
})

async function summaryOf(report: RunReport): Promise<ReturnType<typeof parseHtml>> {
  for await (const { path, content } of render(report, fixtureBodies, 'html')) {
    if (path === 'index.html') return parseHtml(String(content))
  }
  throw new Error('no index.html')
}

it('the report names steps, points and findings, each leading to its line', async () => {
  const $ = await summaryOf(fixtureReport('full'))
  const rows = $('#advice tbody tr')
  expect(rows.length).toBe(3)
  expect(rows.eq(0).text()).toContain('須改善2處')
  expect(rows.eq(0).text()).toContain('增1.9分')
  expect(rows.eq(0).find('details a').length).toBe(3)
  expect(rows.eq(1).text()).toContain('線上服務推廣活動辦理次數')
  expect($('nav.sections').text()).toContain('優先改善事項')
})

it('a report without advice has no empty block, nor a link to one', async () => {
  const $ = await summaryOf(fixtureReport('empty'))
  expect($('#advice').length).toBe(0)
  expect($('nav.sections').text()).not.toContain('優先改善事項')
})
