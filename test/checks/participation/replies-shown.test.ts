import { expect, it } from 'vitest'
import check from '../../../checks/participation/replies-shown.ts'
import { checkSite } from '../../support/check-site.ts'
import type { SiteAnswer } from '../../support/snapshot-of.ts'

const home = '<nav><a href="/forum">討論區</a></nav>'
const list = '<main><h1>討論區</h1><ul><li><a href="/1">輪灌公告</a></li><li><a href="/2">雨水桶</a></li></ul></main>'

function thread(answer: string): string {
  return `<main><h1>輪灌公告</h1><p>發言日期：115年11月1日 建議於前一週公告輪灌時段，以利安排農務。</p><p>${answer}</p></main>`
}

const said = '回應日期：115年11月3日 回應單位：灌溉組 感謝建議，自下月起公告。'

function audit(pages: Record<string, SiteAnswer>) {
  return checkSite(check, { '/': home, '/forum': list, '/1': thread(said), '/2': thread(said), ...pages })
}

it('answers with a day are counted, recent ones apart', async () => {
  const old = '機關回應：（110年1月5日）已於會議中提出，並列入年度計畫辦理。'
  const { numbers, outcomes } = await audit({ '/2': thread(old) })
  expect(numbers).toEqual({ threads: [2, 0, null], answered: [2, 0, 2], replies: [2, 0, null], recent: [1, 0, null] })
  expect(outcomes).toEqual([['shown', 'conforms']])
})

it.each([
  '尚未回應',
  '本局將於7個工作日內回復。',
  '回應內容：無',
  '回應內容：尚無',
  '是否回復：',
  '請勿回覆：本信由系統發出',
])('「%s」 is no answer', async (text) => {
  const { numbers } = await audit({ '/2': thread(text) })
  expect(numbers).toMatchObject({ answered: [1, 0, 2], replies: [1, 0, null] })
})

it.each([
  '管理者回覆：感謝您的建議，已轉業務單位研議。115年11月5日',
  '答覆內容：依水利法辦理，115/11/05',
  '本局回復日期：2026-11-05 說明如下，已排定會勘。',
  '灌溉組　115/11/05 14:05　回覆：您好，本處已派員更換閘板。',
  '灌溉組回覆（115.11.05）：本處已派員更換閘板。',
])('「%s」 is an answer with its day', async (text) => {
  expect((await audit({ '/2': thread(text) })).numbers).toMatchObject({ answered: [2, 0, 2], replies: [2, 0, null] })
})

it('the day of what was asked is none of the answer', async () => {
  const text = '115/11/12 水門故障，請派員處理。回覆：已派員更換閘板，造成不便敬請見諒。'
  expect((await audit({ '/2': thread(text) })).numbers).toMatchObject({ answered: [2, 0, 2], replies: [1, 1, null] })
})

it('answers without a day are a question', async () => {
  const text = thread('機關回應：感謝您的建議，已轉業務單位研議。')
  const { numbers, outcomes } = await audit({ '/1': text, '/2': text })
  expect(numbers).toEqual({ threads: [2, 0, null], answered: [2, 0, 2], replies: [0, 2, null], recent: [0, 2, null] })
  expect(outcomes).toEqual([['undated', 'needs-review']])
})

it('posts that nobody answers on the site prove nothing of e-mails: a person is asked', async () => {
  const { numbers, outcomes } = await audit({ '/1': thread(''), '/2': thread('') })
  expect(numbers).toMatchObject({ answered: [0, 0, 2], replies: [0, 0, null] })
  expect(outcomes).toEqual([['none', 'needs-review']])
})

it('the rows of a board tell who was answered', async () => {
  const board =
    '<main><h1>討論區</h1><table><tr><th>主題</th><th>日期</th><th>狀態</th></tr><tr><td>輪灌</td><td>115年11月1日</td><td>已回應</td></tr><tr><td>雨水桶</td><td>115年11月2日</td><td>未回應</td></tr></table></main>'
  expect((await audit({ '/forum': board })).numbers).toMatchObject({ threads: [2, 0, null], answered: [1, 0, 2] })
})

it('published answers to letters count where there is no forum', async () => {
  const { numbers } = await checkSite(check, {
    '/': '<nav><a href="/answers">意見信箱回復情形</a></nav>',
    '/answers': '<main><h1>意見信箱回復情形</h1><ul><li><a href="/1">路樹修剪</a></li></ul></main>',
    '/1': thread(said),
  })
  expect(numbers).toMatchObject({ threads: [1, 0, null], replies: [1, 0, null] })
})

it('threads that scripts fill are unknown', async () => {
  const { numbers } = await audit({ '/2': '<div id="app"></div><script>go()</script>' })
  expect(numbers).toEqual({ threads: [1, 1, null], answered: [1, 1, 2], replies: [1, 1, null], recent: [1, 1, null] })
})

it.each([{}, { '/': '<h1>首頁</h1>' }, { '/': home, '/forum': '<div id="app"></div><script>go()</script>' }])(
  'where nothing is public nothing is known',
  async (files) => {
    expect((await checkSite(check, files)).status).toBe('undetermined')
  },
)
