import { expect, it } from 'vitest'
import { type Shown, siteEvidenceOf } from '../../../reports/words/site-evidence.ts'

type Counted = readonly [value: number | null, unknown: number | null, outOf: number | null]
type Status = 'done' | 'undetermined' | 'not-applicable'

/** A report of one check with these numbers. */
function shown(numbers: Readonly<Record<string, Counted>>, status: Status = 'done'): Shown {
  const measures = Object.entries(numbers).map(([name, [value, unknown, outOf]]) => {
    return [`a/b#${name}`, { title: name, value, unknown, outOf, unit: 'form', status, basis: [] }] as const
  })
  const reason = status === 'done' ? null : '未見可下載之表單。'
  const counts = { conforms: 0, violates: 0, needsReview: 0 }
  const checks = [{ id: 'a/b', version: 1, question: '', status, reason, counts }]
  return { measures: Object.fromEntries(measures), checks }
}

function said(report: Shown): string[] {
  return siteEvidenceOf(report, Object.keys(report.measures)).map(({ text }) => text)
}

it.each<[string, Counted, string]>([
  ['counted', [12, 0, null], '表單：12個'],
  ['counted out of some', [0, 0, 3], '表單：0個（共3個，0％）'],
  ['counted in part', [3, 1, 5], '表單：3個（共5個，60％），另1個無法判定'],
  ['not seen', [0, 0, null], '表單：本次查核未見'],
  ['not seen where not all was seen', [0, 2, null], '表單：本次查核未見，尚待人工確認'],
  ['not seen of anything', [0, 4, 4], '表單：本次查核未見，尚待人工確認'],
])('what is %s is said as what it is', (_, counted, text) => {
  expect(said(shown({ 表單: counted }))).toEqual([text])
})

it('measures of a check that could not look are told together, with its reason', () => {
  const open = { 表單: [null, null, null], 編號: [null, null, null] } as const
  expect(said(shown(open, 'undetermined'))).toEqual(['表單、編號：無法判定（未見可下載之表單）'])
  expect(said(shown(open, 'not-applicable'))).toEqual(['表單、編號：不適用，待審認（未見可下載之表單）'])
})

it('a check that was not run in this version is told', () => {
  expect(siteEvidenceOf(shown({}), ['a/b#c'])).toEqual([{ text: 'a/b#c：本次未執行此檢測', refs: ['a/b#c'] }])
})
