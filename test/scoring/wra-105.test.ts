import { expect, it } from 'vitest'
import { readSchemes } from '../../config/read-scheme.ts'
import type { CheckResult } from '../../store/model/check-result.ts'
import type { Scheme } from '../../store/model/scheme.ts'
import type { ScoreLine } from '../../store/model/score-sheet.ts'
import { type Counted, declaration, done, lineOf, sheetOf, without } from './sample-facts.ts'

const wra105 = ((): Scheme => {
  const found = readSchemes().find(({ scheme }) => scheme.id === 'wra-105')
  if (found === undefined) throw new Error('wra-105 does not ship')
  return found.scheme
})()

/** Items published (of chapters as many, unless told), sections, editable documents, of which offered as ODF. */
function disclosure(published: Counted, sections: Counted, editable: Counted, odf: number, chapters = published) {
  return [
    done('disclosure/article7-items', { published, chapters, notApplicable: [0] }),
    done('disclosure/section-present', { sections }),
    done('documents/editable-offered-as-odf', { editable, share: [odf, editable[1] ?? 0, editable[0]] }),
  ]
}

const disclosureLine = (...facts: Parameters<typeof disclosure>): ScoreLine =>
  lineOf(sheetOf(wra105, disclosure(...facts)), 'disclosure-ratio')

it('everything published, a section and every editable document as ODF is 11 to 20 for sure, estimated at 20', () => {
  const line = disclosureLine([12, 0, 12], [1], [5], 5)
  expect(line.measured).toEqual({ low: 11, estimate: 20, high: 20 })
  expect(line).toMatchObject({ reached: 'sure', openQuestions: [], max: 20, declared: null, final: line.measured })
})

it('some editable documents as ODF make 11 to 20 possible: 11 + 9 x share', () => {
  const line = disclosureLine([12, 0, 12], [1], [3], 1)
  expect(line.measured).toEqual({ low: 1, estimate: 14, high: 20 })
  expect(line.reached).toBe('possible')
  expect(line.openQuestions.join()).toMatch(/可編輯文件僅部分提供ODF格式/)
})

it('no editable document as ODF is 1 to 10', () => {
  expect(disclosureLine([12, 0, 12], [1], [3], 0).measured).toEqual({ low: 1, estimate: 10, high: 10 })
})

it('a site that offers no editable document meets the ODF demand, and a person is asked', () => {
  const line = disclosureLine([12, 0, 12], [1], [0], 0)
  expect(line.measured).toEqual({ low: 11, estimate: 20, high: 20 })
  expect(line).toMatchObject({ reached: 'sure', openQuestions: [expect.stringMatching(/未見對外提供之可編輯文件/)] })
})

it.each([
  ['89.9 %', [899, 0, 1000], { low: 0, estimate: 0, high: 0 }, 'none'],
  ['90 %', [9, 0, 10], { low: 1, estimate: 1, high: 10 }, 'sure'],
  ['11 of 12', [11, 0, 12], { low: 1, estimate: 2.5, high: 10 }, 'sure'],
  ['99.9 %', [999, 0, 1000], { low: 1, estimate: 9.91, high: 10 }, 'sure'],
  ['100 %', [10, 0, 10], { low: 11, estimate: 20, high: 20 }, 'sure'],
] as const)('%s of the applicable items published', (_, published, measured, reached) => {
  expect(disclosureLine(published, [1], [2], 2)).toMatchObject({ measured, reached })
})

it('where twelve items and ten chapters reach different bands the interval widens, and the estimate goes by the items', () => {
  const byItems = disclosureLine([10, 0, 11], [1], [2], 2, [8, 0, 9])
  expect(byItems).toMatchObject({ measured: { low: 0, estimate: 1.82, high: 10 }, reached: 'possible' })
  expect(byItems.openQuestions.join()).toMatch(/依12項計算已達90%，依10款計算則未達/)
  expect(byItems.openQuestions.join()).not.toMatch(/依10款計算已達90%/)
  const byChapters = disclosureLine([10, 0, 12], [1], [2], 2, [9, 0, 10])
  expect(byChapters).toMatchObject({ measured: { low: 0, estimate: 0, high: 10 }, reached: 'possible' })
  expect(byChapters.openQuestions.join()).toMatch(/依10款計算已達90%，依12項計算則未達/)
})

