import { expect, it } from 'vitest'
import { snapshotOf } from '../../support/snapshot-of.ts'

const menu = '<nav><a href="/a">甲</a> <a href="/b">乙</a></nav>'

it('a menu is one set of references, and every page still has its own links in their places', async () => {
  const snapshot = await snapshotOf({ '/': menu, '/a': `<h1>甲</h1>${menu}`, '/b': `${menu}<p><a href="/a">甲</a>` })
  const [home, a, b] = ['/', '/a', '/b'].map((path) => snapshot.pageAt(`http://agency.test${path}`))
  const linksOf = (id: number | undefined) => snapshot.linksOf(id ?? 0)
  const said = (id: number | undefined) => linksOf(id).map(({ text, selector }) => `${text} ${selector}`)
  expect(said(home?.id)).toEqual(said(a?.id))
  expect(said(b?.id)).toHaveLength(3)
  expect(snapshot.linkCount()).toBe(7)
  const [first] = linksOf(a?.id)
  expect(first?.start).toBe('<h1>甲</h1><nav>'.length)
  expect(first?.targetId).toBe(a?.resourceId)
  expect(snapshot.linksTo('http://agency.test/a')).toHaveLength(4)
  expect(snapshot.link(first?.id ?? 0)).toEqual(first)
})

it('links that differ in one word, one place or one kind stay apart', async () => {
  const snapshot = await snapshotOf({
    '/': '<a href="/a">bc</a><p><a href="/ab">c</a><a href="/a">bd</a><img src="/a" alt="bc">',
  })
  const links = snapshot.linksOf(snapshot.pageAt('http://agency.test/')?.id ?? 0)
  expect(links.map(({ kind, href, text }) => `${kind} ${href} ${text}`)).toEqual([
    'hyperlink /a bc',
    'hyperlink /ab c',
    'hyperlink /a bd',
    'image /a bc',
  ])
})
