import { expect, it } from 'vitest'
import { readSchemes } from '../../config/read-scheme.ts'
import type { CheckResult } from '../../store/model/check-result.ts'
import { type Counted, done, lineOf, sheetOf } from './sample-facts.ts'

/** Whether each item of a criterion is met, by item. */
function metOf(schemeId: string, criterionId: string, results: readonly CheckResult[]): Record<string, string> {
  const scheme = readSchemes().find((one) => one.scheme.id === schemeId)?.scheme
  if (scheme === undefined) throw new Error(`${schemeId} does not ship`)
  const { checklist } = lineOf(sheetOf(scheme, results), criterionId)
  return Object.fromEntries((checklist?.items ?? []).map(({ id, met }) => [id, met]))
}

const entry = (axes: Counted, portalLink: Counted) => done('classification/search-entry', { axes, portalLink })
const codes = (subcategories: number) => done('classification/three-axes-covered', { subcategories: [subcategories] })

it.each([
  ['one way on the site', entry([1], [0]), 40, 'yes'],
  ["the portal's area, of few sub-categories", entry([0], [1]), 6, 'yes'],
  ["the portal's area, of many sub-categories", entry([0], [1]), 7, 'unknown'],
  ['neither', entry([0], [0]), 3, 'no'],
  ['ways nobody could try', entry([0, 3], [0]), 3, 'unknown'],
] as const)('moe-105, 000:58: %s', (_, found, subcategories, met) => {
  expect(metOf('moe-105', 'classification', [found, codes(subcategories)])['by-classification']).toBe(met)
})

it('campus-plan asks for three ways, and for the classes of every kind of information', () => {
  const kinds = (classified: Counted) => done('classification/by-information-type', { classified })
  const met = (axes: number, classified: Counted) =>
    metOf('campus-plan', 'classification-ratio', [entry([axes], [0]), kinds(classified)])
  expect(met(3, [18, 0, 20])).toMatchObject({ axes: 'yes', kinds: 'yes' })
  expect(met(2, [17, 0, 20])).toMatchObject({ axes: 'no', kinds: 'no' })
  expect(met(3, [17, 2, 20])).toMatchObject({ kinds: 'unknown' })
})

it('campus-plan takes a board or a forum of opinions as 討論區 (003:290), none of them is a question', () => {
  const met = (more: Record<string, Counted>) => {
    const none = { feedback: [1] as const, forum: [0] as const, messageBoard: [0] as const, opinionForum: [0] as const }
    return metOf('campus-plan', 'participation', [done('participation/channels-offered', { ...none, ...more })])
  }
  expect(met({ messageBoard: [1] })).toMatchObject({ feedback: 'yes', forum: 'yes' })
  expect(met({ opinionForum: [1] })).toMatchObject({ forum: 'yes' })
  expect(met({})).toMatchObject({ forum: 'unknown' })
})

it.each([
  ['moe-105', 'opened'],
  ['moe-107', 'opened'],
  ['leap-106', 'open'],
])('%s: data that were not seen on the site may be open elsewhere', (scheme, item) => {
  const offered = (value: number) => done('open-data/datasets-offered', { offered: [value, 1 - value, 1] })
  expect(metOf(scheme, 'open-data', [offered(1)])[item]).toBe('yes')
  expect(metOf(scheme, 'open-data', [offered(0)])[item]).toBe('unknown')
})

it('moe-107: formats and updates are seen, whether data are anonymous a person says', () => {
  const data = done('open-data/datasets-offered', { offered: [1], formats: [2], api: [0], current: [1] })
  const met = metOf('moe-107', 'open-data', [data])
  expect(met).toEqual({ opened: 'yes', format: 'yes', anonymous: 'unknown', updated: 'yes' })
})
