import { expect, it } from 'vitest'
import { readTerms } from '../../../config/read-terms.ts'
import type { CrawlControl } from '../../../crawler/crawl-control.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { crawled, site } from '../../support/crawled-sites.ts'
import { loopbackPolicy } from '../../support/policy.ts'
import { answerWith, redirectTo, type ServedSite } from '../../support/serve.ts'

const missingPage = readTerms().links.missing
const checking = (more: Parameters<typeof loopbackPolicy>[0] = {}) => loopbackPolicy({ external: 'check', ...more })

function page(title: string, ...links: string[]): string {
  const list = links.map((url) => `<li><a href="${url}">${url}</a>`).join('')
  return `<!doctype html><title>${title}</title><main><h1>${title}</h1><ul>${list}</ul></main>`
}

async function audited(
  served: ServedSite,
  more: { control?: Partial<CrawlControl>; policy?: Parameters<typeof checking>[0] } = {},
) {
  return crawled(served.origin, { policy: checking(more.policy), control: { missingPage, ...more.control } })
}

function statusOf(snapshot: Snapshot, url: string): number | string | null {
  const outcome = snapshot.resourceAt(url)?.outcome
  if (outcome === undefined) return null
  return outcome.kind === 'response' ? outcome.status : outcome.code
}

function leftOf(snapshot: Snapshot): Record<string, string> {
  return Object.fromEntries(snapshot.leftLinks().map(({ url, reason }) => [url, reason]))
}

it('each address on another host is asked once, with GET, and what seems dead once more', async () => {
  const methods: string[] = []
  const other = await site(
    {
      '/a': (request, response) => {
        methods.push(request.method ?? '')
        response.end('<p>a')
      },
      '/moved': redirectTo('/a'),
      '/file.pdf': new Uint8Array(3_000_000),
    },
    '127.0.0.2',
  )
  const urls = ['/a', '/moved', '/gone', '/file.pdf'].map((path) => other.origin + path)
  const served = await site({ '/': page('首頁', ...urls, '/b', `${other.origin}/a#part`), '/b': page('乙', ...urls) })
  const snapshot = await audited(served)
  expect(urls.map((url) => statusOf(snapshot, url))).toEqual([200, 200, 404, 200])
  expect(other.requests.toSorted()).toEqual(['/a', '/file.pdf', '/gone', '/gone', '/moved'])
  expect(methods).toEqual(['GET'])
  expect(snapshot.run.requests).toMatchObject({ external: 5, confirmations: 0 })
  expect(snapshot.confirmationOf(snapshot.resourceAt(`${other.origin}/gone`)?.id ?? 0)?.outcome).toMatchObject({
    status: 404,
  })
  // No more of a body than tells what it is.
  expect(snapshot.resourceAt(`${other.origin}/file.pdf`)?.outcome).toMatchObject({
    truncated: true,
    bodyBytes: 262_144,
  })
  expect(snapshot.urlFates().every(({ url }) => url.startsWith(served.origin))).toBe(true)
})

it('nobody else is asked anything when the operator says so', async () => {
  const other = await site({ '*': page('x') }, '127.0.0.2')
  const served = await site({ '/': page('首頁', `${other.origin}/a`) })
  const snapshot = await crawled(served.origin, { policy: loopbackPolicy(), control: { missingPage } })
  expect(other.requests).toEqual([])
  expect(snapshot.run.requests.external).toBe(0)
})

it('hosts never asked and private addresses are refused, and the reason is kept', async () => {
  const barred = await site({ '*': page('x') }, '127.0.0.3')
  const served = await site({ '/': page('首頁', `${barred.origin}/a`) })
  const never = await audited(served, { policy: { politeness: { neverAsk: ['127.0.0.3'] } } })
  expect(leftOf(never)).toEqual({ [`${barred.origin}/a`]: 'never-ask' })
  expect(barred.requests).toEqual([])
  const sent = await site({
    '/': page('首頁', `${(await site({ '*': redirectTo(`${barred.origin}/a`) }, '127.0.0.2')).origin}/x`),
  })
  await audited(sent, { policy: { politeness: { neverAsk: ['127.0.0.3'] } } })
  expect(barred.requests).toEqual([])
})

it('many hosts are asked at the same time, each of them one request at a time', async () => {
  let [now, most] = [0, 0]
  const perHost = new Map<string, number>()
  const slow = (host: string) =>
    site(
      {
        '*': (_request, response) => {
          now += 1
          most = Math.max(most, now)
          perHost.set(host, (perHost.get(host) ?? 0) + 1)
          expect(perHost.get(host)).toBe(1)
          setTimeout(() => {
            now -= 1
            perHost.set(host, 0)
            response.end('<p>x')
          }, 60)
        },
      },
      host,
    )
  const hosts = await Promise.all(Array.from({ length: 12 }, (_, index) => slow(`127.0.0.${index + 2}`)))
  const urls = hosts.flatMap(({ origin }) => [1, 2, 3].map((n) => `${origin}/${n}`))
  const served = await site({ '/': page('首頁', ...urls) })
  const snapshot = await audited(served)
  expect(urls.every((url) => statusOf(snapshot, url) === 200)).toBe(true)
  expect(most).toBeGreaterThan(6)
})

