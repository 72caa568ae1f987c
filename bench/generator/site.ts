import { type PagePlan, pageMarkup } from './markup.ts'
import { pick, seededRandom } from './random.ts'
import { footerPages, sections } from './words.ts'

/** What one path answers. */
export interface GeneratedAnswer {
  status: number
  mediaType: string
  body: Buffer
  location?: string
  /** Answer to HEAD where it is another one than to GET, as old servers have it. */
  headStatus?: number
}

/** A made-up agency's site: the same for the same number of pages and seed. */
export interface GeneratedSite {
  /** Path (percent-encoded, with query) -> answer; anything else is 404. */
  answers: ReadonlyMap<string, GeneratedAnswer>
  /** Paths that are linked and gone, sorted. */
  dead: readonly string[]
}

const related = 24
const html = 'text/html; charset=utf-8'

/**
 * About `count` pages of 35 KB with 350-550 elements and about 105 links each; one dead address for every fifty pages (missing pages,
 * documents and images, linked from one to three places each), and beside each a decoy: an address that looks as if it
 * were dead and is not, or stands where no visitor ever follows it.
 */
export function generateSite(count: number, seed: number): GeneratedSite {
  const random = seededRandom(seed)
  const pages = planPages(count, random)
  const answers = new Map<string, GeneratedAnswer>()
  addAssets(answers)
  const dead = plantDead(pages, random)
  plantDecoys(pages, answers, random)
  for (const plan of pages) {
    answers.set(plan.path, { status: 200, mediaType: html, body: Buffer.from(pageMarkup(plan, random)) })
  }
  return { answers, dead: [...dead].sort() }
}

interface OpenPlan extends PagePlan {
  related: { href: string; text: string }[]
  extras: string[]
}

function planPages(count: number, random: () => number): OpenPlan[] {
  const fixed = [
    page('/', '首頁', '首頁'),
    page('/site/', '本站資訊', '本站資訊'),
    ...footerPages.map(([name, label]) => page(`/site/${name}.html`, label, label)),
  ]
  const indexes = sections.map(([folder, label]) => page(`/${folder}/`, label, label))
  const articles = Math.max(sections.length, count - fixed.length - indexes.length)
  const made = Array.from({ length: articles }, (_, n) => articlePage(n, random))
  linkUp([...fixed, ...indexes], made, random)
  linkUp(made, made, random)
  return [...fixed, ...indexes, ...made]
}

function page(path: string, title: string, section: string): OpenPlan {
  return { path, title, section, related: [], extras: [] }
}

function articlePage(n: number, random: () => number): OpenPlan {
  const [folder, label] = sections[n % sections.length] ?? ['news', '最新消息']
  const number = Math.floor(n / sections.length) + 1
  return page(`/${folder}/${number}.html`, `${label}第${number}號公告（${pick(random, 90_000) + 10_000}）`, label)
}

/** Each article leads to two later ones, as in a heap, so that all are reached; the other links go anywhere. */
function linkUp(from: readonly OpenPlan[], articles: readonly OpenPlan[], random: () => number): void {
  for (const [n, plan] of from.entries()) {
    const heirs = [2 * n + 1, 2 * n + 2].filter((heir) => heir < articles.length)
    const others = Array.from({ length: related - heirs.length }, () => pick(random, articles.length))
    for (const target of [...heirs, ...others]) {
      const { path, title } = articles[target] ?? plan
      plan.related.push({ href: path, text: title })
    }
  }
}

/** Returns the dead paths. */
function plantDead(pages: readonly OpenPlan[], random: () => number): Set<string> {
  const dead = new Set<string>()
  const total = Math.max(9, Math.round(pages.length / 50))
  for (let n = 0; n < total; n += 1) {
    const path = [`/gone/${n}.html`, `/files/${n}/lost.pdf`, `/assets/missing${n}.png`][n % 3] ?? ''
    dead.add(path)
    const markup =
      n % 3 === 2 ? `<p><img src="${path}" alt="說明圖"></p>` : `<p><a href="${path}">相關資料（${n}）</a></p>`
    for (let places = 1 + pick(random, 3); places > 0; places -= 1) placeOf(pages, random).extras.push(markup)
  }
  return dead
}

