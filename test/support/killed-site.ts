import type { Mark } from './audit-marks.ts'
import { docx, ods, odt, pdf, scannedPdf, xlsx } from './sample-files.ts'
import { entries, page, searchedSite } from './searched-site.ts'
import { answerWith, type Route, redirectTo, reply, type ServedSite, serve } from './serve.ts'

/** A site on loopback and another host it links to; both count what they are asked. */
export interface KilledSite {
  site: ServedSite
  other: ServedSite
  close(): Promise<void>
}

const latencyMs = 15
const reports = 30
const chain = 10
const box = '<form action="/search"><input name="q" title="請輸入關鍵字"><button>搜尋</button></form>'
const missing = answerWith(404, { 'content-type': 'text/html; charset=utf-8' }, '<p>找不到您的頁面！')

/** Serves both on free ports, each answer a little late; `reached` hears which marks of a run the requests show. */
export async function serveKilledSite(reached: (mark: Mark) => void): Promise<KilledSite> {
  const other = await serve(
    late({ '/found': '<p>別的機關', '/moved': redirectTo('/found'), '*': missing }, () => reached('external')),
    '127.0.0.2',
  )
  const routes = searchedSite({ box }, { ...pages(other.origin), ...documents, ...resources, '*': missing })
  const site = await serve(late(routes, (url) => reached(markOfRequest(url))))
  const close = async () => {
    await Promise.all([site.close(), other.close()])
  }
  return { site, other, close }
}

function markOfRequest(url: string): Mark {
  if (url.startsWith('/search?')) return 'search'
  return url === `/report/${chain / 2}` ? 'halfway' : 'asking'
}

function late(routes: Readonly<Record<string, Route>>, hear: (url: string) => void): Record<string, Route> {
  const delayed = Object.entries(routes).map(([path, route]): [string, Route] => [
    path,
    (request, response) => {
      hear(request.url ?? '/')
      setTimeout(() => reply(route, request, response), latencyMs)
    },
  ])
  return Object.fromEntries(delayed)
}

const html = { 'content-type': 'text/html; charset=utf-8' }

/** Pages that are found in every way: by links, by lists of the site, by scripts, by redirects; and some that are not to be had. */
function pages(other: string): Record<string, Route> {
  const scripted = (title: string, script: string) =>
    `<!doctype html><title>${title}</title><div id="root"></div><script src="${script}"></script>`
  return {
    '/': page('水資源局', box, home(other)),
    '/sitemap': page('網站導覽', box, '<a href="/island">只在導覽中的頁面</a>'),
    '/island': page('孤島', box, '<p>本頁只有網站導覽列出。'),
    '/listed': page('網站地圖所列', box, '<p>只有 sitemap.xml 列出。'),
    '/app': scripted('應用', '/app.js'),
    '/app/inner': scripted('內頁', '/inner.js'),
    '/app/deepest': page('最深', box, '<p>只有程式碼連到這裡。'),
    '/old': redirectTo('/hop', 301),
    '/hop': redirectTo('/report/3'),
    '/members': answerWith(403, html, '<title>會員專區</title><p>權限不足'),
    ...Object.fromEntries(Array.from({ length: reports }, (_, at) => [`/report/${at + 1}`, report(at + 1, other)])),
  }
}

function home(other: string): string {
  const kinds = ['/old', '/gone', '/closed/a', '/app', '/members', '/sitemap', '/news/2;jsessionid=ab12']
  const chains = Array.from({ length: reports / chain }, (_, at) => `/report/${at * chain + 1}`)
  const all = [...kinds, ...Object.keys(documents), ...chains, ...entries.map(({ path }) => path)]
  const others = ['/found', '/moved', '/gone'].map((path) => other + path)
  return `<link rel="stylesheet" href="/s.css"><ul>${[...all, ...others].map((url) => `<li><a href="${url}">${url}</a>`).join('')}</ul>`
}

/** Chains, with a dead link here and there, and a link to each page under another spelling. */
function report(n: number, other: string): string {
  const next = n % chain > 0 ? `<a href="/report/${n + 1}">下一篇</a>` : ''
  const dead = n % 5 === 0 ? `<a href="/dead/${n}">附件</a> <a href="${other}/dead/${n}">出處</a>` : ''
  const date = `115-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`
  const text = `<h1>水情月報第${n}期</h1><p>發布日期：${date}</p><p>${'本期說明各水庫蓄水及供水情形。'.repeat(30)}</p>`
  return page(`水情月報第${n}期`, box, `${text}${next} ${dead} <a href="/report/${n}?sessionid=${n}">友善列印</a>`)
}

const documents: Readonly<Record<string, Route>> = {
  '/form.odt': file('application/vnd.oasis.opendocument.text', odt()),
  '/figures.ods': file('application/vnd.oasis.opendocument.spreadsheet', ods()),
  '/notes.docx': file('application/vnd.openxmlformats-officedocument.wordprocessingml.document', docx()),
  '/table.xlsx': file('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', xlsx()),
  '/plan.pdf': file('application/pdf', pdf()),
  '/scan.pdf': file('application/pdf', scannedPdf(2)),
}

const resources: Readonly<Record<string, Route>> = {
  '/s.css': file('text/css', 'main{background:url(/bg.png)}'),
  '/app.js': script(`fetch('/list.json').then(() => 0, () => 0); ${shows('<a href="/app/inner">進入</a>')}`),
  '/inner.js': script(shows('<a href="/app/deepest">更深</a>')),
  '/robots.txt': file('text/plain', 'User-agent: *\nDisallow: /closed\n'),
  '/sitemap.xml': file('application/xml', '<urlset><url><loc>/listed</loc></url></urlset>'),
}

function shows(markup: string): string {
  return `document.getElementById('root').innerHTML = '${markup}' + '內容說明'.repeat(100)`
}

function script(text: string): Route {
  return file('text/javascript', text)
}

function file(mediaType: string, content: string | Uint8Array): Route {
  return answerWith(200, { 'content-type': mediaType }, content)
}
