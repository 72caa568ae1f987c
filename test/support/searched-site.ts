import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Route } from './serve.ts'

/** A page of a site with a search. */
interface Entry {
  path: string
  title: string
  text: string
  section: string
}

const topics = ['水庫清淤', '河川巡守', '防汛演練', '水權登記', '地下水觀測', '節水宣導']

/** Twenty-four pages; 蓄水池 stands in one text alone. */
export const entries: readonly Entry[] = Array.from({ length: 24 }, (_, n) => ({
  path: `/news/${n + 1}`,
  title: `${topics[n % 6] ?? ''}作業第${n + 1}次${n % 2 === 0 ? '公告' : '紀要'}`,
  text: `本局辦理${topics[n % 6] ?? ''}，${n === 7 ? '另於山區設置貯留設施作為滯洪之用。' : '請民眾留意。'}`,
  section: n % 3 === 0 ? 'a' : 'b',
}))

/** A search as a visitor meets it: what it takes from the query, and how it answers. */
export interface Search {
  /** Markup of the field on every page. */
  box: string
  /** Markup on the page of results alone. */
  further?: string
  /** False: titles alone are searched. */
  isFullText?: boolean
  /** True: what was typed comes back as it was. */
  isCareless?: boolean
  /** True: everything is listed, whatever was typed. */
  isDeaf?: boolean
  /** Default: 查無資料，請改用其他關鍵字。 */
  nothing?: string
}

/** Routes of the site, with `/search?q=` (`title`, `text`: words in one part; `to`: a day, everything is of this year), `/search.json?q=`, and whatever stands in `more`. */
export function searchedSite(search: Search, more: Record<string, Route> = {}): Record<string, Route> {
  const routes: Record<string, Route> = { '/': page('水資源局', search.box, home()) }
  for (const { path, title, text } of entries)
    routes[path] = page(title, search.box, `<h1>${title}</h1><p>${text}${filler}</p>`)
  routes['/search'] = (request, response) => html(response, resultsPage(search, request))
  routes['/search.json'] = (request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(found(queryOf(request), search)))
  }
  return { ...routes, ...more }
}

const filler = '各單位均應依規定辦理，並於期限內完成。'.repeat(12)

export function page(title: string, box: string, main: string): string {
  const head = `<meta charset="utf-8"><title>${title}</title>`
  return `<!doctype html><html lang="zh-Hant-TW"><head>${head}</head><body><header><a href="/">首頁</a>${box}</header><main>${main}</main></body></html>`
}

function home(): string {
  return `<ul>${entries.map(({ path, title }) => `<li><a href="${path}">${title}</a></li>`).join('')}</ul><p>${filler}</p>`
}

function queryOf({ url = '/' }: IncomingMessage): URLSearchParams {
  return new URL(url, 'http://site.test').searchParams
}

function found(query: URLSearchParams, { isFullText = true, isDeaf = false }: Search): Entry[] {
  const words = query.get('q') ?? ''
  const section = query.get('section') ?? ''
  const isTitleOnly = query.get('field') === 'title' || !isFullText
  return entries.filter((entry) => {
    const isIn = entry.title.includes(words) || (!isTitleOnly && entry.text.includes(words))
    const isInParts = entry.title.includes(query.get('title') ?? '') && entry.text.includes(query.get('text') ?? '')
    const isNew = (query.get('to') ?? '') === '' || (query.get('to') ?? '') > '2026'
    return (isDeaf || isIn) && isInParts && isNew && (section === '' || entry.section === section)
  })
}

function resultsPage(search: Search, request: IncomingMessage): string {
  const query = queryOf(request)
  const words = query.get('q') ?? ''
  const hits = found(query, search)
  const said = search.isCareless === true ? words : escaped(words)
  const list = hits.slice(0, 10).map(({ path, title }) => `<li><a href="${path}">${marked(title, words)}</a></li>`)
  const none = search.nothing ?? '查無資料，請改用其他關鍵字。'
  const body = hits.length === 0 ? `<p>${none}</p>` : `<p>共 ${hits.length} 筆</p><ol>${list.join('')}</ol>`
  return page('搜尋結果', search.box, `<h1>搜尋結果</h1><p>您查詢的是：${said}</p>${search.further ?? ''}${body}`)
}

function marked(title: string, words: string): string {
  return words === '' ? title : title.replaceAll(words, `<mark>${words}</mark>`)
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

export function html(response: ServerResponse, body: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
  response.end(body)
}