function plantDecoys(pages: readonly OpenPlan[], answers: Map<string, GeneratedAnswer>, random: () => number): void {
  const total = Math.max(9, Math.round(pages.length / 50))
  for (let n = 0; n < total; n += 1) {
    const decoy = decoys[n % decoys.length] ?? moved
    placeOf(pages, random).extras.push(decoy(n, placeOf(pages, random).path, answers))
  }
}

type Decoy = (n: number, target: string, answers: Map<string, GeneratedAnswer>) => string

const moved: Decoy = (n, target, answers) => {
  answers.set(`/old/${n}.html`, { status: 301, mediaType: html, body: Buffer.alloc(0), location: target })
  return `<p><a href="/old/${n}.html">舊網址（${n}）</a></p>`
}

/** A document whose server knows no HEAD. */
const deafToHead: Decoy = (n, _target, answers) => {
  const body = Buffer.from(`%PDF-1.7\n% ${n}\n%%EOF\n`)
  answers.set(`/files/${n}/plan.pdf`, {
    status: 200,
    mediaType: 'application/pdf',
    body,
    headStatus: n % 2 === 0 ? 404 : 405,
  })
  return `<p><a href="/files/${n}/plan.pdf">計畫書（${n}）PDF</a></p>`
}

/** A name in Chinese, written without percent signs. */
const chineseName: Decoy = (n, _target, answers) => {
  const path = `/files/${n}/會議紀錄.odt`
  answers.set(encodeURI(path), {
    status: 200,
    mediaType: 'application/vnd.oasis.opendocument.text',
    body: Buffer.from(`PK${n}`),
  })
  return `<p><a href="${path}">會議紀錄（${n}）ODT</a></p>`
}

const fragment: Decoy = (n, target) => `<p><a href="${target}#AC">同頁之章節（${n}）</a></p>`

/** Members only: not dead. */
const forbidden: Decoy = (n, _target, answers) => {
  answers.set(`/member/${n}.html`, { status: 403, mediaType: html, body: Buffer.from('<title>403</title><p>請先登入') })
  return `<p><a href="/member/${n}.html">同仁專區（${n}）</a></p>`
}

const inComment: Decoy = (n) => `<!-- <a href="/comment/${n}.html">暫不公開</a> -->`
const inTemplate: Decoy = (n) => `<template><a href="/template/{{id}}/${n}.html">{{title}}</a></template>`

const decoys: readonly Decoy[] = [moved, deafToHead, chineseName, fragment, forbidden, inComment, inTemplate]

function placeOf(pages: readonly OpenPlan[], random: () => number): OpenPlan {
  const place = pages[pick(random, pages.length)]
  if (place === undefined) throw new Error('a site has at least one page')
  return place
}

/** A transparent pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

function addAssets(answers: Map<string, GeneratedAnswer>): void {
  const css = Array.from({ length: 200 }, (_, n) => `.c${n} { color: #333; margin: ${n}px }`).join('\n')
  const js = `document.documentElement.dataset.ready = "1";\n${'// menu\n'.repeat(400)}`
  for (let n = 0; n < 8; n += 1) answers.set(`/assets/icon${n}.png`, { status: 200, mediaType: 'image/png', body: png })
  answers.set('/assets/logo.png', { status: 200, mediaType: 'image/png', body: png })
  for (let n = 0; n < 3; n += 1) {
    answers.set(`/assets/style${n}.css`, { status: 200, mediaType: 'text/css', body: Buffer.from(`/* ${n} */${css}`) })
    answers.set(`/assets/script${n}.js`, {
      status: 200,
      mediaType: 'text/javascript',
      body: Buffer.from(`/* ${n} */${js}`),
    })
  }
}
