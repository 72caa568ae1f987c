import type { FormIndicator, FormItem, FormLayout, FormPart } from '../../store/model/form-layout.ts'
import { numberText } from '../../store/model/number-text.ts'
import type { RunReport } from '../../store/model/run-report.ts'
import type { ScoreLine, ScoreSheet } from '../../store/model/score-sheet.ts'
import {
  type Cell,
  cell,
  headCell,
  type OfficeDocument,
  officialFont,
  paragraph,
  type Table,
} from '../office/office-document.ts'
import { agencyTitle } from '../words/agency-title.ts'
import { assessedBy } from '../words/labels.ts'
import { estimateText, intervalText } from '../words/numbers.ts'
import { siteEvidenceTitle } from '../words/site-evidence.ts'
import { pointsOf } from './form-points.ts'
import { strengths, suggestions } from './remarks.ts'
import { siteEvidenceTable } from './site-evidence-table.ts'

const columnsMm = [28, 30, 30, 42, 40] as const
export const draftNote =
  '草稿：由自動預評結果帶入（供自評參考，非正式考核成績），請人員審酌修正。尚待認定者空白，不以零分計。'

/** 附表1 考核項目及評分表, cell by cell (002:85-134), with what was assessed filled in. */
export function scoreForm(report: RunReport, sheet: ScoreSheet, { scoreForm: form }: FormLayout): OfficeDocument {
  return {
    title: form.title,
    sheet: form.mark,
    isLandscape: false,
    font: officialFont,
    blocks: [
      paragraph(form.mark),
      paragraph(form.title, 'title'),
      paragraph(draftNote, 'note'),
      fieldTable(report, sheet, form),
      ...form.parts.map((part) => partTable(sheet, part)),
      remarkTable(report, sheet, form.remarks),
      paragraph('附頁：各項推估說明', 'heading'),
      explanation(sheet, form.parts),
      ...siteEvidence(report, sheet, form.parts),
    ],
  }
}

function fieldTable(report: RunReport, sheet: ScoreSheet, { fields, parts }: FormLayout['scoreForm']): Table {
  const total = pointsOf(
    sheet,
    parts.flatMap(({ items }) => items.flatMap(criteriaOf)),
  )
  const value = (field: string): Cell => {
    if (field === '機關名稱') return cell(agencyTitle(report))
    return cell(field.startsWith('總分') ? total : null)
  }
  const rows = fields.map((field) => [headCell(field, { colSpan: 2 }), { ...value(field), colSpan: 3 }])
  return { kind: 'table', name: '基本資料', columnsMm, headRows: 0, rows }
}

function partTable(sheet: ScoreSheet, part: FormPart): Table {
  const head = [headCell(`${part.title} (${part.points}分)`, { colSpan: 2 }), { ...cell(part.description), colSpan: 3 }]
  const spans = columnSpans(part)
  const columns = part.columns.map((column, index) => headCell(column, { colSpan: spans[index] ?? 1 }))
  const rows = part.items.flatMap((item) => itemRows(sheet, part, item))
  return { kind: 'table', name: part.title, columnsMm, headRows: 2, rows: [head, columns, ...rows] }
}

/** How many columns of the sheet each of the form takes: the last two make one where the form has no 評分注意事項. */
function columnSpans({ columns }: FormPart): readonly number[] {
  if (columns.length === 3) return [1, 2, 2]
  return columns.includes('評分注意事項') ? [1, 1, 2, 1] : [1, 1, 1, 2]
}

function criteriaOf({ indicators }: FormItem): string[] {
  return indicators.flatMap(({ rows }) => rows.flatMap(({ criteria }) => criteria))
}

