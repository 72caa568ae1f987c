import { expect, it } from 'vitest'
import check from '../../../checks/services/kinds-offered.ts'
import { checkSite } from '../../support/check-site.ts'
import { odt } from '../../support/sample-files.ts'
import { applicationForm, contentPage, menuPage, siteOf } from './service-site.ts'

const description = contentPage('線上申辦', '<p>歡迎使用線上申辦，申辦項目說明如下。</p>')

it('a page with fields to fill in is an application, and its address is listed', async () => {
  const site = siteOf({ '/apply': ['線上申辦', contentPage('線上申辦', applicationForm)] })
  const { numbers, findings, detail } = await checkSite(check, site)
  expect(numbers).toMatchObject({ application: [1, 0, 1], kinds: [1, 0, 5], itemsOnline: [1, 0, null] })
  expect(findings).toMatchObject([{ verdict: 'conforms', url: 'http://agency.test/apply' }])
  expect(detail).toMatchObject({ kind: 'online-services', items: [{ name: '線上申辦', place: 'own', system: null }] })
})

it('a page that only speaks of applying is a question, and so is a file', async () => {
  for (const answer of [description, { body: odt('x'), headers: { 'content-type': 'application/octet-stream' } }]) {
    const { numbers, outcomes } = await checkSite(check, siteOf({ '/a': ['線上申辦', answer] }))
    expect(numbers['application']).toEqual([0, 1, 1])
    expect(outcomes).toEqual([['undetermined', 'needs-review']])
  }
})

it('a word to search for is no service, whatever it names', async () => {
  const search = `/search?q=${encodeURIComponent('線上申辦')}`
  const results = contentPage('檢索結果', applicationForm)
  const of = (label: string) => checkSite(check, { '/': menuPage([label, search]), [search]: results })
  expect((await of('線上申辦')).numbers['application']).toEqual([0, 0, 1])
  expect((await of('線上申辦服務')).numbers['application']).toEqual([1, 0, 1])
  const page = { [search.replace('q=', 'node=')]: results }
  const menu = menuPage(['線上申辦', search.replace('q=', 'node=')])
  expect((await checkSite(check, { '/': menu, ...page })).numbers['application']).toEqual([1, 0, 1])
})

it('a list of applications counts by what it leads to', async () => {
  const list = contentPage('線上申辦', '<ul><li><a href="/one">水權登記</a></li><li><a href="/two">說明</a></li></ul>')
  const site = { ...siteOf({ '/list': ['線上申辦', list] }), '/one': contentPage('水權登記', applicationForm) }
  const { numbers, detail } = await checkSite(check, { ...site, '/two': description })
  expect(numbers['application']).toEqual([1, 0, 1])
  const items = detail?.kind === 'online-services' ? detail.items.filter(({ state }) => state === 'offered') : []
  expect(items).toMatchObject([{ name: '水權登記', url: 'http://agency.test/one' }])
})

it('a system that many agencies share is a service without being asked; its front door in a footer is none', async () => {
  const deep = await checkSite(check, { '/': menuPage(['線上繳費', 'https://ebill.ba.org.tw/CPP/pay?id=1']) })
  expect(deep.numbers).toMatchObject({ payment: [1, 0, 1], itemsElsewhere: [1, 0, null], itemsOnline: [0, 0, null] })
  const door = await checkSite(check, { '/': menuPage(['網路申辦', 'https://www.gov.tw/']) })
  expect(door.numbers['application']).toEqual([0, 0, 1])
})

it('one address under two names in a kind is one item', async () => {
  const pages = {
    '/': menuPage(['線上預約', '/b'], ['預約服務', '/b']),
    '/b': contentPage('預約', '<input name="day">'),
  }
  expect((await checkSite(check, pages)).numbers).toMatchObject({ appointment: [1, 0, 1], itemsOnline: [1, 0, null] })
})

it('a system of the agency on a host of its own counts when it answered', async () => {
  const origin = 'https://www.agency.gov.tw'
  const site = { '/': menuPage(['線上申辦', 'https://eservice.agency.gov.tw/']) }
  const answered = { ...site, 'https://eservice.agency.gov.tw/': '<p>系統</p>' }
  expect((await checkSite(check, answered, { origin })).numbers['application']).toEqual([1, 0, 1])
  expect((await checkSite(check, site, { origin })).numbers['application']).toEqual([0, 1, 1])
})

