import { expect, it } from 'vitest'
import check from '../../../checks/documents/final-as-pdf.ts'
import { checkSite } from '../../support/check-site.ts'
import { odt, pdf, png } from '../../support/sample-files.ts'

it('a PDF that opens is one, in whatever other formats it also comes', async () => {
  const { numbers, findings } = await checkSite(check, {
    '/': '<ul><li><a href="/a.pdf">年報</a></li><li><a href="/b.pdf">計畫 PDF</a> <a href="/b.odt">計畫 ODT</a></li></ul>',
    '/a.pdf': pdf(),
    '/b.pdf': pdf('計畫'),
    '/b.odt': odt(),
  })
  expect(numbers).toEqual({ pdf: [2, 0, 2] })
  expect(findings).toEqual([])
})

it('a picture that its link calls the scan of a document is a violation', async () => {
  const { numbers, outcomes } = await checkSite(check, {
    '/': '<main><a href="/minutes.png">第3次會議紀錄（掃描檔）</a></main>',
    '/minutes.png': png(),
  })
  expect(numbers).toEqual({ pdf: [0, 0, 1] })
  expect(outcomes).toEqual([['scanned-picture', 'violates']])
})

it('a picture that bears the name of a document is for a person to look at', async () => {
  const { numbers, outcomes } = await checkSite(check, {
    '/': '<main><a href="/minutes.png">第3次會議紀錄</a></main>',
    '/minutes.png': png(),
  })
  expect(numbers).toEqual({ pdf: [0, 1, 1] })
  expect(outcomes).toEqual([['picture', 'needs-review']])
})

it.each([
  ['a photograph', '<main><a href="/p.png">會議紀錄照片</a></main>'],
  ['a map', '<main><a href="/p.png">集水區地圖</a></main>'],
  ['a picture beside the document itself', '<main><a href="/p.png">年報</a> <a href="/a.pdf">年報（PDF）</a></main>'],
  ['a picture of the menu', '<nav><a href="/p.png">公告</a></nav><main></main>'],
])('%s is no document', async (_, html) => {
  const { findings } = await checkSite(check, { '/': html, '/p.png': png(), '/a.pdf': pdf() })
  expect(findings).toEqual([])
})

it('a PDF that was not had is unknown, and a picture that was not had is nothing', async () => {
  const { numbers, findings } = await checkSite(check, {
    '/': '<main><a href="/a.pdf">年報</a><a href="/p.png">公告掃描檔</a></main>',
  })
  expect(numbers).toEqual({ pdf: [0, 1, 1] })
  expect(findings).toEqual([])
})

it('a site without any is not asked; without any page nothing can be said', async () => {
  expect((await checkSite(check, { '/': '<p>x' })).status).toBe('not-applicable')
  expect((await checkSite(check, { '/': { failure: 'refused' } })).status).toBe('undetermined')
})