function itemRows(sheet: ScoreSheet, part: FormPart, item: FormItem): Cell[][] {
  const rowCount = item.indicators.reduce((sum, { rows }) => sum + rows.length, 0)
  const points = pointsOf(sheet, criteriaOf(item))
  const scored = item.isScored === true ? [scoreLine('得分', points)] : []
  const itemCell = spanned([item.title, `(${item.points}分)`, ...scored, scoreLine('小計', points)], rowCount)
  const rows = item.indicators.flatMap((indicator) => indicatorRows(sheet, part, indicator))
  const notes: Cell[] = item.notes === undefined ? [] : [{ text: item.notes, rowSpan: rowCount }]
  return rows.map((cells, index) => (index === 0 ? [itemCell, ...cells, ...notes] : cells))
}

function indicatorRows(sheet: ScoreSheet, part: FormPart, indicator: FormIndicator): Cell[][] {
  const [, indicatorSpan = 1, third = 1, fourth = 1] = columnSpans(part)
  const hasOwnColumn = part.columns.includes('次評核指標')
  const points = pointsOf(
    sheet,
    indicator.rows.flatMap(({ criteria }) => criteria),
  )
  const score = indicator.isScored === false ? [] : [scoreLine('得分', points)]
  const head = spanned([indicator.title, `(${indicator.points}分)`, ...score], indicator.rows.length)
  return indicator.rows.map(({ title, points: own, standards, gap }, index) => {
    const text = [...standards, ...(gap === undefined ? [] : [gap])]
    const leaf: Cell = { text: [title ?? '', ...(own === undefined ? [] : [`(${own}分)`])] }
    const wide: Cell = { text, colSpan: hasOwnColumn ? fourth : third }
    const cells = hasOwnColumn ? [leaf, wide] : [wide]
    return index === 0 ? [{ ...head, colSpan: indicatorSpan }, ...cells] : cells
  })
}

function spanned(text: readonly string[], rowSpan: number): Cell {
  return { text, rowSpan }
}

function scoreLine(word: string, points: number | null): string {
  return `*${word}：${points === null ? '' : points}`
}

function remarkTable(report: RunReport, sheet: ScoreSheet, title: string): Table {
  const text = [
    `${title}：（草稿，由自動預評結果帶入，請人員審酌修正）`,
    '優點：',
    ...numbered(strengths(report, sheet)),
    '建議改進事項：',
    ...numbered(suggestions(report)),
  ]
  return { kind: 'table', name: title, columnsMm, headRows: 0, rows: [[{ text, colSpan: columnsMm.length }]] }
}

function numbered(lines: readonly string[]): string[] {
  return lines.length === 0 ? ['（無）'] : lines.map((line, index) => `${index + 1}. ${line}`)
}

/** What the site shows beside the lines that people assess: an appendix of ours, so that the form itself stays as issued. */
function siteEvidence(report: RunReport, sheet: ScoreSheet, parts: readonly FormPart[]): OfficeDocument['blocks'] {
  const table = siteEvidenceTable(report, linesOn(sheet, parts), columnsMm)
  return table === null ? [] : [paragraph(`附頁：${siteEvidenceTitle}`, 'heading'), table]
}

/** The lines of the sheet that the form has, in their order. */
function linesOn(sheet: ScoreSheet, parts: readonly FormPart[]): ScoreLine[] {
  const known = new Set(parts.flatMap(({ items }) => items.flatMap(criteriaOf)))
  return sheet.lines.filter(({ criterionId }) => known.has(criterionId))
}

/** What the form has no room for: estimate, interval and who said so, of every criterion that was assessed. */
function explanation(sheet: ScoreSheet, parts: readonly FormPart[]): Table {
  const head = [headCell('項目', { colSpan: 2 }), headCell('推估'), headCell('區間'), headCell('判定方式')]
  const rows = linesOn(sheet, parts)
    .filter(({ final, reached }) => final !== null || reached !== 'not-assessed')
    .map((line) => [
      { ...cell(`${line.title}（滿分${numberText(line.max ?? 0)}分）`), colSpan: 2 },
      cell(estimateText(line.final)),
      cell(intervalText(line.final)),
      cell(assessedBy(line).text),
    ])
  return { kind: 'table', name: '各項推估說明', columnsMm, headRows: 1, rows: [head, ...rows] }
}
