import { expect, it } from 'vitest'
import check from '../../../checks/accessibility/open-format-alternative.ts'
import { checkSite } from '../../support/check-site.ts'
import { brokenPdf, docx, odt, pdf, xlsx } from '../../support/sample-files.ts'
import type { SiteAnswer } from '../../support/snapshot-of.ts'

const audit = (files: Record<string, SiteAnswer>) => checkSite(check, files)

it('a Word file alone violates the code of level A', async () => {
  const { numbers, findings } = await audit({
    '/': '<ul><li><a href="/a.docx">申請書</a></li></ul>',
    '/a.docx': docx(),
  })
  expect(numbers).toEqual({ files: [1, 0, null], withAlternative: [0, 0, 1] })
  expect(findings).toMatchObject([{ messageId: 'closed-only', verdict: 'violates', values: { format: 'DOCX' } }])
})

it.each([
  ['PDF', 'pdf', pdf()],
  ['ODF', 'odt', odt()],
])('a Word file with a %s twin is open', async (_, extension, bytes) => {
  const { numbers, findings } = await audit({
    '/': `<ul><li>申請書 <a href="/a.docx">Word</a> <a href="/a.${extension}">另一格式</a></li></ul>`,
    '/a.docx': docx(),
    [`/a.${extension}`]: bytes,
  })
  expect(numbers['withAlternative']).toEqual([1, 0, 1])
  expect(findings).toEqual([])
})

it('a Word file under the name of an ODF one is no open format', async () => {
  const { findings } = await audit({ '/': '<a href="/a.odt">申請書</a>', '/a.odt': docx() })
  expect(findings).toMatchObject([{ messageId: 'closed-only' }])
})

it.each([
  ['that was not fetched', {}],
  ['that is gone', { '/a.odt': { status: 404 } }],
])('a twin %s is a question', async (_, more: Record<string, SiteAnswer>) => {
  const { numbers, outcomes } = await audit({
    '/': '<ul><li>申請書 <a href="/a.docx">Word</a> <a href="/a.odt">ODF</a></li></ul>',
    '/a.docx': docx(),
    ...more,
  })
  expect(numbers['withAlternative']).toEqual([0, 1, 1])
  expect(outcomes).toEqual([['not-had', 'needs-review']])
})

it('a web page of the same thing in the same row is a question, one in another row is none', async () => {
  const row = (text: string) => `<tr><td>年報<td>${text}</tr>`
  const office = '<a href="/a.xlsx">XLSX</a>'
  const html = '<a href="/a">網頁版</a>'
  const beside = await audit({ '/': `<table>${row(office + html)}</table>`, '/a.xlsx': xlsx(), '/a': '<p>年報' })
  expect(beside.outcomes).toEqual([['html-beside', 'needs-review']])
  const apart = await audit({ '/': `<table>${row(office)}${row(html)}</table>`, '/a.xlsx': xlsx(), '/a': '<p>年報' })
  expect(apart.outcomes).toEqual([['closed-only', 'violates']])
})

it('a site without Office files has nothing to show, one whose files were not had is unknown', async () => {
  expect((await audit({ '/': '<a href="/a.pdf">公告</a>', '/a.pdf': pdf() })).status).toBe('not-applicable')
  const unread = await audit({ '/': '<a href="/a.docx">申請書</a>', '/a.docx': { failure: 'body-timeout' } })
  expect(unread).toMatchObject({ status: 'done', numbers: { files: [0, 1, null], withAlternative: [0, 0, 0] } })
})

it('without a page nothing is known', async () => {
  const { status } = await audit({ '/': { status: 500 } })
  expect(status).toBe('undetermined')
})

it('a PDF that is broken is a question', async () => {
  const { outcomes } = await audit({
    '/': '<ul><li>申請書 <a href="/a.docx">Word</a> <a href="/a.pdf">PDF</a></li></ul>',
    '/a.docx': docx(),
    '/a.pdf': brokenPdf(),
  })
  expect(outcomes).toEqual([['not-had', 'needs-review']])
})
