import { bare, modern, relatedNews, standingPages, tables } from '../frames.ts'
import { type Kind, page, type Site } from '../site.ts'

/** Sites that answer 200 with one page for all that is not there. */
export const errorPages: readonly Kind[] = [
  everywhere('IIS, its page for 404 sent with 200', () =>
    bare(
      '404 - 找不到檔案或目錄。',
      '<div id="header"><h1>伺服器錯誤</h1></div><div><h2>404 - 找不到檔案或目錄。</h2><h3>您要尋找的資源可能已經移除、名稱已經變更或暫時無法使用。</h3></div>',
    ),
  ),
  everywhere('a record that is not there, within the frame', () =>
    modern('某某局', '<p class="nodata">查無資料!!</p>'),
  ),
  everywhere('with other news, the time and the address each time', (path) =>
    modern('找不到網頁', `<p>很抱歉，您要找的網頁 ${path} 不存在，可能已被移除或更改名稱。</p>${relatedNews(path)}`),
  ),
  everywhere('in English only', () =>
    bare('Oops', '<h1>Sorry</h1><p>The page you requested could not be found. Please check the URL and try again.</p>'),
  ),
  everywhere('with the whole menu and forty links', (path) =>
    modern('錯誤訊息', `${fortyLinks()}${relatedNews(path)}`),
  ),
  everywhere('goes home by itself after ten seconds', () =>
    tables(
      '訊息',
      '<meta http-equiv="refresh" content="10;url=/">您所瀏覽的網頁已更新或移除，系統將於10秒後自動導向首頁。',
    ),
  ),
  everywhere('a picture', () =>
    bare('404', '<a href="/"><img src="/images/404.png" alt="404 Error" width="800" height="600"></a>'),
  ),
  everywhere('no word of an error, only where else to go', () =>
    modern('歡迎光臨', `<p>您好，請利用下列連結或站內搜尋繼續瀏覽本網站。</p>${siteMap()}`),
  ),
  everywhere('a servlet container behind a proxy', (path) =>
    bare(
      'HTTP Status 404 – Not Found',
      `<h1>HTTP Status 404 – Not Found</h1><hr><p><b>Type</b> Status Report</p><p><b>Message</b> ${path}</p><p><b>Description</b> The origin server did not find a current representation for the target resource or is not willing to disclose that one exists.</p><hr><h3>Apache Tomcat/9.0.65</h3>`,
    ),
  ),
  everywhere('a blog program, in English within a Chinese frame', () =>
    modern(
      'Page not found',
      '<h1>Oops! That page can&rsquo;t be found.</h1><p>It looks like nothing was found at this location. Maybe try a search?</p><form role="search"><input type="search" name="s" aria-label="搜尋"></form>',
    ),
  ),
  everywhere('ASP.NET, its yellow page', (path) =>
    bare(
      '找不到資源。',
      `<h1>'/' 應用程式中發生伺服器錯誤。</h1><h2><i>找不到資源。</i></h2><b>描述: </b>HTTP 404。您要尋找的資源 (或其中一項相依資源) 可能已經移除、名稱已經變更，或暫時無法使用。請檢閱下列 URL，並且確定其拼字無誤。<br><b>要求的 URL: </b>${path}<hr><b>版本資訊:</b> Microsoft .NET Framework 版本:4.0.30319`,
    ),
  ),
  { name: 'in Big5', build: inBig5 },
  { name: 'another in each directory', build: byDirectory },
  { name: 'for .aspx alone, the rest an honest 404', build: aspxOnly },
]

/** The site answers so wherever nothing is: news of three directories live, as many are gone. */
function everywhere(name: string, html: (path: string) => string): Kind {
  return {
    name,
    build(site) {
      newsIn(site, ['/news/', '/bulletin/', '/event/'])
      site.elsewhere(/^/, ({ path }) => page(html(path)))
    },
  }
}

export function newsIn(site: Site, folders: readonly string[]): void {
  for (const folder of folders) {
    site.articles(site.ids(8).map((id) => `${folder}${id}.html`))
    site.links(
      'soft',
      site.ids(7).map((id) => `${folder}${id + 5000}.html`),
    )
  }
}

function byDirectory(site: Site): void {
  newsIn(site, ['/tw/', '/en/', '/kids/'])
  site.elsewhere(/^[/]en[/]/, () =>
    page(bare('Error', '<p>This page does not exist. Back to <a href="/">home</a></p>')),
  )
  site.elsewhere(/^[/]kids[/]/, () =>
    page(tables('哎呀', '小朋友，你要找的網頁跑去玩囉！<img src="/kids/lost.gif" alt="迷路的小熊">')),
  )
  site.elsewhere(/^/, () => page(modern('訊息通知', '<p>您要找的頁面不存在，請確認網址是否正確。</p>')))
}

function aspxOnly(site: Site): void {
  site.articles(site.ids(20).map((id) => `/news/Detail.aspx?id=${id}`))
  site.links(
    'soft',
    site.ids(15).map((id) => `/news/Content${id}.aspx`),
  )
  site.links(
    'gone',
    site.ids(6).map((id) => `/news/${id}.html`),
  )
  site.elsewhere(/[.]aspx/i, () => page(tables('系統訊息', '您所要求的網頁不存在或已移除，造成不便請見諒。')))
}

/** 「很抱歉，找不到您要的網頁」 as bytes: Node encodes no Big5. */
const big5Words = Buffer.from('abdca9eaba70a141a7e4a4a3a8ecb17aad6eaababaf4adb6', 'hex')

function inBig5(site: Site): void {
  newsIn(site, ['/news/', '/bulletin/'])
  const [before = '', after = ''] = bare('', '#').replace('utf-8', 'big5').split('#')
  const body = Buffer.concat([Buffer.from(before), big5Words, Buffer.from(after)])
  site.elsewhere(/^/, () => ({ ...page(''), headers: { 'content-type': 'text/html' }, body }))
}

function fortyLinks(): string {
  return Array.from({ length: 40 }, (_, at) => `<a href="/about.html?part=${at}">服務項目第${at + 1}項</a>`).join('　')
}

function siteMap(): string {
  return `<ul>${standingPages.map(([path, label]) => `<li><a href="${path}">${label}</a></li>`).join('')}</ul>`
}
