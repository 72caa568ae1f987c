import { expect, it } from 'vitest'
import { readTerms } from '../../config/read-terms.ts'
import { directoriesOf, randomAddress } from '../../crawler/probes.ts'
import { crawled, site } from '../support/crawled-sites.ts'
import { loopbackPolicy } from '../support/policy.ts'
import { answerWith } from '../support/serve.ts'

const missingPage = readTerms().links.missing
const links = (...paths: string[]) => paths.map((path) => `<a href="${path}">${path}</a>`).join(' ')

it('each directory that links lead to is asked for one address that cannot exist, the same for the same seed', async () => {
  const served = await site({
    '/': `<title>t</title>${links('/news/1.aspx', '/news/2.aspx', '/about/', '/closed/x.html')}`,
    '/news/1.aspx': '<p>1',
    '/news/2.aspx': '<p>2',
    '/about/': '<p>3',
    '/robots.txt': answerWith(200, { 'content-type': 'text/plain' }, 'User-agent: *\nDisallow: /closed/'),
  })
  const drawn = async () => {
    const before = served.requests.length
    const snapshot = await crawled(served.origin, { control: { missingPage } })
    expect(snapshot.run.requests.probes).toBe(3)
    expect(snapshot.probes().map(({ directory }) => directory.slice(served.origin.length))).toEqual([
      '/',
      '/about/',
      '/news/',
    ])
    // No page of the site, and no address it is known by.
    expect(snapshot.urlFates().some(({ url }) => /[0-9a-f]{20}/.test(url))).toBe(false)
    return served.requests
      .slice(before)
      .filter((path) => /[0-9a-f]{20}/.test(path))
      .toSorted()
  }
  const first = await drawn()
  const places = first.map((path) => path.replace(/[0-9a-f]{20}/, '*')).toSorted()
  expect(places).toEqual(['/*', '/about/*', '/news/*.aspx'])
  expect(await drawn()).toEqual(first)
})

it('however many directories a site has, few are asked', async () => {
  const paths = Array.from({ length: 90 }, (_, n) => `/d${n}/a`)
  const served = await site({ '/': links(...paths), '*': '<p>x' })
  const snapshot = await crawled(served.origin, { control: { missingPage } })
  expect(snapshot.run.requests.probes).toBe(40)
})

it('a budget that is spent leaves directories unasked', async () => {
  const served = await site({ '/': links('/a/1', '/b/1'), '*': '<p>x' })
  // robots.txt, start page, sitemap, two links; one is left.
  const policy = loopbackPolicy({ limits: { maxRequests: 6 } })
  const snapshot = await crawled(served.origin, { policy, control: { missingPage } })
  expect(snapshot.run.requests.probes).toBe(1)
})

it('directories from which somebody was sent elsewhere come first, then the busiest', () => {
  const at = (path: string, isRedirected = false) => ({ url: `http://a.test${path}`, isRedirected })
  const found = directoriesOf([at('/a/1.html'), at('/a/2.html'), at('/a/x'), at('/b/1'), at('/c/1', true), at('/')])
  expect(found.map(({ url, extension }) => [url.slice('http://a.test'.length), extension])).toEqual([
    ['/c/', ''],
    ['/a/', '.html'],
    ['/', ''],
    ['/b/', ''],
  ])
  const [directory] = found
  expect(randomAddress(directory ?? { url: '', extension: '' }, 'one')).not.toBe(
    randomAddress(directory ?? { url: '', extension: '' }, 'two'),
  )
})

it('a program of records is asked for one that nobody has', async () => {
  const served = await site({
    '/': links('/news.aspx?id=1001', '/news.aspx?id=1002', '/news.aspx?id=1003'),
    '/news.aspx': '<p>查無資料',
  })
  const snapshot = await crawled(served.origin, { control: { missingPage } })
  const programs = snapshot.probes().filter(({ directory }) => directory.endsWith('='))
  expect(programs.map(({ directory }) => directory)).toEqual([`${served.origin}/news.aspx?id=`])
  expect(snapshot.resource(programs[0]?.resourceId ?? 0).url).toMatch(/id=19\d{8}$/)
})
