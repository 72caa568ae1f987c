import { expect, it } from 'vitest'
import check from '../../../checks/services/foreign-language.ts'
import { checkSite } from '../../support/check-site.ts'
import { contentPage, menuPage, siteOf } from './service-site.ts'

const english = contentPage(
  'Residence',
  '<p>Foreign residents apply for a permit online with the application form here.</p>',
)
const welcome = contentPage(
  'Welcome',
  '<p>Welcome to our agency. Here is the weather of the mountains and the rivers.</p>',
)
const residence = contentPage('居留證申請', '<p>承辦單位：服務站</p><p>應備文件：護照</p>')

it('a version that can be read counts, and what it tells of applying', async () => {
  const { numbers, outcomes } = await checkSite(check, siteOf({ '/en': ['English', english] }))
  expect(numbers).toEqual({ languages: [1, 0, null], applications: [1, 0, null], services: [0, 0, null] })
  expect(outcomes).toEqual([['offered', 'conforms']])
})

it('a switch to nowhere is a violation', async () => {
  expect((await checkSite(check, siteOf({ '/en': ['English', { status: 404 }] }))).outcomes).toEqual([
    ['dead', 'violates'],
  ])
})

it('a version that shows Chinese, or that nothing opens, is a question', async () => {
  const chinese = contentPage(
    '首頁',
    '<p>本機關簡介及最新消息，歡迎民眾多加利用，並請提供寶貴意見，謝謝您的指教與支持，祝您順心。</p>',
  )
  expect((await checkSite(check, siteOf({ '/en': ['English', chinese] }))).outcomes).toEqual([
    ['unsure', 'needs-review'],
  ])
  expect((await checkSite(check, { '/': menuPage(['English', '#']) })).numbers['languages']).toEqual([0, 1, null])
})

it('services for foreigners without a word in their language are a question', async () => {
  const alone = await checkSite(check, siteOf({ '/r': ['居留證申請', residence] }))
  expect(alone.outcomes).toEqual([['no-language', 'needs-review']])
  const greeting = await checkSite(check, siteOf({ '/r': ['居留證申請', residence], '/en': ['English', welcome] }))
  expect(greeting.outcomes.map(([id]) => id).sort()).toEqual(['no-application', 'offered'])
})

it('a version on another host that was not asked is unknown and no question', async () => {
  const { numbers, findings } = await checkSite(check, {
    '/': menuPage(['English', 'https://english.agency.example/']),
  })
  expect([numbers['languages'], findings]).toEqual([[0, 1, null], []])
})

it('without foreigners and without a switch it does not apply; unseen, it is undetermined', async () => {
  const plain = siteOf({ '/a': ['簡介', contentPage('簡介', '<p>沿革</p>')] })
  expect(await checkSite(check, plain)).toMatchObject({ status: 'not-applicable' })
  expect(await checkSite(check, plain, { unfetched: ['/b'] })).toMatchObject({ status: 'undetermined' })
})
