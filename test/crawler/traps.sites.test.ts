import { afterEach, expect, it } from 'vitest'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { crawlSite, fatesOf } from '../support/crawl-site.ts'
import { loopbackPolicy } from '../support/policy.ts'
import { answerWith, type Route, redirectTo, type ServedSite, serve } from '../support/serve.ts'

const open: { close(): unknown }[] = []

afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

const traps = { calendar: 24, list: 40, pattern: 80, alike: 50, folder: 200, pathSegments: 12 }
const realPages = Array.from({ length: 30 }, (_, n) => `/real/${n}.html`)

function links(paths: readonly string[]): string {
  return `<html lang="zh-Hant"><title>t</title><main>${paths.map((path) => `<a href="${path}">${path}</a>`).join('')}</main>`
}

function html(response: Parameters<Extract<Route, (...given: never[]) => void>>[1], paths: readonly string[]): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(links(paths))
}

/** A site with real pages whose start page leads into a trap: what each address of the trap links to. */
async function siteWith(entry: string, next: (target: string, n: number) => string[]): Promise<ServedSite> {
  let count = 0
  const real = Object.fromEntries(realPages.map((path, n) => [path, links(['/', realPages[n + 1] ?? '/'])]))
  const served = await serve({
    '/': links([entry, '/real/0.html']),
    ...real,
    '/robots.txt': answerWith(404, {}),
    '/sitemap.xml': answerWith(404, {}),
    '*': (request, response) => {
      count += 1
      html(response, next(request.url ?? '/', count))
    },
  })
  open.push(served)
  return served
}

async function crawled(...given: Parameters<typeof crawlSite>): Promise<Snapshot> {
  const snapshot = await crawlSite(...given)
  open.push(snapshot)
  return snapshot
}

interface Trapped {
  entry: string
  next: (target: string, n: number) => string[]
  /** Fate of what was cut; several where more than one cap is met. */
  reason: string | readonly string[]
  /** Requests the trap may cost. */
  most: number
}

/** A token of letters alone, another for each number. */
function token(n: number): string {
  return [...String(n)].map((digit) => 'klmnopqrst'[Number(digit)]).join('')
}

const filters = ['color=red', 'size=xl', 'year-of=a', 'kind=b', 'unit=c']

