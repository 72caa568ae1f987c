import { seededRandom } from '../../generator/random.ts'
import { article, bare, modern, relatedNews, tables } from '../frames.ts'
import { type Answer, type Kind, notFound, page, type Site } from '../site.ts'
import { numberOf } from '../words.ts'

/** Sites that answer a random path in another way than an address whose record is gone, and applications of one page. */
export const uneven: readonly Kind[] = [
  byId('an empty template', () =>
    page(modern('最新消息', '<p>發布日期：</p><p>發布單位：</p><h3></h3><p></p><p>點閱次數：</p>')),
  ),
  byId('no such record, within the frame', () => page(modern('最新消息', '<p>資料不存在</p>'))),
  byId('no such record, with other news', ({ path }) =>
    page(modern('最新消息', `<p>無此筆資料，或該資料已過期下架。</p>${relatedNews(path)}`)),
  ),
  byId('taken down', () => page(modern('訊息內容', '<p>本則訊息已下架。</p>'))),
  byId('expired', () => page(tables('訊息', '您查詢的公告已逾公告期限，不再提供瀏覽。'))),
  byId('a word from the database', () => page('No data found.')),
  byId('a wrong parameter', () => page(bare('', '參數錯誤！'))),
  byId('an alert, then back', () =>
    page("<html><body><script>alert('資料錯誤');history.go(-1);</script></body></html>"),
  ),
  byId('the list instead of the record', () => page(modern('最新消息', listOf('list'))), 'untold'),
  byId('an empty answer', () => page('')),
  { name: 'ids: an honest 404, and 200 for a random path', build: honestIds },
  { name: 'ids: a living empty list and a dead record alike', build: alike },
  { name: 'one page for all: its shell alone', build: (site) => oneForAll(site, () => shell('')) },
  { name: 'one page for all: rendered by the server, says so', build: (site) => rendered(site) },
]

/** Records of one program; a random path of the directory is an honest 404. */
function byId(sort: string, nothing: (asked: { path: string }) => Answer, truth: 'soft' | 'untold' = 'soft'): Kind {
  return {
    name: `ids: ${sort}`,
    build(site) {
      site.articles(site.ids(24).map((id) => `/news.aspx?id=${id}`))
      site.links(
        truth,
        site.ids(14).map((id) => `/news.aspx?id=${id + 5000}`),
      )
      site.links(
        'gone',
        site.ids(4).map((id) => `/old/${id}.html`),
      )
      site.elsewhere(/^[/]news[.]aspx[?]id=/, nothing)
    },
  }
}

function honestIds(site: Site): void {
  site.articles(site.ids(20).map((id) => `/news.aspx?id=${id}`))
  site.links(
    'gone',
    site.ids(12).map((id) => `/news.aspx?id=${id + 5000}`),
  )
  site.links(
    'soft',
    site.ids(8).map((id) => `/old${id}.aspx`),
  )
  site.elsewhere(/^[/]news[.]aspx[?]id=/, () => ({ ...notFound, body: modern('最新消息', '<p>查無資料</p>') }))
  site.elsewhere(/^/, () => page(modern('錯誤', '<p>您輸入的網址有誤</p>')))
}

/** A category that has nothing yet lives; a record that is gone does not: but for the title they say the same. */
function alike(site: Site): void {
  const nothing = '<p class="no-data">查無資料</p>'
  site.articles(site.ids(12).map((id) => `/detail.aspx?id=${id}`))
  for (const id of site.ids(8)) {
    const { title } = article(modern, site.random)
    site.alive(`/list.aspx?category=${id}`, { title, html: modern(title, nothing) })
  }
  site.links(
    'soft',
    site.ids(8).map((id) => `/detail.aspx?id=${id + 5000}`),
  )
  site.elsewhere(/^[/]detail/, () => page(modern('詳細內容', nothing)))
}

function oneForAll(site: Site, html: (path: string) => string): void {
  for (const id of site.ids(16)) {
    site.answers(`/article/${id}`, page(html(`/article/${id}`)))
    site.links('alive', [`/article/${id}`])
  }
  site.links(
    'untold',
    site.ids(10).map((id) => `/article/${id + 5000}`),
  )
  site.elsewhere(/^/, ({ path }) => page(html(path)))
}

function rendered(site: Site): void {
  for (const id of site.ids(16)) {
    const { title, html } = article(modern, site.random)
    site.alive(`/article/${id}`, { title, html: html.replace('</body>', state(200)) })
  }
  site.links(
    'soft',
    site.ids(10).map((id) => `/article/${id + 5000}`),
  )
  site.elsewhere(/^/, () => page(modern('404', '<p>頁面不存在</p>').replace('</body>', state(404))))
}

function state(status: number): string {
  return `<script>window.__NUXT__={data:[{}],error:${status === 404 ? '{statusCode:404,message:"This page could not be found"}' : 'null'}}</script></body>`
}

function shell(_path: string): string {
  return '<!doctype html><html lang="zh-Hant-TW"><head><meta charset="utf-8"><title>某某局</title><script type="module" src="/app.js"></script></head><body><div id="app"></div><noscript>您的瀏覽器不支援JavaScript</noscript></body></html>'
}

function listOf(seed: string): string {
  const random = seededRandom(numberOf(seed))
  return `<ul>${Array.from({ length: 10 }, () => `<li>${article(modern, random).title}</li>`).join('')}</ul>`
}
