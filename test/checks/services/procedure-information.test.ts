import { expect, it } from 'vitest'
import check from '../../../checks/services/procedure-information.ts'
import { checkSite } from '../../support/check-site.ts'
import { pdf, png } from '../../support/sample-files.ts'
import { contentPage, siteOf } from './service-site.ts'

const four = '<p>法令依據：水利法第60條</p><p>申請流程：送件、審查</p><p>應備文件：申請書</p><p>承辦單位：水權組</p>'
const whole = `${four}<p>填寫範例：王大明</p>`
const wells = (content: string) => contentPage('鑿井許可申請', content)

it('a service with all five told conforms', async () => {
  const { numbers, outcomes } = await checkSite(check, siteOf({ '/w': ['鑿井許可申請', wells(whole)] }))
  expect(numbers).toMatchObject({ services: [1, 0, null], complete: [1, 0, 1], examples: [1, 0, 1] })
  expect(outcomes).toEqual([['told', 'conforms']])
})

it('what a whole page lacks, and no other page tells, is a violation', async () => {
  const { numbers, findings } = await checkSite(check, siteOf({ '/w': ['鑿井許可申請', wells(four)] }))
  expect(numbers).toMatchObject({ complete: [0, 0, 1], examples: [0, 0, 1], laws: [1, 0, 1] })
  expect(findings).toMatchObject([{ verdict: 'violates', values: { name: '鑿井許可申請', facets: '書表範例' } }])
})

it('what the page of its forms tells, or a page of its name, is told', async () => {
  const behind = siteOf({ '/w': ['鑿井許可申請', wells(`${four}<a href="/f">書表下載</a>`)] })
  const forms = { ...behind, '/f': contentPage('書表', '<p>填寫說明</p>') }
  expect((await checkSite(check, forms)).outcomes).toEqual([['told', 'conforms']])
  const named = siteOf({
    '/w': ['鑿井許可申請', wells(four)],
    '/n': ['問答', contentPage('鑿井許可問答', '<p>申請書填寫範例</p>')],
  })
  expect((await checkSite(check, named)).outcomes).toEqual([['told', 'conforms']])
})

it('a picture, a file or an unseen page that may tell it makes it a question', async () => {
  const picture = { ...siteOf({ '/w': ['鑿井許可申請', wells(`${four}<img src="/a.png" alt="">`)] }), '/a.png': png() }
  const file = {
    ...siteOf({ '/w': ['鑿井許可申請', wells(`${four}<a href="/a.pdf">申請須知</a>`)] }),
    '/a.pdf': pdf('須知'),
  }
  for (const site of [picture, file]) {
    const { numbers, outcomes } = await checkSite(check, site)
    expect([numbers['examples'], outcomes]).toEqual([[0, 1, 1], [['doubtful', 'needs-review']]])
  }
  const cut = await checkSite(check, siteOf({ '/w': ['鑿井許可申請', wells(four)] }), { unfetched: ['/x'] })
  expect(cut.outcomes).toEqual([['doubtful', 'needs-review']])
})

it('news, laws, questions and lists of services are no services', async () => {
  const pages = ['修正鑿井許可申請公告', '鑿井許可申請辦法', '如何申請鑿井許可？', '鑿井許可申請書表下載']
  const site = siteOf(Object.fromEntries(pages.map((title, at) => [`/p${at}`, [title, contentPage(title, four)]])))
  expect(await checkSite(check, site)).toMatchObject({ status: 'undetermined' })
})

it('the steps of one course are one service', async () => {
  const site = siteOf({
    '/1': ['鑿井許可申請', wells(four)],
    '/2': ['第二步', wells('<p>填寫範例</p><p>承辦單位</p>')],
  })
  expect((await checkSite(check, site)).numbers).toMatchObject({ services: [1, 0, null], complete: [1, 0, 1] })
})

it('a site that tells of no service is undetermined', async () => {
  expect(await checkSite(check, siteOf({ '/a': ['簡介', contentPage('簡介', '<p>沿革</p>')] }))).toMatchObject({
    status: 'undetermined',
  })
})
