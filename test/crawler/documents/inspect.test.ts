import { existsSync, readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { inspectDocument } from '../../../crawler/documents/inspect.ts'
import { spread } from '../../../crawler/documents/pdf-pages.ts'
import { odtAround, pdfOf } from '../../support/hostile-files.ts'
import { docx, ods, odt, pdf, xlsx } from '../../support/sample-files.ts'

async function factsOf(content: Uint8Array) {
  return (await inspectDocument(content)).facts
}

const catalogue = '<< /Type /Catalog /Pages 2 0 R >>'
const pages = '<< /Type /Pages /Count 1 /Kids [3 0 R] >>'

function pageWith(resources: string, content: string, ...objects: string[]): Uint8Array {
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << ${resources} >> /Contents 4 0 R >>`
  return pdfOf([catalogue, pages, page, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`, ...objects])
}

const picture =
  '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream'
const font = '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>'

describe('what a PDF holds', () => {
  it('text, title and language of a file that says them', async () => {
    const facts = await factsOf(pdf('資訊公開年報'))
    expect(facts).toMatchObject({ isReadable: true, isEncrypted: false, formatVersion: '1.5', problem: null })
    const shown = { pages: 1, examinedPages: 1, textPages: 1, scannedPages: 0, characters: 6 }
    expect(facts.pdf).toMatchObject({
      ...shown,
      title: '資訊公開年報',
      language: 'zh-Hant-TW',
      isTagged: false,
      uaPart: '',
    })
  })

  it('a page that shows a picture and no text is a scan', async () => {
    const scan = pageWith('/XObject << /I 5 0 R >>', 'q 595 0 0 842 0 0 cm /I Do Q', picture)
    expect((await factsOf(scan)).pdf).toMatchObject({ examinedPages: 1, textPages: 0, scannedPages: 1 })
  })

  it('a page of lines alone, an empty page, and a page of text beside a picture are none', async () => {
    const drawn = pageWith('', '0 0 m 100 100 l S')
    const empty = pageWith('', '')
    const text = pageWith(`${font} /XObject << /I 5 0 R >>`, 'BT /F1 12 Tf (A whole line of text) Tj ET /I Do', picture)
    for (const file of [drawn, empty, text]) expect((await factsOf(file)).pdf).toMatchObject({ scannedPages: 0 })
    expect((await factsOf(text)).pdf).toMatchObject({ textPages: 1 })
  })

  it('marks, claims and links are read', async () => {
    const packet =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/></rdf:RDF></x:xmpmeta>'
    const link = (address: string) =>
      `<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (${address}) >> >>`
    const file = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /Metadata 5 0 R >>',
      pages,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Annots [${link('https://www.agency.test/a.html')} ${link('b.html')}] >>`,
      '<< /Length 0 >>\nstream\n\nendstream',
      `<< /Type /Metadata /Subtype /XML /Length ${packet.length} >>\nstream\n${packet}\nendstream`,
    ])
    expect((await factsOf(file)).pdf).toMatchObject({
      isTagged: true,
      uaPart: '1',
      title: '',
      links: ['https://www.agency.test/a.html', 'b.html'],
    })
  })

  it('of a long file pages are read from the first to the last', () => {
    expect(spread(3)).toEqual([1, 2, 3])
    const chosen = spread(1000)
    expect([chosen.length, chosen[0], chosen.at(-1)]).toEqual([50, 1, 1000])
    expect(spread(0)).toEqual([])
  })

  it('a file that is no PDF behind its mark is broken; one that breaks off and still opens is not', async () => {
    expect(await factsOf(Buffer.from('%PDF-1.4\nnothing'))).toMatchObject({ isReadable: false, pdf: null })
    const whole = Buffer.from(pdf())
    expect(await factsOf(whole.subarray(0, whole.indexOf('startxref')))).toMatchObject({
      isReadable: true,
      problem: 'pdf-truncated',
    })
  })
})

describe('what holds an office file together', () => {
  it('real files are as their standard wants them', async () => {
    for (const file of [odt(), ods()]) {
      expect((await factsOf(file)).office).toEqual({ isMimetypeFirst: true, isContentWellFormed: true })
    }
    for (const file of [docx(), xlsx()]) {
      expect((await factsOf(file)).office).toEqual({ isMimetypeFirst: null, isContentWellFormed: true })
    }
  })

  it('a mimetype that comes late, or packed, is told', async () => {
    const parts = { 'content.xml': '<a/>', mimetype: 'application/vnd.oasis.opendocument.text' }
    const manifest = '<manifest:manifest manifest:version="1.2"/>'
    const entries = { ...parts, 'META-INF/manifest.xml': manifest }
    const late = zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])))
    expect(await inspectDocument(late)).toMatchObject({ format: 'odt', facts: { office: { isMimetypeFirst: false } } })
  })

  it('content that is no XML cannot be opened', async () => {
    for (const content of ['<a><b></a>', '<a>', 'words', '', '<a>&undeclared;</a>']) {
      expect([content, await factsOf(odtAround(content))]).toMatchObject([
        content,
        { isReadable: false, problem: 'content-malformed' },
      ])
    }
  })

  it('content too deep, or resting on entities of its own, is nobody’s to judge', async () => {
    const deep = `${'<a>'.repeat(3000)}${'</a>'.repeat(3000)}`
    for (const content of [deep, '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>']) {
      expect(await factsOf(odtAround(content))).toMatchObject({
        isReadable: true,
        office: { isContentWellFormed: null },
      })
    }
  })
})

describe('what an archive holds', () => {
  it('documents are told by their bytes, not by their names', async () => {
    const archive = zipSync({
      'a.odt': odt(),
      'b.odt': docx(),
      'c/d.pdf': pdf(),
      'read.me': strToU8('x'),
      'e.zip': zipSync({}),
    })
    expect((await factsOf(archive)).archive).toEqual({
      files: 5,
      formats: { odt: 1, docx: 1, pdf: 1, zip: 1 },
      unread: 0,
    })
  })

  it('what is broken or too large inside is unread; shadows of a Mac count for nothing', async () => {
    const large = new Uint8Array(30 * 1024 * 1024)
    const archive = zipSync({ 'a.odt': odt().subarray(0, 300), 'b.odt': large, '__MACOSX/._c.odt': strToU8('x') })
    expect((await factsOf(archive)).archive).toEqual({ files: 2, formats: {}, unread: 2 })
  })
})

const sample = new URL('../../../../shared/corpora/pdf-sample/', import.meta.url)

/** What poppler says of a file; of one it cannot open, `ok` is false. */
interface PopplerFile {
  path: string
  ok: boolean
  encrypted: string | null
  tagged: string | null
  pages: string | null
  textchars_first5: number
}

describe.skipIf(!existsSync(sample))('files of others (skipped without ../shared/corpora)', () => {
  it('pages, tags, encryption and text are what poppler says', async () => {
    const expected: PopplerFile[] = existsSync(sample)
      ? JSON.parse(readFileSync(new URL('EXPECTED-poppler.json', sample), 'utf8'))
      : []
    for (const { path, ok, ...poppler } of expected) {
      const { pdf, isEncrypted } = await factsOf(readFileSync(new URL(path, sample)))
      const ours = [pdf?.needsPassword, String(pdf?.pages), pdf?.isTagged, isEncrypted, (pdf?.characters ?? 0) > 0]
      const { pages, tagged, encrypted, textchars_first5: characters } = poppler
      const theirs = [false, pages, tagged === 'yes', encrypted === 'yes', characters > 0]
      expect([path, ...ours]).toEqual([path, ...(ok ? theirs : [true, 'null', null, true, false])])
    }
    expect(expected.length).toBeGreaterThan(25)
  })
})
