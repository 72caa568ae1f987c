import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { readTerms } from '../../../config/read-terms.ts'
import { mostLooks } from '../../../crawler/blocked/look-again.ts'
import { lookAgain } from '../../../crawler/browser/look-again.ts'
import { crawl } from '../../../crawler/crawl.ts'
import type { CrawlControl } from '../../../crawler/crawl-control.ts'
import type { SecondLook } from '../../../store/model/second-look.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { createSnapshot } from '../../../store/snapshot/writer.ts'
import { crawled, site } from '../../support/crawled-sites.ts'
import { loopbackPolicy } from '../../support/policy.ts'
import { runOf } from '../../support/run-of.ts'
import { answerWith, type Route, type ServedSite } from '../../support/serve.ts'
import { browserPath, pageWith } from '../browser/browser-site.ts'

const type = { 'content-type': 'text/html; charset=utf-8' }
const policy = loopbackPolicy({ browser: 'sample' })
const { botWalls } = readTerms().links

/** The pages themselves are other tests' business: only what refused is opened. */
const looking: Partial<CrawlControl> = {
  botWalls,
  examine: async () => ({ browserVersion: 'Test/1', browserMissing: null }),
  lookAgain: (task) => lookAgain(task, browserPath()),
}

function home(...paths: string[]): string {
  return pageWith(paths.map((path) => `<a href="${path}">${path}</a>`).join(' '))
}

const script = (code: string) => `<title>請稍候</title><p>驗證中</p><script>${code}</script>`

/** Lets in whoever comes with the cookie; anybody else is told how to get it. */
function challenge(status: number, name: string, code: string): Route {
  return (request, response) => {
    const isIn = request.headers.cookie?.includes(`${name}=1`) ?? false
    response.writeHead(isIn ? 200 : status, type).end(isIn ? pageWith('', '<!-- in -->') : script(code))
  }
}

function lookAtPath(snapshot: Snapshot, served: ServedSite, path: string): SecondLook | null {
  const resource = snapshot.resourceAt(served.origin + path)
  return resource === null ? null : snapshot.secondLookAt(resource.id)
}

it('a challenge that sets a cookie by script lets the browser in, a hard refusal stays one, and first answers stay', async () => {
  const methods: string[] = []
  const noted = (request: IncomingMessage) => void methods.push(`${request.method} ${request.url}`)
  const served = await site({
    '/': home('/cookie', '/hard', '/silent', '/posts', '/wall', '/login', '/a'),
    '/a': pageWith(''),
    '/cookie': challenge(403, 'pass', 'document.cookie = "pass=1; path=/"; location.reload()'),
    '/hard': answerWith(403, type, `<title>拒絕存取</title>${pageWith('')}`),
    '/silent': answerWith(403, {}),
    '/posts': (request, response) => {
      noted(request)
      response
        .writeHead(403, type)
        .end(`<form method="post"><input name="a"></form><script>document.forms[0].submit()</script>`)
    },
    '/wall': answerWith(200, type, '<title>Just a moment...</title><script>window._cf_chl_opt = {}</script>'),
    '/login': (request, response) => {
      const isIn = request.headers.cookie?.includes('pass=1') ?? false
      response.writeHead(isIn ? 302 : 401, isIn ? { location: '/enter' } : type).end('<p>401')
    },
    '/enter': pageWith('', '<!-- enter -->'),
  })
  const snapshot = await crawled(served.origin, { policy, control: looking })
  const sight = (path: string) => lookAtPath(snapshot, served, path)?.sight ?? null
  expect(
    Object.fromEntries(['/cookie', '/hard', '/silent', '/posts', '/wall', '/login', '/a'].map((p) => [p, sight(p)])),
  ).toEqual({
    '/cookie': 'content',
    '/hard': 'refused',
    '/silent': 'refused',
    '/posts': 'refused',
    '/wall': 'refused',
    // Shown was another page than the one that had refused.
    '/login': 'unclear',
    '/a': null,
  })
  expect(lookAtPath(snapshot, served, '/cookie')).toMatchObject({ status: 200, title: '測試' })
  expect(lookAtPath(snapshot, served, '/cookie')?.textLength).toBeGreaterThan(200)
  expect(lookAtPath(snapshot, served, '/hard')).toMatchObject({ status: 403, title: '拒絕存取' })
  expect(lookAtPath(snapshot, served, '/silent')).toMatchObject({ status: 403, title: null, textLength: 0 })
  expect(snapshot.resourceAt(`${served.origin}/cookie`)?.outcome).toMatchObject({ status: 403 })
  expect(snapshot.resourceAt(`${served.origin}/enter`)).toBeNull()
  expect(methods).toEqual(['GET /posts', 'GET /posts'])
  const { first, confirmations, retries, probes } = snapshot.run.requests
  expect(served.requests.length).toBe(first + confirmations + retries + probes)
  // Twice the challenge, once each of the others, and where the log-in sent us.
  expect(confirmations).toBeGreaterThanOrEqual(8)
})

