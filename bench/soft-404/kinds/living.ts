import { pick } from '../../generator/random.ts'
import { type Frame, modern, relatedNews, tables } from '../frames.ts'
import { type Kind, page, type Site } from '../site.ts'
import { headline, paragraph, place, topic } from '../words.ts'

const lost = '<p>很抱歉，您所查詢的頁面不存在，請回<a href="/">首頁</a>重新查詢。</p>'

/** Pages that live and look as if they did not, beside pages that really are not there. */
export const living: readonly Kind[] = [
  beside(
    'very short',
    (site) => ({
      title: `${place(site.random)}服務站`,
      main: `電話：04-2${pick(site.random, 9)}22-33${pick(site.random, 90) + 10}`,
    }),
    tables,
    () => page(tables('查詢結果', '查無此頁')),
  ),
  beside(
    'empty lists that say so',
    (site) => ({
      title: topic(site.random),
      main: `<form><label>關鍵字<input name="q"></label><button>查詢</button></form><table><tr><th>日期</th><th>標題</th></tr><tr><td colspan="2">查無資料</td></tr></table><p>共 0 筆，第 1/1 頁</p>`,
    }),
    modern,
    () => page(modern('網頁不存在', lost)),
  ),
  beside(
    'articles with an empty box of related files',
    (site) => ({
      title: headline(site.random),
      main: `<p>${paragraph(site.random, 4)}</p><h3>相關檔案</h3><p>查無資料</p><h3>相關連結</h3><p>無相關連結</p>`,
    }),
    modern,
    () => page(modern('訊息', '<p>查無資料</p>')),
  ),
  beside('news of pages that are not there', newsOfErrors, modern, () => page(modern('網頁不存在', lost))),
  beside(
    'stations alike but for a name and numbers',
    (site) => station(site),
    modern,
    ({ path }) => page(modern('找不到網頁', `${lost}${relatedNews(path)}`)),
  ),
  beside(
    'offices alike, and so is the page of none',
    (site) => office(place(site.random), String(pick(site.random, 9000) + 1000)),
    modern,
    () => page(modern('服務據點', office('', '').main)),
  ),
  beside(
    'one picture each',
    (site) => poster(headline(site.random), pick(site.random, 9999)),
    modern,
    () => page(modern('404', '<img src="/img/404.png" alt="404">')),
  ),
  beside(
    'log-ins of several systems',
    (site) => ({
      title: `${topic(site.random)}系統登入`,
      main: '<form method="post"><label>帳號<input name="u"></label><label>密碼<input type="password" name="p"></label><label>驗證碼<input name="c"></label><button>登入</button></form>',
    }),
    modern,
    () => page(modern('錯誤', '<p>無此系統</p>')),
  ),
  beside(
    'all end with the same long text',
    (site) => ({ title: headline(site.random), main: `<p>${paragraph(site.random, 1)}</p>${boilerplate}` }),
    modern,
    () => page(modern('系統訊息', `<p>查無此文章。</p>${boilerplate}`)),
  ),
  beside(
    'a map in a frame',
    (site) => ({
      title: '電子地圖',
      main: `<iframe src="/map/${pick(site.random, 99999)}.html" title="地圖" width="600" height="400"></iframe>`,
    }),
    modern,
    () => page(modern('電子地圖', '<p>找不到您要的地圖</p>')),
  ),
  beside('notices of maintenance and of removed services', noticeOfEnd, tables, () =>
    page(tables('訊息', '此網頁已不存在')),
  ),
  beside(
    'lost property',
    (site) => ({
      title: '遺失物公告',
      main: `<p>民眾於${place(site.random)}拾得皮夾一只，失主不明，找不到失主，逾期未認領者依規定辦理。</p><p>編號 ${pick(site.random, 9999)}</p>`,
    }),
    modern,
    () => page(modern('訊息', '<p>查無此公告</p>')),
  ),
  beside(
    'albums of numbered pictures',
    (site) => ({
      title: headline(site.random),
      main: Array.from(
        { length: 12 },
        (_, at) => `<img src="/album/${pick(site.random, 9999)}.jpg" alt="照片${at + 1}">`,
      ).join(''),
    }),
    modern,
    () => page(modern('活動相簿', '<p>相簿不存在</p>')),
  ),
]

