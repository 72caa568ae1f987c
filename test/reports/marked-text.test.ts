import fc from 'fast-check'
import { expect, it } from 'vitest'
import { markedText } from '../../reports/html/marked-text.ts'
import { documentText, html } from '../../reports/html/markup.ts'
import { printJson } from '../../reports/html/printed-json.ts'
import { valueAt } from '../../reports/json-pointer.ts'
import { parseHtml } from '../../store/html.ts'

type Range = { anchor: string; start: number; end: number }

function shownOf(text: string, ranges: readonly Range[]) {
  return parseHtml(documentText(html`<pre>${markedText(text, ranges)}</pre>`))
}

const range = (start: number, end: number): Range => ({ anchor: `r${start}-${end}`, start, end })

it('whatever is cited, the text stays whole and every citation has one anchor', () => {
  const pair = fc.tuple(fc.nat(80), fc.nat(80)).map(([start, length]) => range(start, start + length))
  const ranges = fc.uniqueArray(pair, { selector: ({ anchor }) => anchor, maxLength: 12 })
  const text = fc.string({ unit: fc.constantFrom('a', '<', '&', '"', '水', '利'), maxLength: 60 })
  fc.assert(
    fc.property(text, ranges, (written, cited) => {
      const $ = shownOf(written, cited)
      expect($('pre').text()).toBe(written)
      expect(
        $('[id]')
          .get()
          .map(({ attribs }) => attribs['id'])
          .sort(),
      ).toEqual(cited.map(({ anchor }) => anchor).sort())
    }),
  )
})

it('an element inside a cited element is marked inside it', () => {
  const $ = shownOf('<ul><li>水</li></ul>', [range(4, 14), range(0, 19)])
  expect($('#r0-19 > #r4-14').text()).toBe('<li>水</li>')
  expect($('#r0-19').text()).toBe('<ul><li>水</li></ul>'.slice(0, 19))
})

it('a page nested a thousand times does not exhaust the renderer', () => {
  const ranges = Array.from({ length: 3000 }, (_, depth) => range(depth, 6000 - depth))
  const $ = shownOf('x'.repeat(6000), ranges)
  expect($('pre').text()).toHaveLength(6000)
  expect($('[id]')).toHaveLength(3000)
})

it('of a very long page only the surroundings of what is cited are shown', () => {
  const text = `${'a'.repeat(400_000)}引用${'b'.repeat(400_000)}`
  const $ = shownOf(text, [range(400_000, 400_002)])
  expect($('mark').text()).toBe('引用')
  expect($('pre').text().length).toBeLessThan(5_000)
  expect($('.omitted').text()).toContain('略398,000字元')
})

it('a place in JSON is marked with exactly the value that stands there', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const root = { 'a/b~c': [value] }
      const { text, ranges } = printJson(JSON.stringify(root), [{ anchor: 'x', pointer: '/a~1b~0c/0' }])
      const [found] = ranges
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(root)))
      expect(JSON.parse(text.slice(found?.start, found?.end))).toEqual(JSON.parse(JSON.stringify(value)))
      expect(valueAt(root, '/a~1b~0c/0')).toBe(value)
    }),
  )
})

it('a pointer to nothing marks nothing', () => {
  expect(printJson('{"a":1}', [{ anchor: 'x', pointer: '/b' }]).ranges).toEqual([])
  expect(valueAt({ a: 1 }, '/toString')).toBeUndefined()
})
