import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sniffEncoding } from '../../../crawler/extract/encoding.ts'
import { decodeText } from '../../../store/decode-text.ts'

const corpus = new URL('../../../../shared/corpora/charset/', import.meta.url)
const isMissing = !existsSync(corpus)

/** 「更新日期：一一五年，中文網頁」 in Big5. */
const big5 = Buffer.from('a7f3b773a4e9b4c1a147a440a440a4ada67ea141a4a4a4e5baf4adb6', 'hex')
const utf8 = Buffer.from('更新日期：一一五年，中文網頁')

it('a byte order mark speaks before header and meta', () => {
  const page = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('<meta charset=big5>'), utf8])
  expect(sniffEncoding(page, 'big5')).toBe('UTF-8')
  expect(sniffEncoding(Buffer.from('\ufeff中文', 'utf16le'), 'utf-8')).toBe('UTF-16LE')
})

it('the header speaks before the meta element, and a label nobody knows says nothing', () => {
  expect(sniffEncoding(Buffer.from('<meta charset=utf-8>x'), 'big5')).toBe('Big5')
  expect(sniffEncoding(Buffer.from('<meta charset=big5>x'), 'no-such-charset')).toBe('Big5')
  expect(sniffEncoding(Buffer.from('<?xml version="1.0" encoding="Big5"?><html>'), null)).toBe('Big5')
})

it('a page that declares nothing is read by its bytes', () => {
  expect(sniffEncoding(utf8, null)).toBe('UTF-8')
  expect(sniffEncoding(big5, null)).toBe('Big5')
  expect(decodeText(big5, sniffEncoding(big5, null))).toBe('更新日期：一一五年，中文網頁')
  expect(sniffEncoding(Buffer.from('plain'), null)).toBe('UTF-8')
})

it('western text with accents is not taken for Chinese', () => {
  const french = Buffer.from('Zürich, naïveté, français, Übergröße', 'latin1')
  expect(sniffEncoding(french, null)).toBe('windows-1252')
})

it('a label that lies is overruled by the bytes', () => {
  expect(sniffEncoding(big5, 'utf-8')).toBe('Big5')
  expect(sniffEncoding(Buffer.concat([Buffer.from('<meta charset=utf-8>'), big5]), null)).toBe('Big5')
  expect(sniffEncoding(utf8, 'big5')).toBe('UTF-8')
  expect(sniffEncoding(utf8, 'iso-8859-1')).toBe('UTF-8')
})

it('one broken character does not turn a page of UTF-8 into something else', () => {
  const broken = Buffer.concat([utf8, Buffer.from([0xe4, 0xb8]), Buffer.from('<p>'), utf8])
  expect(sniffEncoding(broken, 'utf-8')).toBe('UTF-8')
})

it('a body that is cut off in the middle of a character keeps its encoding', () => {
  for (let cut = 1; cut < 4; cut += 1) {
    expect(sniffEncoding(utf8.subarray(0, -cut), null)).toBe('UTF-8')
    expect(sniffEncoding(big5.subarray(0, -cut), null)).toBe('Big5')
  }
})

it('whatever the bytes and the header, the answer is an encoding that can be decoded', () => {
  const labels = fc.option(
    fc.oneof(fc.string(), fc.constantFrom('replacement', 'iso-2022-kr', 'x-user-defined', 'utf-16')),
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), labels, (content, label) => {
      expect(typeof decodeText(content, sniffEncoding(content, label))).toBe('string')
    }),
  )
})

it.skipIf(isMissing)('the meta prescan answers as html5lib expects (skipped without ../shared/corpora/charset)', () => {
  const cases = ['tests1.dat', 'tests2.dat', 'test-yahoo-jp.dat'].flatMap((file) =>
    readFileSync(new URL(`html5lib/encoding/${file}`, corpus), 'latin1')
      .split(/^#data\n/m)
      .slice(1),
  )
  // Where the meta element stands behind the window of the prescan, or a script writes it, html5lib expects a second parse.
  const early = cases.filter((one) => !/^<!-- \d{4} characters|multi-script test/.test(one))
  const answers = early.map((one) => {
    const [markup = '', expected = ''] = one.split(/\n#encoding\n/)
    const content = Buffer.from(markup, 'latin1')
    return { markup, expected: expected.trim().toLowerCase(), actual: sniffEncoding(content, null).toLowerCase() }
  })
  // What declares nothing is windows-1252 there, and UTF-8 here when it is pure ASCII: the same text.
  const differing = answers.filter(
    ({ markup, expected, actual }) =>
      actual !== expected && !(expected === 'windows-1252' && /^[\0-\x7f]*$/.test(markup)),
  )
  expect(answers.length).toBeGreaterThan(60)
  expect(differing.map(({ markup, expected, actual }) => [markup.slice(0, 200), expected, actual])).toEqual([])
})

it.skipIf(isMissing)('undeclared Big5 and UTF-8 text is told apart (skipped without ../shared/corpora/charset)', () => {
  const laozi = readFileSync(new URL('html5lib/encoding/chardet/test_big5.txt', corpus))
  expect(sniffEncoding(laozi, null)).toBe('Big5')
  expect(decodeText(laozi, 'Big5').slice(0, 7)).toBe('老子《道德經》')
  const reference = readFileSync(new URL('encoding_rs/tests/test_data/big5_in_ref.txt', corpus))
  expect(sniffEncoding(reference, null)).toBe('UTF-8')
})

it.skipIf(isMissing)(
  'every label of the Encoding Standard names its encoding (skipped without ../shared/corpora/charset)',
  () => {
    const groups = JSON.parse(readFileSync(new URL('whatwg/encodings.json', corpus), 'utf8')) as {
      encodings: { name: string; labels: string[] }[]
    }[]
    const encodings = groups.flatMap((group) => group.encodings).filter(({ name }) => name !== 'replacement')
    const text = Buffer.from([0xff, 0xfe - 0x80, 0xff])
    for (const { name, labels } of encodings) {
      for (const label of labels)
        expect([label, sniffEncoding(text, ` ${label.toUpperCase()} `)]).toEqual([label, name])
    }
    expect(encodings.length).toBeGreaterThan(30)
  },
)

it('a page that names an encoding nobody may decode is read by its bytes', () => {
  expect(sniffEncoding(big5, 'iso-2022-kr')).toBe('Big5')
  expect(sniffEncoding(Buffer.concat([Buffer.from('<meta charset=hz-gb-2312>'), utf8]), null)).toBe('UTF-8')
})