it('of many refusals ten are opened, each asked once more', async () => {
  const paths = Array.from({ length: mostLooks + 4 }, (_, n) => `/no${String(n).padStart(2, '0')}`)
  const refusals = Object.fromEntries(paths.map((path) => [path, answerWith(403, type, '<p>Forbidden')]))
  const served = await site({ '/': home(...paths), ...refusals })
  const snapshot = await crawled(served.origin, { policy, control: looking })
  const looked = paths.filter((path) => lookAtPath(snapshot, served, path)?.sight === 'refused')
  expect(looked).toEqual(paths.slice(0, mostLooks))
  const times = (path: string) => served.requests.filter((request) => request === path).length
  expect(paths.map(times)).toEqual(paths.map((_, n) => (n < mostLooks ? 2 : 1)))
  expect(snapshot.run.requests.confirmations).toBe(mostLooks)
})

it('a page that reloads for ever is left, having been asked a bounded number of times', async () => {
  const served = await site({
    '/': home('/again'),
    '/again': answerWith(403, type, script('location.reload()')),
  })
  const snapshot = await crawled(served.origin, { policy, control: looking })
  expect(lookAtPath(snapshot, served, '/again')).not.toMatchObject({ sight: 'content' })
  expect(served.requests.filter((path) => path === '/again').length).toBeLessThanOrEqual(21)
})

it('a run that is stopped between two looks opens the rest when it is taken up, and none twice', async () => {
  const paths = ['/a1', '/a2', '/a3', '/a4']
  const refusals = Object.fromEntries(paths.map((path) => [path, answerWith(403, type, '<p>Forbidden')]))
  const served = await site({ '/': home(...paths), ...refusals })
  const writer = createSnapshot(':memory:')
  const { agency } = runOf(served.origin, {}, {})
  const whole = { agency, origin: served.origin, start: `${served.origin}/`, folder: null }
  const stop = new AbortController()
  const control = (signal: AbortSignal): CrawlControl => ({
    ...looking,
    signal,
    runId: '20261122T020304Z-test00',
    startedAt: '2026-11-22T02:03:04.000Z',
    toolVersion: '0.0.0',
    siteMapLabels: [],
    now: () => new Date(),
    onProgress: ({ stage, done }) => {
      if (stage === 'browser' && done === 2) stop.abort()
    },
  })
  expect((await crawl(whole, policy, writer, control(stop.signal))).outcome).toBe('partial')
  expect(writer.secondLooks.count()).toBe(2)
  await crawl(whole, policy, writer, control(new AbortController().signal))
  expect(writer.secondLooks.count()).toBe(4)
  const times = paths.map((path) => served.requests.filter((request) => request === path).length)
  expect(times).toEqual([2, 2, 2, 2])
})

it('without a browser nothing is opened', async () => {
  const served = await site({ '/': home('/hard'), '/hard': answerWith(403, type, '<p>Forbidden') })
  const missing: Partial<CrawlControl> = {
    ...looking,
    examine: async () => ({ browserVersion: null, browserMissing: 'none-found' }),
  }
  for (const choice of [
    { policy, control: missing },
    { policy: loopbackPolicy({ browser: 'none' }), control: looking },
  ]) {
    const snapshot = await crawled(served.origin, choice)
    expect(lookAtPath(snapshot, served, '/hard')).toBeNull()
  }
  expect(served.requests.filter((path) => path === '/hard')).toHaveLength(2)
})