const endless: Record<string, Trapped> = {
  'a calendar by month': {
    entry: '/cal?year=2026&month=1',
    next: (target) => {
      const asked = new URLSearchParams(target.replace(/^.*\?/, ''))
      const month = Number(asked.get('year')) * 12 + Number(asked.get('month')) - 1
      return [month - 1, month + 1].map((m) => `/cal?year=${Math.floor(m / 12)}&month=${(m % 12) + 1}`)
    },
    reason: 'skipped:trap:calendar',
    most: traps.calendar,
  },
  'paging without end': {
    entry: '/list?n=5&page=1',
    next: (target) => [target.replace(/\d+$/, (page) => String(Number(page) + 1))],
    reason: 'skipped:trap:list',
    most: traps.list,
  },
  'a path that grows': {
    entry: '/grow/a/b/',
    next: () => ['a/b/', 'c/'],
    reason: 'skipped:trap:path',
    most: 200,
  },
  'a random query': {
    entry: '/show?id=1&rnd=1',
    next: (_target, n) => [`/show?id=1&rnd=a${n}`, `/show?id=1&rnd=b${n}`],
    reason: 'skipped:trap:pattern',
    most: traps.pattern,
  },
  'orders upon orders of a list': {
    entry: '/table?sort=a',
    next: (target) => [`${target},a`, `${target},b`],
    reason: 'skipped:trap:list',
    most: traps.list,
  },
  'parameters that add up': {
    entry: '/add?f=1',
    next: (target) => [`${target}&f=1`],
    reason: 'skipped:trap:query',
    most: 3,
  },
  'random names in a folder': {
    entry: '/rnd/x',
    next: (_target, n) => ['p', 'q'].map((side) => `/rnd/${side}${token(n)}`),
    reason: 'skipped:trap:folder',
    most: traps.folder,
  },
  'a new session in the path of every link': {
    entry: '/(S(start))/one',
    next: (_target, n) => [`/(S(x${n}))/one`, `/(S(y${n}))/two`],
    reason: 'skipped:duplicate',
    most: 2,
  },
  'a new session in the query of every link': {
    entry: '/app.php?PHPSESSID=a',
    next: (_target, n) => [`/app.php?PHPSESSID=${token(n)}`, `/more.php?PHPSESSID=${token(n)}`],
    reason: 'skipped:duplicate',
    most: 2,
  },
  'a new token as a folder of every link': {
    entry: '/view/start/page.html',
    next: (_target, n) => [`/view/x${token(n)}/page.html`, `/view/y${token(n)}/page.html`],
    reason: 'skipped:trap:folder',
    most: traps.folder + 1,
  },
  'a new token as the first folder of every link': {
    entry: '/start/page.html',
    next: (_target, n) => [`/x${token(n)}/page.html`, `/y${token(n)}/page.html`],
    reason: 'skipped:trap:folder',
    most: traps.folder + 1,
  },
  'tokens within tokens': {
    entry: '/deep/x/',
    next: (target, n) => [`${target}x${token(n)}/`, `${target}y${token(n)}/`],
    reason: ['skipped:trap:folder', 'skipped:trap:path'],
    most: traps.folder + 1,
  },
  'filters in any order in the query': {
    entry: '/find?color=red',
    next: (target, n) => {
      const chosen = target.replace(/^.*\?/, '').split('&')
      const more = filters.filter((filter) => !chosen.some((one) => one.startsWith(filter.replace(/=.*/, '='))))
      return more.flatMap((filter) => [`/find?${filter}&${chosen.join('&')}`, `${target}&${filter}${token(n)}`])
    },
    reason: ['skipped:trap:folder', 'skipped:trap:pattern'],
    most: traps.folder,
  },
  'filters in any order in the path': {
    entry: '/filter/color-red/',
    next: (target) => filters.map((filter) => `${target}${filter.replace('=', '-')}/`),
    reason: ['skipped:trap:folder', 'skipped:trap:path'],
    most: traps.folder + 1,
  },
  'languages upon languages in the path': {
    entry: '/zh-tw/',
    next: (target) => ['zh-tw/', 'en/', 'ja/'].map((language) => target + language),
    reason: ['skipped:trap:folder', 'skipped:trap:path'],
    most: 3 * traps.folder,
  },
  'two folders in turn': {
    entry: '/turn/a/b/',
    next: (target) => [`${target}a/b/`],
    reason: 'skipped:trap:path',
    most: 10,
  },
  'a next page by its cursor': {
    entry: '/feed?cursor=start',
    next: (_target, n) => [`/feed?cursor=${token(n)}`],
    reason: 'skipped:trap:pattern',
    most: traps.pattern,
  },
  'a calendar by day in the path': {
    entry: '/events/2026/11/27',
    next: (target) => {
      const day = Date.parse(`${target.replace('/events/', '').replaceAll('/', '-')}T00:00:00Z`)
      const at = (days: number) => new Date(day + days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '/')
      return [`/events/${at(-1)}`, `/events/${at(1)}`]
    },
    reason: 'skipped:trap:calendar',
    most: traps.calendar,
  },
  'an address that carries the one before': {
    entry: '/login?back=/',
    next: (target) => [`/login?back=${encodeURIComponent(target)}`],
    reason: ['skipped:trap:pattern', 'skipped:too-long'],
    most: traps.pattern,
  },
  'a script after a script': {
    entry: '/index.php',
    next: (target) => [`${target}/index.php`],
    reason: 'skipped:repeating',
    most: 5,
  },
}

it.each(Object.entries(endless))('%s ends by its cap, says so, and costs no real page', async (_name, trap) => {
  const served = await siteWith(trap.entry, trap.next)
  const before = performance.now()
  const snapshot = await crawled(served.origin, { policy: loopbackPolicy({ limits: { traps } }) })
  expect(performance.now() - before).toBeLessThan(20_000)
  const fates = fatesOf(snapshot)
  for (const path of realPages) expect(fates[path]).toBe('fetched')
  const reasons = [trap.reason].flat()
  expect(Object.values(fates).some((fate) => reasons.includes(fate))).toBe(true)
  // One segment again and again has had a reason of its own.
  const expected = ['fetched', 'skipped:repeating', ...reasons]
  expect(Object.values(fates).filter((fate) => !expected.includes(fate))).toEqual([])
  const trapped = served.requests.filter((path) => !/^\/($|real|robots|sitemap)/.test(path))
  expect(trapped.length).toBeLessThanOrEqual(trap.most)
  expect(snapshot.run.outcome).toBe('complete')
  const fetched = Object.values(fates).filter((fate) => fate === 'fetched').length
  expect(new Set(served.requests).size).toBe(fetched)
})

