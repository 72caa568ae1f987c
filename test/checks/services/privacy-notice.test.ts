import { expect, it } from 'vitest'
import check from '../../../checks/services/privacy-notice.ts'
import { checkSite } from '../../support/check-site.ts'
import { contentPage, menuPage, siteOf } from './service-site.ts'

const policy = contentPage(
  '隱私權政策',
  `<p>${'本機關蒐集個人資料僅供案件處理之用，非經同意不提供第三人。'.repeat(6)}</p>`,
)
const fields = '<label for="n">姓名</label><input id="n"><label for="t">內容</label><textarea id="t"></textarea>'
const form = (more = '', action = '/send') =>
  contentPage('意見信箱', `<form method="post" action="${action}">${fields}</form>${more}`)
const site = (mailbox: string) => siteOf({ '/privacy': ['隱私權政策', policy], '/mail': ['意見信箱', mailbox] })

it('a policy, and a notice beside the form, conform', async () => {
  const { numbers, outcomes } = await checkSite(check, site(form('<p>您的個人資料僅於處理案件之目的內利用。</p>')))
  expect(numbers).toEqual({ policy: [1, 0, 1], forms: [1, 0, null], informed: [1, 0, 1], unencrypted: [0, 0, null] })
  expect(outcomes.map(([, verdict]) => verdict)).toEqual(['conforms', 'conforms'])
})

it('a form without a notice is a question', async () => {
  const { numbers, outcomes } = await checkSite(check, site(form()))
  expect(numbers['informed']).toEqual([0, 1, 1])
  expect(outcomes).toContainEqual(['uninformed', 'needs-review'])
})

it('the policy that every page has in its footer tells nothing of a form, whatever markup the footer has', async () => {
  const footer = '<div class="ft"><a href="/privacy">隱私權政策</a></div>'
  const frame = (title: string, content: string) =>
    `<title>${title}</title><form method="post" action="/x"><h1>${title}</h1>${content}${footer}</form>`
  const others = Array.from({ length: 7 }, (_, n): [string, [string, string]] => [
    `/p${n}`,
    [`簡介${n}`, frame('簡介', '沿革')],
  ])
  const pages = siteOf({
    '/privacy': ['隱私權政策', policy],
    '/mail': ['意見信箱', frame('意見信箱', fields)],
    ...Object.fromEntries(others),
  })
  expect((await checkSite(check, pages)).numbers['informed']).toEqual([0, 1, 1])
})

it('the same of a page that scripts may change, as a browser shows it', async () => {
  const frame = (title: string, content: string) =>
    `<body><script src="/x.js"></script><form method="post" action="/x"><div id="main"><h1>${title}</h1>${content}</div>
     <div class="ft"><a href="/privacy">隱私權政策</a></div></form></body>`
  const others = Array.from({ length: 7 }, (_, n): [string, [string, string]] => [
    `/p${n}`,
    [`簡介${n}`, frame('簡介', '沿革')],
  ])
  const mailbox = frame('意見信箱', fields)
  const pages = siteOf({
    '/privacy': ['隱私權政策', policy],
    '/mail': ['意見信箱', mailbox],
    ...Object.fromEntries(others),
  })
  const seen = await checkSite(check, pages, { rendered: { '/mail': mailbox } })
  expect(seen.numbers['informed']).toEqual([0, 1, 1])
})

it('a notice on the page that asks to agree before the form is one', async () => {
  const agree = contentPage('意見信箱', '<p>您的個人資料僅供處理本案使用。</p><a href="/write">同意並開始填寫</a>')
  const pages = { ...site(agree), '/write': form() }
  expect((await checkSite(check, pages)).numbers['informed']).toEqual([1, 0, 1])
})

it('a field is named by the beginning of its label, which may hold what is said of mistakes', async () => {
  const long = `<label>電子信箱: 格式錯誤，請重新輸入。<input></label><label>${'聯絡電話及手機號碼'.repeat(4)}<input></label>`
  const page = contentPage('意見信箱', `<form method="post" action="/send">${long}</form>`)
  const { findings } = await checkSite(check, site(page))
  expect(findings.find(({ messageId }) => messageId === 'uninformed')?.values['fields']).toBe(
    '電子信箱、聯絡電話及手機號碼聯絡電話及手機號碼聯絡…',
  )
})

it('no policy is a violation where the navigation was seen, and so is a dead one', async () => {
  const none = siteOf({ '/a': ['簡介', contentPage('簡介', '<p>沿革</p>')] })
  expect((await checkSite(check, none)).outcomes).toEqual([['no-policy', 'violates']])
  expect((await checkSite(check, siteOf({ '/p': ['隱私權政策', { status: 404 }] }))).outcomes).toEqual([
    ['no-policy', 'violates'],
  ])
  const unseen = await checkSite(check, none, { unfetched: ['/b'] })
  expect([unseen.numbers['policy'], unseen.outcomes]).toEqual([[0, 1, 1], [['policy-unclear', 'needs-review']]])
})

it('a policy of a few words is a question', async () => {
  const short = siteOf({ '/p': ['隱私權政策', contentPage('隱私權政策', '<p>本站尊重隱私。</p>')] })
  expect((await checkSite(check, short)).outcomes).toEqual([['policy-unclear', 'needs-review']])
})

it('who one is sent from an encrypted page without encryption is a violation', async () => {
  const origin = 'https://agency.test'
  const { outcomes } = await checkSite(check, site(form('', 'http://agency.test/send')), { origin })
  expect(outcomes).toContainEqual(['unencrypted', 'violates'])
  expect((await checkSite(check, site(form('', '/send')), { origin })).numbers['unencrypted']).toEqual([0, 0, null])
})

it('a search, a log-in, a query of a case and a letter to a friend keep nothing', async () => {
  const pages = [
    contentPage('查詢', '<form><input name="q" title="請輸入關鍵字"><select name="s"></select></form>'),
    contentPage(
      '登入',
      '<form><label for="n">帳號（電子郵件）</label><input id="n"><input type="password" name="p"></form>',
    ),
    contentPage('案件進度查詢', `<form>${fields}</form>`),
    contentPage('轉寄友人', `<form>${fields}</form>`),
  ]
  for (const page of pages) expect((await checkSite(check, site(page))).numbers['forms']).toEqual([0, 0, null])
})

it('labels in cells of a table and around a lone field are read', async () => {
  const cells =
    '<table><tr><th>*聯絡電話：</th><td><input name="a"></td></tr><tr><th>主旨</th><td><input name="b"></td></tr></table>'
  const { findings } = await checkSite(check, site(contentPage('報名', `<form>${cells}</form>`)))
  expect(findings.find(({ messageId }) => messageId === 'uninformed')?.values).toMatchObject({ fields: '聯絡電話' })
})

it('nothing fetched is undetermined', async () => {
  expect(await checkSite(check, { '/': { status: 500 } })).toMatchObject({ status: 'undetermined' })
})

it('markup made to hurt is read in a moment', async () => {
  const deep = `${'<div>'.repeat(3000)}<input name="姓名"><textarea>${'"'.repeat(5000)}</textarea>`
  const { numbers } = await checkSite(check, {
    '/': menuPage(['隱私權政策', '/p']),
    '/p': policy,
    '/x': contentPage('x', deep),
  })
  expect(numbers['forms']).toEqual([0, 0, null])
})
