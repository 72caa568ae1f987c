import { expect, it } from 'vitest'
import check from '../../../checks/links/fragments-resolve.ts'
import type { RenderingArtifact } from '../../../store/model/artifact.ts'
import { checkSite } from '../../support/check-site.ts'
import type { SiteAnswer, SnapshotOptions } from '../../support/snapshot-of.ts'

const audit = (files: Record<string, SiteAnswer>, options?: SnapshotOptions) => checkSite(check, files, options)
const script = '<script src="/a.js"></script>'

function rendering(anchors: readonly string[]): { rendering: RenderingArtifact } {
  const facts = { status: 'rendered' as const, detail: null, textLength: 500, isStable: true, links: [] }
  return { rendering: { ...facts, anchors } }
}

it('ids, names of anchors, the top, and names that are percent-encoded are there', async () => {
  const { status, numbers, outcomes } = await audit({
    '/': '<a href="#a">1</a><a href="#b">2</a><a href="#">3</a><a href="#TOP">4</a><a href="/c#第一題">5</a><p id=a><a name=b></a>',
    '/c': '<h2 id="第一題">一</h2>',
  })
  expect(status).toBe('done')
  expect(numbers).toEqual({ places: [3, 0, 3], missing: [0, 0, 3] })
  expect(outcomes).toEqual([])
})

it('a place that a page without scripts does not have is missing, once for all pages of a template', async () => {
  const { numbers, findings } = await audit({
    '/': '<a href="/b">x</a><a href="/b#gone">x</a>',
    '/b': '<main><p><a href="#C">跳到主要內容</a></main>',
    '/c': '<main><p><a href="#C">跳到主要內容</a></main>',
  })
  expect(numbers['missing']).toEqual([3, 0, 3])
  expect(findings.map(({ url, verdict, pages, values }) => [url, verdict, pages, values['fragment']])).toEqual([
    ['http://agency.test/', 'violates', 1, 'gone'],
    ['http://agency.test/b', 'violates', 2, 'C'],
  ])
  expect(findings.every(({ evidence }) => evidence[0].kind === 'element')).toBe(true)
})

it('where scripts may have made the place, only a browser tells', async () => {
  const page = `${script}<p>${'內文'.repeat(150)}<a href="#C">x</a><a href="#D">x</a>`
  const unseen = await audit({ '/': page })
  expect(unseen.numbers).toEqual({ places: [0, 2, 2], missing: [0, 2, 2] })
  expect(unseen.outcomes).toEqual([
    ['unseen', 'needs-review'],
    ['unseen', 'needs-review'],
  ])
  const seen = await audit({ '/': page }, { artifacts: { '/': rendering(['D']) } })
  expect(seen.numbers).toEqual({ places: [1, 0, 2], missing: [1, 0, 2] })
  expect(seen.outcomes).toEqual([['missing', 'violates']])
  const kept = await audit({ '/': '<a href="/b#x">x</a>', '/b': script }, { rendered: { '/b': '<p id="x">x' } })
  expect(kept.numbers['places']).toEqual([1, 0, 1])
})

it.each(['onclick="open()"', 'data-toggle="tab"', 'data-bs-target="#x"', 'role="button"'])(
  'a link that a script handles (%s) is a question',
  async (attribute) => {
    const { outcomes } = await audit({ '/': `<a href="#menu" ${attribute}>選單</a>` })
    expect(outcomes).toEqual([['unseen', 'needs-review']])
  },
)

it('addresses of scripts and pages that were not fetched are unknown', async () => {
  const { numbers, outcomes } = await audit({
    '/': '<a href="#/list">x</a><a href="#!/a">x</a><a href="/closed#x">x</a>',
  })
  expect(numbers).toEqual({ places: [0, 3, 3], missing: [0, 3, 3] })
  expect(outcomes).toEqual([])
})

it('parts of documents and pages that are gone are no places', async () => {
  const { status } = await audit({
    '/': '<a href="/a.pdf#page=3">x</a><a href="/gone#x">x</a><a href="http://other.test/#x">x</a>',
    '/a.pdf': new Uint8Array([37, 80, 68, 70]),
    '/gone': { status: 404 },
  })
  expect(status).toBe('not-applicable')
})

it('a shell nobody rendered may hide links to places: unknown', async () => {
  const { numbers } = await audit({ '/': `<div id=app></div><a href="/a#x">甲</a>${script}`, '/a': '<p id="x">甲' })
  expect(numbers).toEqual({ places: [1, 1, 2], missing: [0, 1, 2] })
})

it('without pages, and on a shell nobody rendered, nothing can be said', async () => {
  expect((await audit({})).status).toBe('undetermined')
  expect((await audit({ '/': `<div id=app></div>${script}` })).status).toBe('undetermined')
})
