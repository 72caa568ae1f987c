import { isTag } from 'domhandler'
import { expect, it } from 'vitest'
import { type Format, render } from '../../reports/render.ts'
import type { ReportFile } from '../../reports/report-file.ts'
import { parseHtml } from '../../store/html.ts'
import { fixtureBodies, fixtureNames, fixtureReport } from './fixture-reports.ts'

async function filesOf(name: (typeof fixtureNames)[number], format: Format): Promise<ReportFile[]> {
  const files: ReportFile[] = []
  for await (const file of render(fixtureReport(name), fixtureBodies, format)) files.push(file)
  return files
}

function textOf(file: ReportFile): string {
  return typeof file.content === 'string' ? file.content : ''
}

async function pagesOf(name: (typeof fixtureNames)[number]): Promise<Map<string, string>> {
  const files = await filesOf(name, 'html')
  return new Map(files.filter(({ mediaType }) => mediaType === 'text/html').map((file) => [file.path, textOf(file)]))
}

/** Everything our own templates use. */
const ownElements = new Set(
  `html head meta title link body a main footer nav header section article div span p h1 h2 h3 ul li dl dt dd table caption
   thead tbody tr th td details summary strong small code pre mark svg rect img`.split(/\s+/),
)
const ownAttributes = new Set(
  `lang charset http-equiv content name rel href class id data-column tabindex aria-label role scope colspan open src alt viewbox
   preserveaspectratio x y width height`.split(/\s+/),
)

it.each(fixtureNames)('every format of the %s report has the same bytes the second time', async (name) => {
  for (const format of ['html', 'json', 'csv'] as const) {
    expect(await filesOf(name, format)).toEqual(await filesOf(name, format))
  }
})

it.each(fixtureNames)('no file of the %s report lies outside its folders or is written twice', async (name) => {
  const paths = (await filesOf(name, 'html')).map(({ path }) => path)
  expect(new Set(paths).size).toBe(paths.length)
  for (const path of paths) expect(path).toMatch(/^((pages|schemes|evidence)\/)?[A-Za-z0-9_.-]+\.(html|css|png)$/)
})

it.each(fixtureNames)('the pages of the %s report hold only elements and attributes of our own', async (name) => {
  for (const [path, text] of await pagesOf(name)) {
    const $ = parseHtml(text)
    for (const element of $('*').get().filter(isTag)) {
      expect(ownElements, `${path} <${element.tagName}>`).toContain(element.tagName)
      for (const attribute of Object.keys(element.attribs)) {
        expect(ownAttributes, `${path} <${element.tagName} ${attribute}>`).toContain(attribute.toLowerCase())
      }
    }
  }
})

it.each(fixtureNames)('links of the %s report lead to the web or to an anchor that exists', async (name) => {
  const pages = await pagesOf(name)
  const anchors = new Map(
    [...pages].map(([path, text]) => [
      path,
      new Set(
        parseHtml(text)('[id]')
          .get()
          .map((e) => e.attribs['id']),
      ),
    ]),
  )
  for (const [path, text] of pages) {
    const $ = parseHtml(text)
    for (const { attribs } of $('a').get()) {
      const url = new URL(attribs['href'] ?? '', `report:/${path}`)
      if (url.protocol === 'http:' || url.protocol === 'https:') continue
      expect(url.protocol, attribs['href']).toBe('report:')
      const target = anchors.get(url.pathname.slice(1))
      expect(target, `${path} -> ${attribs['href']}`).toBeDefined()
      if (url.hash !== '') expect(target, `${path} -> ${attribs['href']}`).toContain(url.hash.slice(1))
    }
  }
})

it.each(fixtureNames)('no anchor of a page of the %s report stands there twice', async (name) => {
  for (const [path, text] of await pagesOf(name)) {
    const ids = parseHtml(text)('[id]')
      .get()
      .map((element) => element.attribs['id'])
    expect(new Set(ids).size, path).toBe(ids.length)
  }
})

it('no character that hides or turns text survives', async () => {
  for (const format of ['html', 'csv'] as const) {
    for (const file of await filesOf('hostile', format)) {
      const text = textOf(file)
        .replace(/^\ufeff/, '')
        .replaceAll('\r\n', '\n')
      expect(text, file.path).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cf}\p{Surrogate}]/u)
    }
  }
})

it('no cell of a table is taken for a formula', async () => {
  for (const file of await filesOf('hostile', 'csv')) {
    expect(textOf(file).startsWith('\ufeff')).toBe(true)
    for (const cell of cellsOf(textOf(file).slice(1)))
      expect(cell, file.path).not.toMatch(/^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u)
  }
})

/** A reader of RFC 4180 of its own, so that writer and test do not share a fault. */
function cellsOf(csv: string): string[] {
  const cells = csv.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)
  return [...cells].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '')
}

it('a table has as many cells in each row as its head', async () => {
  for (const file of await filesOf('full', 'csv')) {
    const [head = '', ...rows] = textOf(file).slice(1).trimEnd().split('\r\n')
    for (const row of rows) expect(cellsOf(row).length, file.path).toBe(cellsOf(head).length)
  }
})

it('what could not be determined stands there in words and not as nought', async () => {
  const pages = await pagesOf('full')
  const summary = parseHtml(pages.get('index.html') ?? '')
  const row = summary('#scores tr').filter((_, tr) => summary(tr).text().includes('線上服務推廣績效'))
  expect(row.text()).toContain('尚待認定')
  expect(row.text()).not.toMatch(/(?<!1)0分/)
  expect(summary('#unknowns').text()).toContain('網站檢索服務採用外部搜尋引擎')
  expect(parseHtml(pages.get('pages/search-keyword-finds-title.html') ?? '')('main').text()).toContain('無法判定')
})

it('a site that could not be reached is said to be so, and nothing about it is claimed', async () => {
  const summary = parseHtml((await pagesOf('empty')).get('index.html') ?? '')('main').text()
  expect(summary).toContain('網站無法連線，未能查核')
  expect(summary).toContain('查無此主機名稱')
  expect(summary).not.toContain('未設置')
  expect(summary).toContain('連結是否有效：無法判定')
})

it('a score line leads to measure, finding and marked bytes, and to the line of the regulation', async () => {
  const pages = await pagesOf('full')
  const scheme = parseHtml(pages.get('schemes/wra-105.html') ?? '')
  const line = scheme('#line-disclosure-ratio')
  expect(line.text()).toContain('002_f7252ae78c466716.txt')
  expect(line.text()).toContain('第114行')
  const href = line.find('a[href^="../evidence/"]').first().attr('href') ?? ''
  const [path = '', anchor = ''] = href.replace('../', '').split('#')
  const mark = parseHtml(pages.get(path) ?? '')('mark').filter((_, element) => element.attribs['id'] === anchor)
  expect(mark.text()).toContain('組織職掌')
})

it('report.json reads back as the report', async () => {
  const [file] = await filesOf('hostile', 'json')
  expect(JSON.parse(textOf(file as ReportFile))).toEqual(fixtureReport('hostile'))
})
