import { expect, it } from 'vitest'
import { fatesOf } from '../support/crawl-site.ts'
import { crawled, site } from '../support/crawled-sites.ts'
import { loopbackPolicy } from '../support/policy.ts'
import { answerWith, type Route, redirectTo, type ServedSite, serve } from '../support/serve.ts'

function links(...paths: string[]): string {
  return `<html lang="zh-Hant"><title>t</title><main>${paths.map((path) => `<a href="${path}">${path}</a>`).join('')}</main>`
}

function asked(served: ServedSite): string[] {
  return served.requests.toSorted()
}

it('a site is asked for each of its addresses once, and every one of them has a fate', async () => {
  const served = await site({
    '/': `${links('/a', '/b#top', '/b', '/gone')}<img src="/dead.png"><link rel=stylesheet href="/s.css"><script src="/s.js"></script>`,
    '/a': links('/', '/b', 'http://elsewhere.test/', 'mailto:x@y', 'javascript:void 0'),
    '/b': links('/a', '/form.odt'),
    '/s.css': answerWith(200, { 'content-type': 'text/css' }, 'b{}'),
    '/s.js': answerWith(200, { 'content-type': 'text/javascript' }, '1'),
    '/form.odt': new Uint8Array([1, 2, 3]),
  })
  const snapshot = await crawled(served.origin)
  // What seems dead is asked a second time, last of all.
  const { first } = snapshot.run.requests
  expect(new Set(served.requests.slice(0, first)).size).toBe(first)
  expect(served.requests.slice(first).toSorted()).toEqual(['/dead.png', '/gone'])
  expect(fatesOf(snapshot)).toEqual({
    '/': 'fetched',
    '/a': 'fetched',
    '/b': 'fetched',
    '/dead.png': 'fetched',
    '/form.odt': 'fetched',
    '/gone': 'fetched',
    '/robots.txt': 'fetched',
    '/s.css': 'fetched',
    '/s.js': 'fetched',
    '/sitemap.xml': 'fetched',
  })
  expect(snapshot.run).toMatchObject({ outcome: 'complete', browserMissing: 'switched-off' })
  expect(snapshot.run.requests).toMatchObject({ first: served.requests.length - 2, retries: 0, confirmations: 2 })
  expect(snapshot.pages().map((page) => [page.url.replace(served.origin, ''), page.depthHops])).toEqual([
    ['/', 0],
    ['/a', 1],
    ['/b', 1],
  ])
  expect(snapshot.resourceAt(`${served.origin}/dead.png`)?.outcome).toMatchObject({ status: 404 })
  expect(snapshot.documents().map((file) => file.fileName)).toEqual(['form.odt'])
  expect(snapshot.pageResources(1).map((part) => part.kind)).toEqual(
    expect.arrayContaining(['image', 'script', 'style']),
  )
})

it('each step of a redirect is a resource of its own and asked once, wherever the links enter the chain', async () => {
  const served = await site({
    '/': links('/one', '/two', '/end'),
    '/one': redirectTo('/two', 301),
    '/two': redirectTo('/end'),
    '/end': links('/'),
  })
  const snapshot = await crawled(served.origin)
  expect(asked(served)).toEqual(['/', '/end', '/one', '/robots.txt', '/sitemap.xml', '/two'])
  const at = (path: string) => snapshot.resourceAt(served.origin + path)
  expect(at('/one')?.redirects.map(({ status }) => status)).toEqual([301, 302])
  expect(at('/two')?.redirects.map(({ status }) => status)).toEqual([302])
  expect(at('/one')).toMatchObject({ finalUrl: `${served.origin}/end`, outcome: at('/end')?.outcome })
  expect(snapshot.pages()).toHaveLength(2)
  expect(snapshot.pageAt(`${served.origin}/one`)?.url).toBe(`${served.origin}/end`)
})

it('a circle of redirects and an endless one are failures of every step, and both come to an end', async () => {
  const endless: Record<string, Route> = {}
  for (let n = 0; n < 40; n += 1) endless[`/n${n}`] = redirectTo(`/n${n + 1}`)
  const served = await site({
    '/': links('/x', '/y', '/self', '/n0', '/bad'),
    '/x': redirectTo('/y'),
    '/y': redirectTo('/x'),
    '/self': redirectTo('/self'),
    '/bad': redirectTo('http://['),
    ...endless,
  })
  const fates = fatesOf(await crawled(served.origin))
  expect(fates).toMatchObject({
    '/x': 'failed:redirect-loop',
    '/y': 'failed:redirect-loop',
    '/self': 'failed:redirect-loop',
    '/bad': 'failed:malformed-url',
    '/n0': 'failed:redirect-limit',
    '/n10': 'failed:redirect-limit',
  })
  expect(served.requests).not.toContain('/n11')
  expect(new Set(served.requests).size).toBe(served.requests.length)
})

