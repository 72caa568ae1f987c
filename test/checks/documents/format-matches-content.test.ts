import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import check from '../../../checks/documents/format-matches-content.ts'
import { checkSite } from '../../support/check-site.ts'
import { odtAround } from '../../support/hostile-files.ts'
import { docx, odt, pdf, xlsx } from '../../support/sample-files.ts'
import type { SiteAnswer, SnapshotOptions } from '../../support/snapshot-of.ts'

const audit = (files: Record<string, SiteAnswer>, options?: SnapshotOptions) => checkSite(check, files, options)

/** A site of one page that offers one file under one address. */
function one(address: string, body: Uint8Array | string, headers: Record<string, string> = {}) {
  const answer: SiteAnswer = { body, headers: { 'content-type': 'application/octet-stream', ...headers } }
  return audit({ '/': `<main><a href="${address}">申請書</a></main>`, [address]: answer })
}

const base64 = (name: string) => encodeURIComponent(Buffer.from(name).toString('base64'))

it.each([
  ['/a.odt', odt()],
  ['/a.docx', docx()],
  ['/a.pdf', pdf()],
  ['/Download.ashx?u=x&icon=.pdf', pdf()],
  [`/Download.ashx?u=x&n=${base64('申請書.odt')}`, odt()],
])('%s is what it is called', async (address, content) => {
  const { numbers, findings } = await one(address, content)
  expect(numbers).toEqual({ matching: [1, 0, 1] })
  expect(findings).toEqual([])
})

it.each([
  ['a Word file called .odt', '/a.odt', docx(), 'misnamed'],
  ['a Word file that the handler calls .odt', '/Download.ashx?u=x&icon=.odt', docx(), 'misnamed'],
  ['a workbook called .docx', '/a.docx', xlsx(), 'misnamed'],
  ['a file of no bytes', '/a.ods', '', 'empty'],
  ['a file that breaks off', '/a.odt', odt().subarray(0, 300), 'broken'],
  ['an ODF whose content is no XML', '/a.odt', odtAround('<a><b></a>'), 'broken'],
])('%s is a violation', async (_, address, content, messageId) => {
  const { numbers, outcomes, findings } = await one(address, content)
  expect(numbers).toEqual({ matching: [0, 0, 1] })
  expect(outcomes).toEqual([[messageId, 'violates']])
  expect(findings[0]?.evidence.map(({ kind }) => kind)).toEqual(['resource', 'element'])
})

const manifest = '<manifest:manifest manifest:version="1.3"><manifest:encryption-data/></manifest:manifest>'
const locked = zipSync({
  mimetype: strToU8('application/vnd.oasis.opendocument.text'),
  'content.xml': strToU8('locked'),
  'META-INF/manifest.xml': strToU8(manifest),
})

it.each([
  ['a page in the place of a file', '/a.ods', '<html><body>Request blocked', 'page-instead'],
  ['a DOCX called .doc', '/a.doc', docx(), 'sibling'],
  ['plain text called .pdf', '/a.pdf', '只是文字，沒有別的', 'unrecognised'],
  ['a locked ODF', '/a.odt', locked, 'locked'],
])('%s is for a person to look at, and unknown', async (_, address, content, messageId) => {
  const { numbers, outcomes } = await one(address, content)
  expect(numbers).toEqual({ matching: [0, 1, 1] })
  expect(outcomes).toEqual([[messageId, 'needs-review']])
})

it('the server’s name counts before its media type, and the media type alone promises nothing', async () => {
  const named = { 'content-disposition': 'attachment; filename="form.odt"' }
  expect((await one('/download?id=1', docx(), named)).outcomes).toEqual([['misnamed', 'violates']])
  const typed = { 'content-type': 'application/vnd.oasis.opendocument.text' }
  expect((await one('/download?id=1', docx(), typed)).status).toBe('not-applicable')
})

it('what was not had is unknown, and what is gone is a matter of links', async () => {
  const unseen = await audit({ '/': '<a href="/a.odt">a</a><a href="/b.odt">b</a>', '/b.odt': { failure: 'reset' } })
  expect(unseen.numbers).toEqual({ matching: [0, 2, 2] })
  expect(unseen.findings).toEqual([])
  expect((await audit({ '/': '<a href="/a.odt">a</a>', '/a.odt': { status: 404 } })).status).toBe('not-applicable')
})

it('without any page nothing can be said', async () => {
  expect((await audit({ '/': { failure: 'refused' } })).status).toBe('undetermined')
})

it('an address that ends in .html promises what its link says', async () => {
  const site = (body: Uint8Array) => ({
    '/': '<main><ul><li>意見表 <a href="/d-1.html">ODT</a></li></ul></main>',
    '/d-1.html': { body, headers: { 'content-type': 'application/octet-stream' } },
  })
  expect((await audit(site(odt()))).numbers).toEqual({ matching: [1, 0, 1] })
  expect((await audit(site(docx()))).findings).toMatchObject([{ messageId: 'misnamed', verdict: 'violates' }])
})
