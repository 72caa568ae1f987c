import { expect, it } from 'vitest'
import { count, denialPrecision, emptyConfusion, precision, recall } from '../../bench/confusion.ts'
import { comparisonsOf, type SiteLabels } from '../../bench/label-comparisons.ts'
import { participationComparisons } from '../../bench/participation-comparisons.ts'
import { readTerms } from '../../config/read-terms.ts'
import { fixtureReport } from '../reports/fixture-reports.ts'

it('what the labels cannot tell is left out, what the check left open is counted apart', () => {
  const confusion = emptyConfusion()
  const cases = [
    [true, true],
    [true, false],
    [false, true],
    [false, false],
    [false, false],
    [null, true],
    [null, false],
    [true, null],
  ] as const
  for (const [said, truth] of cases) count(confusion, said, truth)
  expect(confusion).toMatchObject({ truePositive: 1, falsePositive: 1, falseNegative: 1, trueNegative: 2 })
  expect([confusion.openPositive, confusion.openNegative]).toEqual([1, 1])
  expect([precision(confusion), recall(confusion), denialPrecision(confusion)]).toEqual([1 / 2, 1 / 2, 2 / 3])
  expect(precision(emptyConfusion())).toBeNull()
})

const labels: SiteLabels = {
  site: 'a-site',
  start: 'index.html',
  disclosure: {
    section: { value: 'absent' },
    labels: [
      { text: '預算及決算書', within: 'section', items: ['6'] },
      { text: '租金補助', within: 'outside', items: [] },
      { text: '神祕資訊', within: 'section', items: ['4'] },
      { text: '年報', within: 'section', items: ['5b'], unsure: true },
    ],
    items: { '1': { value: 'published' }, '6': { value: 'undetermined' } },
  },
  serviceInformation: { faq: { value: 'label-only' } },
  services: { privacyPolicy: { value: 'present' } },
  search: { methods: { classified: { value: 'absent' } } },
  classification: { withCategory: 2 },
  participation: { mailbox: { value: 'present' }, join: { value: 'absent' }, vote: { value: 'undetermined' } },
  openData: { value: 'own-datasets' },
}

it('section, labels and items are compared with the report, and what differs is named', () => {
  const report = fixtureReport('full')
  const read = comparisonsOf(readTerms().disclosure).map(({ name, compare }) => {
    const [confusion, misses] = [emptyConfusion(), [] as string[]]
    compare(confusion, labels, report, (text) => misses.push(text))
    return { name, confusion, misses }
  })
  expect(read[0]).toMatchObject({ confusion: { falsePositive: 1 }, misses: ['a-site: absent, said present'] })
  expect(read[1]).toMatchObject({
    confusion: { truePositive: 1, falsePositive: 0, falseNegative: 1, trueNegative: 1 },
    misses: ['a-site: 「神祕資訊」 (section) is 4, said none'],
  })
  expect(read[2]).toMatchObject({ confusion: { truePositive: 1, falsePositive: 0 } })
})

it('ways to take part, open data and classes are compared by what was counted, and what stands open is left open', () => {
  const measure = (value: number, unknown: number) => ({ value, unknown, outOf: 1 })
  const report = {
    ...fixtureReport('full'),
    measures: {
      'participation/channels-offered#feedback': measure(0, 0),
      'participation/channels-offered#join': measure(1, 0),
      'participation/channels-offered#vote': measure(1, 0),
      'open-data/datasets-offered#offered': measure(0, 1),
      'classification/three-axes-covered#axes': measure(3, 0),
    },
  } as unknown as Parameters<(typeof participationComparisons)[number]['compare']>[2]
  const read = participationComparisons.map(({ compare }) => {
    const [confusion, misses] = [emptyConfusion(), [] as string[]]
    compare(confusion, labels, report, (text) => misses.push(text))
    return { confusion, misses }
  })
  expect(read[0]).toMatchObject({
    confusion: { truePositive: 0, falsePositive: 1, falseNegative: 1, openPositive: 0 },
    misses: ['a-site: mailbox is true, said false', 'a-site: join is false, said true'],
  })
  expect(read[1]?.confusion).toEqual(emptyConfusion())
  expect(read[3]?.confusion).toMatchObject({ openPositive: 1 })
  expect(read[4]?.confusion).toMatchObject({ truePositive: 1 })
  expect(read[5]?.confusion).toMatchObject({ openNegative: 1 })
})