it('thousands of links to hosts that are down come to an end, each with a reason', async () => {
  const down = await site({}, '127.0.0.2')
  await down.close()
  const urls = Array.from({ length: 3000 }, (_, n) => `${down.origin.replace('127.0.0.2', `127.0.1.${n % 100}`)}/${n}`)
  const served = await site({ '/': page('首頁', ...urls) })
  const snapshot = await audited(served)
  const left = leftOf(snapshot)
  const fates = urls.map((url) => left[url] ?? statusOf(snapshot, url))
  expect(new Set(fates)).toEqual(new Set(['refused', 'not-responding', 'no-network']))
  expect(snapshot.run.requests.external).toBeLessThan(300)
  expect(snapshot.run.outcome).toBe('complete')
})

it('a host with very many links is asked for a part of them, one that asks to wait is left', async () => {
  const many = await site({ '*': page('x') }, '127.0.0.2')
  const busy = await site({ '*': answerWith(429, {}) }, '127.0.0.3')
  const urls = Array.from({ length: 230 }, (_, n) => `${many.origin}/${n}`)
  const served = await site({ '/': page('首頁', ...urls, `${busy.origin}/1`, `${busy.origin}/2`) })
  const snapshot = await audited(served)
  expect(many.requests).toHaveLength(200)
  expect(busy.requests).toEqual(['/1'])
  const reasons = Object.values(leftOf(snapshot))
  expect(reasons.filter((reason) => reason === 'host-cap')).toHaveLength(30)
  expect(leftOf(snapshot)[`${busy.origin}/2`]).toBe('asked-to-wait')
})

it('a budget and a stop end the links to others, what is left says which', async () => {
  const other = await site({ '*': page('x') }, '127.0.0.2')
  const urls = [1, 2, 3, 4, 5, 6].map((n) => `${other.origin}/${n}`)
  const served = await site({ '/': page('首頁', ...urls) })
  // robots.txt, start page, sitemap; three are left.
  const short = await audited(served, { policy: { limits: { maxRequests: 6 } } })
  expect(short.run.requests.external).toBe(3)
  expect(Object.values(leftOf(short))).toEqual(Array(3).fill('budget:requests'))
  expect(short.run.outcome).toBe('complete')
  const stop = new AbortController()
  const onProgress: CrawlControl['onProgress'] = ({ stage, done }) => {
    if (stage === 'external' && done === 2) stop.abort()
  }
  const stopped = await audited(served, { control: { signal: stop.signal, onProgress } })
  expect(Object.values(leftOf(stopped))).toEqual(['not-reached', 'not-reached', 'not-reached', 'not-reached'])
  expect(stopped.run.outcome).toBe('partial')
})

it('a page of another host that says it is none is asked once more, with the cookie it set', async () => {
  const excuse = '<title>錯誤訊息</title><h1>很抱歉，目前無法顯示這個頁面</h1>'
  const gate = await site(
    {
      '*': (request, response) => {
        const isKnown = request.headers.cookie === 'seen=1'
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'seen=1' })
        response.end(isKnown ? page('公告') : excuse)
      },
    },
    '127.0.0.2',
  )
  const served = await site({ '/': page('首頁', `${gate.origin}/news/1`) })
  const snapshot = await audited(served)
  const resource = snapshot.resourceAt(`${gate.origin}/news/1`)
  const confirmation = snapshot.confirmationOf(resource?.id ?? 0)?.outcome
  const body = confirmation?.kind === 'response' ? (confirmation.body ?? '') : ''
  expect(snapshot.answerText(body)?.title).toBe('公告')
  expect(gate.requests).toHaveLength(3)
  expect(snapshot.probes().map(({ directory }) => directory)).toContain(`${gate.origin}/news/`)
})

it('a chain from another host that leads back into the site ends there', async () => {
  const other = await site({}, '127.0.0.2')
  const served = await site({ '/': page('首頁', `${other.origin}/back`, '/a'), '/a': page('甲') })
  const back = await site({ '/back': redirectTo(`${served.origin}/a`) }, '127.0.0.2')
  const pageWithBack = await site({ '/': page('首頁', `${back.origin}/back`) })
  const snapshot = await audited(pageWithBack)
  expect(snapshot.resourceAt(`${back.origin}/back`)).toMatchObject({ finalUrl: `${served.origin}/a` })
})
