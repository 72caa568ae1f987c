import { expect, it } from 'vitest'
import type { SiteAnswer } from '../../support/snapshot-of.ts'
import { listOf, pageOf, resultOf } from '../disclosure/disclosed-site.ts'

const odt = { body: 'PK', headers: { 'content-type': 'application/vnd.oasis.opendocument.text' } }

async function report(label: string, answer: SiteAnswer) {
  const site = { '/': pageOf('測試機關', listOf([label, '/r'])), '/r': answer }
  const { status, measures, findings } = await resultOf('publication/performance-report', site)
  return { status, value: measures[0]?.value ?? null, id: findings[0]?.messageId ?? null }
}

it.each(['114年度提升服務品質績效總報告', '114年度為民服務執行成果', '115年提升服務品質執行績效'])(
  'the report of last year, or already of this one, is published: 「%s」',
  async (label) => {
    expect(await report(label, odt)).toEqual({ status: 'done', value: 1, id: 'published' })
  },
)

it('a report that is gone is a violation', async () => {
  expect(await report('114年度提升服務品質績效總報告', { status: 404 })).toEqual({
    status: 'done',
    value: 0,
    id: 'dead',
  })
})

it('none, or an old one, is a question: the duty is that of the agency that compiles', async () => {
  expect(await report('最新消息', odt)).toEqual({ status: 'undetermined', value: null, id: null })
  expect(await report('112年度提升服務品質績效總報告', odt)).toEqual({
    status: 'undetermined',
    value: null,
    id: 'older',
  })
})