it('without the section nothing is reached, whatever is published', () => {
  expect(disclosureLine([12, 0, 12], [0], [5], 5)).toMatchObject({
    measured: { low: 0, estimate: 0, high: 0 },
    reached: 'none',
  })
})

it('one item that could not be judged opens the interval, and the estimate goes by the others', () => {
  const line = disclosureLine([11, 1, 12], [1], [5], 5)
  expect(line).toMatchObject({ measured: { low: 1, estimate: 20, high: 20 }, reached: 'possible' })
  expect(disclosureLine([10, 1, 12], [1], [5], 5).measured).toEqual({ low: 0, estimate: 1.82, high: 10 })
})

it('a site where nothing could be looked at has no estimate, not zero', () => {
  expect(disclosureLine([0, 12, 12], [0, 1], [0, 4], 0)).toMatchObject({
    measured: { low: 0, estimate: null, high: 20 },
    reached: 'possible',
  })
})

it.each(['undetermined', 'crashed', 'not-applicable'] as const)('a check that is %s leaves its line open', (status) => {
  const results = [
    ...disclosure([12, 0, 12], [1], [5], 5).slice(0, 2),
    without('documents/editable-offered-as-odf', status),
  ]
  const line = lineOf(sheetOf(wra105, results), 'disclosure-ratio')
  expect(line.measured).toEqual({ low: 1, estimate: null, high: 20 })
  expect(line.because).toContain('documents/editable-offered-as-odf#share')
})

it('an item that was counted as not applicable is for a person to confirm, even where the line is sure', () => {
  const [items, ...others] = disclosure([11, 0, 11], [1], [2], 2)
  const measures = items?.measures.map((one) => (one.name === 'notApplicable' ? { ...one, value: 1 } : one)) ?? []
  const results = items === undefined ? [] : [{ ...items, measures }, ...others]
  const line = lineOf(sheetOf(wra105, results), 'disclosure-ratio')
  expect(line).toMatchObject({ reached: 'sure', openQuestions: [expect.stringMatching(/是否確不適用/)] })
})

it('fewer than ten applicable items are pointed out: one gap falls below 90 %', () => {
  expect(disclosureLine([9, 0, 9], [1], [1], 1).openQuestions.join()).toMatch(/少於10項/)
  expect(disclosureLine([10, 0, 10], [1], [1], 1).openQuestions).toEqual([])
})

const four = {
  serviceMeasure: [1],
  faq: [1],
  event: [1],
  promotion: [1],
  publication: [0],
  other: [0],
  kinds: [4, 0, 5],
} as const

it.each([
  ['all five and two other kinds', { publication: [1], other: [2] }, { low: 9, estimate: 10, high: 10 }],
  ['all five and one other kind', { publication: [1], other: [1] }, { low: 9, estimate: 9, high: 10 }],
  ['all five', { publication: [1] }, { low: 6, estimate: 7, high: 8 }],
  ['the first four', {}, { low: 1, estimate: 3, high: 5 }],
  ['the first four and other kinds', { other: [3] }, { low: 1, estimate: 3, high: 5 }],
  ['three', { faq: [0] }, { low: 0, estimate: 0, high: 0 }],
  ['publications but no promotion', { promotion: [0], publication: [1] }, { low: 0, estimate: 0, high: 5 }],
] as const)('service information: %s', (_, change, measured) => {
  const results = [done('disclosure/service-information', { ...four, ...change })]
  expect(lineOf(sheetOf(wra105, results), 'service-information').measured).toEqual(measured)
})

it.each([
  [15, { low: 16, estimate: 20, high: 20 }],
  [14, { low: 16, estimate: 17, high: 20 }],
  [13, { low: 11, estimate: 13, high: 15 }],
  [12, { low: 1, estimate: 5, high: 10 }],
  [11, { low: 0, estimate: 0, high: 0 }],
] as const)('the draw of fifteen: %i right', (correct, measured) => {
  const results = [done('links/spot-check-fifteen', { correct: [correct, 0, 15] })]
  expect(lineOf(sheetOf(wra105, results), 'content-correctness').measured).toEqual(measured)
})