type Content = { title: string; main: string }

/** Twenty-four pages of the sort, in two directories, and fourteen addresses where nothing is. */
function beside(
  sort: string,
  content: (site: Site) => Content,
  frame: Frame,
  nothing: (asked: { path: string }) => ReturnType<typeof page>,
): Kind {
  return {
    name: `living: ${sort}`,
    build(site) {
      for (const folder of ['/item/', '/case/']) {
        for (const id of site.ids(12)) {
          const { title, main } = content(site)
          site.alive(`${folder}${id}.html`, { title, html: frame(title, main) })
        }
        site.links(
          'soft',
          site.ids(7).map((id) => `${folder}${id + 5000}.html`),
        )
      }
      site.elsewhere(/^/, nothing)
    },
  }
}

const oddNews = [
  [
    '提醒民眾小心釣魚簡訊',
    '詐騙集團寄送假冒監理站簡訊，點選後若出現「網頁不存在」或「404 Not Found」，仍可能已被植入惡意程式。',
  ],
  [
    '網站改版後出現找不到網頁怎麼辦？',
    '答：本站改版後部分舊網址已失效，若出現「找不到網頁」訊息，請由首頁重新查詢或清除瀏覽器暫存。',
  ],
  [
    '查詢申辦進度時顯示查無資料',
    '答：請確認案件編號是否正確，剛送出之案件需隔日始可查詢，若仍顯示「查無資料」請洽承辦人。',
  ],
  ['404 公車路線異動', '404 路公車自十二月一日起改道行駛，原停靠之市府站不再停靠。'],
] as const

function newsOfErrors(site: Site): Content {
  const [title, text] = oddNews[pick(site.random, oddNews.length)] as (typeof oddNews)[number]
  return { title, main: `<p>${text}</p><p>${paragraph(site.random, 1)}</p>` }
}

function noticeOfEnd(site: Site): Content {
  const what = topic(site.random)
  const ends = ['系統維護中公告', '專區頁面已移除公告', '網站停止服務公告', '活動網頁已下架通知'] as const
  const title = `${what}${ends[pick(site.random, ends.length)]}`
  return {
    title,
    main: `${title}：自115年${1 + pick(site.random, 12)}月起${what}網頁已移除，資料移至${place(site.random)}服務站供民眾查閱，造成不便敬請見諒。`,
  }
}

function station(site: Site): Content {
  const name = `${place(site.random)}測站`
  const number = () => pick(site.random, 300) / 10
  return {
    title: name,
    main: `<table><tr><th>溫度</th><td>${number()}</td></tr><tr><th>雨量</th><td>${number()}</td></tr><tr><th>風速</th><td>${number()}</td></tr><tr><th>相對濕度</th><td>${number()}</td></tr></table><p>資料來源：中央氣象署，每十分鐘更新。</p>`,
  }
}

/** With no name and no number: what such a program shows for an id it has not. */
function office(name: string, number: string): Content {
  return {
    title: name,
    main: `<h3>${name}服務據點</h3><ul><li>名稱：${name}</li><li>電話：${number}</li><li>地址：${name}</li></ul><p>服務時間為週一至週五上午八時至下午五時，中午不休息，歡迎民眾多加利用，洽公請攜帶身分證明文件。</p>`,
  }
}

function poster(title: string, number: number): Content {
  return { title, main: `<img src="/posters/${number}.jpg" alt="${title}海報">` }
}

const boilerplate = `<section><h3>資料開放宣告</h3><p>${'為利各界廣為利用網站資料，本網站上刊載之所有資料與素材，其得受著作權保護之範圍，以無償、非專屬，得再授權之方式提供公眾使用，使用者得不限時間及地域，重製、改作、編輯、公開傳輸或為其他方式之利用，開發各種產品或服務，此一授權行為不會嗣後撤回，使用者亦無須取得本機關之書面或其他方式授權；然使用時，應註明出處。'.repeat(2)}</p></section>`
