import { expect, it } from 'vitest'
import check from '../../../checks/layout/home-usable.ts'
import type { ReflowArtifact } from '../../../store/model/artifact.ts'
import { checkSite } from '../../support/check-site.ts'
import type { SiteAnswer, SnapshotOptions } from '../../support/snapshot-of.ts'

const menu = '<nav><a href="/about">認識本局</a> <a href="/news">最新消息</a> <a href="/sitemap">網站導覽</a></nav>'
const search = '<form action="/search"><input name="q" title="關鍵字"><button>搜尋</button></form>'
const policies =
  '<a href="/p">隱私權政策</a> <a href="/s">網站安全政策</a> <a href="/o">政府網站資料開放宣告</a> <a href="/en">English</a>'
const viewport = '<meta name="viewport" content="width=device-width">'
const home = `${viewport}<header>${menu}${search}</header><main><h1>首頁</h1></main><footer>${policies}</footer>`
const trail = '<p>目前位置：首頁 > 認識本局</p>'
const whole: Record<string, SiteAnswer> = {
  '/': home,
  '/about': trail,
  '/news': '<ol class="bread"><li>首頁</ol>',
}
const measured = (scrollWidth: number, isTwoDimensional = false): ReflowArtifact => {
  const wide = scrollWidth > 390 ? [{ selector: 'div', width: scrollWidth, isTwoDimensional }] : []
  return { status: 'measured', detail: null, isStable: true, views: [{ windowWidth: 390, scrollWidth, wide, cut: [] }] }
}
const narrow = measured(390)

const audit = (files: Record<string, SiteAnswer>, options: SnapshotOptions = {}) =>
  checkSite(check, files, { origin: 'https://agency.test', artifacts: { '/': { reflow: narrow } }, ...options })

it('a home page with menu, site map, search, policies and trails behind it is usable', async () => {
  const { numbers, findings } = await audit(whole)
  expect(findings).toEqual([])
  expect(numbers).toMatchObject({
    mainMenu: [1, 0, null],
    siteMap: [1, 0, null],
    breadcrumb: [2, 0, 2],
    headSearch: [1, 0, null],
    policies: [3, 0, 3],
    languages: [1, 0, null],
    narrow: [1, 0, null],
    https: [1, 0, null],
    deadMenu: [0, 0, 3],
  })
})

it.each([
  ['lets its reader in', '<img src="/a.png" alt="水資源局"><a href="/home">進入網站</a>'],
  ['asks for a language', '<a href="/en">English</a> <a href="/home">中文版</a>'],
])('of a door that %s one thing is said: where the page behind it is', async (_, door) => {
  const english = `<html lang="en">${menu}</html>`
  const behind = { ...whole, '/': door, '/home': `<html lang="zh-Hant-TW">${home}</html>`, '/en': english }
  const { status, reason, findings } = await audit(behind)
  expect([status, findings]).toEqual(['undetermined', []])
  expect(reason).toContain('https://agency.test/home')
})

it('a bare home page without a page behind it that has a menu is no door', async () => {
  const { outcomes } = await audit({ '/': `${viewport}<a href="/about">認識本局</a>`, '/about': trail })
  expect(outcomes).toContainEqual(['no-menu', 'needs-review'])
})

it('in a layout of tables the menu is what every page carries before the content of the home page', async () => {
  const names = ['簡介', '消息', '申辦', '下載', '服務', '連結']
  const cells = names.map((name, n) => `<tr><td><a href="/${n}">${name}</a></td></tr>`).join('')
  const frame = (own: string) =>
    `<body><table><tr><td><table>${cells}</table></td><td>${own}</td></tr></table><p><a href="/p">隱私權政策</a> <a href="/q">著作權</a></p>`
  const pages = Object.fromEntries(names.map((name, n) => [`/${n}`, frame(name)]))
  const { numbers, findings } = await audit({ ...pages, '/': frame('<a href="/n1">公告</a>'), '/4': { status: 404 } })
  expect(numbers).toMatchObject({ mainMenu: [1, 0, null], deadMenu: [1, 0, 6] })
  expect(findings.filter(({ verdict }) => verdict === 'violates').map(({ url }) => url)).toEqual([
    'https://agency.test/',
  ])
  const footer = names.map((name, n) => `<a href="/${n}">${name}</a>`).join('')
  const last = (own: string) => `<body><p><a href="/n1">${own}</a></p><p>${footer}</p>`
  const behind = Object.fromEntries(names.map((name, n) => [`/${n}`, last(name)]))
  expect((await audit({ ...behind, '/': last('公告') })).outcomes).toContainEqual(['no-menu', 'needs-review'])
})

