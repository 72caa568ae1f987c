import { expect, it } from 'vitest'
import { scoreSummary, siteEvidenceSummary } from '../../cli/score-summary.ts'
import { measureTable } from '../../scoring/facts.ts'
import type { Criterion, Scheme } from '../../store/model/scheme.ts'
import { criterionOf, done, schemeOf, sheetOf, without } from '../scoring/sample-facts.ts'

const measured = criterionOf([{ points: [4, 10], when: { measure: 'a/b#m', atLeast: 1 }, place: { at: 7 } }], {
  path: ['資訊網路服務構面', '甲'],
})
const human: Criterion = {
  ...criterionOf([], { id: 'two', assess: 'human' }),
  path: ['優質便民服務構面'],
  maxPoints: 600,
}

it('names the 構面 that was assessed, so that what only people assess does not blur it', () => {
  const sheet = sheetOf(schemeOf(human, measured), [done('a/b', { m: [1] })])
  expect(scoreSummary(sheet)).toBe('表：資訊網路服務構面滿分 10 分，區間 4 至 10 分，推估 7 分')
})

it('of a sheet nobody assessed says the whole', () => {
  expect(scoreSummary(sheetOf(schemeOf(human, measured), []))).toMatch(/^表：滿分 610 分，區間 0 至 610 分/)
})

it('counts the verdicts of a checklist, and names no points', () => {
  const { maxPoints: _, ...item } = criterionOf([], {
    items: [{ id: 'x', title: '甲', when: { measure: 'a/b#m', atLeast: 1 } }],
  })
  const { maxPoints: __, ...people } = human
  const list: Scheme = { ...schemeOf(item, people), scale: { kind: 'checklist' } }
  const summary = scoreSummary(sheetOf(list, [done('a/b', { m: [1] })]))
  expect(summary).toBe('表：檢核表（不計分）共2項：符合1項、尚待認定1項')
})

it('tells of which lines that people assess the site shows something', () => {
  const shown = (id: string, ref: string): Criterion => ({
    ...human,
    id,
    title: id,
    maxPoints: 10,
    siteEvidence: [ref],
  })
  const scheme = schemeOf(shown('seen', 'a/b#m'), shown('unseen', 'a/b#n'), shown('unknown', 'c/d#o'))
  const results = [done('a/b', { m: [1], n: [0, 2] }), without('c/d', 'undetermined')]
  expect(siteEvidenceSummary(sheetOf(scheme, results), measureTable(results))).toBe(
    '  供人員評定參考之佐證，網站上可見：seen；未見或無法判定：unseen、unknown',
  )
  expect(siteEvidenceSummary(sheetOf(schemeOf(human), results), measureTable(results))).toBeNull()
})
