import { strToU8, zipSync } from 'fflate'
import { odt, pdf } from './sample-files.ts'

const odtType = 'application/vnd.oasis.opendocument.text'
const manifest = `<manifest:manifest manifest:version="1.2"><manifest:file-entry manifest:full-path="/"/></manifest:manifest>`

/** An OpenDocument text around the given bytes as its content. */
export function odtAround(content: Uint8Array | string): Uint8Array {
  const bytes = typeof content === 'string' ? strToU8(content) : content
  return zipSync({
    mimetype: [strToU8(odtType), { level: 0 }],
    'content.xml': [bytes, { level: 9 }],
    'META-INF/manifest.xml': strToU8(manifest),
  })
}

/** A PDF of the given objects; the first is its catalogue. */
export function pdfOf(objects: readonly string[], trailer = ''): Uint8Array {
  let file = '%PDF-1.7\n'
  const offsets = objects.map((body, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${body}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}${end}`, 'latin1')
}

/** A PDF of one page whose links lead to the given addresses. */
export function pdfWithLinks(...addresses: readonly string[]): Uint8Array {
  const links = addresses.map(
    (address) => `<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (${address}) >> >>`,
  )
  const annotations = `/Annots [${links.join(' ')}]`
  return pdfOf([
    catalogue,
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    page.replace('/Contents', `${annotations} /Contents`),
    streamOf('BT ET'),
  ])
}

const catalogue = '<< /Type /Catalog /Pages 2 0 R >>'
const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>'

function streamOf(content: string, length = content.length, more = ''): string {
  return `<< /Length ${length} ${more} >>\nstream\n${content}\nendstream`
}

function nestedArchives(depth: number): Uint8Array {
  let archive: Uint8Array = zipSync({ 'a.odt': odt() })
  for (let level = 0; level < depth; level += 1) archive = zipSync({ 'inner.zip': archive, 'other.zip': archive })
  return archive
}

/** An archive whose one entry claims and holds far more than it takes. */
function flatBomb(megabytes: number): Uint8Array {
  return zipSync({ 'a.odt': new Uint8Array(megabytes * 1024 * 1024) }, { level: 9 })
}

function manyEntries(count: number): Uint8Array {
  const nothing = new Uint8Array()
  return zipSync(Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.odt`, nothing])))
}

function laughs(): string {
  const entities = Array.from({ length: 12 }, (_, index) => {
    const before = index === 0 ? 'lol' : `&l${index - 1};`.repeat(10)
    return `<!ENTITY l${index} "${before}">`
  })
  return `<?xml version="1.0"?><!DOCTYPE x [${entities.join('')}]><x>&l11;</x>`
}

/** Files made to hurt whoever reads them, by what they do. */
export const hostileFiles: Readonly<Record<string, () => Uint8Array>> = {
  'an archive in archives, twelve deep': () => nestedArchives(12),
  'one entry of 150 MB in 150 kB': () => flatBomb(150),
  'a hundred thousand entries': () => manyEntries(100_000),
  'entities that multiply': () => odtAround(laughs()),
  'XML a million levels deep': () => odtAround(`${'<a>'.repeat(1_000_000)}${'</a>'.repeat(1_000_000)}`),
  'one attribute of 40 MB': () => odtAround(`<a b="${'x'.repeat(40_000_000)}"/>`),
  'content of 150 MB': () => odtAround(new Uint8Array(150 * 1024 * 1024).fill(0x20)),
  'content that is no XML': () => odtAround('<office:document-content><a></office:document-content>'),
  'a page tree that is its own kid': () => pdfOf([catalogue, '<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R] >>']),
  'page trees that hold one another': () =>
    pdfOf([
      catalogue,
      '<< /Type /Pages /Count 2 /Kids [3 0 R] >>',
      '<< /Type /Pages /Count 2 /Parent 2 0 R /Kids [2 0 R] >>',
    ]),
  'a PDF that claims a thousand million pages': () =>
    pdfOf([catalogue, '<< /Type /Pages /Count 1000000000 /Kids [3 0 R] >>', page, streamOf('BT ET')]),
  'a stream longer than the file': () =>
    pdfOf([catalogue, '<< /Type /Pages /Count 1 /Kids [3 0 R] >>', page, streamOf('BT ET', 2_000_000_000)]),
  'a stream that never ends': () =>
    pdfOf([catalogue, '<< /Type /Pages /Count 1 /Kids [3 0 R] >>', page, '<< /Length 5 0 R >>\nstream\nBT', '5 0 R']),
  'a form that draws itself': () =>
    pdfOf([
      catalogue,
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      page.replace('/Contents', '/Resources << /XObject << /F 5 0 R >> >> /Contents'),
      streamOf('/F Do'),
      streamOf(
        '/F Do /F Do',
        11,
        '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>',
      ),
    ]),
  'a catalogue that is no dictionary': () => pdfOf(['42', '43']),
  'a previous table that is this one': () =>
    pdfOf([catalogue, '<< /Type /Pages /Count 1 /Kids [3 0 R] >>', page, streamOf('BT ET')], '/Prev 9'),
  'arrays a hundred thousand deep': () =>
    pdfOf([catalogue, `<< /Type /Pages /Count 1 /Kids ${'['.repeat(100_000)}${']'.repeat(100_000)} >>`]),
  'a file of zeros': () => new Uint8Array(20 * 1024 * 1024),
  'a PDF mark and zeros': () => Buffer.concat([Buffer.from('%PDF-1.7\n'), new Uint8Array(5 * 1024 * 1024)]),
  'a ZIP mark and zeros': () => Buffer.concat([Buffer.from('PK\x03\x04'), new Uint8Array(5 * 1024 * 1024)]),
  'an Office container of zeros': () =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), new Uint8Array(5 * 1024 * 1024)]),
  'a PDF behind its own end': () => Buffer.concat([pdf(), Buffer.from('\n%%EOF'), pdf().subarray(0, 100)]),
}
