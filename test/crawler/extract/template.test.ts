import { describe, expect, it } from 'vitest'
import { extractPage } from '../../../crawler/extract/page.ts'

function templateOf(html: string): string {
  return extractPage(html, { url: 'http://agency.test/', encoding: 'UTF-8' }).templateId
}

function page(main: string, menu = 3): string {
  const items = Array.from(
    { length: menu },
    (_, index) => `<li class="n${index}"><a href=/${index}>項目${index}</a>`,
  ).join('')
  return `<html><body class="site"><header class="header"><nav class="menu"><ul>${items}</ul></nav></header>
    <main id="center"><div class="path">首頁</div>${main}</main><footer class="footer"><p>地址</p></footer></body></html>`
}

function list(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, row) => `<li class="row${row % 2 ? ' odd' : ''}"><a href=/n${row}>第${row}則公告的標題</a> 115.1.${row + 1}`,
  )
  return `<section class="lp"><div class="list"><ul>${lines.join('')}</ul></div></section>`
}

function detail(text: string, extra = ''): string {
  return `<section class="cp"><h2>標題</h2><div class="article"><p>${text}</p></div>${extra}</section>`
}

const prose = '本局訂於明年一月一日起受理申請，請於期限內提出。'.repeat(3)

it('a list is of one template with three rows and with thirty', () => {
  expect(templateOf(page(list(3)))).toBe(templateOf(page(list(30))))
  expect(templateOf(page(list(3)))).toBe(templateOf(page(list(3), 9)))
})

it('an article is of one template however long, with attachments and without', () => {
  const attachments = '<div class="attachment"><ul><li><a href=a.odt>申請書</a></ul></div><div class="share">分享</div>'
  const short = templateOf(page(detail(prose)))
  expect(templateOf(page(detail(prose.repeat(20))))).toBe(short)
  expect(templateOf(page(detail(prose, attachments)))).toBe(short)
  expect(templateOf(page(detail(`${prose}</p><p class="indent">${prose}</p><p><b>${prose}</b>`)))).toBe(short)
})

it('list, article and home page are three templates', () => {
  const home = page('<div class="banner">橫幅</div><section class="news"><h2>最新消息</h2><p>消息內容</p></section>')
  expect(new Set([page(list(5)), page(detail(prose)), home].map(templateOf)).size).toBe(3)
})

it('a page with another frame is of another template', () => {
  const bare = `<body class="print"><main id="center">${detail(prose)}</main></body>`
  expect(templateOf(bare)).not.toBe(templateOf(page(detail(prose))))
})

describe('pages without any class', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, row) => `<li><a href=${row}>第${row}則公告的標題</a>`).join('')

  it('are told apart by whether their text stands in links', () => {
    const nav = '<nav><a href=/>首頁</a></nav>'
    expect(templateOf(`${nav}<main><ul>${rows(3)}</ul></main>`)).toBe(
      templateOf(`${nav}<main><ul>${rows(30)}</ul></main>`),
    )
    expect(templateOf(`${nav}<main><p>${prose}</main>`)).toBe(
      templateOf(`${nav}<main><h1>標</h1><p>${prose}<p>${prose}</main>`),
    )
    expect(templateOf(`${nav}<main><ul>${rows(3)}</ul></main>`)).not.toBe(templateOf(`${nav}<main><p>${prose}</main>`))
  })

  it('and without a main region are judged by the body', () => {
    expect(templateOf(`<body><ul>${rows(3)}</ul>`)).toBe(templateOf(`<body><h1>標</h1><ul>${rows(9)}</ul>`))
    expect(templateOf(`<body><ul>${rows(3)}</ul>`)).not.toBe(templateOf(`<body><p>${prose}`))
  })
})
