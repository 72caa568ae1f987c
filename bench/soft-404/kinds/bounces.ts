import { article, bare, modern, tables } from '../frames.ts'
import { type Kind, notFound, page, redirect, type Site } from '../site.ts'
import { newsIn } from './error-pages.ts'

/** Sites that send on whoever asks for what is not there, and sites that send on whoever asks for what is. */
export const bounces: readonly Kind[] = [
  sentOn('ASP.NET to /error.aspx?aspxerrorpath=', ({ path }) => redirect(`/error.aspx?aspxerrorpath=${path}`), true),
  sentOn('to an error page above, relative', () => redirect('../../Error/GenericErrorPage.aspx'), true),
  sentOn('home, 302', () => redirect('/')),
  sentOn('home, 301', () => redirect('/', 301)),
  sentOn('home by meta refresh', () =>
    page('<html><head><meta http-equiv="refresh" content="0; url=/"></head><body></body></html>'),
  ),
  sentOn('home by location.replace', () => page('<html><body><script>location.replace("/")</script></body></html>')),
  sentOn('an alert, then back', () =>
    page("<script language='javascript'>alert('查無此筆資料！');history.back();</script>"),
  ),
  sentOn('an alert, then home', () =>
    page(
      '<html><head><meta charset="utf-8"></head><body><script>alert("網址錯誤");window.location.href="/";</script></body></html>',
    ),
  ),
  { name: 'home of the language, as / does too', build: languageHome },
  { name: 'home for dead ids, an honest 404 elsewhere', build: homeForIds },
  { name: 'to an error page that is an honest 404', build: honestErrorPage },
  { name: 'living: once to the canonical address', build: canonical },
  { name: 'living: other names of the home page', build: homeNames },
  { name: 'living: to one log-in, the whole directory', build: logIn },
  { name: 'living: everything gets its language first', build: languageFirst },
]

function sentOn(
  name: string,
  answer: (asked: { path: string }) => ReturnType<typeof page>,
  hasErrorPage = false,
): Kind {
  return {
    name,
    build(site) {
      newsIn(site, ['/news/', '/bulletin/', '/event/'])
      if (hasErrorPage)
        site.elsewhere(/^[/]error/i, () => page(modern('系統訊息', '<p>很抱歉，目前無法顯示這個頁面</p>')))
      site.elsewhere(/^/, answer)
    },
  }
}

function languageHome(site: Site): void {
  newsIn(site, ['/tw/news/', '/tw/event/'])
  site.answers(
    '/tw/index.aspx',
    page(
      modern('首頁', '<a href="/list-1.html">最新消息 1</a><a href="/list-2.html">2</a><a href="/list-3.html">3</a>'),
    ),
  )
  site.answers('/', redirect('/tw/index.aspx'))
  site.elsewhere(/^/, () => redirect('/tw/index.aspx'))
}

function homeForIds(site: Site): void {
  site.articles(site.ids(20).map((id) => `/news.php?id=${id}`))
  const gone = site.ids(15).map((id) => `/news.php?id=${id + 5000}`)
  site.links('home', gone)
  for (const path of gone) site.answers(path, redirect('/'))
}

function honestErrorPage(site: Site): void {
  site.articles(site.ids(20).map((id) => `/news/${id}.html`))
  site.links(
    'gone',
    site.ids(15).map((id) => `/news/${id + 5000}.html`),
  )
  site.answers('/404.html', page(modern('404', '<p>找不到網頁</p>'), 404))
  site.elsewhere(/^/, () => redirect('/404.html'))
}

function canonical(site: Site): void {
  for (const id of site.ids(20)) {
    const { title, html } = article(modern, site.random)
    site.answers(`/news/${id}/${id}.html`, page(html))
    site.answers(`/news.aspx?id=${id}`, redirect(`/news/${id}/${id}.html`, id % 2 === 0 ? 301 : 302))
    site.links('alive', [`/news.aspx?id=${id}`], title)
  }
  site.links(
    'soft',
    site.ids(10).map((id) => `/news.aspx?id=${id + 5000}`),
  )
  site.elsewhere(/^/, () => page(tables('訊息', '無此網頁，請回<a href="/">首頁</a>')))
}

function homeNames(site: Site): void {
  const names = ['/default.aspx', '/index.php', '/index.html', '/home', '/tw/', '/mp.asp?mp=1']
  for (const path of names) site.answers(path, redirect('/', 301))
  site.links('alive', names, '回首頁')
  site.articles(site.ids(10).map((id) => `/news/${id}.html`))
  site.links(
    'gone',
    site.ids(5).map((id) => `/news/${id + 5000}.html`),
  )
}

function logIn(site: Site): void {
  const services = site.ids(12).map((id) => `/member/apply${id}.aspx`)
  site.links('alive', services, '線上申辦')
  site.links('alive', ['/member/', '/member/profile.aspx'], '會員專區')
  site.elsewhere(/^[/]member[/]/, ({ path }) => redirect(`/login.aspx?ReturnUrl=${encodeURIComponent(path)}`))
  site.elsewhere(/^[/]login[.]aspx/, () =>
    page(
      modern(
        '會員登入',
        '<form method="post"><label>帳號<input name="account"></label><label>密碼<input type="password" name="password"></label><button>登入</button></form>',
      ),
    ),
  )
  site.links(
    'gone',
    site.ids(5).map((id) => `/news/${id}.html`),
  )
}

function languageFirst(site: Site): void {
  for (const id of site.ids(20)) {
    const { title, html } = article(modern, site.random)
    site.answers(`/zh-tw/news/${id}`, page(html))
    site.links('alive', [`/news/${id}`], title)
  }
  site.links(
    'gone',
    site.ids(8).map((id) => `/news/${id + 5000}`),
  )
  site.elsewhere(/^[/]zh-tw[/]/, () => ({ ...notFound, body: bare('404', '找不到頁面') }))
  site.elsewhere(/^/, ({ path }) => redirect(`/zh-tw${path}`))
}
