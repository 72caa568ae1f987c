import { pick } from '../../generator/random.ts'
import { article, bare, modern, tables } from '../frames.ts'
import { type Kind, page, redirect, type Site } from '../site.ts'
import { headline, place, topic } from '../words.ts'

/** Written after the mends and measured once: what the new evidence could get wrong. Whoever wrote them knew the detector. */
export const afterMending: readonly Kind[] = [
  { name: 'after: an unknown id shows the first record, linked without its name', build: firstRecord },
  { name: 'after: a parameter that changes nothing', build: idleParameter },
  {
    name: 'after: days without an event',
    build: (site) => calendar(site, 'date', (n) => `202611${String(n).padStart(2, '0')}`),
  },
  { name: 'after: categories without entries, labels of two words', build: emptyCategories },
  { name: 'after: stations by id, zeros for none', build: stations },
  { name: 'after: pages being made, all alike', build: beingMade },
  { name: 'after: forms with a picture to type', build: formsWithPicture },
  { name: 'after: a record gone, the page in English', build: englishRecord },
  { name: 'after: removed by the office, with a reason', build: removedWithReason },
  { name: 'after: records by a path, none in an honest frame', build: byPath },
  { name: 'after: home for all, and ways home by other names', build: waysHome },
  { name: 'after: files by a long name, an old page for none', build: filesOfProgram },
]

function records(site: Site, program: string, living: number, gone: number): void {
  site.articles(site.ids(living).map((id) => `${program}${id}`))
  site.links(
    'soft',
    site.ids(gone).map((id) => `${program}${id + 5000}`),
  )
}

function firstRecord(site: Site): void {
  const first = article(modern, site.random)
  site.alive('/show.php?no=501', { title: '詳細', html: first.html })
  site.articles(site.ids(14).map((id) => `/show.php?no=${id}`))
  site.links(
    'untold',
    site.ids(4).map((id) => `/show.php?no=${id + 5000}`),
    '更多',
  )
  site.elsewhere(/^[/]show/, () => page(first.html))
}

function idleParameter(site: Site): void {
  for (const id of site.ids(16)) {
    const { title, html } = article(modern, site.random)
    site.alive(`/${id}/index.aspx?mid=${id}00`, { title, html })
    site.elsewhere(new RegExp(`^/${id}/index`), () => page(html))
  }
}

function calendar(site: Site, name: string, day: (n: number) => string): void {
  for (let n = 1; n <= 24; n += 1) {
    const text = n % 3 === 0 ? '<p>本日無活動</p>' : `<p>${headline(site.random)}</p><p>地點：${place(site.random)}</p>`
    site.alive(`/calendar.aspx?${name}=${day(n)}`, { title: String(n), html: modern('活動行事曆', text) })
  }
  site.elsewhere(/^[/]calendar/, () => page(modern('活動行事曆', '<p>本日無活動</p>')))
}

function emptyCategories(site: Site): void {
  for (const id of site.ids(20)) {
    const list =
      id % 3 === 0
        ? '<p>目前查無資料</p>'
        : `<ul>${Array.from({ length: 8 }, () => `<li>${headline(site.random)}</li>`).join('')}</ul>`
    site.alive(`/list.aspx?unit=${id}`, { title: `${topic(site.random)}公告`, html: modern('公告列表', list) })
  }
  site.elsewhere(/^[/]list[.]/, () => page(modern('公告列表', '<p>目前查無資料</p>')))
}

function stations(site: Site): void {
  const shown = (name: string, value: () => number) => tables(name, `溫度 ${value()} 雨量 ${value()} 風速 ${value()}`)
  for (const id of site.ids(16)) {
    const name = `${place(site.random)}測站`
    site.alive(`/station.asp?sid=${id}`, { title: name, html: shown(name, () => pick(site.random, 300) / 10) })
  }
  site.links(
    'soft',
    site.ids(6).map((id) => `/station.asp?sid=${id + 5000}`),
  )
  site.elsewhere(/^[/]station/, () => page(shown('', () => 0)))
}

function beingMade(site: Site): void {
  site.articles(site.ids(12).map((id) => `/plan/${id}.html`))
  for (const id of site.ids(5))
    site.alive(`/plan/${id + 3000}.html`, {
      title: topic(site.random),
      html: modern('專區', '<p>網頁建置中，敬請期待。</p>'),
    })
  site.links(
    'gone',
    site.ids(5).map((id) => `/plan/${id + 5000}.html`),
  )
}

function formsWithPicture(site: Site): void {
  for (const id of site.ids(12)) {
    const title = `${topic(site.random)}進度查詢`
    const form = `<form><label>案件編號<input name="n"></label><label>驗證碼<input name="c"></label><img src="/c.ashx" alt="驗證碼"><button>查詢</button></form><p>請輸入案件編號及驗證碼後按查詢。</p>`
    site.alive(`/query/${id}.aspx`, { title, html: modern(title, form) })
  }
  site.links(
    'soft',
    site.ids(8).map((id) => `/query/${id + 5000}.aspx`),
  )
  site.elsewhere(/^[/]query/, () => page(modern('系統訊息', '<p>您輸入的網址不存在，請重新確認。</p>')))
}

function englishRecord(site: Site): void {
  records(site, '/en/News_Content.aspx?n=77&s=', 14, 10)
  site.elsewhere(/^[/]en[/]News/, () => page(modern('News', '<p>Sorry, this content is not available.</p>')))
}

function removedWithReason(site: Site): void {
  records(site, '/bulletin/detail?docid=', 16, 10)
  site.elsewhere(/^[/]bulletin/, ({ path }) =>
    page(modern('公布欄', `<p>本公告（編號${path.slice(-4)}）因公告期滿，業由承辦單位移除。</p>`)),
  )
}

function byPath(site: Site): void {
  site.articles(site.ids(16).map((id) => `/cp-27-${id}-a1b2c-1.html`))
  site.links(
    'soft',
    site.ids(10).map((id) => `/cp-27-${id + 5000}-a1b2c-1.html`),
  )
  site.elsewhere(/^[/]cp-/, () => page(modern('內容', '<p>查無此篇文章，可能已經移除。</p>')))
}

function waysHome(site: Site): void {
  site.articles(site.ids(14).map((id) => `/news/${id}.html`))
  site.links(
    'soft',
    site.ids(8).map((id) => `/news/${id + 5000}.html`),
  )
  site.links('alive', ['/mp.asp?mp=1', '/main.do?method=home'], '回首頁')
  site.links('alive', ['/portal'], '某縣政府某某局全球資訊網')
  site.elsewhere(/^/, () => redirect('/'))
}

function filesOfProgram(site: Site): void {
  const pdf = { status: 200, headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.4\n%%EOF' }
  for (const id of site.ids(10)) {
    site.answers(`/Download.ashx?u=${id}abcdef&icon=.pdf`, pdf)
    site.links('alive', [`/Download.ashx?u=${id}abcdef&icon=.pdf`], headline(site.random))
  }
  site.links(
    'soft',
    site.ids(8).map((id) => `/Download.ashx?u=${id + 5000}abcdef&icon=.pdf`),
  )
  site.elsewhere(/^[/]Download/, () => page(bare('', '<p>The file is no longer on the server.</p>')))
}
