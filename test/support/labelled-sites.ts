import type { LinkVerdict } from '../../store/model/check-result.ts'
import { answerWith, type Route, redirectTo } from './serve.ts'

/** A made site of a kind that stands on the web, and what a person who opened its links would say of them. */
export interface LabelledSite {
  name: string
  routes: Record<string, Route>
  /** Path -> verdict of a person; every one is linked from the home page. */
  labels: Record<string, LinkVerdict['verdict']>
}

const menu = '首頁 網站導覽 最新消息 機關介紹 業務資訊 便民服務 常見問答 意見信箱 English'
const footer =
  '地址：範例市示範路1號 電話：(02)1234-5678 服務時間：週一至週五上午8時30分至下午5時30分 隱私權及安全政策 政府網站資料開放宣告'

type Frame = (title: string, content: string) => string

/** A template that marks its content, as newer ones do. */
const marked: Frame = (title, content) =>
  `<!doctype html><html lang="zh-Hant-TW"><title>${title}</title><header><nav>${list(menu)}</nav></header><main>${content}</main><footer><p>${footer}</p></footer>`

/** A template of tables and boxes that marks nothing: the text of every page is mostly the same. */
const bare: Frame = (title, content) =>
  `<!doctype html><html><title>${title}</title><div class="a1">${list(menu)}</div><div class="b2">${content}</div><div class="c3"><p>${footer}</p></div>`

function list(items: string): string {
  return `<ul>${items
    .split(' ')
    .map((item) => `<li>${item}</li>`)
    .join('')}</ul>`
}

const subjects = '施政計畫 預算書表 災害防救 河川整治 用水統計 志工招募 設施開放 補助作業 工程進度 水質監測'.split(' ')

/** A page with something to say. */
function article(frame: Frame, index: number): string {
  const subject = subjects[index % subjects.length] ?? ''
  const text = `本局辦理${subject}，第${index + 1}期自即日起受理，相關規定及應備文件詳列於後，請於期限內向承辦單位提出。`
  return frame(`${subject}｜示範機關`, `<h1>${subject}</h1><p>${text}</p><p>${subject}之辦理情形按季公布。</p>`)
}

/** A page of one sentence: short, but its own. */
function sentence(frame: Frame, index: number): string {
  const subject = subjects[index % subjects.length] ?? ''
  return frame('示範機關', `<h1>${subject}</h1><p>${subject}請洽第${index + 1}科。</p>`)
}

function html(body: string, status = 200): Route {
  return answerWith(status, { 'content-type': 'text/html; charset=utf-8' }, body)
}

/** A site whose home page links to every labelled path; live ones are articles unless `routes` say otherwise. */
function made(
  name: string,
  frame: Frame,
  unknown: Route | null,
  labels: LabelledSite['labels'],
  routes: LabelledSite['routes'] = {},
): LabelledSite {
  const paths = Object.keys(labels)
  const links = paths.map((path, index) => `<li><a href="${path}">${subjects[index % subjects.length]}</a>`)
  const live = paths.filter((path) => labels[path] === 'ok')
  const articles = live.map((path, index) => [path, html(article(frame, index))] as const)
  const home = html(frame('示範機關', `<h2>最新消息</h2><ul>${links.join('')}</ul><p>歡迎光臨示範機關網站。</p>`))
  const rest = unknown === null ? {} : { '*': unknown }
  const none = html('', 404)
  return {
    name,
    labels,
    routes: {
      '/': home,
      '/robots.txt': none,
      '/sitemap.xml': none,
      ...Object.fromEntries(articles),
      ...routes,
      ...rest,
    },
  }
}

const soft = 'soft-404' as const
const ok = 'ok' as const

function all(verdict: LinkVerdict['verdict'], ...paths: string[]): LabelledSite['labels'] {
  return Object.fromEntries(paths.map((path) => [path, verdict]))
}

const live = all(
  ok,
  '/news/1.html',
  '/news/2.html',
  '/news/3.html',
  '/about/intro.html',
  '/about/duty.html',
  '/service/',
)
const dead = all(soft, '/news/88.html', '/news/99.html', '/about/old.html')

