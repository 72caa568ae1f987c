import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { odt, pdf } from './sample-files.ts'

/** A site on loopback that counts what it is asked. */
export interface CountingSite {
  origin: string
  requests: string[]
  close(): Promise<void>
}

type Answer = [status: number, headers: Record<string, string>, body: string | Uint8Array]

const html = { 'content-type': 'text/html; charset=utf-8' }
const latencyMs = 15
const newsPages = 9

function page(title: string, body: string): Answer {
  const nav = '<nav><a href="/">首頁</a> <a href="/news/1">最新消息</a> <a href="/sitemap">網站導覽</a></nav>'
  const head = `<meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/s.css">`
  return [
    200,
    html,
    `<!doctype html><html lang="zh-Hant-TW"><head>${head}</head><body>${nav}<main>${body}</main></body></html>`,
  ]
}

/** Links of every kind: dead ones, redirects, twins, scripts that lead further, documents, a list of the site, closed folders. */
const routes = new Map<string, Answer>([
  ['/', page('水資源局', homeLinks())],
  ['/sitemap', page('網站導覽', '<a href="/island">只在導覽中的頁面</a>')],
  ['/island', page('孤島', '<p>本頁只有網站導覽列出。')],
  ['/listed', page('網站地圖所列', '<p>只有 sitemap.xml 列出。')],
  ['/app', [200, html, '<!doctype html><title>應用</title><div id="root"></div><script src="/app.js"></script>']],
  ['/app.js', [200, { 'content-type': 'text/javascript' }, appScript()]],
  [
    '/app/inner',
    [200, html, '<!doctype html><title>內頁</title><div id="root"></div><script src="/inner.js"></script>'],
  ],
  [
    '/inner.js',
    [
      200,
      { 'content-type': 'text/javascript' },
      `document.getElementById('root').innerHTML = '<a href="/app/deepest">更深</a>' + '說明'.repeat(200)`,
    ],
  ],
  ['/app/deepest', page('最深', '<p>只有程式碼連到這裡。')],
  ['/search', page('查詢', '<form action="/search"><label>關鍵字<input name="q"></label><button>查詢</button></form>')],
  ['/old', [301, { location: '/hop' }, '']],
  ['/hop', [302, { location: '/news/3' }, '']],
  ['/s.css', [200, { 'content-type': 'text/css' }, 'main{background:url(/bg.png)}']],
  ['/form.odt', [200, { 'content-type': 'application/vnd.oasis.opendocument.text' }, odt()]],
  ['/plan.pdf', [200, { 'content-type': 'application/pdf' }, pdf()]],
  ['/robots.txt', [200, { 'content-type': 'text/plain' }, 'User-agent: *\nDisallow: /closed\n']],
  ['/sitemap.xml', [200, { 'content-type': 'application/xml' }, '<urlset><url><loc>/listed</loc></url></urlset>']],
])
for (let n = 1; n <= newsPages; n += 1) routes.set(`/news/${n}`, newsPage(n))

function homeLinks(): string {
  const paths = [
    '/old',
    '/gone',
    '/closed/a',
    '/app',
    '/search',
    '/form.odt',
    '/plan.pdf',
    '/news/2;jsessionid=ab12',
    '/news/2',
  ]
  return paths.map((path) => `<a href="${path}">${path}</a>`).join(' ')
}

function appScript(): string {
  return `fetch('/list.json').then(() => 0, () => 0); document.getElementById('root').innerHTML = '<a href="/app/inner">進入</a>' + '內容'.repeat(200)`
}

function newsPage(n: number): Answer {
  const next = n < newsPages ? `<a href="/news/${n + 1}">下一則</a>` : ''
  const dead = n % 3 === 0 ? `<a href="/dead/${n}">附件</a>` : ''
  return page(
    `消息${n}`,
    `<h1>消息${n}</h1><p>發布日期：115-01-${String(n).padStart(2, '0')} 內容。${next} ${dead} <a href="/news/${n}?sessionid=${n}">列印</a>`,
  )
}

/** Serves the site on a free port, each answer a little late. */
export async function serveCounting(): Promise<CountingSite> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(request.url ?? '/')
    const [status, headers, body] = routes.get(request.url ?? '/') ?? [404, html, '<p>找不到您的頁面！']
    setTimeout(() => {
      response.writeHead(status, headers)
      response.end(body)
    }, latencyMs)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, close }
}
