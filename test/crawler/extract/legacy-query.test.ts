import { describe, expect, it } from 'vitest'
import { encodeQuery } from '../../../crawler/extract/legacy-query.ts'
import { extractPage } from '../../../crawler/extract/page.ts'

describe('the query of a reference on a page', () => {
  it.each([
    ['Big5', 's.asp?kw=中文&p=1#段', 's.asp?kw=%A4%A4%A4%E5&p=1#段'],
    ['Big5', '檔案/中.asp?a=b', '檔案/中.asp?a=b'],
    ['Big5', '#中?文', '#中?文'],
    ['Big5', 's.asp?x=😀', 's.asp?x=%26%23128512%3B'],
    ['windows-1252', 's?x=é', 's?x=%E9'],
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
