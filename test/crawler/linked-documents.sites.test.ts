import { expect, it } from 'vitest'
import { crawled, site } from '../support/crawled-sites.ts'
import { pdfWithLinks } from '../support/hostile-files.ts'
import { docx, odt, pdf } from '../support/sample-files.ts'
import { answerWith } from '../support/serve.ts'

const pdfType = { 'content-type': 'application/pdf' }

it('what only a document links to is crawled, page or document, and a document of a document too', async () => {
  const served = await site({
    '/': '<title>t</title><main><a href="/list.pdf">名單</a></main>',
    '/list.pdf': answerWith(200, pdfType, pdfWithLinks('/notes.html', '/more.pdf', 'https://other.example/x')),
    '/more.pdf': answerWith(200, pdfType, pdfWithLinks('/form.odt', '/gone.html')),
    '/notes.html': '<title>說明</title><main>說明</main>',
    '/form.odt': answerWith(200, { 'content-type': 'application/octet-stream' }, odt()),
  })
  const snapshot = await crawled(served.origin)
  const foundBy = (path: string) => snapshot.urlFates().find(({ url }) => url === served.origin + path)?.foundBy ?? null
  expect(['/list.pdf', '/notes.html', '/more.pdf', '/form.odt', '/gone.html'].map(foundBy)).toEqual([
    'link',
    ...Array.from({ length: 4 }, () => 'document'),
  ])
  expect(snapshot.pageAt(`${served.origin}/notes.html`)).not.toBeNull()
  expect(snapshot.documents().map(({ detected }) => detected)).toEqual(['odt', 'pdf', 'pdf'])
  expect(snapshot.confirmationOf(snapshot.resourceAt(`${served.origin}/gone.html`)?.id ?? 0)).not.toBeNull()
})

it('each file has its row once, with what it holds', async () => {
  const served = await site({
    '/': '<title>t</title><main><a href="/a.pdf">a</a> <a href="/b.odt">b</a> <a href="/c.docx">c</a></main>',
    '/a.pdf': answerWith(200, pdfType, pdf()),
    '/b.odt': answerWith(200, { 'content-type': 'application/octet-stream' }, odt()),
    '/c.docx': answerWith(200, { 'content-type': 'application/octet-stream' }, docx()),
  })
  const [a, b, c] = (await crawled(served.origin)).documents()
  expect(a?.facts).toMatchObject({ isReadable: true, pdf: { pages: 1, textPages: 1 } })
  expect(b?.facts.office).toEqual({ isMimetypeFirst: true, isContentWellFormed: true })
  expect(c?.claims).toEqual([{ source: 'path', format: 'docx' }])
})
