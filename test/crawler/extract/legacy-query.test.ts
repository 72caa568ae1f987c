import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { encodeQuery } from '../../../crawler/extract/legacy-query.ts'
import { extractPage } from '../../../crawler/extract/page.ts'

const corpus = new URL('../../../../shared/corpora/charset/encoding_rs/tests/test_data/', import.meta.url)
const isMissing = !existsSync(corpus)

describe('the query of a reference on a page', () => {
  it.each([
    ['Big5', 's.asp?kw=中文&p=1#段', 's.asp?kw=%A4%A4%A4%E5&p=1#段'],
    ['Big5', '檔案/中.asp?a=b', '檔案/中.asp?a=b'],
    ['Big5', '#中?文', '#中?文'],
    ['Big5', 's.asp?x=😀', 's.asp?x=%26%23128512%3B'],
    // Some of Hong Kong's characters are read and never written.
    ['Big5', 's.asp?x=䏰', 's.asp?x=%26%2317392%3B'],
    ['windows-1252', 's?x=é', 's?x=%E9'],
    ['ISO-2022-JP', 's?x=あ', 's?x=%1B$B$"%1B(B'],
    ['UTF-8', 's?x=中', 's?x=中'],
  ])('in %s: %s', (encoding, href, sent) => {
    expect(encodeQuery(href, encoding)).toBe(sent)
  })
})

it('a link on a Big5 page asks for what a browser would ask for', () => {
  const place = { url: 'http://agency.test/', encoding: 'Big5' }
  expect(extractPage('<a href="列表.asp?類別=法規">法規</a>', place).links[0]?.target).toBe(
    'http://agency.test/%E5%88%97%E8%A1%A8.asp?%C3%FE%A7O=%AAk%B3W',
  )
})

it.skipIf(isMissing)('every character is sent as the bytes of Big5 (skipped without ../shared/corpora/charset)', () => {
  const characters = readFileSync(new URL('big5_out.txt', corpus), 'utf8').split('\n').slice(4, -1)
  const bytes = readFileSync(new URL('big5_out_ref.txt', corpus), 'latin1').split('\n').slice(4, -1)
  const asBytes = (sent: string) => sent.replace(/%(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  const wrong = characters.filter((character, at) => asBytes(encodeQuery(`?${character}`, 'Big5')) !== `?${bytes[at]}`)
  expect(characters.length).toBeGreaterThan(13_000)
  expect(wrong).toEqual([])
})