it('a redirect that leaves the site is kept as it is and not followed', async () => {
  const served = await site({ '/': links('/out'), '/out': redirectTo('http://192.0.2.7/there') })
  const resource = (await crawled(served.origin)).resourceAt(`${served.origin}/out`)
  expect(resource).toMatchObject({ finalUrl: 'http://192.0.2.7/there', outcome: { kind: 'response', status: 302 } })
})

it('robots.txt is obeyed, also behind a redirect, unless the owner says otherwise', async () => {
  const routes = {
    '/': links('/open', '/closed/a', '/in'),
    '/robots.txt': 'User-agent: Other\nDisallow: /\n\nUser-agent: *\nDisallow: /closed/\n',
    '/open': links(),
    '/closed/a': links(),
    '/closed/b': links(),
    '/in': redirectTo('/closed/b'),
  }
  const served = await site(routes)
  const snapshot = await crawled(served.origin)
  expect(fatesOf(snapshot)).toMatchObject({
    '/open': 'fetched',
    '/closed/a': 'skipped:robots',
    '/closed/b': 'skipped:robots',
    '/in': 'failed:robots',
  })
  expect(asked(served)).not.toContain('/closed/a')
  const ignoring = await site(routes)
  await crawled(ignoring.origin, { policy: loopbackPolicy({ politeness: { ignoreRobots: true } }) })
  expect(asked(ignoring)).toEqual(expect.arrayContaining(['/closed/a', '/closed/b']))
})

it('where robots.txt cannot be had only the page the operator named is asked for', async () => {
  const served = await site({ '/': links('/a'), '/a': links(), '/robots.txt': answerWith(500, {}) })
  const snapshot = await crawled(served.origin)
  expect(fatesOf(snapshot)).toMatchObject({ '/': 'fetched', '/a': 'skipped:robots-unreachable' })
  expect(snapshot.run.outcome).toBe('complete')
})

it('pages only a sitemap names are found, the sitemap of robots.txt first', async () => {
  const served = await site({
    '/': links('/a'),
    '/a': links(),
    '/island': links(),
    '/other': links(),
    '/robots.txt': answerWith(200, {}, 'Sitemap: /map.xml\n'),
    '/map.xml': answerWith(
      200,
      {},
      '<urlset><url><loc>/island</loc></url><url><loc>http://other.test/x</loc></url></urlset>',
    ),
    '/sitemap.xml': answerWith(200, {}, '\ufeff<?xml version="1.0"?><urlset><url><loc>/other</loc></url></urlset>'),
  })
  const snapshot = await crawled(served.origin)
  for (const path of ['/island', '/other']) {
    expect(snapshot.pageAt(served.origin + path)).toMatchObject({ depthHops: null })
  }
  expect(snapshot.urlFates().find(({ url }) => url.endsWith('/island'))?.foundBy).toBe('sitemap-xml')
})

it('the page that lists the site is asked for before its neighbours', async () => {
  const served = await site({
    '/': `${links('/1', '/2', '/3', '/4', '/5', '/6', '/7', '/8', '/9')}<a href="/map">網站導覽</a>`,
    '/map': links('/far'),
    '/far': links(),
  })
  const policy = loopbackPolicy({ politeness: { concurrency: 1 } })
  const snapshot = await crawled(served.origin, { policy })
  expect(served.requests.indexOf('/map')).toBeLessThan(served.requests.indexOf('/1'))
  expect(snapshot.urlFates().find(({ url }) => url.endsWith('/far'))?.foundBy).toBe('site-map-page')
})

it('a start page that answers 500, 403 or 404, and a refused port, make the site unreachable', async () => {
  for (const status of [500, 403, 404]) {
    const served = await site({ '/': answerWith(status, { 'content-type': 'text/html' }, links('/a')) })
    const snapshot = await crawled(served.origin)
    expect(snapshot.run.outcome).toBe('unreachable')
    expect(snapshot.pages()).toEqual([])
    expect(served.requests).toEqual(['/robots.txt', '/'])
  }
  const gone = await serve({})
  await gone.close()
  const snapshot = await crawled(gone.origin)
  expect(snapshot.run.outcome).toBe('unreachable')
  expect(fatesOf(snapshot)).toEqual({ '/': 'failed:refused', '/robots.txt': 'failed:refused' })
})

