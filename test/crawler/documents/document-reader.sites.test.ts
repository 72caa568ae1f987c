import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { DocumentReader, type ReaderLimits, usualReaderLimits } from '../../../crawler/documents/document-reader.ts'
import { inspectDocument } from '../../../crawler/documents/inspect.ts'
import { hostileFiles, pdfOf } from '../../support/hostile-files.ts'
import { docx, odt, pdf } from '../../support/sample-files.ts'

const readers: DocumentReader[] = []

function openReader(limits: Partial<ReaderLimits> = {}): DocumentReader {
  const reader = new DocumentReader({ ...usualReaderLimits, ...limits })
  readers.push(reader)
  return reader
}

afterEach(() => {
  for (const reader of readers.splice(0)) reader.close()
})

/** A page whose content takes any reader long: a form that draws ten forms, each of which draws ten ... */
function endlessPdf(): Uint8Array {
  const draws = '/F Do '.repeat(10)
  const levels = Array.from({ length: 12 }, (_, index) => {
    const next = `/Resources << /XObject << /F ${index + 6} 0 R >> >>`
    return `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] ${next} /Length ${draws.length} >>\nstream\n${draws}\nendstream`
  })
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >> /Contents 4 0 R >>',
    '<< /Length 5 >>\nstream\n/F Do\nendstream',
    ...levels,
    '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 0 >>\nstream\n\nendstream',
  ])
}

it('what a reader of its own tells is what the same code tells here', async () => {
  const reader = openReader()
  for (const content of [odt(), docx(), pdf(), new Uint8Array(), Buffer.from('%PDF-1.4')]) {
    expect(await reader.read(content)).toEqual(await inspectDocument(content))
  }
})

it('a file that takes too long ends its reader, not the run, and the next file is read', async () => {
  const reader = openReader({ timeoutMs: 4_000 })
  await reader.read(odt())
  const [slow, next] = await Promise.all([reader.read(endlessPdf()), reader.read(pdf())])
  expect(slow).toMatchObject({ format: 'pdf', facts: { isReadable: null, problem: 'reader-timeout', pdf: null } })
  expect(next).toMatchObject({ format: 'pdf', facts: { isReadable: true, problem: null } })
})

it('a file that takes too much memory ends its reader, after a second try in a new one', async () => {
  const reader = openReader({ maxResidentBytes: 20 * 1024 * 1024 })
  expect((await reader.read(odt())).facts).toMatchObject({ isReadable: null, problem: 'reader-memory' })
})

it('a reader that wears out gives way to a new one', async () => {
  const reader = openReader({ filesPerProcess: 1 })
  for (let count = 0; count < 3; count += 1) expect((await reader.read(odt())).facts.isReadable).toBe(true)
})

it('no hostile file stops the reading, and none costs the others', async () => {
  const reader = openReader()
  for (const [name, make] of Object.entries(hostileFiles)) {
    const { facts } = await reader.read(make())
    expect([name, typeof facts.bytes]).toEqual([name, 'number'])
    expect([name, await reader.read(odt()).then((next) => next.facts.isReadable)]).toEqual([name, true])
  }
}, 240_000)

const corpora = fileURLToPath(new URL('../../../../shared/corpora/', import.meta.url))
const isMissing = !existsSync(corpora)

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesOf(path) : [path]
  })
}

describe.skipIf(isMissing)('files of others (skipped without ../shared/corpora)', () => {
  it('every file is read to its end, within its limits', async () => {
    const reader = openReader()
    const ended: string[] = []
    const paths = isMissing ? [] : filesOf(corpora)
    for (const path of paths) {
      const { facts } = await reader.read(readFileSync(path))
      if (facts.problem?.startsWith('reader-')) ended.push(`${path}: ${facts.problem}`)
    }
    expect(ended).toEqual([])
    expect(paths.length).toBeGreaterThan(1000)
  }, 300_000)

  it('a real file cut at any tenth of its length stops nothing', async () => {
    const reader = openReader()
    const wholes = ['009-pdflatex-geotopo/GeoTopo-komprimiert.pdf', '007-imagemagick-images/imagemagick-images.pdf']
    const office = ['fixture.odt', 'fixture.ods', 'fixture-office365.docx', 'fixture.xls.cfb', 'fixture.pptx']
    const paths = [...wholes.map((name) => `pdf-sample/${name}`), ...office.map((name) => `file-type/fixture/${name}`)]
    for (const path of paths) {
      const whole = readFileSync(join(corpora, path))
      for (let tenth = 1; tenth < 10; tenth += 1) {
        const { facts } = await reader.read(whole.subarray(0, Math.floor((whole.byteLength * tenth) / 10)))
        expect([path, tenth, facts.problem?.startsWith('reader-') ?? false]).toEqual([path, tenth, false])
        if (!path.endsWith('.pdf')) expect([path, tenth, facts.isReadable]).toEqual([path, tenth, false])
      }
    }
  }, 120_000)
})
