import { expect, it } from 'vitest'
import check from '../../../checks/freshness/update-policy-published.ts'
import { isLabelOf, normaliseLabel } from '../../../checks/labels.ts'
import { readTerms } from '../../../config/read-terms.ts'
import { odt } from '../../../fixtures/files/open-document.ts'
import { pdf } from '../../../fixtures/files/pdf.ts'
import { checkSite } from '../../support/check-site.ts'
import type { SiteAnswer, SnapshotOptions } from '../../support/snapshot-of.ts'

const { policy } = readTerms().freshness

it.each(
  `網站維護管理規範 網站維護管理要點 網站維護實施要點 網站資料維護規定 網站管理要點 全球資訊網站管理(維護)要點 網站資料定期更新規定
   網頁資料更新作業要點 網站服務作業原則 資料上/下網作業程序 網站更新作業 示範水資源局全球資訊網資料定期更新規定 網站內容更新機制 資料定期更新作業程序`.split(
    /\s+/,
  ),
)('「%s」 names the rule', (label) => {
  expect(isLabelOf(normaliseLabel(label), policy)).toBe(true)
})

it.each(
  `網站導覽 網站安全政策 政府網站資料開放宣告 隱私權政策 網站使用規範 網站管理者信箱 網站評核作業要點 網站資訊安全管理規範 個人資料管理規範
   無障礙網站規範 網站改版採購 電子報管理要點 網站問卷調查 公文時效管理要點 河川管理規定 檔案管理規範`.split(/\s+/),
)('「%s」 does not', (label) => {
  expect(isLabelOf(normaliseLabel(label), policy)).toBe(false)
})

const rule =
  '<main><h1>網站資料定期更新規定</h1><p>最新消息每週更新，業務統計每月更新，其他網頁每季檢視一次，逾期資料由各單位下架，並於各頁標示日期供民眾參考，以維網站內容之正確；承辦人員異動時應辦理交接，未依規定辦理者列入考核。</p>'
const procedure = '<h2>標準作業程序</h2><p>各單位擬稿，經主管核定後上網，資訊室複核。</p>'

const audit = (answer: SiteAnswer, options?: SnapshotOptions, label = '網站資料定期更新規定') =>
  checkSite(check, { '/': `<p>歡迎<footer><a href="/rule">${label}</a></footer>`, '/rule': answer }, options)

it('a rule with its procedure is published', async () => {
  const { numbers, outcomes } = await audit(rule + procedure)
  expect(outcomes).toEqual([['published', 'conforms']])
  expect(numbers).toEqual({ published: [1, 0, 1], withProcedure: [1, 0, 1] })
})

it('a rule without one is published, and its procedure a question', async () => {
  const { numbers, outcomes } = await audit(rule)
  expect(outcomes).toEqual([['without-sop', 'needs-review']])
  expect(numbers).toEqual({ published: [1, 0, 1], withProcedure: [0, 1, 1] })
})

it.each([
  [{ status: 404 }, 'dead'],
  ['<main><h1>網站資料定期更新規定</h1><p>建置中</p></main>', 'empty'],
] as const)('a name with nothing behind it (%j) violates', async (answer, message) => {
  const { numbers, outcomes } = await audit(answer)
  expect(outcomes).toEqual([[message, 'violates']])
  expect(numbers['published']).toEqual([0, 0, 1])
})

it('a rule found only by the heading of its page counts', async () => {
  const files = { '/': '<a href="/rule">說明</a>', '/rule': rule + procedure }
  expect((await checkSite(check, files)).outcomes).toEqual([['published', 'conforms']])
})

it('a rule as a file is read where it can be', async () => {
  const file = odt(['網站資料定期更新規定', '各單位依標準作業程序更新。'])
  const files = { '/': '<a href="/rule.odt">網站資料定期更新規定</a>', '/rule.odt': file }
  expect((await checkSite(check, files)).outcomes).toEqual([['published', 'conforms']])
  const unread = { '/': '<a href="/rule.pdf">網站資料定期更新規定</a>', '/rule.pdf': pdf(['網站資料定期更新規定']) }
  const { outcomes, numbers } = await checkSite(check, unread)
  expect(outcomes).toEqual([['sop-unread', 'needs-review']])
  expect(numbers['withProcedure']).toEqual([0, 1, 1])
})

it('no rule on the site is no violation: it must exist, not stand there', async () => {
  expect(await checkSite(check, { '/': '<p>歡迎' })).toMatchObject({ status: 'undetermined', findings: [] })
  expect((await checkSite(check, {})).status).toBe('undetermined')
})

it.each([{ status: 403 }, { redirect: '/' }, '<div id="app"></div><script>1</script>'])(
  'a rule that was not seen (%j) is a question',
  async (answer) => {
    expect(await audit(answer)).toMatchObject({ status: 'undetermined', outcomes: [['unseen', 'needs-review']] })
  },
)
