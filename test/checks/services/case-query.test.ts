import { expect, it } from 'vitest'
import check from '../../../checks/services/case-query.ts'
import { checkSite } from '../../support/check-site.ts'
import { contentPage, menuPage, siteOf } from './service-site.ts'

const field = '<form><label for="c">案件編號</label><input id="c" name="c"></form>'
const query = (more = '') => contentPage('案件進度查詢', `${field}${more}`)

it('a field that asks for a case is a query, also when the menu of its own page names it', async () => {
  const site = siteOf({ '/p': ['案件進度查詢', menuPage(['案件進度查詢', '/p']).replace('<p>歡迎</p>', field)] })
  const { numbers, outcomes } = await checkSite(check, site)
  expect(numbers).toMatchObject({ online: [1, 0, 1], ways: [1, 3, 4] })
  expect(outcomes).toEqual([['offered', 'conforms']])
})

it('counter and telephone count where the page tells of them', async () => {
  const site = siteOf({ '/p': ['案件進度查詢', query('<p>亦可電話洽承辦單位查詢，或親洽服務臺查詢。</p>')] })
  expect((await checkSite(check, site)).numbers['ways']).toEqual([3, 1, 4])
})

it('a field is named by its title before the words around it; to come in person is the counter', async () => {
  const untitled = '<div>請輸入。<div><input id="no" title="收件編號"><button type="button">查詢</button></div></div>'
  const site = siteOf({ '/p': ['案件進度查詢', contentPage('案件進度查詢', `${untitled}<p>或親至服務臺查詢。</p>`)] })
  const { numbers, findings } = await checkSite(check, site)
  expect(numbers).toMatchObject({ online: [1, 0, 1], ways: [2, 2, 4] })
  expect(JSON.stringify(findings[0]?.values)).toContain('「收件編號」')
})

it('a query that is gone is a violation', async () => {
  const { numbers, outcomes } = await checkSite(check, siteOf({ '/p': ['申辦進度查詢', { status: 404 }] }))
  expect([numbers['online'], outcomes]).toEqual([[0, 0, 1], [['dead', 'violates']]])
})

it('a page without a field, a label that leads nowhere and a page kept out are questions', async () => {
  const sites = [
    siteOf({ '/p': ['案件進度查詢', contentPage('案件進度查詢', '<p>請電洽</p>')] }),
    { '/': menuPage(['案件進度查詢', '#']) },
    siteOf({ '/p': ['案件進度查詢', { failure: 'robots' as const }] }),
  ]
  for (const site of sites) {
    const { numbers, outcomes } = await checkSite(check, site)
    expect([numbers['online'], outcomes]).toEqual([[0, 1, 1], [['unsure', 'needs-review']]])
  }
})

it('none at all is a question, since a counter will do; where not all was seen, even that is open', async () => {
  const none = await checkSite(check, siteOf({ '/a': ['簡介', contentPage('簡介', '<p>沿革</p>')] }))
  expect([none.numbers['online'], none.outcomes]).toEqual([[0, 0, 1], [['absent', 'needs-review']]])
  const cut = await checkSite(check, siteOf({ '/a': ['簡介', '<p>沿革</p>'] }), { unfetched: ['/b'] })
  expect([cut.numbers['online'], cut.outcomes]).toEqual([[0, 1, 1], [['unseen', 'needs-review']]])
})

it('the progress of works and judgements are no cases of applicants', async () => {
  const labels = ['工程進度查詢', '判決案件查詢', '看診進度查詢', '施政計畫執行進度查詢']
  const site = { '/': menuPage(...labels.map((label): [string, string] => [label, '/q'])), '/q': query() }
  expect((await checkSite(check, site)).numbers['online']).toEqual([0, 0, 1])
})

it('nothing fetched is undetermined', async () => {
  expect(await checkSite(check, { '/': { status: 500 } })).toMatchObject({ status: 'undetermined' })
})