/** Pages at `/show?no=1` ... that lead on without end; what each shows. */
async function showing(text: (n: number) => string): Promise<Snapshot> {
  const path = (n: number) => `/show?no=${n}`
  const served = await serve({
    '/': links([path(1)]),
    '/sitemap.xml': answerWith(404, {}),
    '*': (request, response) => {
      const n = Number(/\d+/.exec(request.url ?? '')?.[0])
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      const next = n < 70 ? Array.from({ length: 9 }, (_, more) => path(n + more + 1)) : []
      response.end(
        `<title>t</title><main><p>${text(n)}</p></main><nav>${next.map((to) => `<a href="${to}">${to}</a>`)}</nav>`,
      )
    },
  })
  open.push(served)
  return crawled(served.origin, { policy: loopbackPolicy({ limits: { traps: { ...traps, alike: 20 } } }) })
}

const sentence = '本頁說明水資源保育之各項措施及申請方式，歡迎民眾多加利用並提供寶貴意見。'.repeat(6)

it('pages of one pattern that show the same but for a number end by their cap, and the rest is named', async () => {
  const snapshot = await showing((n) => `${sentence}瀏覽人次：${n * 37}`)
  const fates = Object.values(fatesOf(snapshot))
  expect(fates.filter((fate) => fate === 'skipped:trap:alike').length).toBeGreaterThan(5)
  const asked = fates.filter((fate) => fate === 'fetched').length
  expect(asked).toBeGreaterThanOrEqual(20)
  // What was under way when the cap was met is still read.
  expect(asked).toBeLessThanOrEqual(20 + 2 * 8 + 4)
})

it('pages of one pattern that each say something else are no storm, however alike they look', async () => {
  const fates = Object.values(
    fatesOf(
      await showing(
        (n) => `${sentence}第${'甲乙丙丁戊己庚辛壬癸'[n % 10]}${'子丑寅卯辰巳午未申酉'[Math.floor(n / 10)]}號`,
      ),
    ),
  )
  expect(fates.filter((fate) => fate !== 'fetched' && !fate.startsWith('failed'))).toEqual([])
  expect(fates.length).toBeGreaterThan(70)
})

it('pages that differ in numbers alone are no storm where numbers are what they tell', async () => {
  const levels = (station: number) =>
    Array.from({ length: 12 }, (_, hour) => `${hour} 時水位 ${(station * 7.31 + hour * 1.93).toFixed(2)} 公尺`)
  const stations = await showing((n) => `${sentence}測站編號 ${n}：${levels(n).join('、')}`)
  const fates = Object.values(fatesOf(stations))
  expect(fates.filter((fate) => fate.startsWith('skipped'))).toEqual([])
  expect(fates.length).toBeGreaterThan(70)
})

it('a counter, a date and a time of day make no page another one', async () => {
  const clock = (n: number) => `現在時間 2026-11-${10 + (n % 20)} 10:${10 + (n % 50)}:${10 + ((n * 7) % 50)}`
  const fates = Object.values(fatesOf(await showing((n) => `${sentence}${clock(n)} 瀏覽人次：${n * 37}，編號 ${n}`)))
  expect(fates.filter((fate) => fate === 'skipped:trap:alike').length).toBeGreaterThan(5)
})

it('a list of five hundred news pages, and the news on it, are no trap', async () => {
  const news = Array.from({ length: 500 }, (_, n) => `/News_Content.aspx?n=AB12&s=${n}`)
  const served = await siteWith('/news', (target) => (target === '/news' ? news : ['/news']))
  const snapshot = await crawled(served.origin)
  const fates = fatesOf(snapshot)
  for (const path of news) expect(fates[path]).toBe('fetched')
})