it('a menu whose entries lead nowhere is told from none', async () => {
  const idle =
    '<nav><a href="#">:::</a> <a href="#">認識本局</a> <a href="javascript:;">最新消息</a> <a href="#">便民服務</a></nav>'
  const { numbers, findings } = await audit({
    ...whole,
    '/': home.replace(menu, `${idle}<a href="/sitemap">網站導覽</a>`),
  })
  expect(numbers['mainMenu']).toEqual([0, 1, null])
  expect(findings).toMatchObject([{ messageId: 'idle-menu', values: { labels: '認識本局、最新消息、便民服務' } }])
})

it('a dead entry of the menu is a fault, a dead link in the text is not of this check', async () => {
  const dead = { ...whole, '/news': { status: 404 }, '/gone': { status: 404 } }
  const { numbers, findings } = await audit({ ...dead, '/': home.replace('<h1>', '<a href="/gone">附件</a><h1>') })
  expect(numbers['deadMenu']).toEqual([1, 0, 3])
  expect(findings).toMatchObject([{ messageId: 'dead-menu', verdict: 'violates', values: { label: '最新消息' } }])
})

it('what was not seen is asked about: something else may serve', async () => {
  const { numbers, outcomes } = await audit({
    '/': `${viewport}<main><h1>首頁</h1><a href="/about">認識本局</a></main>`,
    '/about': '<p>本局',
  })
  expect(outcomes.map(([message]) => message).sort()).toEqual(
    ['no-head-search', 'no-menu', 'no-policy', 'no-policy', 'no-policy', 'no-site-map', 'no-trail'].sort(),
  )
  expect(outcomes.every(([, verdict]) => verdict === 'needs-review')).toBe(true)
  expect(numbers).toMatchObject({ mainMenu: [0, 1, null], policies: [0, 3, 3], breadcrumb: [0, 1, 1] })
})

it('a page wider than a telephone is a fault; a wide table, or no viewport, is for a person to look at', async () => {
  const at = (reflow: ReflowArtifact) => ({ artifacts: { '/': { reflow } } })
  expect((await audit(whole, at(measured(980)))).outcomes).toEqual([['wide', 'violates']])
  expect((await audit(whole, at(measured(980, true)))).outcomes).toEqual([['maybe-wide', 'needs-review']])
  const desk = { ...whole, '/': home.replace(viewport, '') }
  expect((await audit(desk)).outcomes).toEqual([['no-viewport', 'needs-review']])
  expect((await audit(whole, { artifacts: {} })).numbers['narrow']).toEqual([0, 1, null])
})

it('a site without encryption is a fault, but not on this machine', async () => {
  expect((await audit(whole, { origin: 'http://www.agency.gov.tw' })).outcomes).toEqual([['http', 'violates']])
  const local = await audit(whole, { origin: 'http://127.0.0.1:8000' })
  expect([local.numbers['https'], local.findings]).toEqual([[0, 1, null], []])
})

it.each([
  ['did not come', { '/': { failure: 'refused' as const } }],
  ['is an empty shell', { '/': '<div id="app"></div><script>go()</script>' }],
])('of a home page that %s nothing is said', async (_, files) => {
  const { status, findings } = await audit(files, { artifacts: {} })
  expect([status, findings]).toEqual(['undetermined', []])
})
