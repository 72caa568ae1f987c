import { expect, it } from 'vitest'
import check from '../../../checks/documents/pdf-usable.ts'
import { pdf as writePdf } from '../../../fixtures/files/pdf.ts'
import { checkSite } from '../../support/check-site.ts'
import { pdfOf } from '../../support/hostile-files.ts'
import { brokenPdf, odt, pdf, scannedPdf } from '../../support/sample-files.ts'
import type { SiteAnswer } from '../../support/snapshot-of.ts'

function one(body: Uint8Array | string) {
  return checkSite(check, { '/': '<main><a href="/a.pdf">年報</a></main>', '/a.pdf': { body } })
}

it('a file with text, title and language is usable; that it has no tags is a number', async () => {
  const { numbers, findings } = await one(pdf())
  expect(numbers).toEqual({ text: [1, 0, 1], tagged: [0, 0, 1], described: [1, 0, 1] })
  expect(findings).toEqual([])
})

it('a file that does not open is a violation', async () => {
  const { numbers, outcomes, findings } = await one(brokenPdf())
  expect(numbers).toEqual({ text: [0, 0, 1], tagged: [0, 1, 1], described: [0, 1, 1] })
  expect(outcomes).toEqual([['broken', 'violates']])
  expect(findings[0]?.evidence.map(({ kind }) => kind)).toEqual(['resource', 'element'])
})

it('pages that are pictures are for a person to look at', async () => {
  const { numbers, outcomes, findings } = await one(scannedPdf(3))
  expect(numbers['text']).toEqual([0, 0, 1])
  expect(outcomes).toEqual([['scan', 'needs-review']])
  expect(findings[0]?.values).toMatchObject({ examined: 3, scanned: 3 })
})

it('a long text in which a few lines stand alone is none', async () => {
  const lines = Array.from({ length: 80 }, (_, index) => `第${index}條　本要點依水利法訂定之。`)
  expect((await one(writePdf(lines))).findings).toEqual([])
})

it('a drawing without words is unknown, and nothing to ask', async () => {
  const content = '0 0 m 100 100 l S'
  const drawing = pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ])
  const { numbers, findings } = await one(drawing)
  expect(numbers['text']).toEqual([0, 1, 1])
  expect(findings).toEqual([])
})

it('a PDF by its bytes counts under any name; one that was not had is unknown', async () => {
  const files: Record<string, SiteAnswer> = {
    '/': '<a href="/a.odt">a</a><a href="/b.pdf">b</a><a href="/c.pdf">c</a>',
    '/a.odt': pdf(),
    '/b.pdf': odt(),
  }
  expect((await checkSite(check, files)).numbers['text']).toEqual([1, 1, 2])
})

it('a site without PDF is not asked; without any page nothing can be said', async () => {
  expect((await checkSite(check, { '/': '<a href="/a.odt">a</a>', '/a.odt': odt() })).status).toBe('not-applicable')
  expect((await checkSite(check, { '/': { failure: 'refused' } })).status).toBe('undetermined')
})
