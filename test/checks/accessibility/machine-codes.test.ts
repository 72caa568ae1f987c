import { expect, it } from 'vitest'
import check from '../../../checks/accessibility/machine-codes.ts'
import { readStandard } from '../../../config/read-standards.ts'
import { meaningOfCode } from '../../../store/model/accessibility-standard.ts'
import type { Standard } from '../../../store/model/run.ts'
import { checkSite } from '../../support/check-site.ts'
import { docx, odt } from '../../support/sample-files.ts'
import { type SiteAnswer, snapshotOf } from '../../support/snapshot-of.ts'

const head = '<!DOCTYPE html><html lang="zh-Hant-TW"><head><title>首頁</title></head>'
const page = (body: string) => `${head}<body>${body}</body></html>`

function audit(files: Record<string, SiteAnswer>, standard: Standard = '110.07') {
  return checkSite(check, files, { standard })
}

/** Code -> number of places, of codes that fail. */
async function failing(body: string, more: Record<string, SiteAnswer> = {}): Promise<Record<string, unknown>> {
  const { findings } = await audit({ '/': body.startsWith('<!') ? body : page(body), ...more })
  const failed = findings.filter(({ messageId }) => messageId === 'fails' || messageId === 'beyond')
  return Object.fromEntries(failed.map(({ key, values }) => [key[0], values['count']]))
}

it.each([
  ['HM1110100C', '<img src="/a.png"><img src="/b.png">', '<img src="/a.png" alt="">'],
  ['HM1110101C', '<map><area href="/"><area href="/" alt=" "></map>', '<map><area href="/" alt="北"></map>'],
  ['HM1110104C', '<input type="image"><input type="IMAGE" alt="">', '<input type="image" alt="搜尋">'],
  ['HM1110105C', '<object data="a"></object><applet></applet>', '<object data="a">說明</object>'],
  ['HM1110106C', '<img alt="" title="圖"><img alt=" " title="圖">', '<img alt="圖" title="圖">'],
  ['HM1130103C', '<fieldset></fieldset><fieldset><p>甲</p></fieldset>', '<fieldset><legend>甲</legend></fieldset>'],
  [
    'HM1130104C',
    '<input><select></select>',
    '<label>甲<input></label><label for="b">乙</label><input id="b"><input type="hidden">',
  ],
  ['HM1240102C', '<nav></nav><nav> </nav>', '<nav>選單</nav>'],
  ['HM1240400C', '<a href="/" title="甲"><img alt="甲">甲</a>'.repeat(2), '<a href="/" title="甲"><img alt="">甲</a>'],
  ['HM1240401C', '<a href="/"></a><a href="/"><img alt=""></a>', '<a href="/"><img alt="甲"></a><a id="x"></a>'],
  ['HM1410201C', '<iframe src="/a"></iframe><iframe title=""></iframe>', '<iframe title="地圖"></iframe>'],
  ['HM2310200C', '<p lang="">甲</p><p lang="ZH-hant-tw">乙</p>', '<p lang="en">a</p>'],
  ['HM3240900C', '<a href="/">甲</a><a href="/">乙</a>', '<a href="/" title="甲">甲</a>'],
  [
    'CS2140401C',
    '<p style="font-size: 12px">甲</p><p style="font-size:9pt">',
    '<p style="font-size: 1.2em; --font-size: 3px">甲</p>',
  ],
  [
    'CS3140801C',
    '<p style="max-width:900px">甲</p><style>p { max-width: 10cm }</style>',
    '<style>@media (max-width: 900px) { p { max-width: 40em } }</style>',
  ],
  [
    'CS3140802C',
    '<p style="line-height: 20px">甲</p><p style="line-height: 2pt">',
    '<style>p { line-height: 1.5 } /* line-height: 20px */</style>',
  ],
])('%s fails as the tool would, and only then', async (code, wrong, right) => {
  expect((await failing(wrong))[code]).toBe(2)
  expect((await failing(right))[code]).toBeUndefined()
})

it('a label for nobody names no field without an id', async () => {
  const body = '<label for="">姓名</label><input><label for="">電話</label><input id="">'
  expect(await failing(body)).toMatchObject({ HM1130104C: 2 })
})