/** An excuse in a template, as a host answers it with 200 for everything that is missing. */
const excuses: readonly [name: string, frame: Frame, title: string, content: string][] = [
  ['hyweb', bare, '示範機關', '<h2>找不到您的頁面！</h2><p>您要找的網頁可能已移除、更名或暫時無法使用。</p>'],
  ['hyweb-marked', marked, '示範機關－找不到網頁', '<h2>找不到網頁</h2><p>回首頁</p>'],
  ['wordpress-200', marked, '找不到符合條件的頁面 – 示範機關', '<h1>糟糕！找不到這個頁面。</h1><p>試試搜尋？</p>'],
  ['english', bare, 'Page Not Found - Agency', '<h1>Oops!</h1><p>The page you requested could not be found.</p>'],
  [
    'iis-custom',
    marked,
    '404 - 找不到檔案或目錄。',
    '<h2>404 - 找不到檔案或目錄。</h2><p>您要尋找的資源可能已移除、名稱已變更或暫時無法使用。</p>',
  ],
  ['no-known-words', marked, '系統訊息', '<p>這裡目前沒有對應的服務，請由上方選單重新選擇，或聯絡本局資訊室協助。</p>'],
  ['no-known-words-bare', bare, '示範機關', '<div>迷路了嗎？請重新由選單進入。</div>'],
  ['lost', marked, '走失了', '<h1>此頁面似乎走失了</h1><p>點此返回上一步，或由網站導覽尋找服務項目。</p>'],
]

function echoing(frame: Frame): Route {
  return (request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(
      frame(
        '訊息',
        `<p>系統於 ${Date.now()} 收到 ${request.url} 之請求，惟未設定任何服務，敬請由選單重新選擇，造成不便敬請見諒。</p>`,
      ),
    )
  }
}

const shell = '<!doctype html><title>示範機關</title><div id="app"></div><script src="/app.js"></script>'
const login = marked(
  '會員登入',
  '<form><label>帳號<input name="u"></label><label>密碼<input type="password"></label></form>',
)
const f5 =
  '<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 1234</body></html>'
const incapsula =
  '<html><head><META NAME="ROBOTS"><script src="/_Incapsula_Resource?SWJIYLWA=719"></script></head><body></body></html>'
const cloudflare =
  '<!doctype html><html><head><title>Just a moment...</title></head><body><script>window._cf_chl_opt={}</script></body></html>'
const errorPage = '<h1>很抱歉，目前無法顯示這個頁面</h1><p>請稍後再試，或洽本局資訊室。</p>'

const newsList = html(
  marked('最新消息', `<h1>最新消息</h1><ul>${subjects.map((subject) => `<li>${subject}公告`).join('')}</ul>`),
)

