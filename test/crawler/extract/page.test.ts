import fc from 'fast-check'
import { expect, it } from 'vitest'
import { extractPage } from '../../../crawler/extract/page.ts'

const place = { url: 'http://agency.test/a/b.html', encoding: 'UTF-8' }

const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
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