it('what the sitemap lists is asked for beyond every cap', async () => {
  const listed = Array.from({ length: 60 }, (_, n) => `/item?page=${n}`)
  const served = await serve({
    '/': links(['/item?page=100']),
    '/item': links(['/']),
    '/sitemap.xml': (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/xml' })
      const urls = listed.map((path) => `<url><loc>http://${_request.headers.host}${path}</loc></url>`)
      response.end(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`)
    },
  })
  open.push(served)
  const fates = fatesOf(await crawled(served.origin, { policy: loopbackPolicy({ limits: { traps } }) }))
  for (const path of listed) expect(fates[path]).toBe('fetched')
})

async function small(routes: Record<string, Route>): Promise<{ served: ServedSite; snapshot: Snapshot }> {
  const served = await serve(routes)
  open.push(served)
  return { served, snapshot: await crawled(served.origin) }
}

it('spellings of one page are asked for once, and every link to them leads to it', async () => {
  const spellings = ['/a?utm_source=fb&id=1', '/a?id=1', '/a?id=1&fbclid=xyz', '/a;jsessionid=77?id=1']
  const { served, snapshot } = await small({ '/': links(spellings), '/a': links(['/']) })
  expect(served.requests.filter((path) => path.startsWith('/a'))).toEqual([spellings[0]])
  const page = snapshot.pageAt(`${served.origin}/`)
  const found = snapshot.linksOf(page?.id ?? 0)
  expect(found.map(({ href }) => href)).toEqual(spellings)
  expect(found.map(({ target }) => target)).toEqual(spellings.map((path) => served.origin + path))
  expect(new Set(found.map(({ targetId }) => targetId)).size).toBe(1)
  expect(found[0]?.targetId).not.toBeNull()
  for (const path of spellings) expect(snapshot.pageAt(served.origin + path)?.url).toBe(served.origin + spellings[0])
  for (const path of spellings.slice(1)) expect(fatesOf(snapshot)[path]).toBe('skipped:duplicate')
})

it('a copy for printing never stands for the page, and is not asked for when the page is known', async () => {
  const { served } = await small({
    '/': links(['/late?print=1', '/late', '/a', '/a?print=1', '/a?fontsize=large']),
    '/a': links([]),
    '/late': links([]),
  })
  expect(served.requests.filter((path) => /^\/(a|late)/.test(path)).toSorted()).toEqual([
    '/a',
    '/late',
    '/late?print=1',
  ])
})

it('a page is asked for once in the language of the site, and in every other language it is offered in', async () => {
  const offered = [
    '/a',
    '/a?lang=zh-tw',
    '/a?Lang=zh_TW',
    '/a?lang=en',
    '/a?lang=ja',
    '/b?locale=cht',
    '/b',
    '/en/a?lang=tw',
  ]
  const { served, snapshot } = await small({
    '/': links(offered),
    ...Object.fromEntries(offered.map((path) => [path, links([])])),
  })
  expect(served.requests.filter((path) => /^\/(a|b|en)/.test(path)).toSorted()).toEqual([
    '/a',
    '/a?lang=en',
    '/a?lang=ja',
    '/b?locale=cht',
    '/en/a?lang=tw',
  ])
  const twins = { '/a?lang=zh-tw': '/a', '/a?Lang=zh_TW': '/a', '/b': '/b?locale=cht' }
  for (const [twin, first] of Object.entries(twins)) {
    expect(fatesOf(snapshot)[twin]).toBe('skipped:duplicate')
    expect(snapshot.pageAt(served.origin + twin)?.url).toBe(served.origin + first)
  }
})

it('where robots.txt forbids one spelling, another is asked for', async () => {
  const { served, snapshot } = await small({
    '/': links(['/a?utm_source=x', '/a?utm_source=y', '/a']),
    '/a': links([]),
    '/robots.txt': answerWith(200, { 'content-type': 'text/plain' }, 'User-agent: *\nDisallow: /*utm_'),
  })
  expect(served.requests.filter((path) => path.startsWith('/a'))).toEqual(['/a'])
  expect(fatesOf(snapshot)).toMatchObject({ '/a': 'fetched', '/a?utm_source=x': 'skipped:robots' })
})

it('where one spelling is dead, another is asked for; a dead page with ever new sessions is left soon', async () => {
  const dead = Array.from({ length: 20 }, (_, n) => `/dead;jsessionid=s${n}`)
  const { served, snapshot } = await small({ '/': links(['/a;jsessionid=old', '/a', ...dead]), '/a': links([]) })
  expect(fatesOf(snapshot)).toMatchObject({ '/a': 'fetched', '/a;jsessionid=old': 'fetched' })
  // Each of the three is asked once more, last, before it counts as dead.
  expect(new Set(served.requests.filter((path) => path.startsWith('/dead'))).size).toBe(3)
})

it('a site that sends every address to a session of its own is read once', async () => {
  const page = links(['/one', '/two', '/(S(stale))/one'])
  let session = 0
  const sent =
    (path: string): Route =>
    (request, response) => {
      session += 1
      const go = redirectTo(`/(S(n${session}))${path}`)
      if (typeof go === 'function') go(request, response)
    }
  const { served, snapshot } = await small({
    '/': sent('/'),
    '/one': sent('/one'),
    '/two': sent('/two'),
    '*': (request, response) => {
      if (/^\/\(S\(/.test(request.url ?? ''))
        html(
          response,
          [...page.matchAll(/href="([^"]+)"/g)].map(([, path]) => path ?? ''),
        )
      else answerNothing(response)
    },
  })
  expect(snapshot.pages()).toHaveLength(3)
  expect(served.requests.filter((path) => path.includes('stale'))).toEqual([])
})

function answerNothing(response: Parameters<Extract<Route, (...given: never[]) => void>>[1]): void {
  response.writeHead(404)
  response.end()
}
