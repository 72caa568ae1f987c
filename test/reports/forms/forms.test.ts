import { expect, it } from 'vitest'
import { readFormLayouts } from '../../../config/read-form-layout.ts'
import { readSchemes } from '../../../config/read-scheme.ts'
import { annexes } from '../../../reports/forms/annexes.ts'
import { formFiles } from '../../../reports/forms/form-files.ts'
import { pointsOf } from '../../../reports/forms/form-points.ts'
import { performanceReport } from '../../../reports/forms/performance-report.ts'
import { gradeOf, resultTable } from '../../../reports/forms/result-table.ts'
import { scoreForm } from '../../../reports/forms/score-form.ts'
import type { OfficeDocument } from '../../../reports/office/office-document.ts'
import { plainRows } from '../../../reports/office/plain-rows.ts'
import { lineCount } from '../../../reports/office/row-heights.ts'
import { evaluate } from '../../../scoring/evaluate.ts'
import { unreviewed } from '../../../scoring/reviewed.ts'
import type { FormLayout } from '../../../store/model/form-layout.ts'
import type { PointRange, ScoreSheet } from '../../../store/model/score-sheet.ts'
import { fixtureNames, fixtureReport } from '../fixture-reports.ts'
import { partsOf, xmlFault } from '../office/open-parts.ts'

const layouts = readFormLayouts()
const layout = layouts[0] as FormLayout
const report = fixtureReport('full')

/** The sheet of wra-105 with given points on some lines; the others were not assessed. */
function sheetWith(points: Readonly<Record<string, number | PointRange>>): ScoreSheet {
  const read = readSchemes().find(({ scheme }) => scheme.id === 'wra-105')
  if (read === undefined) throw new Error('no wra-105')
  const run = { id: '20261122T020304Z-x7k2q9', toolVersion: '0.1.0' }
  const sheet = evaluate(read.scheme, read.sha256, {
    run,
    results: [],
    declarations: [],
    reviewed: unreviewed,
    yearBefore: null,
  })
  const rangeOf = (given: number | PointRange | undefined): PointRange | null => {
    if (typeof given === 'number') return { low: given, estimate: given, high: given }
    return given ?? null
  }
  return { ...sheet, lines: sheet.lines.map((line) => ({ ...line, final: rangeOf(points[line.criterionId]) })) }
}

const full = Object.fromEntries(sheetWith({}).lines.map(({ criterionId, max }) => [criterionId, max ?? 0]))

function textOf(document: OfficeDocument): string {
  return plainRows(document)
    .map((row) => row.filter((one) => one !== null).join('\t'))
    .join('\n')
}

it('附表1 has seven subtotals and fourteen scores, blank where nothing was assessed, never 0', () => {
  const text = textOf(scoreForm(report, sheetWith({}), layout))
  expect(text.match(/\*小計：/g)).toHaveLength(7)
  expect(text.match(/\*得分：/g)).toHaveLength(14)
  expect(text).not.toMatch(/\*(小計|得分)：\d/)
  expect(text).toMatch(/總分\(滿分1000分\)(\n|$)/m)
})

it('a score is filled in only when all that it sums was assessed and estimated, as a whole number', () => {
  const three = { 'disclosure-ratio': 14.4, 'service-information': 9, 'content-correctness': 17 }
  const text = (points: Parameters<typeof sheetWith>[0]) => textOf(scoreForm(report, sheetWith(points), layout))
  expect(text(three)).toContain('*得分：40')
  expect(text({ ...three, 'content-correctness': { low: 0, estimate: null, high: 20 } })).not.toMatch(/\*得分：\d/)
  expect(text(three)).not.toMatch(/\*小計：\d/)
  expect(text({ ...three, 'search-service': 20 })).toContain('*小計：60')
})

it('fractions are summed first and rounded once', () => {
  const sheet = sheetWith({ 'disclosure-ratio': 10.4, 'service-information': 5.4 })
  expect(pointsOf(sheet, ['disclosure-ratio', 'service-information'])).toBe(16)
  expect(pointsOf(sheet, ['disclosure-ratio', 'content-correctness'])).toBeNull()
  expect(pointsOf(sheet, [])).toBeNull()
})

it('附表2 shows total and grade only when everything was assessed', () => {
  const row = (sheet: ScoreSheet) =>
    plainRows(resultTable(report, sheet, layout)).find((cells) => cells.at(-1) === '115年11月')
  expect(row(sheetWith(full))).toEqual([
    null,
    null,
    report.run.agencyName,
    280,
    170,
    150,
    100,
    100,
    100,
    100,
    1000,
    '優',
    '115年11月',
  ])
  const { outreach: _, ...rest } = full
  expect(row(sheetWith(rest))?.slice(3)).toEqual([280, null, 150, 100, 100, 100, 100, null, null, '115年11月'])
})

it('grades change at the whole number', () => {
  const grades = [1000, 900, 899, 800, 799, 700, 699, 600, 599, 0].map((total) => gradeOf(total, layout))
  expect(grades).toEqual(['優', '優', '甲', '甲', '乙', '乙', '丙', '丙', '丁', '丁'])
  expect(gradeOf(null, layout)).toBeNull()
})

