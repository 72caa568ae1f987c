import { pick } from './random.ts'
import { footerPages, sections, sentences } from './words.ts'

/** Bytes of a generated page, about. */
const pageBytes = 35_000

/** One page before it is written out. */
export interface PagePlan {
  path: string
  title: string
  section: string
  /** Links of the list in the main region. */
  related: readonly { href: string; text: string }[]
  /** Markup put into the main region as it is: what the plan wants tried on a reader. */
  extras: readonly string[]
}

const shared = Array.from({ length: 8 }, (_, n) => n)

/** What every page begins with after its head, byte for byte the same. */
const header = `<a class="skip" href="#main" title="跳到主要內容區塊">跳到主要內容區塊</a>
<header class="site-header"><a id="AU" accesskey="U" href="#AU" title="上方功能區塊">:::</a>
<div class="logo"><a href="/"><img src="/assets/logo.png" alt="示範水資源局全球資訊網"></a></div>
<ul class="functions"><li><a href="/">回首頁</a></li><li><a href="/site/sitemap.html">網站導覽</a></li><li><a href="/site/mail.html">首長信箱</a></li><li><a href="javascript:;" onclick="setFont(2)">字級</a></li></ul>
<form class="search" action="/search" method="get"><label for="q">關鍵字</label><input id="q" name="q" type="text"><select name="kind" title="分類"><option>全部</option><option>公告</option><option>法規</option></select><button type="submit">搜尋</button></form>
<nav class="main-nav" aria-label="主選單"><ul>${sections.map(navItem).join('\n')}</ul></nav></header>`

function navItem([folder, label]: readonly [string, string]): string {
  return `<li class="has-sub"><a href="/${folder}/" title="${label}">${label}</a><ul><li><a href="/${folder}/1.html">${label}總覽</a></li></ul></li>`
}

const footer = `<footer class="site-footer"><a id="AZ" accesskey="Z" href="#AZ" title="下方功能區塊">:::</a>
<ul>${footerPages.map(([name, label]) => `<li><a href="/site/${name}.html">${label}</a></li>`).join('')}
<li><a href="https://www.gov.tw/" target="_blank" rel="noopener" title="我的E政府(另開新視窗)">我的E政府</a></li></ul>
<address>地址：臺中市示範區水源路一段1號　電話：04-2222-1234</address><p>更新日期：115-11-20　瀏覽人次：1,234,567</p></footer>`

const style = `<style>${Array.from({ length: 60 }, (_, n) => `.block-${n} .item:nth-child(${n + 1}){margin:${n}px auto;padding:.${n}em;color:#${String(222 + n)};}`).join('\n')}</style>`
const script = `<script>${Array.from({ length: 30 }, (_, n) => `window.menu${n}=function(){var a="/ajax/load${n}.html?id="+${n};return a+'<a href="/script/none${n}.html">'};`).join('\n')}</script>`

/** The page as HTML; `random` fills it up with text. */
export function pageMarkup(plan: PagePlan, random: () => number): string {
  const before = `${headOf(plan)}<body class="inner">${header}${mainStart(plan)}`
  const rest = `</main>${footer}${script}</body></html>`
  const wanted = pageBytes - Buffer.byteLength(before) - Buffer.byteLength(rest)
  return before + prose(wanted, random) + rest
}

function headOf({ title, section, path }: PagePlan): string {
  const dc = [
    'DC.Title',
    'DC.Creator',
    'DC.Subject',
    'DC.Publisher',
    'DC.Date',
    'DC.Type',
    'DC.Language',
    'DC.Identifier',
  ]
  const meta = [...dc, 'Category.Theme', 'Category.Cake', 'Category.Service', 'Keywords']
  return `<!doctype html>
<html lang="zh-Hant-TW"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}｜示範水資源局</title>${meta.map((name) => `<meta name="${name}" content="${section}${path}">`).join('\n')}
${[0, 1, 2].map((n) => `<link rel="stylesheet" href="/assets/style${n}.css">`).join('')}<link rel="shortcut icon" href="/assets/icon0.png">
${[0, 1, 2].map((n) => `<script src="/assets/script${n}.js"></script>`).join('')}${style}</head>`
}

function mainStart({ title, section, related, extras }: PagePlan): string {
  const icons = shared.map((n) => `<img src="/assets/icon${n}.png" alt="" width="16" height="16">`).join('')
  const rows = related.map(
    ({ href, text }, n) =>
      `<li class="item"><a href="${href}" title="${text}"><span>${text}</span></a> <time>115-${1 + (n % 11)}-${1 + (n % 28)}</time></li>`,
  )
  return `<div class="breadcrumb"><a href="/">首頁</a> &gt; <a href="./">${section}</a> &gt; ${title}</div>
<main id="main"><a id="AC" accesskey="C" href="#AC" title="主要內容區塊">:::</a><h1>${title}</h1>
<div class="meta"><span>發布日期：115-10-${10 + (related.length % 18)}</span><span>發布單位：${section}組</span>${icons}</div>
<ul class="list">${rows.join('\n')}</ul>${extras.join('\n')}`
}

function prose(bytes: number, random: () => number): string {
  const parts: string[] = []
  for (let left = bytes, n = 0; left > 0; n += 1) {
    const text = Array.from({ length: 4 }, () => sentences[pick(random, sentences.length)]).join('')
    const part = n % 5 === 0 ? `<h2>第${n / 5 + 1}節</h2><p>${text}</p>` : `<p class="text">${text}</p>\n`
    parts.push(n % 9 === 8 ? table(n) : part)
    left -= Buffer.byteLength(parts.at(-1) ?? '')
  }
  return parts.join('')
}

function table(n: number): string {
  const row = (r: number) => `<tr><th scope="row">項目${r}</th><td>${n * r}</td><td>${n + r} 件</td></tr>`
  return `<table class="grid"><caption>辦理情形</caption><tbody>${Array.from({ length: 8 }, (_, r) => row(r)).join('')}</tbody></table>`
}
