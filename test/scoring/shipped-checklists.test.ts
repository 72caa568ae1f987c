import { expect, it } from 'vitest'
import { readSchemes } from '../../config/read-scheme.ts'
import type { Scheme } from '../../store/model/scheme.ts'
import { done, lineOf, sheetOf, without } from './sample-facts.ts'

function shipped(id: string): Scheme {
  const found = readSchemes().find(({ scheme }) => scheme.id === id)
  if (found === undefined) throw new Error(`${id} does not ship`)
  return found.scheme
}

const disclosed = (published: number, sections: number) => [
  done('disclosure/article7-items', { published: [published, 0, 12] }),
  done('disclosure/section-present', { sections: [sections] }),
]

it.each([
  [12, 1, 'sure', 1],
  [9, 1, 'partly', 0.75],
  [9, 0, 'none', 0.75],
] as const)('campus-plan: %s of 12 items and %s section', (published, sections, reached, ratio) => {
  const line = lineOf(sheetOf(shipped('campus-plan'), disclosed(published, sections)), 'disclosure-ratio')
  expect(line.reached).toBe(reached)
  expect(line.checklist?.formulas[0]?.ratio).toEqual({ low: ratio, high: ratio })
})

it('a plan that is not on the site may be at the counter: never a violation, always a question', () => {
  for (const id of ['moe-105', 'moe-107']) {
    const published = (value: number) =>
      lineOf(
        sheetOf(shipped(id), [done('publication/service-quality-plan', { published: [value, 0, 1] })]),
        'plan-published',
      )
    expect(published(1).reached).toBe('sure')
    expect(published(0)).toMatchObject({ reached: 'possible' })
    expect(published(0).checklist?.items[0]?.openQuestions.join()).toMatch(/是否公布於服務場所/)
  }
})

it('one dead link of our own is told, whatever stands open beside it', () => {
  const line = (dead: number) =>
    lineOf(
      sheetOf(shipped('leap-106'), [
        done('links/internal-resolve', { dead: [dead] }),
        done('search/form-present', { forms: [1] }),
      ]),
      'website',
    )
  expect(line(1).reached).toBe('partly')
  expect(line(0).reached).toBe('possible')
})

it('an agency that offers nothing to edit meets the demand for ODF, and is asked', () => {
  const odf = (editable: number, share: number) => {
    const facts = [done('documents/editable-offered-as-odf', { editable: [editable], share: [share, 0, editable] })]
    return lineOf(sheetOf(shipped('moe-105'), facts), 'document-formats')
  }
  expect(odf(0, 0).checklist?.items[0]?.met).toBe('yes')
  expect(odf(0, 0).openQuestions.join()).toMatch(/未見對外提供之可編輯文件/)
  expect(odf(3, 2).checklist?.items[0]?.met).toBe('no')
  expect(odf(3, 3).checklist?.items[0]?.met).toBe('yes')
  expect(odf(3, 3).openQuestions).toEqual([])
})

it('checks that all gave up leave every criterion open: nothing is met, nothing is missed', () => {
  for (const id of ['campus-plan', 'leap-106', 'moe-105', 'moe-107']) {
    const scheme = shipped(id)
    const ids = ['disclosure/article7-items', 'links/internal-resolve', 'search/form-present']
    const sheet = sheetOf(
      scheme,
      ids.map((checkId) => without(checkId, 'undetermined')),
    )
    for (const { reached, checklist } of sheet.lines) {
      expect(['possible', 'not-assessed']).toContain(reached)
      expect(checklist?.met.low ?? 0).toBe(0)
      expect(checklist?.met.high).toBe(checklist?.met.outOf)
    }
  }
})
