import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { styleUrls } from '../../../crawler/extract/style-urls.ts'

function found(css: string, place: 'sheet' | 'attribute' = 'sheet'): string[] {
  return styleUrls(css, place).map(({ kind, href }) => `${kind} ${href}`)
}

describe('a style sheet names', () => {
  it.each([
    ['a{background:url(a.png)}', ['image a.png']],
    ['a{background:url("a b.png")}', ['image a b.png']],
    ["a{background : URL( '圖/a.png' ) no-repeat, url(b.png)}", ['image 圖/a.png', 'image b.png']],
    [String.raw`a{background:url(a\(1\).png)} b{content:url("\62.png")}`, ['image a(1).png', 'image b.png']],
    ['@media print{a{background:url(p.png)}}', ['image p.png']],
    ['@import "a.css";@import url(b.css) print;@import url("c.css");', ['style a.css', 'style b.css', 'style c.css']],
    ['@charset "utf-8";@layer x;@import "a.css";', ['style a.css']],
    // An import behind a rule is passed over by browsers.
    ['a{color:red}@import "late.css";', []],
    ['@namespace svg url(http://www.w3.org/2000/svg);a{b:c}', []],
    ['/* url(no.png) */a{b:url(/*x*/a.png)}', ['image /*x*/a.png']],
    ['a{background:url(data:image/png;base64,AAAA)}b{fill:url(#grad)}c{background:url()}', []],
    ['a{behavior:url(pie.htc)}', []],
    ['a{background:url(a.png)}b{background:url(a.png)}', ['image a.png']],
    ['a{content:"url(no.png)"}', []],
    ['a{background:url(a.png', []],
    ['<!-- a{background:url(a.png)} -->', ['image a.png']],
  ])('%s', (css, expected) => {
    expect(found(css)).toEqual(expected)
  })
})

describe('of a font the file is named that browsers ask for', () => {
  it.each([
    [
      `@font-face{font-family:x;src:url(a.eot);src:url(a.eot?#iefix) format("embedded-opentype"),url(a.woff2) format("woff2"),
       url(a.ttf) format("truetype")}`,
      ['font a.woff2'],
    ],
    [
      '@font-face{src:local("x"),url(a.svg#x) format("svg"),url(a.woff)}a{background:url(b.png)}',
      ['font a.woff', 'image b.png'],
    ],
    ['@font-face{src:url(a.eot)}', []],
    ['@font-face{src:url(a.ttf)', ['font a.ttf']],
  ])('%s', (css, expected) => {
    expect(found(css)).toEqual(expected)
  })
})

it('declarations of one element are read without braces', () => {
  expect(found('color:red; background-image:url(a.png)', 'attribute')).toEqual(['image a.png'])
})

it('offsets quote the address in the source', () => {
  const css = 'p{color:red}\n.圖{background:url( "a.png" )}@media x{b{cursor:url(c.cur)}}'
  expect(styleUrls(css).map(({ start, end }) => css.slice(start, end))).toEqual(['url( "a.png" )', 'url(c.cur)'])
})

it('hostile style sheets end, and never throw', () => {
  const long = 300_000
  for (const css of [
    'a{b:url(',
    'a{b:url("',
    '/*',
    '"',
    "'",
    '\\',
    '@',
    '{',
    'a:',
    '-'.repeat(9),
    'url( ',
    'a{b:url(\\',
    '@import "',
  ]) {
    expect(() => styleUrls(css.repeat(long / css.length))).not.toThrow()
    expect(() => styleUrls(`a{b:${css}${'x'.repeat(1_900_000)}`)).not.toThrow()
  }
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('url(', ')', '"', "'", '\\', '{', '}', '@import', ';', 'a', ':', '/*', '*/', '\n'),
      }),
      (css) => {
        for (const { href } of styleUrls(css)) expect(href).not.toBe('')
      },
    ),
  )
})
