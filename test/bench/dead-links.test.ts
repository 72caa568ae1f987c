import { expect, it } from 'vitest'
import { compare, describe } from '../../bench/dead-links.ts'
import { snapshotOf } from '../support/snapshot-of.ts'

const origin = 'http://agency.test'
const head = 'page\ttag\thref\tresolved\tstatus\n'

function report(...dead: [path: string, page: string][]) {
  const from = (page: string) => (page === '' ? [] : [{ page: origin + page, text: '', selector: 'a' }])
  const links = dead.map(([path, page]) => ({
    url: origin + path,
    verdict: 'broken' as const,
    status: 404,
    from: from(page),
  }))
  return { links: { dead: links, verdicts: {} } }
}

const site = {
  '/index.html':
    '<a href="gone.html">a</a> <a href="here.html">b</a> <a href="檔案/無.pdf?a=1">c</a> <applet code="film.class"></applet>',
  '/gone.html': { status: 404 },
  '/here.html': '<p>here<noscript><img src="no.png" alt></noscript>',
  '/檔案/無.pdf?a=1': { status: 404 },
  '/bg.png': { status: 404 },
}

it('targets are the same whatever their query, encoding and slashes', async () => {
  const list = `${head}index.html\ta\tgone.html\tgone.html\tMISSING\nindex.html\ta\t檔案/無.pdf?a=1\t檔案/無.pdf\tMISSING\n`
  const found = report(
    ['/gone.html', '/index.html'],
    [`/${encodeURIComponent('檔案')}/${encodeURIComponent('無')}.pdf?a=1`, '/index.html'],
  )
  expect(compare(found, list, await snapshotOf(site))).toEqual({ agreed: 2, onlyInList: [], onlyInReport: [] })
})

it('a difference says whether the crawl could have known', async () => {
  const rows = [
    'island.html\ta\tlost.html\tlost.html\tMISSING',
    'index.html\ta\there.html\there.html\tMISSING',
    'here.html\timg\tno.png\tno.png\tMISSING',
    'index.html\tapplet\tfilm.class\tfilm.class\tMISSING',
    'index.html\ta\t#x\tindex.html\tNOFRAGMENT',
  ]
  const comparison = compare(report(['/bg.png', '']), head + rows.join('\n'), await snapshotOf(site))
  expect(comparison.onlyInList.map(({ target, reason }) => [target, reason])).toEqual([
    ['lost.html', 'no page that refers to it was reached'],
    ['here.html', 'asked, answered HTTP 200'],
    ['no.png', 'it stands in <noscript>, which a browser with scripts leaves out'],
    ['film.class', 'the crawl did not extract this <applet>: film.class'],
  ])
  expect(comparison.onlyInReport).toMatchObject([{ target: 'bg.png', reason: expect.stringContaining('style sheet') }])
  expect(describe(comparison)).toContain('only in the list: 4')
})