it('forms to download are files, also one page further on', async () => {
  const index = contentPage('表單下載', '<ul><li><a href="/forms/a">水權書表</a></li></ul>')
  const forms = contentPage('水權書表', '<a href="/a.odt">申請書</a>')
  const site = { ...siteOf({ '/forms': ['表單下載', index] }), '/forms/a': forms, '/a.odt': odt('a') }
  expect((await checkSite(check, site)).numbers['formDownload']).toEqual([1, 0, 1])
  const empty = siteOf({ '/forms': ['表單下載', contentPage('表單下載', '<p>請洽服務臺</p>')] })
  expect((await checkSite(check, empty)).numbers['formDownload']).toEqual([0, 1, 1])
})

it('a notice for pick-up is a service where a page or a service tells of it', async () => {
  const page = contentPage(
    '申請書',
    '<p>承辦單位：水權組</p><p>應備文件：身分證</p><p>核准後以簡訊通知申請人領件。</p>',
  )
  const told = await checkSite(check, siteOf({ '/s': ['水權登記申請', page.replaceAll('申請書', '水權登記申請')] }))
  expect(told.numbers['pickupNotice']).toEqual([1, 0, 1])
})

it('a sentence that tells how one is notified is enough of a page of notices', async () => {
  const of = (text: string) => checkSite(check, siteOf({ '/n': ['案件完成通知', contentPage('案件完成通知', text)] }))
  expect((await of('<p>核准後以手機簡訊通知申請人領取。</p>')).numbers['pickupNotice']).toEqual([1, 0, 1])
  expect((await of('<p>歡迎使用。</p>')).numbers['pickupNotice']).toEqual([0, 1, 1])
})

it('a label whose only address is gone is a violation, and where one works it is not', async () => {
  const gone = siteOf({ '/pay': ['線上繳費', { status: 404 }] })
  expect((await checkSite(check, gone)).outcomes).toEqual([['dead', 'violates']])
  const works = {
    ...gone,
    '/': menuPage(['線上繳費', '/pay'], ['繳費系統', '/pay2']),
    '/pay2': contentPage('繳費', '<input name="no">'),
  }
  expect((await checkSite(check, works)).outcomes).toEqual([['offered', 'conforms']])
})

it('no online service at all is a question, and an absence only where the site was seen', async () => {
  const none = await checkSite(check, siteOf({ '/a': ['機關簡介', contentPage('機關簡介', '<p>沿革</p>')] }))
  expect([none.numbers['kinds'], none.outcomes]).toEqual([[0, 0, 5], [['none', 'needs-review']]])
  const cut = await checkSite(check, siteOf({ '/a': ['機關簡介', '<p>沿革</p>'] }), { unfetched: ['/b'] })
  expect([cut.numbers['kinds'], cut.outcomes]).toEqual([[0, 5, 5], [['unseen', 'needs-review']]])
})

it('a label that leads nowhere, or to a page robots keep out, leaves the kind open', async () => {
  for (const site of [
    { '/': menuPage(['線上申辦', '#']) },
    siteOf({ '/a': ['線上申辦', { failure: 'robots' as const }] }),
  ])
    expect((await checkSite(check, site)).numbers['application']).toEqual([0, 1, 1])
})

it.each([
  ['線上申辦及規定', ['application']],
  ['線上申請及申請書表', ['formDownload', 'application']],
  ['承保網路櫃檯', ['application']],
  ['線上服務', ['application']],
  ['線上申請書下載', ['formDownload']],
  ['下載專區', ['formDownload']],
  ['線上申辦規定', []],
  ['簡報下載', []],
  ['網路掛號', ['appointment']],
  ['多元化繳費服務', ['payment']],
  ['會議室及活動場地申請查詢', ['appointment']],
])('%s promises %j', async (label, kinds) => {
  const { detail } = await checkSite(check, { '/': menuPage([label, '#']) })
  expect(detail?.kind === 'online-services' ? detail.items.map(({ kind }) => kind) : null).toEqual(kinds)
})