it('language and title of the page', async () => {
  expect(await failing('<!DOCTYPE html><html><body><svg><title>圖</title></svg></body></html>')).toMatchObject({
    HM1310100C: 1,
    HM1240200C: 1,
  })
})

it('what is said of the whole site names the home page', async () => {
  const files = { '/404': page('<p>無此網頁</p>'), '/home': page('<p>首頁</p>') }
  const { run } = await snapshotOf(files)
  const start = run.start.replace(/[/]$/, '/home')
  const { findings } = await checkSite(check, files, { run: { start } })
  const ofSite = findings.filter(({ messageId }) => messageId === 'passes' || messageId === 'undecided')
  expect(new Set(ofSite.map(({ url }) => url))).toEqual(new Set([start]))
})

it('what the tool skips is skipped', async () => {
  const hidden = ['aria-hidden="true"', 'style="display:none"', 'style="visibility: hidden"']
  const body = `<template><img src="/a"></template>${hidden.map((how) => `<div ${how}><img src="/a"></div>`).join('')}`
  expect(await failing(body)).toEqual({})
})

it('a style sheet counts on the pages that use it', async () => {
  const files = { '/s.css': { body: 'p { font-size: 12px }', headers: { 'content-type': 'text/css' } } }
  const html = `${head.replace('</head>', '<link rel="stylesheet" href="/s.css"></head>')}<body><p>內容</p></body></html>`
  expect(await failing(html, files)).toEqual({ CS2140401C: 1 })
})

it('an Office file alone fails by its name, whatever its bytes are', async () => {
  expect(await failing('<a href="/a.docx" title="甲">甲</a>', { '/a.docx': docx() })).toEqual({ ME1320200C: 1 })
  expect(await failing('<a href="/a.odt" title="甲">甲</a>', { '/a.odt': docx() })).toEqual({})
  const twins = '<ul><li><a href="/a.docx" title="甲">甲 docx</a><a href="/a.odt" title="甲">甲 odt</a></ul>'
  expect(await failing(twins, { '/a.docx': docx(), '/a.odt': odt() })).toEqual({})
})

it('every machine code passes, fails or is undecided; nothing is called a violation; levels beyond AA do not count', async () => {
  for (const version of ['110.07', '115.11'] as const) {
    const { numbers, findings } = await audit({ '/': page('<a href="/">甲</a><img src="/a.png">') }, version)
    const machine = readStandard(version).codes.filter(({ code }) => meaningOfCode(code)?.isMachine)
    const open = findings.find(({ messageId }) => messageId === 'undecided')?.values['codes']
    const named = [
      ...findings.filter(({ messageId }) => messageId !== 'undecided').map(({ key }) => key[0]),
      ...String(open).split('、'),
    ]
    expect(named.sort()).toEqual(machine.map(({ code }) => code).sort())
    expect(findings.some(({ verdict }) => verdict === 'violates')).toBe(false)
    const required = machine.filter(({ code }) => meaningOfCode(code)?.level !== 'AAA').length
    expect(numbers['failing']).toEqual([1, expect.any(Number), required])
    expect(numbers['failing']?.[1]).toBeGreaterThan(5)
  }
})

it('the mark of the source stands in the finding', async () => {
  const { findings } = await audit({ '/': page('<img src="/a.png">') })
  expect(findings.find(({ key }) => key[0] === 'HM1110100C')?.values['mark']).toBe('［次級來源］')
})

it('what is known of the standard itself is told with how sure it is', async () => {
  const { findings } = await audit({ '/': page('<img src="/a.png">') }, '115.11')
  const { basis, title } = findings.find(({ messageId }) => messageId === 'undecided')?.values ?? {}
  expect(title).toBe('網站無障礙規範（115.11）')
  expect(basis).toMatch(/115年11月30日施行.*［次級來源］；官方全文未能取得.*［未經證實］$/)
})

it('without pages nothing is known, and a deep page does no harm', async () => {
  expect(await audit({ '/': { status: 500 } })).toMatchObject({ status: 'undetermined' })
  expect(await failing(`${'<div>'.repeat(3000)}<img src="/a.png">`)).toMatchObject({ HM1110100C: 1 })
})
