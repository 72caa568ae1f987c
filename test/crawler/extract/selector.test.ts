import fc from 'fast-check'
import { expect, it } from 'vitest'
import { extractPage } from '../../../crawler/extract/page.ts'
import { parseHtml } from '../../../store/html.ts'

const place = { url: 'http://agency.test/', encoding: 'UTF-8' }

function selectors(html: string): string[] {
  return extractPage(html, place).links.map((link) => link.selector)
}

it('a path begins at the nearest element with an id of its own', () => {
  expect(selectors('<body><div id="menu"><ul><li><a href=a>1</a><li><a href=b>2</a></ul></div>')).toEqual([
    '#menu > ul > li:nth-of-type(1) > a',
    '#menu > ul > li:nth-of-type(2) > a',
  ])
})

it('an id that two elements share leads nowhere, so the path goes on to the root', () => {
  expect(selectors('<p id=x><a href=a>1</a></p><p id=x><a href=b>2</a></p>')).toEqual([
    'p:root:nth-of-type(1) > a',
    'p:root:nth-of-type(2) > a',
  ])
})

it('an id that is no name in CSS is quoted', () => {
  expect(selectors('<a id="1.a" href=x>1</a><a id="選單" href=y>2</a>')).toEqual(['[id="1.a"]', '#選單'])
})

it('a path finds its element and no other', () => {
  const tree: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
    node: fc
      .tuple(
        fc.constantFrom('div', 'ul', 'span', 'section', 'b'),
        fc.option(fc.constantFrom('a', 'b', '1', 'c"\\d', '中'), { nil: null }),
        fc.array(fc.oneof({ maxDepth: 4 }, fc.constantFrom('<a href=x>y</a>', '<img src=z>'), tie('node')), {
          maxLength: 4,
        }),
      )
      .map(([tag, id, children]) => {
        const attribute = id === null ? '' : ` id='${id}'`
        return `<${tag}${attribute}>${children.join('')}</${tag}>`
      }),
  })).node
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 4 }), (parts) => {
      const html = parts.join('')
      const dom = parseHtml(html)
      for (const { selector, start } of extractPage(html, place).links) {
        const found = dom(selector)
        expect([selector, found.length, found.get(0)?.startIndex]).toEqual([selector, 1, start])
      }
    }),
  )
})
