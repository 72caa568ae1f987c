import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { detectFormat } from '../../../crawler/documents/detect.ts'
import { type DocumentClues, identifyDocument } from '../../../crawler/documents/identify.ts'
import { docx, ods, odt, pdf, xlsx } from '../../support/sample-files.ts'

const corpora = new URL('../../../../shared/corpora/', import.meta.url)
const isMissing = !existsSync(corpora)

const noClues: DocumentClues = { url: 'http://agency.test/file', linkText: null, headers: {}, mediaType: null }

function identify(content: Uint8Array | string, clues: Partial<DocumentClues> = {}) {
  return identifyDocument(typeof content === 'string' ? Buffer.from(content) : content, { ...noClues, ...clues })
}

function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`file-type/fixture/${name}`, corpora))
}

const odtType = 'application/vnd.oasis.opendocument.text'
const lockedManifest = `<manifest:manifest manifest:version="1.3"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`

describe('a file is what its bytes are', () => {
  it.each([
    ['odt', odt()],
    ['ods', ods()],
    ['docx', docx()],
    ['xlsx', xlsx()],
    ['pdf', pdf()],
    ['rtf', '{\\rtf1 x}'],
    ['rar', 'Rar!\x1a\x07\x01\x00'],
    ['7z', Buffer.from('377abcaf271c0004', 'hex')],
    ['zip', zipSync({ 'a.docx': docx() })],
    ['ooxml', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'other/x.xml': strToU8('<x/>') })],
    ['pptx', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'ppt/presentation.xml': strToU8('<x/>') })],
    ['odt', `<?xml version="1.0"?><office:document xmlns:office="x" office:mimetype="${odtType}"/>`],
    ['html', '\ufeff<!DOCTYPE html><title>錯誤'],
    ['html', '<!-- x --> <HTML><body>找不到您的頁面'],
    ['xml', '<?xml version="1.0"?><a/>'],
    ['json', '[{"a": 1}]'],
    ['csv', '年度,件數\n114,20\n115,30\n'],
    ['txt', '只是一行文字，沒有別的'],
    ['txt', '[不是 JSON'],
    ['txt', 'a, b\nc\n'],
    [null, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['empty', ''],
  ])('%s', async (format, content) => {
    expect((await identify(content)).detected).toBe(format)
  })
})

it('a Word file that was renamed is found out', async () => {
  const file = await identify(docx(), { url: 'http://agency.test/form.odt', mediaType: odtType })
  expect(file).toMatchObject({ named: 'odt', served: 'odt', detected: 'docx', fileName: 'form.odt' })
})

it('an error page served as a file is found out', async () => {
  const file = await identify('<html><body>Runtime Error', {
    url: 'http://agency.test/form.odt',
    mediaType: 'text/html',
  })
  expect(file).toMatchObject({ named: 'odt', served: 'html', detected: 'html' })
})

it('the server names a file by Content-Disposition before Content-Type', async () => {
  const headers = { 'content-disposition': 'attachment; filename="申請書.ods"' }
  const url = 'http://agency.test/Download.ashx?icon=.pdf'
  const file = await identify(ods(), { url, headers, mediaType: 'application/octet-stream' })
  expect(file).toMatchObject({ named: 'pdf', served: 'ods', detected: 'ods', fileName: '申請書.ods' })
  expect((await identify(ods(), { mediaType: 'application/octet-stream' })).served).toBeNull()
})

it('facts of a whole file', async () => {
  const whole = { isReadable: true, problem: null, isEncrypted: false }
  expect((await identify(odt())).facts).toMatchObject({ ...whole, formatVersion: '1.2', bytes: odt().byteLength })
  expect((await identify(docx())).facts).toMatchObject(whole)
  expect((await identify(pdf())).facts).toMatchObject({ ...whole, formatVersion: '1.5' })
})

it('a locked OpenDocument file is encrypted', async () => {
  const parts = { mimetype: odtType, 'content.xml': 'locked', 'META-INF/manifest.xml': lockedManifest }
  const locked = zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
  expect(await identify(locked)).toMatchObject({
    detected: 'odt',
    facts: { isEncrypted: true, isReadable: true, formatVersion: '1.3' },
  })
})

it('a PDF that only speaks of encryption is not encrypted', async () => {
  const text = '%PDF-1.4\n(/Encrypt is a word)\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF'
  expect((await detectFormat(Buffer.from(text))).facts.isEncrypted).toBe(false)
  expect((await detectFormat(Buffer.from(text.replace('<<', '<</Encrypt 5 0 R')))).facts.isEncrypted).toBe(true)
})

