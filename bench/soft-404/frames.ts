import { seededRandom } from '../generator/random.ts'
import { headline, numberOf, paragraph, topic } from './words.ts'

/** What stands around the main text of a page. */
export type Frame = (title: string, main: string) => string

const menu = [
  ['/about.html', '機關簡介'],
  ['/duty.html', '業務職掌'],
  ['/organization.html', '組織架構'],
  ['/law.html', '法規查詢'],
  ['/service.html', '便民服務'],
  ['/contact.html', '聯絡我們'],
  ['/privacy.html', '隱私權及資訊安全政策'],
] as const

/** Paths of the pages every site has, with their titles. */
export const standingPages: readonly (readonly [path: string, title: string])[] = menu

const items = menu.map(([path, label]) => `<li><a href="${path}">${label}</a></li>`).join('')
const address = '地址：臺灣省某縣某市府前路一號　電話：(04)2222-8888　服務時間：週一至週五 08:00-17:00'

/** A site of today: landmarks, breadcrumb, title of page before that of the site. */
export const modern: Frame = (title, main) => `<!doctype html><html lang="zh-Hant-TW"><head><meta charset="utf-8">
<title>${title} - 某縣政府某某局</title><meta name="viewport" content="width=device-width"></head><body>
<a href="#main">跳到主要內容區塊</a><header><h1><a href="/">某縣政府某某局全球資訊網</a></h1><nav><ul>${items}</ul></nav></header>
<div class="breadcrumb"><a href="/">首頁</a> &gt; <span>${title}</span></div>
<main id="main"><h2>${title}</h2>${main}</main>
<footer><p>${address}</p><p>瀏覽人次：1234567　更新日期：115-11-20</p></footer></body></html>`

/** A site of 2005: tables, one title for all pages. */
export const tables: Frame = (
  title,
  main,
) => `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>某某縣某某鎮公所全球資訊網</title></head><body bgcolor="#ffffff"><table width="780" align="center"><tr><td colspan="2">
<a href="/"><img src="/banner.gif" alt="某某縣某某鎮公所" width="780" height="120"></a></td></tr><tr><td width="150" valign="top"><ul>${items}</ul></td>
<td valign="top"><b>${title}</b><br>${main}</td></tr><tr><td colspan="2" align="center">${address}</td></tr></table></body></html>`

/** Nothing around. */
export const bare: Frame = (title, main) =>
  `<html><head><meta charset="utf-8"><title>${title}</title></head><body>${main}</body></html>`

/** A living article: its own title, date and text. */
export function article(frame: Frame, random: () => number): { title: string; html: string } {
  const title = headline(random)
  const text = Array.from({ length: 3 }, () => `<p>${paragraph(random, 3)}</p>`).join('\n')
  return { title, html: frame(title, `<p>發布日期：115-0${1 + Math.floor(random() * 9)}-12</p>${text}`) }
}

/** What error pages like to show beside their message: news, other each time, and the time. */
export function relatedNews(path: string): string {
  const random = seededRandom(numberOf(path))
  const news = Array.from({ length: 5 }, () => `<li><a href="/about.html">${headline(random)}</a></li>`).join('')
  const second = String(numberOf(path) % 60).padStart(2, '0')
  return `<p>現在時間 2026/11/27 14:05:${second}</p><h3>相關新聞</h3><ul>${news}</ul><p>熱門關鍵字：${topic(random)}</p>`
}