/** Sites on which what is missing answers 200, and their near-misses; `ok` are the traps. */
export const labelledSites: readonly LabelledSite[] = [
  ...excuses.map(([name, frame, title, content]) =>
    made(name, frame, html(frame(title, content)), { ...live, ...dead }),
  ),
  made('echoing', marked, echoing(marked), { ...live, ...dead }),
  made('echoing-bare', bare, echoing(bare), { ...live, ...dead }),
  made(
    'aspx-error-page',
    bare,
    redirectTo('/Error/GenericErrorPage.aspx?aspxerrorpath=/x'),
    { ...live, ...all(soft, '/News_Content.aspx?n=1&s=9', '/old/cp.aspx?n=5') },
    {
      '/Error/GenericErrorPage.aspx': html(bare('示範機關', errorPage)),
    },
  ),
  made('home-bounce', marked, redirectTo('/'), { ...live, ...dead }),
  made('home-bounce-301', bare, redirectTo('/', 301), { ...live, ...dead }),
  made(
    'some-go-home',
    marked,
    null,
    { ...live, ...all('redirected-home', '/old/event') },
    { '/old/event': redirectTo('/') },
  ),
  made(
    'gate-to-home',
    marked,
    html('', 404),
    { ...live, ...all('redirected-home', '/inner/a', '/inner/b', '/inner/c') },
    {
      '/inner/a': redirectTo('/'),
      '/inner/b': redirectTo('/'),
      '/inner/c': redirectTo('/'),
    },
  ),
  made(
    'gate-to-login',
    marked,
    redirectTo('/account/login'),
    { ...all(ok, '/member/orders', '/member/profile') },
    {
      '/account/login': html(login),
      '/member/orders': redirectTo('/account/login'),
      '/member/profile': redirectTo('/account/login'),
    },
  ),
  made('true-404', marked, null, { ...live, ...all('broken', '/news/88.html', '/about/old.html') }),
  made('spa', marked, html(shell), all(ok, '/app/a', '/app/b', '/list'), {
    '/app/a': html(shell),
    '/app/b': html(shell),
    '/list': html(shell),
  }),
  made('fallback-list', marked, newsList, all(ok, '/news/', '/news/1', '/news/2', '/news/page2'), {
    '/news/': newsList,
    '/news/page2': newsList,
  }),
  made(
    'cms-by-id',
    marked,
    null,
    { ...live, ...all(soft, '/cp.aspx?n=77', '/cp.aspx?n=78'), ...all(ok, '/cp.aspx?n=1', '/cp.aspx?n=2') },
    {
      '/cp.aspx?n=77': html(marked('示範機關', '<p>資料不存在</p>')),
      '/cp.aspx?n=78': html(marked('示範機關', '<h2>訊息</h2><p>您要查詢的資料已下架，謝謝。</p>')),
    },
  ),
  made(
    'short-pages',
    bare,
    html(bare('示範機關', '<h2>找不到您的頁面！</h2>')),
    { ...all(ok, '/u/1', '/u/2', '/u/3', '/u/4'), ...all(soft, '/u/9') },
    Object.fromEntries([1, 2, 3, 4].map((n) => [`/u/${n}`, html(sentence(bare, n))])),
  ),
  made('speaks-of-it', marked, null, all(ok, '/faq', '/notice', '/empty', '/rule', '/moved', '/handbook'), {
    '/faq': html(marked('常見問答', '<h1>找不到網頁怎麼辦？</h1><p>請由網站導覽查詢，或電洽資訊室。</p>')),
    '/notice': html(
      marked('舊網址失效公告', '<h1>舊網址失效公告</h1><p>本局舊網址將於12月1日失效，請改用新網址並更新書籤。</p>'),
    ),
    '/empty': html(marked('決標公告', '<h1>決標公告</h1><p>查無資料</p>')),
    '/rule': html(
      marked(
        '網頁維護作業規定',
        `<h1>網頁維護作業規定</h1><p>${'各單位應定期檢核網頁不存在、連結失效等情形，並於三日內更正。'.repeat(8)}</p>`,
      ),
    ),
    '/moved': html(
      marked('遷移公告', '<h1>機關遷移公告</h1><p>本局自115年起遷移至新址辦公，原址不再受理臨櫃案件，敬請配合。</p>'),
    ),
    '/handbook': html(
      marked(
        '操作手冊',
        `<h1>操作手冊</h1><p>${'畫面顯示「找不到網頁」時，請確認網址是否正確，並依下列步驟操作。'.repeat(12)}</p>`,
      ),
    ),
  }),
  made(
    'documents',
    marked,
    null,
    {
      ...live,
      ...all(soft, '/files/a.pdf', '/Download.ashx?icon=.odt'),
      ...all('unconfirmed', '/files/view.pdf'),
      ...all('blocked', '/files/secret.pdf'),
    },
    {
      '/files/a.pdf': html(marked('下載', '<p>檔案不存在</p>')),
      '/Download.ashx?icon=.odt': html('<script>alert("查無檔案")</script><p>查無檔案</p>'),
      '/files/view.pdf': html(
        marked('年度報告', '<h1>年度報告</h1><p>請點選章節線上閱讀，或以瀏覽器列印全文，本報告每年更新。</p>'),
      ),
      '/files/secret.pdf': html(login),
    },
  ),
  made(
    'bot-walls',
    marked,
    null,
    { ...live, ...all('blocked', '/w/f5', '/w/incapsula', '/w/cloudflare', '/w/403', '/w/999') },
    {
      '/w/f5': html(f5),
      '/w/incapsula': html(incapsula),
      '/w/cloudflare': html(cloudflare, 503),
      '/w/403': html('<h1>Forbidden</h1>', 403),
      '/w/999': answerWith(999, {}),
    },
  ),
  made('wall-scripts-in-pages', marked, null, all(ok, '/p/1', '/p/2'), {
    '/p/1': html(article(marked, 1).replace('<main>', '<script src="/_Incapsula_Resource?x=1"></script><main>')),
    '/p/2': html(
      article(marked, 2).replace(
        '<main>',
        '<script src="/cdn-cgi/challenge-platform/h/b/scripts/jsd/main.js"></script><main>',
      ),
    ),
  }),
]
