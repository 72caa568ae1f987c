import { expect, it } from 'vitest'
import type { SiteAnswer } from '../../support/snapshot-of.ts'
import { listOf, pageOf, resultOf } from '../disclosure/disclosed-site.ts'

const table = '<table><tr><th>受考核機關</th><th>結果</th></tr><tr><td>第一分署</td><td>優良</td></tr></table>'

async function paper(check: string, label: string, answer: SiteAnswer = pageOf(label, table)) {
  const site = { '/': pageOf('測試機關', listOf([label, '/a'])), '/a': answer }
  const { status, measures, findings } = await resultOf(check, site)
  return { status, value: measures[0]?.value ?? null, id: findings[0]?.messageId ?? null }
}

const inspection = (label: string, answer?: SiteAnswer) => paper('publication/inspection-results', label, answer)

it.each(['115年度為民服務不定期考核結果', '114年服務品質實地查核紀錄', '115年上半年所屬機關為民服務抽查結果'])(
  'results of this year or the last are published: 「%s」, and are no self-assessment',
  async (label) => {
    expect(await inspection(label)).toEqual({ status: 'done', value: 1, id: 'published' })
    expect(await paper('publication/self-assessment', label)).toMatchObject({ status: 'undetermined', id: null })
  },
)

it('results that are gone, or a page without any, are a violation', async () => {
  const label = '115年度為民服務不定期考核結果'
  expect(await inspection(label, { status: 404 })).toEqual({ status: 'done', value: 0, id: 'dead' })
  expect(await inspection(label, pageOf(label, '<p>整理中</p>'))).toEqual({ status: 'done', value: 0, id: 'empty' })
})

it('none, or old ones, are a question: only the agency that inspects publishes them', async () => {
  expect(await inspection('最新消息')).toEqual({ status: 'undetermined', value: null, id: null })
  expect(await inspection('112年為民服務不定期考核結果')).toMatchObject({ status: 'undetermined', id: 'older' })
})

it.each([
  '115年上半年為民服務考核結果',
  '115年為民服務不定期考核實施計畫',
  '115年度電話服務禮貌抽測結果',
  '115年度為民服務滿意度實地訪查結果',
  '115年食品實地查核結果',
])('「%s」 is something else', async (label) => {
  expect(await inspection(label)).toMatchObject({ status: 'undetermined', id: null })
})