it('budgets of pages, requests and depth cut a run that is complete all the same, with every cut named', async () => {
  const routes: Record<string, Route> = { '/': links('/p0', '/p1', '/p2', '/doc.pdf') }
  for (let n = 0; n < 30; n += 1) routes[`/p${n}`] = links(`/p${n * 2 + 1}`, `/p${n * 2 + 2}`)
  routes['/doc.pdf'] = new Uint8Array([37, 80, 68, 70])
  const few = await crawled((await site(routes)).origin, { policy: loopbackPolicy({ limits: { maxPages: 3 } }) })
  expect(few.pages()).toHaveLength(3)
  expect(few.run.outcome).toBe('complete')
  expect(Object.values(fatesOf(few)).filter((fate) => fate === 'skipped:budget:pages').length).toBeGreaterThan(0)
  expect(fatesOf(few)['/doc.pdf']).toBe('fetched')
  const served = await site(routes)
  const short = await crawled(served.origin, { policy: loopbackPolicy({ limits: { maxRequests: 6 } }) })
  expect(served.requests).toHaveLength(6)
  expect(Object.values(fatesOf(short))).toContain('skipped:budget:requests')
  expect(short.run.outcome).toBe('complete')
  const near = await crawled((await site(routes)).origin, { policy: loopbackPolicy({ limits: { depth: 1 } }) })
  expect(near.pages().map((page) => page.depthHops)).toEqual([0, 1, 1, 1])
  expect(fatesOf(near)['/p3']).toBe('skipped:depth')
  for (const snapshot of [few, short, near]) {
    expect(snapshot.urlFates().filter(({ state }) => state === 'queued' || state === 'leased')).toEqual([])
  }
})

it('a stopped run is partial, valid, and every known address has a fate', async () => {
  const stop = new AbortController()
  const routes: Record<string, Route> = { '/': links(...Array.from({ length: 50 }, (_, n) => `/p${n}`)) }
  for (let n = 0; n < 50; n += 1) routes[`/p${n}`] = links()
  routes['/p20'] = (_request, response) => {
    stop.abort()
    response.end()
  }
  const snapshot = await crawled((await site(routes)).origin, { control: { signal: stop.signal } })
  expect(snapshot.run.outcome).toBe('partial')
  expect(snapshot.pages().length).toBeGreaterThan(5)
  const states = new Set(Object.values(fatesOf(snapshot)))
  expect(states).toEqual(new Set(['fetched', 'skipped:not-reached']))
})

it('globs leave pages out, but not what the others are made of', async () => {
  const served = await site({
    '/': `${links('/news/1', '/news/old/2', '/about')}<link rel=stylesheet href=/s.css>`,
    '/news/1': links(),
    '/s.css': answerWith(200, { 'content-type': 'text/css' }, ''),
  })
  const policy = loopbackPolicy({ limits: { include: ['/news/**'], exclude: ['/news/old/**'] } })
  expect(fatesOf(await crawled(served.origin, { policy }))).toMatchObject({
    '/': 'fetched',
    '/news/1': 'fetched',
    '/s.css': 'fetched',
    '/news/old/2': 'skipped:excluded',
    '/about': 'skipped:excluded',
  })
})

it('a host is not asked more often than agreed, nor than its Crawl-delay says', async () => {
  const routes = { '/': links('/a', '/b', '/c'), '/a': links(), '/b': links(), '/c': links() }
  const gaps = ({ arrivals }: ServedSite) => arrivals.slice(1).map((time, index) => time - (arrivals[index] ?? 0))
  const rated = await site(routes)
  await crawled(rated.origin, { policy: loopbackPolicy({ politeness: { ratePerSecond: 10 } }) })
  expect(rated.requests).toHaveLength(6)
  expect(Math.min(...gaps(rated))).toBeGreaterThan(80)
  const slow = await site({ ...routes, '/robots.txt': answerWith(200, {}, 'User-agent: *\nCrawl-delay: 0.2\n') })
  await crawled(slow.origin)
  expect(Math.min(...gaps(slow).slice(1))).toBeGreaterThan(170)
})

it('a passing fault is asked for once more and counted as a retry, a lasting one is kept', async () => {
  let resets = 0
  let busy = 0
  const served = await site({
    '/': links('/once', '/busy', '/always'),
    '/once': (request, response) => {
      resets += 1
      if (resets === 1) request.socket.destroy()
      else response.setHeader('content-type', 'text/html').end(links())
    },
    '/busy': (_request, response) => {
      busy += 1
      response.writeHead(busy === 1 ? 503 : 200, { 'retry-after': '0', 'content-type': 'text/html' }).end(links())
    },
    '/always': (request) => void request.socket.destroy(),
  })
  const snapshot = await crawled(served.origin)
  expect(fatesOf(snapshot)).toMatchObject({ '/once': 'fetched', '/busy': 'fetched', '/always': 'failed:reset' })
  expect(snapshot.run.requests).toMatchObject({ first: 6, retries: 3 })
  expect(served.requests).toHaveLength(9)
})

