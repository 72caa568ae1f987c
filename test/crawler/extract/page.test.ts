import fc from 'fast-check'
import { expect, it } from 'vitest'
import { extractPage } from '../../../crawler/extract/page.ts'
import { anyText } from '../../support/any-text.ts'

const place = { url: 'http://agency.test/a/b.html', encoding: 'UTF-8' }

const hostile = fc
  .array(
    fc.oneof(
      anyText(),
      fc.constantFrom(
        ...[
          '<a href="',
          '<a href=x>',
          '</a>',
          '<div hidden',
          '>',
          '<form action=/s>',
          '<label for=q>',
          '<input ',
          'id="q"',
        ],
        ...[
          '<!--',
          '-->',
          '<noscript>',
          '</noscript>',
          '<template>',
          '<svg><title>',
          '<base href="//[">',
          '<main>',
          '</p>',
        ],
        ...[
          '<table><tr><td>',
          '<h1>',
          '115.2.30',
          '更新日期：',
          '&#x110000;',
          '&nbsp',
          '\0',
          '\ud800',
          '<![CDATA[',
          '<?php',
        ],
        ...[
          '<img srcset="a 1x, , b w"',
          '<button>',
          '</html>',
          '<frameset>',
          '<title>',
          '<meta http-equiv=refresh content="0;url="',
        ],
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

it('no markup, however broken, stops the reading', () => {
  fc.assert(
    fc.property(hostile, (html) => {
      const page = extractPage(html, place)
      for (const { start, end } of [...page.links, ...page.forms, ...page.metaTags]) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(end).toBeLessThanOrEqual(html.length)
      }
    }),
    { numRuns: 1000 },
  )
})

it('title, language and meta elements are read as written', () => {
  const html = `<html lang="zh-Hant-TW"><head><title> 首頁 &amp;\n機關 </title><meta charset=utf-8>
    <meta name="DC.Title" content="首頁"><meta property="og:title" content="og"><meta http-equiv="X-UA" content="ie"><meta name="Keywords"></head>
    <svg><title>圖示</title></svg>`
  const page = extractPage(html, place)
  expect(page).toMatchObject({ title: '首頁 & 機關', language: 'zh-Hant-TW' })
  expect(page.metaTags.map(({ name, content }) => [name, content])).toEqual([
    ['DC.Title', '首頁'],
    ['og:title', 'og'],
    ['X-UA', 'ie'],
    ['Keywords', ''],
  ])
  expect(page.metaTags.map(({ start, end }) => html.slice(start, end))[3]).toBe('<meta name="Keywords">')
})

it('a page without title or language says so', () => {
  expect(extractPage('<p>x', place)).toMatchObject({ title: null, language: null })
  expect(extractPage('<svg><title>圖示</title></svg>', place).title).toBeNull()
  expect(extractPage('<title></title>', place).title).toBe('')
})

it('headings come with their level, in order', () => {
  const html =
    '<h1><img src=logo alt="機關網站"></h1><h2>最新<b>消息</b></h2><div hidden><h3>藏</h3></div><!-- <h2>舊</h2> -->'
  expect(extractPage(html, place).headings.map(({ level, text }) => [level, text])).toEqual([
    [1, '機關網站'],
    [2, '最新消息'],
    [3, '藏'],
  ])
})

it('dates of the page know their label, region and place, over the borders of elements', () => {
  const html =
    '<main><table><tr><th>發布日期</th><td><b>115</b>.11.20</td></table></main><footer>更新日期：2026/11/22</footer>'
  const { dates } = extractPage(html, place)
  expect(dates).toEqual([
    { text: '115.11.20', date: '2026-11-20', label: '發布日期', region: 'main', start: html.indexOf('115') },
    { text: '2026/11/22', date: '2026-11-22', label: '更新日期', region: 'footer', start: html.indexOf('2026') },
  ])
})

it('a page that shows next to nothing, or raw placeholders, is a shell', () => {
  const long = '字'.repeat(300)
  expect(extractPage('<div id=app></div><script src=app.js></script>', place).isShell).toBe(true)
  expect(extractPage(`<noscript>${long}</noscript><p>您的瀏覽器`, place).isShell).toBe(true)
  expect(extractPage(`<p>${long}{{ item.title }}`, place).isShell).toBe(true)
  expect(extractPage(`<p>${long}<script>{{ x }}</script>`, place).isShell).toBe(false)
})

it.each([
  ['<script src=a.js></script>', 250, true],
  ['<script src=a.js></script>', 300, false],
  ['', 250, false],
  ['<script type="application/ld+json">{}</script>', 250, false],
  ['<div id="__next"></div><script src=a.js></script>', 1400, true],
  ['<app-root></app-root><script src=a.js></script>', 1400, true],
  ['<main ng-version="17"></main><script src=a.js></script>', 1400, true],
  ['<div id=app></div><script src=a.js></script>', 1500, false],
  // Without scripts nobody fills the root.
  ['<div id=app></div>', 1400, false],
  ['<noscript><div id=app></div></noscript><script src=a.js></script>', 1400, false],
])('%s with %i characters beside it: a shell, %s', (html, length, isShell) => {
  expect(extractPage(`${html}<p>${'字'.repeat(length)}`, place).isShell).toBe(isShell)
})

it.each([
  ['<div id="__next"><nav>選單</nav><main>MAIN</main></div><script src=a.js></script>', 100, false],
  ['<div id="__next"><nav>選單</nav><main>MAIN</main></div><script src=a.js></script>', 99, true],
  ['<nav>選單</nav><main>MAIN</main><script src=a.js></script>', 120, false],
  ['<nav>選單</nav><main>MAIN{{ x }}</main><script src=a.js></script>', 120, true],
])('%s with %i characters in its content: a shell, %s', (html, length, isShell) => {
  expect(extractPage(html.replace('MAIN', '字'.repeat(length)), place).isShell).toBe(isShell)
})

it('text without any element is text of the page', () => {
  expect(extractPage('只有文字', place)).toMatchObject({ mainText: '只有文字', textLength: 4 })
})

it('thousands of nested and unclosed elements take time in proportion', () => {
  const nested = extractPage(`${'<div><a href=x>'.repeat(5000)}字${'</div>'.repeat(5000)}`, place)
  expect(nested.links).toHaveLength(5000)
  expect(extractPage(`${'<div>'.repeat(10_000)}字${'</div>'.repeat(10_000)}`, place).mainText).toBe('字')
  expect(extractPage(`<p>前${'<div><a href=x>'.repeat(100_000)}`, place).mainText).toBe('前')
  expect(extractPage(`<meta http-equiv=refresh content="${' '.repeat(100_000)}x">`, place).links).toEqual([])
  expect(extractPage('<h1><form><label><button>'.repeat(5000), place).headings.length).toBeGreaterThan(0)
  expect(extractPage(`<a href="${'x'.repeat(2_000_000)}" class="${'y '.repeat(500_000)}">`, place).links).toHaveLength(
    1,
  )
  expect(extractPage('115.'.repeat(200_000), place).dates).toEqual([])
  expect(extractPage(`<p>${'{{'.repeat(200_000)}`, place).isShell).toBe(false)
}, 10_000)
