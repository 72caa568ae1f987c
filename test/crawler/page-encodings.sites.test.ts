import { expect, it } from 'vitest'
import { crawled, site } from '../support/crawled-sites.ts'
import { answerWith } from '../support/serve.ts'

/** 「中文」 in Big5. */
const chinese = Buffer.from('a4a4a4e5', 'hex')

function page(head: string, link: Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from(`${head}<title>`),
    link,
    Buffer.from('</title><a href="/s.asp?kw='),
    link,
    Buffer.from('">x</a>'),
  ])
}

it.each([
  ['in its header', 'text/html; charset=big5', ''],
  ['nowhere', 'text/html', ''],
  ['as UTF-8, which is false', 'text/html; charset=utf-8', '<meta charset=utf-8>'],
])('a Big5 page that says so %s is read, and its links ask in Big5 as browsers do', async (_where, type, head) => {
  const served = await site({
    '/': answerWith(200, { 'content-type': type }, page(head, chinese)),
    '/s.asp': answerWith(
      200,
      { 'content-type': 'text/html; charset=utf-8' },
      '<title>列表</title><a href="/u?kw=中文">x</a>',
    ),
    '/u': '<p>x',
  })
  const snapshot = await crawled(served.origin)
  expect(snapshot.pages().map(({ title, encoding }) => [title, encoding])).toEqual([
    ['中文', 'Big5'],
    ['列表', 'UTF-8'],
    [null, 'UTF-8'],
  ])
  expect(served.requests).toContain('/s.asp?kw=%A4%A4%A4%E5')
  expect(served.requests).toContain('/u?kw=%E4%B8%AD%E6%96%87')
})