it('a line whose checks do not exist yet is not assessed, never 0', () => {
  const sheet = sheetOf(wra105, disclosure([12, 0, 12], [1], [5], 5))
  expect(lineOf(sheet, 'content-correctness')).toMatchObject({
    measured: null,
    final: null,
    reached: 'not-assessed',
    because: [],
    openQuestions: [expect.stringMatching(/抽測15件/)],
  })
  expect(sheet.measured).toEqual({ low: 11, estimate: 20, high: 20, max: 20 })
  expect(sheet.notAssessedMax).toBe(980)
})

it('of a search service of which only the metadata was measured four points are sure, the other 46 stand open', () => {
  const results = [
    done('classification/metadata-present', { complete: [95, 0, 100] }),
    done('classification/metadata-valid', { valid: [94, 0, 100] }),
    done('search/form-present', { forms: [1] }),
  ]
  const sheet = sheetOf(wra105, results)
  const line = lineOf(sheet, 'search-service')
  expect(line).toMatchObject({ measured: { low: 4, estimate: null, high: 50 }, max: 50, reached: 'possible' })
  expect(line.because).toEqual([
    'search/form-present#forms',
    'classification/metadata-present#complete',
    'classification/metadata-valid#valid',
  ])
  expect(line.assumption).toMatch(/官方僅列1-50分，以下配分係本工具假設/)
  expect(line.parts.map(({ id, points }) => [id, points?.estimate ?? null])).toEqual([
    ['works', null],
    ['ways', null],
    ['by-classification', null],
    ['classification-metadata', 4],
    ['help', null],
    ['results', null],
    ['badge', null],
  ])
  expect(sheet.measured.max).toBe(50)
  expect(sheet.notAssessedMax).toBe(950)
})

const wholeSearch = (forms: Counted, titleWord: Counted): CheckResult[] => [
  done('classification/metadata-present', { complete: [100, 0, 100] }),
  done('classification/metadata-valid', { valid: [100, 0, 100] }),
  done('search/form-present', { forms }),
  done('search/works', { titleWord, bodyWord: [1], nonsense: [1] }),
  done('search/methods-offered', { ways: [4] }),
  done('classification/search-entry', { axes: [3] }),
  done('search/help-offered', { kinds: [3] }),
  done('search/results-usable', { paging: [1], ordering: [1] }),
  done('accessibility/certification-badge', { valid: [1] }),
]

it('the whole search service is 50, and without a working search at most 20', () => {
  const points = (forms: Counted, titleWord: Counted) =>
    lineOf(sheetOf(wra105, wholeSearch(forms, titleWord)), 'search-service')
  expect(points([1], [1])).toMatchObject({ measured: { low: 50, estimate: 50, high: 50 }, reached: 'sure' })
  expect(points([0], [0])).toMatchObject({ measured: { low: 20, estimate: 20, high: 20 }, reached: 'sure' })
  expect(points([1], [0, 1])).toMatchObject({ measured: { low: 20, estimate: null, high: 50 }, reached: 'possible' })
})

it('a search that works, in three ways, with two kinds of help, of which nobody could say whether it pages, stands in an interval', () => {
  const results = [
    ...wholeSearch([1], [1]).filter(({ checkId }) => !/methods|help|results/.test(checkId)),
    done('search/methods-offered', { ways: [3, 1, 6] }),
    done('search/help-offered', { kinds: [2] }),
    done('search/results-usable', { paging: [0, 1], ordering: [1] }),
  ]
  const { measured, parts } = lineOf(sheetOf(wra105, results), 'search-service')
  expect(measured).toMatchObject({ low: 44, high: 49 })
  const points = Object.fromEntries(parts.map(({ id, points: part }) => [id, [part?.low, part?.high]]))
  expect(points).toMatchObject({ works: [12, 12], ways: [9, 12], help: [2, 2], results: [1, 3] })
})

it('a search service that offers nothing still has the one point of the official floor', () => {
  const results = [
    done('classification/metadata-present', { complete: [0, 0, 40] }),
    done('search/form-present', { forms: [0] }),
    done('search/works', { titleWord: [0], bodyWord: [0], nonsense: [0] }),
    done('search/methods-offered', { ways: [0] }),
    done('classification/search-entry', { axes: [0] }),
    done('search/help-offered', { kinds: [0] }),
    done('search/results-usable', { paging: [0], ordering: [0] }),
    done('accessibility/certification-badge', { valid: [0], current: [0], shown: [0] }),
  ]
  expect(lineOf(sheetOf(wra105, results), 'search-service').measured).toEqual({ low: 1, estimate: 1, high: 1 })
})

