import { expect, it } from 'vitest'
import { paperMessages } from '../../../checks/publication/judge-paper.ts'
import type { SiteAnswer } from '../../support/snapshot-of.ts'
import { listOf, pageOf, resultOf } from '../disclosure/disclosed-site.ts'

const table = '<table><tr><th>項目</th><th>結果</th></tr><tr><td>服務態度</td><td>優良</td></tr></table>'

async function assessment(label: string, answer: SiteAnswer) {
  const site = { '/': pageOf('測試機關', listOf([label, '/a'])), '/a': answer }
  const { status, measures, findings } = await resultOf('publication/self-assessment', site)
  return { status, value: measures[0]?.value ?? null, id: findings[0]?.messageId ?? null }
}

it.each(['115年上半年為民服務考核結果', '114年下半年提升服務品質自行考核結果'])(
  'results of this year or the last are published: 「%s」',
  async (label) => {
    expect(await assessment(label, pageOf(label, table))).toEqual({ status: 'done', value: 1, id: 'published' })
  },
)

it('what is published bears its own year, not the one that is due', async () => {
  const site = { '/': pageOf('測試機關', listOf(['114年下半年為民服務考核結果', '/a'])), '/a': pageOf('結果', table) }
  const { findings } = await resultOf('publication/self-assessment', site)
  expect(findings[0]?.values).toMatchObject({ year: 114 })
  expect(paperMessages.published).toContain('{year}年度')
})

it('results that are gone are a violation', async () => {
  const gone = await assessment('115年上半年為民服務考核結果', { status: 404 })
  expect(gone).toEqual({ status: 'done', value: 0, id: 'dead' })
})

it('none, or old ones, are a question: whose duty it is stands in a plan we do not know', async () => {
  const page = pageOf('結果', table)
  expect(await assessment('最新消息', page)).toEqual({ status: 'undetermined', value: null, id: null })
  expect(await assessment('電話服務品質考核', page)).toMatchObject({ status: 'undetermined' })
  expect(await assessment('112年為民服務考核結果', page)).toEqual({ status: 'undetermined', value: null, id: 'older' })
})
