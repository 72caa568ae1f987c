import { expect, it } from 'vitest'
import { extractPage } from '../../../crawler/extract/page.ts'
import { refreshOf } from '../../../crawler/extract/refresh.ts'

const url = 'https://site.test/a/index.html'
const place = { url, encoding: 'utf-8' }

function refreshUrl(html: string): string | null {
  return extractPage(html, place).refreshUrl
}

function meta(content: string): string {
  return `<meta http-equiv="Refresh" content="${content}">`
}

it.each([
  ['0;url=home.aspx', { seconds: 0, href: 'home.aspx' }],
  ['5; URL = /b', { seconds: 5, href: '/b' }],
  ["3.9,url='/b?c=d'", { seconds: 3, href: '/b?c=d' }],
  ['url=/b', { seconds: 0, href: '/b' }],
  ['5', null],
  ['5;url=', null],
  ['', null],
])('content="%s" is read', (content, read) => {
  expect(refreshOf({ 'http-equiv': 'refresh', content })).toEqual(read)
})

it('other meta elements refresh nothing', () => {
  expect(refreshOf({ 'http-equiv': 'content-type', content: '0;url=/b' })).toBeNull()
  expect(refreshOf({ name: 'refresh', content: '0;url=/b' })).toBeNull()
})

it('a page that does nothing but send its reader on says where', () => {
  expect(refreshUrl(`<title>轉址中</title>${meta('0;url=home.aspx#top')}`)).toBe('https://site.test/a/home.aspx')
  expect(refreshUrl(`${meta('5;url=/b')}<base href="/c/"><p>五秒後自動轉往新網站</p>`)).toBe('https://site.test/b')
  expect(refreshUrl(`<base href="/c/">${meta('0;url=d')}`)).toBe('https://site.test/c/d')
  expect(refreshUrl(meta('0;url=https://new.test/'))).toBe('https://new.test/')
})

it.each([
  ['loads itself again', meta('60')],
  ['loads itself again by its address', meta('0;url=index.html#top')],
  ['waits long', meta('30;url=/b')],
  ['has something to say', `${meta('0;url=/b')}<p>${'字'.repeat(200)}</p>`],
  ['sends on only who has no scripts', `<noscript>${meta('0;url=/b')}</noscript><script src="a.js"></script>`],
  ['leads to no place on the web', meta('0;url=javascript:history.back()')],
  ['leads nowhere', meta('0;url=http://[')],
])('a page that %s is one by itself', (_, html) => {
  expect(refreshUrl(html)).toBeNull()
})