it('a site without a search has nothing of it, though nothing could be tried', () => {
  const results = [
    done('search/form-present', { forms: [0] }),
    ...['works', 'methods-offered', 'help-offered', 'results-usable'].map((name) =>
      without(`search/${name}`, 'not-applicable'),
    ),
    done('classification/metadata-present', { complete: [0, 0, 40] }),
    done('classification/search-entry', { axes: [0] }),
    done('accessibility/certification-badge', { valid: [0], current: [0], shown: [0] }),
  ]
  expect(lineOf(sheetOf(wra105, results), 'search-service').measured).toEqual({ low: 1, estimate: 1, high: 1 })
})

it('what the agency declares stands apart from what was measured', () => {
  const results = [done('services/kinds-offered', { kinds: [5, 0, 5], items: [4, 0, 8] })]
  const declared = [declaration('cases-online', 300), declaration('cases-all', 600)]
  const sheet = sheetOf(wra105, results, declared)
  const line = lineOf(sheet, 'online-service-capacity')
  expect(line.measured).toEqual({ low: 11, estimate: null, high: 26 })
  expect(line.declared).toEqual({ low: 12, estimate: 19, high: 26 })
  expect(line.final).toEqual(line.declared)
  expect(sheet.measured).toEqual({ low: 11, estimate: null, high: 26, max: 30 })
  expect(sheet.notAssessedMax).toBe(970)
})

it('a line that only the agency can speak of waits for the agency', () => {
  expect(lineOf(sheetOf(wra105, []), 'online-service-promotion')).toMatchObject({
    final: null,
    reached: 'not-assessed',
    openQuestions: [expect.stringMatching(/^待機關提供/)],
  })
  const line = lineOf(sheetOf(wra105, [], [declaration('promotion-activities', 6)]), 'online-service-promotion')
  expect(line).toMatchObject({ measured: null, declared: { low: 1, estimate: null, high: 10 }, reached: 'sure' })
})

it('forms simplified and managed are 6 to 10, simplified alone 1 to 5', () => {
  const points = (...declared: [string, boolean][]) => {
    const sheet = sheetOf(
      wra105,
      [],
      declared.map(([name, value]) => declaration(name, value)),
    )
    return lineOf(sheet, 'form-simplification').final
  }
  expect(points(['form-simplification', true], ['form-management', true])).toEqual({ low: 6, estimate: null, high: 10 })
  expect(points(['form-simplification', true], ['form-management', false])).toEqual({ low: 1, estimate: null, high: 5 })
  expect(points(['form-simplification', true])).toEqual({ low: 1, estimate: null, high: 10 })
  expect(points(['form-simplification', false])).toEqual({ low: 0, estimate: 0, high: 0 })
})

function participation(channels: Record<string, Counted>, replies: Counted, rules: Counted = [1]): ScoreLine {
  const results = [
    done('participation/channels-offered', {
      feedback: [1],
      forum: [1],
      additionalKinds: [0],
      ...channels,
    }),
    done('participation/rules-published', { rules }),
    done('participation/replies-shown', { replies, recent: [replies[0] > 0 ? 1 : 0], answered: [replies[0], 0, 10] }),
  ]
  return lineOf(sheetOf(wra105, results), 'participation')
}

it.each([
  ['two additional kinds', { additionalKinds: [2] }, [9], { low: 41, estimate: 43, high: 50 }],
  ['three additional kinds', { additionalKinds: [3] }, [9], { low: 41, estimate: 47, high: 50 }],
  ['five additional kinds', { additionalKinds: [5] }, [9], { low: 41, estimate: 50, high: 50 }],
  ['one additional kind', { additionalKinds: [1] }, [9], { low: 31, estimate: 38, high: 40 }],
  ['just the base, replied to', {}, [9], { low: 1, estimate: 30, high: 30 }],
  ['replies not seen', { additionalKinds: [1] }, [0], { low: 0, estimate: 33, high: 40 }],
  ['no forum', { forum: [0] }, [9], { low: 0, estimate: null, high: 30 }],
  ['no way to give an opinion', { feedback: [0], additionalKinds: [3] }, [9], { low: 0, estimate: 0, high: 0 }],
] as const)('participation: %s', (_, channels, replies, measured) => {
  expect(participation(channels, replies).measured).toEqual(measured)
})

