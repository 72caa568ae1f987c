import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorsIn, decoded, leadsTo } from '../../../checks/links/anchors-in.ts'

describe('the places of a page', () => {
  it.each([
    ['<p id=a><p ID="b c"><p\nid = \'d\'>', ['a', 'b c', 'd']],
    ['<a name="n">x</a><a class="x" name=m></a><input name=q><meta name="description">', ['n', 'm']],
    ['<p id="A&amp;B"><p id="&#20013;">', ['A&B', '中']],
    ['<!-- <p id=no> --><script>var x = "<p id=no>"</script><template><p id=no></template><p id=yes>', ['yes']],
    ['<script id=s>id="no"</script><textarea id=t>id="no"</textarea>', ['s', 't']],
    ['<p data-id="no" grid="no" xid=no>', []],
    ['<!-- <p id=no>', []],
  ])('%s', (html, names) => {
    expect([...anchorsIn(html)]).toEqual(names)
  })
})

describe('a fragment leads to a place as it is written, else decoded', () => {
  it.each([
    ['C', ['C'], true],
    ['c', ['C'], false],
    ['%E7%AC%AC%E4%B8%80%E9%A1%8C', ['第一題'], true],
    ['a%20b', ['a%20b'], true],
    ['50%', ['50%'], true],
    ['%FF', ['x'], false],
  ])('%s', (fragment, names, leads) => {
    expect(leadsTo(fragment, new Set(names))).toBe(leads)
  })
})

it('nothing throws or hangs, whatever the markup', () => {
  for (const piece of ['<script', '<a ', 'id="', "name='", '<!--', '<a name', ' id =', '&#'])
    expect(anchorsIn(piece.repeat(20_000)).size).toBeLessThan(3)
  fc.assert(fc.property(fc.string(), (text) => typeof decoded(text) === 'string' && anchorsIn(text).size >= 0))
})
