import { expect, it } from 'vitest'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { crawled, site } from '../support/crawled-sites.ts'
import { loopbackPolicy } from '../support/policy.ts'
import { answerWith, type Route, redirectTo, type ServedSite } from '../support/serve.ts'

function links(...paths: string[]): string {
  return `<title>t</title><main>${paths.map((path) => `<a href="${path}">${path}</a>`).join('')}</main>`
}

/** Answers each request with the next status, the last for ever. */
function inTurn(...statuses: number[]): Route {
  let turn = 0
  return (_request, response) => {
    response.writeHead(statuses[Math.min(turn, statuses.length - 1)] ?? 200, { 'content-type': 'text/html' })
    turn += 1
    response.end('<p>x')
  }
}

function secondAnswer(snapshot: Snapshot, url: string): number | string | null {
  const resource = snapshot.resourceAt(url)
  const confirmation = resource === null ? null : snapshot.confirmationOf(resource.id)
  if (confirmation === null) return null
  return confirmation.outcome.kind === 'response' ? confirmation.outcome.status : confirmation.outcome.code
}

function countOf(served: ServedSite, path: string): number {
  return served.requests.filter((request) => request === path).length
}

it('what seems dead is asked once more, last, and the first answer stays', async () => {
  const served = await site({
    '/': `${links('/once', '/gone', '/removed', '/busy', '/a')}<img src="/i.png" alt="">`,
    '/a': links('/'),
    '/once': inTurn(404, 200),
    '/removed': inTurn(410),
    '/busy': answerWith(500, {}),
  })
  const snapshot = await crawled(served.origin)
  const second = (path: string) => secondAnswer(snapshot, served.origin + path)
  expect(['/once', '/gone', '/removed', '/i.png', '/busy', '/a'].map(second)).toEqual([200, 404, 410, 404, null, null])
  expect(served.requests.slice(-4).toSorted()).toEqual(['/gone', '/i.png', '/once', '/removed'])
  expect(snapshot.resourceAt(`${served.origin}/once`)?.outcome).toMatchObject({ status: 404 })
  expect(snapshot.run.requests).toMatchObject({ first: served.requests.length - 4, retries: 0, confirmations: 4 })
  // Neither the missing sitemap nor the missing rules are anything the site refers to.
  expect(countOf(served, '/sitemap.xml')).toBe(1)
})

it('a dead end of redirects is asked for from its beginning, each step once', async () => {
  const served = await site({
    '/': links('/one', '/two', '/moved'),
    '/one': redirectTo('/error'),
    '/two': redirectTo('/error'),
    '/moved': (_request, response) => {
      response.writeHead(302, { location: countOf(served, '/moved') === 1 ? '/error' : '/new' })
      response.end()
    },
    '/new': links(),
  })
  const snapshot = await crawled(served.origin)
  const second = (path: string) => secondAnswer(snapshot, served.origin + path)
  expect(['/one', '/two', '/moved'].map(second)).toEqual([404, 404, 200])
  expect(countOf(served, '/error')).toBe(2)
})

it('a second answer that goes round in a circle is told as it is', async () => {
  const served = await site({
    '/': links('/x'),
    '/x': (_request, response) => {
      const isFirst = countOf(served, '/x') === 1
      response.writeHead(isFirst ? 404 : 302, isFirst ? {} : { location: '/x' })
      response.end()
    },
  })
  const snapshot = await crawled(served.origin)
  expect(secondAnswer(snapshot, `${served.origin}/x`)).toBe('redirect-loop')
})

it('the second request comes no sooner than asked for', async () => {
  const served = await site({ '/': links('/gone') })
  await crawled(served.origin, { policy: loopbackPolicy({ confirmAfterMs: 400 }) })
  const [first = 0, second = 0] = served.arrivals.filter((_, index) => served.requests[index] === '/gone')
  // The clock of the run counts whole milliseconds.
  expect(second - first).toBeGreaterThanOrEqual(398)
})

it('a stop while it waits leaves everything unconfirmed and the snapshot valid', async () => {
  const served = await site({ '/': links('/gone') })
  const stop = new AbortController()
  const snapshot = await crawled(served.origin, {
    policy: loopbackPolicy({ confirmAfterMs: 60_000 }),
    control: {
      signal: stop.signal,
      onProgress: ({ stage }) => {
        if (stage === 'confirm') stop.abort()
      },
    },
  })
  expect(secondAnswer(snapshot, `${served.origin}/gone`)).toBeNull()
  expect(countOf(served, '/gone')).toBe(1)
  expect(snapshot.run).toMatchObject({ outcome: 'partial', requests: { confirmations: 0 } })
})

it('a stop between two confirmations keeps those that came', async () => {
  const paths = Array.from({ length: 40 }, (_, n) => `/gone${n}`)
  const served = await site({ '/': links(...paths) })
  const stop = new AbortController()
  const snapshot = await crawled(served.origin, {
    policy: loopbackPolicy({ politeness: { concurrency: 1 } }),
    control: {
      signal: stop.signal,
      onProgress: ({ stage, done }) => {
        if (stage === 'confirm' && done === 5) stop.abort()
      },
    },
  })
  const confirmed = paths.filter((path) => secondAnswer(snapshot, served.origin + path) === 404).length
  expect(confirmed).toBeGreaterThanOrEqual(5)
  expect(confirmed).toBeLessThan(10)
  expect(snapshot.run.outcome).toBe('partial')
})

it('a budget that is spent leaves the rest unconfirmed, and a wait that would outlast the run is not begun', async () => {
  const served = await site({ '/': links('/gone1', '/gone2') })
  // robots.txt, sitemap, start, two links; one is left.
  const short = await crawled(served.origin, { policy: loopbackPolicy({ limits: { maxRequests: 6 } }) })
  const seconds = ['/gone1', '/gone2'].map((path) => secondAnswer(short, served.origin + path))
  expect(seconds.toSorted()).toEqual([404, null])
  expect(short.run.requests).toMatchObject({ first: 5, confirmations: 1 })
  const policy = loopbackPolicy({ confirmAfterMs: 3_600_000, limits: { maxMinutes: 1 } })
  const late = await crawled(served.origin, { policy })
  expect(late.run).toMatchObject({ outcome: 'complete', requests: { confirmations: 0 } })
})