it('participation: just the base, few replies and no rules', () => {
  expect(participation({}, [3], [0]).measured).toEqual({ low: 1, estimate: 18, high: 30 })
})

it('metadata that stand on every page and are wrong on most are worth what is right', () => {
  const results = [
    done('classification/metadata-present', { complete: [100, 0, 100] }),
    done('classification/metadata-valid', { valid: [40, 0, 100] }),
  ]
  const part = lineOf(sheetOf(wra105, results), 'search-service').parts.find(
    ({ id }) => id === 'classification-metadata',
  )
  expect(part?.points).toMatchObject({ low: 2, estimate: 2, high: 2 })
})

it('the form is whole: 1000 points, its seven items and fourteen indicators', () => {
  const sheet = sheetOf(wra105, [])
  expect(sheet.lines).toHaveLength(25)
  expect(sheet.notAssessedMax).toBe(1000)
  expect(sheet.measured).toEqual({ low: 0, estimate: null, high: 0, max: 0 })
  const maxima = (level: number): [string | undefined, number][] =>
    sheet.subtotals.filter(({ path }) => path.length === level).map((one) => [one.path.at(-1), one.notAssessedMax])
  expect(maxima(1)).toEqual([
    ['優質便民服務構面', 600],
    ['資訊網路服務構面', 200],
    ['創新加值服務構面', 100],
    ['服務規劃的創新整合構面', 100],
  ])
  expect(maxima(2).map(([, max]) => max)).toEqual([280, 170, 150, 100, 100, 100, 100])
  expect(maxima(3).map(([, max]) => max)).toEqual([280, 50, 90, 30, 80, 70, 50, 50, 50, 50])
  const asked = sheet.lines.filter(({ path }) => path[0] !== '資訊網路服務構面')
  expect(asked.map(({ max }) => max).slice(-6)).toEqual([50, 30, 20, 30, 40, 30])
  for (const line of asked) expect(line).toMatchObject({ reached: 'not-assessed', final: null })
})

it('a sheet names what it was made from', () => {
  const results = [...disclosure([12, 0, 12], [1], [5], 5), done('links/internal-resolve', { dead: [0] })]
  expect(sheetOf(wra105, results)).toMatchObject({
    schemeId: 'wra-105',
    schemeSha256: 'f'.repeat(64),
    runId: '20261122T020304Z-x7k2q9',
    toolVersion: '0.1.0',
    checkVersions: {
      'disclosure/article7-items': 1,
      'disclosure/section-present': 1,
      'documents/editable-offered-as-odf': 1,
    },
  })
  expect(Object.keys(sheetOf(wra105, results).checkVersions)).not.toContain('links/internal-resolve')
})

it.each([
  ['young', { shown: [1], current: [1], valid: [0, 1] }, { low: 0, estimate: 10, high: 10 }],
  ['old', { shown: [1], current: [0], valid: [0, 1] }, { low: 0, estimate: null, high: 10 }],
  ['missing', { shown: [0], current: [0], valid: [0] }, { low: 0, estimate: 0, high: 0 }],
] as const)('a badge that is %s counts as far as that goes: whether it holds, a person says', (_, numbers, points) => {
  const sheet = sheetOf(wra105, [done('accessibility/certification-badge', numbers)])
  const badge = lineOf(sheet, 'search-service').parts?.find(({ id }) => id === 'badge')
  expect(badge?.points).toEqual(points)
  expect(badge?.openQuestions.join()).toMatch(points.high === 0 ? /^$/ : /查證/)
})

it('whether what was drawn is true is asked of a person, however sure the points are', () => {
  const line = lineOf(
    sheetOf(wra105, [done('links/spot-check-fifteen', { correct: [15, 0, 15] })]),
    'content-correctness',
  )
  expect(line.reached).toBe('sure')
  expect(line.openQuestions.join()).toContain('內容是否與事實相符')
})