it('a file that breaks off at any place is unreadable, and never stops us', async () => {
  for (const whole of [odt(), docx(), pdf()]) {
    for (let length = 0; length < whole.byteLength; length += 1) {
      const { facts, format } = await detectFormat(whole.subarray(0, length))
      // A PDF may lose the line break after its end mark, and the mark itself while `startxref` stands.
      const isMarkOnly = format === 'pdf' && length > whole.byteLength - 40
      // Under four bytes nothing tells what it was going to be.
      if (length > 8 && !isMarkOnly) expect([length, facts.isReadable]).toEqual([length, false])
    }
  }
  expect(await identify(odt().subarray(0, 200))).toMatchObject({ detected: 'odt', facts: { problem: 'zip-truncated' } })
}, 20_000)

it('a file of which we kept the head alone is not called broken', async () => {
  const file = await identify(odt().subarray(0, 300), { isCut: true })
  expect(file).toMatchObject({ detected: 'odt', facts: { isReadable: null, problem: 'body-limit' } })
})

it('an archive that claims thousands of files or a huge part is not unpacked', async () => {
  const many = zipSync(Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`${index}`, new Uint8Array()])))
  expect((await identify(many)).facts).toMatchObject({ isReadable: true, problem: 'zip-too-many-entries' })
  const bomb = zipSync({ '[Content_Types].xml': new Uint8Array(30_000_000) }, { level: 9 })
  expect((await identify(bomb)).detected).toBe('ooxml')
}, 20_000)

it('names that climb out of a folder do not make an archive unreadable', async () => {
  const archive = zipSync({ '../x.txt': strToU8('x'), '/y.txt': strToU8('y'), 'a\\b.txt': strToU8('z') })
  expect(await identify(archive)).toMatchObject({ detected: 'zip', facts: { isReadable: true, problem: null } })
})

describe.skipIf(isMissing)('files of others (skipped without ../shared/corpora)', () => {
  const kinds: Record<string, string> = {
    ...{ ott: 'odt', ots: 'ods', otp: 'odp', docm: 'docx', dotx: 'docx', xlsm: 'xlsx', pptm: 'pptx' },
    ...{ 'doc.cfb': 'doc', 'xls.cfb': 'xls', 'ppt.cfb': 'ppt', 'msi.cfb': 'ole', epub: 'zip' },
  }
  const own = ['odt', 'ods', 'odp', 'odg', 'docx', 'xlsx', 'pptx', 'pdf', 'rtf', 'zip', 'rar', '7z', 'xml']

  it('every fixture of a type detector that is one of our formats is told', async () => {
    const names = isMissing ? [] : readdirSync(new URL('file-type/fixture/', corpora))
    const expected = names.flatMap((name): [string, string][] => {
      const extension = /\.(\w+\.cfb|\w+)$/.exec(name)?.[1] ?? ''
      const kind = kinds[extension] ?? (own.includes(extension) ? extension : undefined)
      return kind === undefined ? [] : [[name, kind]]
    })
    const told = await Promise.all(expected.map(async ([name]) => [name, (await identify(fixture(name))).detected]))
    expect(expected.length).toBeGreaterThan(35)
    expect(told).toEqual(expected)
  })

  it('pictures, tapes and fonts are none of our formats', async () => {
    for (const name of ['fixture.png', 'fixture-itxt.png', 'fixture.jpg', 'fixture.gif', 'fixture.tar', 'fixture.gz']) {
      expect([name, (await identify(fixture(name))).detected]).toEqual([name, null])
    }
  })

  it('a workbook locked by a password is OOXML of a kind that cannot be told', async () => {
    expect(await identify(fixture('fixture-password-protected.xls'))).toMatchObject({
      detected: 'ooxml',
      facts: { isEncrypted: true, isReadable: true },
    })
  })

  it('the workbooks of a statistics office are xls, whole', async () => {
    const folder = new URL('office-xls/city_budget/src/', corpora)
    for (const name of readdirSync(folder)) {
      const file = await identify(readFileSync(new URL(encodeURIComponent(name), folder)))
      expect(file).toMatchObject({ detected: 'xls', facts: { isReadable: true } })
    }
  })

  it('the PDF files that are encrypted are those their authors name', async () => {
    const { data } = JSON.parse(readFileSync(new URL('pdf-sample/files.json', corpora), 'utf8'))
    const listed = (data as { path: string; encrypted: boolean }[]).filter(({ path }) =>
      existsSync(new URL(`pdf-sample/${path}`, corpora)),
    )
    const told = await Promise.all(
      listed.map(async ({ path }) => {
        const { detected, facts } = await identify(readFileSync(new URL(`pdf-sample/${path}`, corpora)))
        return { path, detected, encrypted: facts.isEncrypted, isReadable: facts.isReadable }
      }),
    )
    expect(listed.length).toBeGreaterThan(20)
    expect(told).toEqual(listed.map(({ path, encrypted }) => ({ path, detected: 'pdf', encrypted, isReadable: true })))
  })
})