it('a stop does not wait for turns that a slow pace has given out', async () => {
  const stop = new AbortController()
  const paths = Array.from({ length: 20 }, (_, n) => `/p${n}`)
  const served = await site({
    '/': links(...paths),
    '/robots.txt': answerWith(200, {}, 'User-agent: *\nCrawl-delay: 2\n'),
    '/p0': (_request, response) => {
      response.end()
      stop.abort()
    },
  })
  const start = performance.now()
  const snapshot = await crawled(served.origin, { control: { signal: stop.signal } })
  expect(snapshot.run.outcome).toBe('partial')
  expect(performance.now() - start).toBeLessThan(9000)
})

it('a site that falls silent is not asked for every address it has named', async () => {
  const paths = Array.from({ length: 300 }, (_, n) => `/p${n}`)
  const hangUp: Route = (request) => void request.socket.destroy()
  const served = await site({ '/': links(...paths), ...Object.fromEntries(paths.map((path) => [path, hangUp])) })
  const snapshot = await crawled(served.origin)
  expect(served.requests.length).toBeLessThan(60)
  expect(snapshot.run.outcome).toBe('partial')
  expect(Object.values(fatesOf(snapshot)).filter((fate) => fate === 'skipped:not-responding').length).toBeGreaterThan(
    200,
  )
})

it('a site that suffers is left, and the report can say why', async () => {
  const paths = Array.from({ length: 100 }, (_, n) => `/p${n}`)
  const broken = await site({
    '/': links(...paths),
    ...Object.fromEntries(paths.map((path) => [path, answerWith(504, {})])),
  })
  const snapshot = await crawled(broken.origin)
  expect(broken.requests.length).toBeLessThan(50)
  expect(snapshot.run.outcome).toBe('partial')
  expect(Object.values(fatesOf(snapshot)).filter((fate) => fate === 'skipped:suffering').length).toBeGreaterThan(50)
})

it('broken pages, however many stand side by side, are pages that are broken: the site is read whole', async () => {
  const paths = Array.from({ length: 100 }, (_, n) => `/p${n}`)
  const broken = Object.fromEntries(
    paths.map((path, n) => [path, n < 60 ? answerWith(n % 2 ? 500 : 502, {}) : links()]),
  )
  const whole = await crawled((await site({ '/': links(...paths), ...broken })).origin)
  expect(whole.run.outcome).toBe('complete')
  expect(Object.values(fatesOf(whole)).every((fate) => fate === 'fetched')).toBe(true)
})

it('a site that asks to be left alone for an hour is left', async () => {
  const paths = Array.from({ length: 60 }, (_, n) => `/p${n}`)
  const later = answerWith(429, { 'retry-after': '3600' })
  const served = await site({ '/': links(...paths), ...Object.fromEntries(paths.map((path) => [path, later])) })
  const snapshot = await crawled(served.origin)
  expect(served.requests.length).toBeLessThan(15)
  expect(snapshot.run.outcome).toBe('partial')
  expect(Object.values(fatesOf(snapshot)).filter((fate) => fate === 'skipped:asked-to-wait').length).toBeGreaterThan(45)
})

it('relative links that grow on every page come to an end', async () => {
  const growing = await site(
    new Proxy({} as Record<string, Route>, {
      get: (_, path) => (path === '/robots.txt' ? undefined : links('news/', '?x')),
    }),
  )
  const snapshot = await crawled(growing.origin)
  expect(snapshot.run.outcome).toBe('complete')
  expect(snapshot.pages().length).toBeLessThan(15)
  expect(Object.values(fatesOf(snapshot))).toContain('skipped:repeating')
})

it('a site on a private address is unreachable unless the operator allows it', async () => {
  const served = await site({ '/': links() })
  const policy = loopbackPolicy({ politeness: { allowPrivate: false } })
  const snapshot = await crawled(served.origin, { policy })
  expect(fatesOf(snapshot)['/']).toBe('failed:private-address')
  expect(snapshot.run.outcome).toBe('unreachable')
  expect(served.requests).toEqual([])
})

it('a site that sends everybody home, also from robots.txt, is read from its home page on', async () => {
  const served = await site({ '/': links('/a'), '/a': '<p>甲', '*': redirectTo('/') })
  const snapshot = await crawled(served.origin)
  expect(snapshot.run.outcome).toBe('complete')
  expect(snapshot.pages().map(({ url }) => url.slice(served.origin.length))).toEqual(['/', '/a'])
})
