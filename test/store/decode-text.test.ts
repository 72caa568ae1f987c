import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../store/decode-text.ts'

const corpus = new URL('../../../shared/corpora/charset/', import.meta.url)
const isMissing = !existsSync(corpus)

describe('bytes are decoded as browsers decode them', () => {
  it.each([
    ['Big5', 'a4a4a4e5', '中文'],
    // Hong Kong's characters, which code page 950 has not.
    ['Big5', 'fa40', '𠕇'],
    ['Big5', '8862', 'Ê̄'],
    // The ETEN extension: circled digits and Japanese letters.
    ['Big5', 'c6a1c6e7', '①ぁ'],
    ['Big5', 'a3e1', '€'],
    // A lead byte without its second one, and ASCII after it, which is not swallowed.
    ['Big5', 'a43c', '\ufffd<'],
    ['Big5', '80ff', '\ufffd\ufffd'],
    ['windows-1252', '8099', '€™'],
    ['UTF-8', 'efbbbfe4b8ad', '中'],
    ['UTF-8', 'efbbbf', ''],
    ['utf-8', '41c3a9f09f9880', 'Aé😀'],
    ['UTF-8', 'e4b8ad41e4b8', '中A\ufffd'],
    ['UTF-16LE', 'fffe2d4e', '中'],
    ['x-user-defined', '80', '\uf780'],
  ])('%s %s', (encoding, bytes, text) => {
    expect(decodeText(Buffer.from(bytes, 'hex'), encoding)).toBe(text)
  })
})

it.skipIf(isMissing)('all of Big5 as the Encoding Standard maps it (skipped without ../shared/corpora/charset)', () => {
  const index = readFileSync(new URL('whatwg/index-big5.txt', corpus), 'utf8')
  const entries = [...index.matchAll(/^\s*(\d+)\t0x([0-9A-F]+)/gm)]
  const bytes = entries.flatMap(([, pointer]) => pairAt(Number(pointer)))
  const expected = entries.map(([, , code]) => String.fromCodePoint(Number.parseInt(code ?? '', 16))).join('')
  expect(entries.length).toBeGreaterThan(18_000)
  expect(decodeText(Uint8Array.from(bytes), 'Big5')).toBe(expected)
})

/** The two bytes of a pointer, as the Big5 encoder of the standard makes them. */
function pairAt(pointer: number): [number, number] {
  const trail = pointer % 157
  return [Math.floor(pointer / 157) + 0x81, trail + (trail < 0x3f ? 0x40 : 0x62)]
}

describe.skipIf(isMissing)('whole encodings with their errors (skipped without ../shared/corpora/charset)', () => {
  it.each([
    ['big5', 'Big5'],
    ['gb18030', 'gb18030'],
    ['shift_jis', 'Shift_JIS'],
    ['euc_kr', 'EUC-KR'],
    ['iso_2022_jp', 'ISO-2022-JP'],
    ['jis0208', 'EUC-JP'],
    ['jis0212', 'EUC-JP'],
  ])('%s as encoding_rs has it', (file, encoding) => {
    const folder = new URL('encoding_rs/tests/test_data/', corpus)
    const decoded = decodeText(readFileSync(new URL(`${file}_in.txt`, folder)), encoding)
    expect(decoded === readFileSync(new URL(`${file}_in_ref.txt`, folder), 'utf8')).toBe(true)
  })
})