it('an appendix of 附表1 tells what the site shows of the lines that people assess, and gives them no points', () => {
  const sheet = report.sheets.find(({ schemeId }) => schemeId === 'wra-105') as ScoreSheet
  const text = textOf(scoreForm(report, sheet, layout))
  const appendix = text.slice(text.indexOf('附頁：網站上可見之佐證（供人員評定參考，不計分）'))
  expect(appendix).toMatch(/線上服務推廣績效\t電子參與方式：[1-9].*\thttps:/)
  expect(appendix).toContain('無法判定（網站檢索服務採用外部搜尋引擎，本次未能試用，請人工確認）')
  expect(text.slice(0, -appendix.length)).not.toContain('網站上可見')
  const lines = sheet.lines.map(({ siteEvidence: _, ...line }) => line)
  expect(textOf(scoreForm(report, { ...sheet, lines }, layout))).toBe(text.slice(0, -appendix.length).trimEnd())
})

it('remarks are marked as a draft and name what to mend', () => {
  const sheet = report.sheets.find(({ schemeId }) => schemeId === 'wra-105') as ScoreSheet
  const text = textOf(scoreForm(report, sheet, layout))
  expect(text).toContain('優點、建議改進事項：（草稿')
  expect(text).toMatch(/建議改進事項： 1\. .*須改善2處（改善後可增1\.9分）/)
})

it('the performance report keeps to three pages: thirty-three lines of thirty-four characters a page', () => {
  for (const name of fixtureNames) {
    const one = fixtureReport(name)
    for (const sheet of one.sheets) {
      const { blocks, font } = performanceReport(one, sheet, layout)
      const lines = blocks.map((block) => (block.kind === 'paragraph' ? lineCount([block.text], 170, font.sizePt) : 0))
      const total = lines.reduce((sum, count) => sum + count, 0)
      if (name !== 'hostile') expect(total, name).toBeLessThan(3 * 33)
    }
  }
})

it.each(fixtureNames)(
  'every form of the %s report is well-formed, lies in its folder and has the same bytes twice',
  (name) => {
    const made = (format: 'ods' | 'odt' | 'docx') => [...formFiles(fixtureReport(name), layouts, format)]
    for (const format of ['ods', 'odt', 'docx'] as const) {
      const files = made(format)
      if (format === 'odt') expect(files.length).toBeGreaterThan(9)
      for (const file of files) {
        expect(file.path).toMatch(new RegExp(`^forms/[a-z0-9-]+\\.${format}$`))
        for (const [path, part] of partsOf(file))
          if (path !== 'mimetype') expect(xmlFault(part), `${file.path} ${path}`).toBeNull()
      }
      expect(made(format)).toEqual(files)
    }
  },
)

it('the annexes of one application are the sheets of one workbook, each with a name of its own', () => {
  const file = [...formFiles(report, layouts, 'ods')].find(({ path }) => path === 'forms/annexes.ods')
  const content = partsOf(file ?? { content: '' }).get('content.xml') ?? ''
  const names = [...content.matchAll(/<table:table table:name="([^"]+)"/g)].map(([, name]) => name)
  expect(names).toHaveLength(8)
  expect(new Set(names).size).toBe(8)
  for (const name of names) expect(name).toMatch(/^[^[\]*?:/\\]{1,31}$/)
})

it('every annex names the item of the scoring notes it answers, as an official would look it up', () => {
  for (const { id, document } of annexes(report)) {
    expect(textOf(document), id).toMatch(/（出處：評分說明[一二三四五]（[一二三]）/)
    expect(textOf(document), id).not.toMatch(/00\d第/)
  }
})

it('annexes list online services and forms one by one, with what became of them', () => {
  const rowsOf = (id: string) => {
    const file = [...formFiles(report, layouts, 'csv')].find(({ path }) => path === `forms/annex-${id}.csv`)
    return String(file?.content)
  }
  const services = rowsOf('online-services')
  expect(services).toContain('1,服務申辦,水權登記線上申辦,https://www.water.example.gov.tw/services/apply,')
  expect(services).toContain('待人工確認：僅連至系統首頁')
  expect(services).toMatch(/3,取件通知,取件簡訊,,無法使用：標示未連至任何網頁/)
  const forms = rowsOf('forms')
  expect(forms).toMatch(/WR-01[\s\S]*115\.03版[\s\S]*水權登記申請書[\s\S]*ODT、PDF[\s\S]*服務分類 600/)
  expect(forms).toMatch(/未見編號,河川公地使用申請書/)
  const none = [...formFiles(fixtureReport('empty'), layouts, 'csv')].find(({ path }) =>
    path.endsWith('annex-forms.csv'),
  )
  expect(String(none?.content)).toContain('（本次查核無資料）')
})

it("the fifteen questions are the site's own as far as it has them", () => {
  const file = [...formFiles(report, layouts, 'csv')].find(({ path }) => path === 'forms/annex-questions.csv')
  const rows = String(file?.content).trim().split('\r\n')
  expect(rows.filter((row) => /^\d+,/.test(row))).toHaveLength(15)
  expect(rows.some((row) => row.includes('水權登記要準備哪些文件？') && row.includes('請備妥申請書'))).toBe(true)
})

it('a report without the sheet of a form has the other forms all the same', () => {
  const without = { ...report, sheets: report.sheets.filter(({ schemeId }) => schemeId !== 'wra-105') }
  const paths = [...formFiles(without, layouts, 'odt')].map(({ path }) => path)
  expect(paths).toContain('forms/disclosure-catalogue.odt')
  expect(paths.some((path) => path.includes('score-form'))).toBe(false)
})
