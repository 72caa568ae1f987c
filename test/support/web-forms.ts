import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Route } from './serve.ts'

/** A list as ASP.NET WebForms pages it, and everything that was posted to it. */
export interface WebFormsList {
  routes: Record<string, Route>
  /** `target argument` of each step that was answered. */
  steps: string[]
  /** What was posted that is no step: never empty means that something was sent that must not be. */
  others: string[]
}

const perPage = 3
const windowWidth = 5

/**
 * `/list.aspx` with `pages` pages of three entries each (`/item/1` ...): a window of five page numbers and an ellipsis, a
 * view state that is good once and for the session it was made for, an anti-forgery cookie, a search button and a link that
 * deletes in the same form, and a script that reports to the server. `beside` stands behind the list, in the form. Where it
 * `isPartial` a step is sent by a script, which puts what comes in the place of the list, as an UpdatePanel does.
 */
export function webFormsList(pages: number, { beside = '', isPartial = false } = {}): WebFormsList {
  const list: WebFormsList = { routes: {}, steps: [], others: [] }
  const states = new Map<string, string>()
  let issued = 0

  function show(page: number, session: string): string {
    issued += 1
    const state = `vs/${issued}+${page}=`
    states.set(state, session)
    const html = pageOf(page, pages, state).replace('</form>', () => `${beside}</form>`)
    return isPartial ? html.replace(wholePostBack, () => partialPostBack) : html
  }

  function get(request: IncomingMessage, response: ServerResponse): void {
    const session = `s${issued}`
    response.setHeader('set-cookie', [
      `ASP.NET_SessionId=${session}; path=/; HttpOnly`,
      `__AntiXsrfToken=x${session}; path=/; HttpOnly`,
    ])
    answer(response, request.method === 'GET' ? show(1, session) : '')
  }

  async function post(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fields = new URLSearchParams(await bodyOf(request))
    const session = /ASP\.NET_SessionId=(s\d+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
    const hasToken = (request.headers.cookie ?? '').includes(`__AntiXsrfToken=x${session}`)
    const isFresh = states.get(fields.get('__VIEWSTATE') ?? '') === session
    const [target, argument] = [fields.get('__EVENTTARGET') ?? '', fields.get('__EVENTARGUMENT') ?? '']
    const page = Number(/^Page\$(\d+)$/.exec(argument)?.[1])
    const isStep = target === 'ctl00$Main$GridView1' && page >= 1 && page <= pages && !fields.has('btnSearch')
    if (!isStep) list.others.push(`${target} ${argument}`)
    else list.steps.push(`${target} ${argument}`)
    if (!isStep || !isFresh || !hasToken) {
      response.writeHead(500)
      response.end('Validation of viewstate MAC failed')
      return
    }
    answer(response, show(page, session))
  }

  list.routes['/list.aspx'] = (request, response) =>
    void (request.method === 'POST' ? post(request, response) : get(request, response))
  for (let item = 1; item <= pages * perPage; item += 1)
    list.routes[`/item/${item}`] = `<title>公告${item}</title><p>內容`
  list.routes['*'] = (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') list.others.push(`${request.method} ${request.url}`)
    response.writeHead(404, { 'content-type': 'text/html' })
    response.end('<p>找不到您的頁面！')
  }
  return list
}

const wholePostBack = 'form.submit()'
const partialPostBack = `const sent = new URLSearchParams(new FormData(form))
  sent.set('__ASYNCPOST', 'true')
  const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', 'x-microsoftajax': 'Delta=true' }
  fetch(form.action, { method: 'POST', headers, body: sent.toString() }).then((answer) => answer.text()).then((html) => {
    const shown = new DOMParser().parseFromString(html, 'text/html').getElementById('aspnetForm')
    setTimeout(() => form.replaceChildren(...shown.childNodes), 600)
  })`

function answer(response: ServerResponse, html: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  response.end(html)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const piece of request) body += piece
  return body
}

function pageOf(page: number, pages: number, state: string): string {
  const entries = Array.from({ length: perPage }, (_, index) => (page - 1) * perPage + index + 1)
  return `<!doctype html><html lang="zh-Hant-TW"><head><meta charset="utf-8"><title>公告列表</title></head><body>
<form method="post" action="./list.aspx" id="aspnetForm">
<input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value=""><input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value="">
<input type="hidden" name="__VIEWSTATE" value="${state}">
<script>
function __doPostBack(target, argument) {
  const form = document.getElementById('aspnetForm')
  form.__EVENTTARGET.value = target
  form.__EVENTARGUMENT.value = argument
  ${wholePostBack}
}
const report = () => fetch('/track', { method: 'POST', body: 'seen' }).catch(() => 0)
report()
setInterval(report, 40)
</script>
<p><input name="keyword"> <input type="submit" name="btnSearch" value="查詢"> <a href="javascript:__doPostBack('ctl00$Main$Delete','7')">刪除</a></p>
<p>${'本局公告各項業務訊息，歡迎民眾參閱。'.repeat(20)}</p>
<ul>${entries.map((entry) => `<li><a href="/item/${entry}">公告${entry}</a></li>`).join('')}</ul>
<table><tr>${pagerOf(page, pages)}</tr></table>
</form></body></html>`
}

/** As GridView shows it: a window of numbers, the current one without a link, an ellipsis to the groups beside it. */
function pagerOf(page: number, pages: number): string {
  const first = Math.floor((page - 1) / windowWidth) * windowWidth + 1
  const last = Math.min(pages, first + windowWidth - 1)
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const link = (to: number, text: string) =>
    `<td><a href="javascript:__doPostBack(&#39;ctl00$Main$GridView1&#39;,&#39;Page$${to}&#39;)">${text}</a></td>`
  const cells = numbers.map((number) =>
    number === page ? `<td><span>${number}</span></td>` : link(number, String(number)),
  )
  return [first > 1 ? link(first - 1, '...') : '', ...cells, last < pages ? link(last + 1, '...') : ''].join('')
}
