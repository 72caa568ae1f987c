import { expect, it } from 'vitest'
import { extractPage } from '../../../crawler/extract/page.ts'
import { generateSampleAgency } from '../../../fixtures/sample-agency/sample-agency.ts'

function surfaceOf(html: string): readonly number[] {
  return extractPage(html, { url: 'http://agency.test/', encoding: 'UTF-8' }).surface
}

/** How many features the second page shows that the first has not. */
function fresh(before: string, after: string): number {
  const known = new Set(surfaceOf(before))
  return surfaceOf(after).filter((feature) => !known.has(feature)).length
}

const row = (n: number) => `<li><a href="/n/${n}">第${n}則</a></li>`
const list = (rows: number) =>
  `<main><h1>消息</h1><ul class="list">${Array.from({ length: rows }, (_, n) => row(n)).join('')}</ul></main>`

it('longer lists, other words and other addresses read the same', () => {
  expect(surfaceOf(list(40))).toEqual(surfaceOf(list(3)))
  expect(surfaceOf('<p>甲</p><p id="a1">乙</p>')).toEqual(surfaceOf('<p id="a7">丙</p><p>丁</p><p>戊</p>'))
})

it.each([
  ['an image without alt', '<img src="/a" alt="甲">', '<img src="/a">'],
  ['an empty alt', '<img src="/a" alt="甲">', '<img src="/a" alt="">'],
  ['a link without text', '<a href="/">甲</a>', '<a href="/"></a>'],
  ['a field without a label', '<label for="a">甲</label><input id="a">', '<label for="b">甲</label><input id="a">'],
  ['an aria state', '<p>甲</p>', '<p aria-hidden="true">甲</p>'],
  ['a role', '<div>甲</div>', '<div role="button">甲</div>'],
  ['another language', '<p lang="en">a</p>', '<p lang="xx">a</p>'],
  ['a colour in the tag', '<p>甲</p>', '<p style="color: #eee">甲</p>'],
  ['a class that may bring a colour', '<p>甲</p>', '<p class="pale">甲</p>'],
  ['a heading that skips a level', '<h1>甲</h1><h2>乙</h2><h3>丙</h3>', '<h1>甲</h1><h2>乙</h2><h3>丙</h3><h5>丁</h5>'],
  ['a second main heading', '<h1>甲</h1>', '<h1>甲</h1><h1>乙</h1>'],
  ['an id twice', '<p id="a">甲</p>', '<p id="a">甲</p><p id="a">乙</p>'],
  ['a positive tabindex', '<a href="/" tabindex="0">甲</a>', '<a href="/" tabindex="3">甲</a>'],
  ['text outside of any landmark', '<main><p>甲</p></main>', '<main><p>甲</p></main><p>乙</p>'],
  ['a frame without a title', '<iframe title="甲"></iframe>', '<iframe></iframe>'],
  [
    'a table without headers',
    '<table><tr><th>甲<td>乙</table>',
    '<table><tr><td>甲<td>乙</table><table class="x"><tr><td>丙</table>',
  ],
])('%s is something new to read', (_, before, after) => {
  expect(fresh(before, after)).toBeGreaterThan(0)
})

it('thirty times as many announcements are nothing new', () => {
  const features = (newsPages: number) => {
    const pages = [...generateSampleAgency({ newsPages })].filter(([path]) => path.startsWith('/news/'))
    return new Set(pages.flatMap(([, { content }]) => surfaceOf(String(content))))
  }
  expect(features(300).size).toBeLessThanOrEqual(features(10).size + 4)
})

it('hostile markup ends', () => {
  for (const html of ['<'.repeat(5000), '<div>'.repeat(20_000), '<p style="color:'.repeat(500), '\u0000<a \u0000=1>'])
    expect(surfaceOf(html).length).toBeLessThan(100)
})
