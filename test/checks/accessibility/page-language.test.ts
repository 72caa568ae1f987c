import { expect, it } from 'vitest'
import check from '../../../checks/accessibility/page-language.ts'
import { checkSite } from '../../support/check-site.ts'

const page = (language: string, text: string) => `<html lang="${language}"><main><p>${text}</p></main></html>`
const [english, chinese] = ['The agency warns of floods. '.repeat(20), '本署發布洪水警戒資訊。'.repeat(30)]

it('a page in the language it is marked with conforms, whichever it is', async () => {
  const files = { '/': page('zh-Hant-TW', `${chinese} ${english.slice(0, 140)}`), '/en': page('en', english) }
  const { numbers, outcomes } = await checkSite(check, files)
  expect(numbers).toEqual({ pages: [2, 0, 2] })
  expect(outcomes).toEqual([])
})

it('pages in another language than they are marked with are one question a language', async () => {
  const files = {
    '/': page('zh-Hant', english),
    '/b': page('zh-Hant', `${english}${chinese.slice(0, 30)}`),
    '/c': page('en', chinese),
  }
  const { numbers, findings } = await checkSite(check, files)
  expect(numbers).toEqual({ pages: [0, 3, 3] })
  expect(findings).toMatchObject([
    { messageId: 'foreign', verdict: 'needs-review', pages: 2, values: { language: 'zh-Hant' } },
    { messageId: 'chinese', verdict: 'needs-review', pages: 1, values: { language: 'en' } },
  ])
})

it('few words, and Chinese signs among kana, tell nothing', async () => {
  const files = { '/': page('zh-Hant', 'Welcome'), '/ja': page('ja', `${chinese}についてのお知らせ`) }
  const { numbers, outcomes } = await checkSite(check, files)
  expect(numbers).toEqual({ pages: [1, 1, 2] })
  expect(outcomes).toEqual([])
})

it('a site that marks no language is not judged here', async () => {
  const { status } = await checkSite(check, { '/': '<main><p>內容</p></main>' })
  expect(status).toBe('undetermined')
})
