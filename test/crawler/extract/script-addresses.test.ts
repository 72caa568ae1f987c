import { describe, expect, it } from 'vitest'
import { extractPage } from '../../../crawler/extract/page.ts'

const place = { url: 'http://agency.test/dir/page.html', encoding: 'UTF-8' }

function guessed(html: string): string[] {
  const { links } = extractPage(html, place)
  return links.filter(({ kind }) => kind === 'scripted').map(({ href }) => href)
}

describe('an address a script would go to is kept as a guess', () => {
  it.each([
    [`<button onclick="location.href='apply.html'">線上申辦</button>`, ['apply.html']],
    [`<li onclick='window.location = "/a?x=1&amp;y=2"'>x</li>`, ['/a?x=1&y=2']],
    [`<a href="#" onclick="window.open('map.html','_blank','width=600');return false">地圖</a>`, ['map.html']],
    [`<a href="javascript:window.open('http://other.test/x')">x</a>`, ['http://other.test/x']],
    [`<a href="\t\u00a0 JavaScript:window.open('map.html')">x</a>`, ['map.html']],
    [`<a href="j.html" data-href="/k" class="x" onclick="location='/l'">x</a>`, ['/k', '/l']],
    [`<div onclick="document.location.replace('b.aspx')">x</div>`, ['b.aspx']],
    ['<tr data-href="/news/1">x</tr><div data-url="files/list.json"></div>', ['/news/1', 'files/list.json']],
    ['<img src=blank.gif data-src="photo/a.jpg">', ['photo/a.jpg']],
    [
      `<select onchange="if(this.value)location.href=this.value"><option value="">請選擇<option value="/links/1.html">甲</select>`,
      ['/links/1.html'],
    ],
  ])('%s', (html, expected) => {
    expect(guessed(`<table>${html}</table>`)).toEqual(expected)
  })
})

describe('what no script goes to, or what it puts together, is no address', () => {
  it.each([
    [`<a href="#" onclick="location.href='/item?id='+id">x</a>`],
    [`<a href="#" onclick="if(location.href=='/a.html')return">x</a>`],
    [`<a href="#" onclick="window.open('')">x</a>`],
    [`<a href="#" onclick="window.open('about:blank')">x</a>`],
    [`<a href="#" onclick="alert('/a.html')">x</a>`],
    ['<div data-url="menu"></div><div data-href="#tab"></div><div data-url="{{ item.url }}/a.html"></div>'],
    ['<div data-link="true"></div><div data-src="data:image/gif;base64,AAAA"></div><div data-url="// comment"></div>'],
    ['<select><option value="/a.html">甲</select>'],
    [`<noscript><a href="#" onclick="location.href='/a.html'">x</a></noscript>`],
  ])('%s', (html) => {
    expect(guessed(html)).toEqual([])
  })
})