it('on a page without a title of its own the label that leads there says that its files are forms', async () => {
  const list =
    '<title>示範機關</title><font size="4"><b>表格下載</b></font><table><tr><td>結婚書約<td><a href="/a.odt">ODT</a></table>'
  const site = { ...siteOf({ '/d': ['表格下載', list] }), '/a.odt': odt('a') }
  expect((await checkSite(check, site)).numbers['formDownload']).toEqual([1, 0, 1])
})

it('a 下載專區 without a form is none', async () => {
  const list = (name: string) => contentPage('下載專區', `<a href="/a.odt">${name}</a>`)
  const reports = { ...siteOf({ '/d': ['下載專區', list('年度工作簡報')] }), '/a.odt': odt('a') }
  expect((await checkSite(check, reports)).numbers['formDownload']).toEqual([0, 1, 1])
  const forms = { ...siteOf({ '/d': ['下載專區', list('水權登記申請書')] }), '/a.odt': odt('a') }
  expect((await checkSite(check, forms)).numbers['formDownload']).toEqual([1, 0, 1])
})

it('the way home from a page of a service is no service, though the home page can be written on', async () => {
  const bill = '<nav><a href="/">首頁</a></nav><p><a href="https://ebill.ba.org.tw/CPP/pay?id=1">全國繳費網</a></p>'
  const home = menuPage(['線上繳費', '/pay']).replace('<p>歡迎</p>', '<form><input name="a"><input name="b"></form>')
  const site = { '/': home, '/pay': contentPage('線上繳費', `<div><a href="/">首頁</a></div>${bill}`) }
  const { detail } = await checkSite(check, site)
  const items = detail?.kind === 'online-services' ? detail.items.filter(({ state }) => state === 'offered') : []
  expect(items.map(({ name }) => name)).toEqual(['全國繳費網'])
})

it('a file offered by 「下載」 is a form where its row says so, and a form is counted with the page that lists it', async () => {
  const rows = (name: string, file: string) =>
    `<tr><td>115</td><td>${name}</td><td><a href="${file}">下載</a></td></tr>`
  const plans = contentPage('服務品質', `<table>${rows('提升服務品質執行計畫', '/p.odt')}</table>`)
  const site = { ...siteOf({ '/q': ['服務品質', plans] }), '/p.odt': odt('p'), '/a.odt': odt('a') }
  expect((await checkSite(check, site)).numbers['formDownload']).toEqual([0, 0, 1])
  const forms = contentPage('書表下載', `<table>${rows('水權登記申請書', '/a.odt')}</table>`)
  const withForms = { ...site, '/': menuPage(['服務品質', '/q'], ['書表下載', '/f']), '/f': forms }
  expect((await checkSite(check, withForms)).numbers).toMatchObject({ formDownload: [1, 0, 1], itemsAll: [1, 1, null] })
})

it('news and questions about a service are no service', async () => {
  const labels = ['線上申辦系統將於115年3月1日停機維護', '如何線上申辦?', '線上申辦須知', '網路申報操作手冊']
  const site = { '/': menuPage(...labels.map((label): [string, string] => [label, '/n'])), '/n': description }
  expect((await checkSite(check, site)).numbers['application']).toEqual([0, 0, 1])
})

it('of the services told of, those that can be applied for online are counted', async () => {
  const service = (name: string, more: string) =>
    contentPage(name, `<p>承辦單位：水權組</p><p>應備文件：申請書</p>${more}`)
  const site = siteOf({
    '/a': ['水權登記申請', service('水權登記申請', '<a href="/apply">線上申辦</a>')],
    '/b': ['鑿井許可申請', service('鑿井許可申請', '')],
    '/apply': ['線上申辦', contentPage('線上申辦', applicationForm)],
  })
  expect((await checkSite(check, site)).numbers['items']).toEqual([1, 0, 2])
})

it('nothing fetched is undetermined', async () => {
  expect(await checkSite(check, { '/': { status: 500 } })).toMatchObject({ status: 'undetermined' })
})
