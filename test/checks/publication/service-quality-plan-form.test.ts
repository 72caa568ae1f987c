import { expect, it } from 'vitest'
import { docx } from '../../../fixtures/files/office-open-xml.ts'
import { odt } from '../../../fixtures/files/open-document.ts'
import { pdf } from '../../../fixtures/files/pdf.ts'
import type { SiteAnswer } from '../../support/snapshot-of.ts'
import { listOf, pageOf, resultOf } from '../disclosure/disclosed-site.ts'

const lines = [
  '壹、計畫依據：部頒計畫',
  '貳、計畫目標：提升服務品質',
  '參、實施對象：各單位',
  '肆、執行策略及推動作法：115年6月底前完成',
  '伍、實施步驟：成立小組',
  '陸、考核作業：每半年1次',
  '柒、獎勵方式：依規定敘獎',
]
const label = '115年度提升服務品質執行計畫'

async function form(answer: SiteAnswer, path = '/plan') {
  const site = { '/': pageOf('測試機關', listOf([label, path])), [path]: answer }
  const { status, measures, findings } = await resultOf('publication/service-quality-plan-form', site)
  return { status, value: measures[0]?.value ?? null, ids: findings.map(({ messageId }) => messageId).sort() }
}

it('a plan with all its headings conforms, as a page, as ODT and as DOCX', async () => {
  const complete = { status: 'done', value: 0, ids: ['complete'] }
  expect(await form(pageOf(label, lines.map((line) => `<p>${line}</p>`).join('')))).toEqual(complete)
  expect(await form(odt(lines), '/plan.odt')).toEqual(complete)
  expect(await form(docx(lines), '/plan.docx')).toEqual(complete)
})

it('missing headings and deadlines that are none are violations', async () => {
  expect(await form(odt(lines.slice(0, 5)), '/plan.odt')).toEqual({ status: 'done', value: 1, ids: ['lacks-headings'] })
  const vague = lines.map((line) => line.replace('115年6月底前完成', '不定期辦理'))
  expect(await form(odt(vague), '/plan.odt')).toEqual({ status: 'done', value: 1, ids: ['vague-deadline'] })
})

it('a plan of which only a PDF or a broken file is there is a question', async () => {
  const unread = { status: 'undetermined', value: null, ids: ['unread'] }
  expect(await form(pdf(lines), '/plan.pdf')).toEqual(unread)
  expect(await form(odt(lines).slice(0, 200), '/plan.odt')).toEqual(unread)
})

it('more than ten pages are a question: the rule says 「以不超過10頁為原則」', async () => {
  const page = Array.from({ length: 34 }, (_, index) => `第${index}行`)
  const long = pdf(Array.from({ length: 11 }, () => page).flat())
  expect(await form(long, '/plan.pdf')).toEqual({ status: 'undetermined', value: null, ids: ['too-long', 'unread'] })
  const ten = pdf(Array.from({ length: 10 }, () => page).flat())
  expect(await form(ten, '/plan.pdf')).toEqual({ status: 'undetermined', value: null, ids: ['unread'] })
})

it('without a plan there is nothing to judge', async () => {
  const { status, findings } = await resultOf('publication/service-quality-plan-form', { '/': pageOf('測試機關', '') })
  expect([status, findings]).toEqual(['undetermined', []])
})
