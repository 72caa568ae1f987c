import type { FormLayout } from '../../store/model/form-layout.ts'
import type { RunReport } from '../../store/model/run-report.ts'
import type { ScoreSheet } from '../../store/model/score-sheet.ts'
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
import { rocMonthOf } from '../words/taipei-time.ts'
import { pointsOf } from './form-points.ts'
import { draftNote } from './score-form.ts'

const beforeMm = [25, 15, 35]
const subtotalMm = 18
const afterMm = [18, 15, 23]

/** 附表2 考核結果統計表, cell by cell (002:136-149); total and grade only when everything was assessed. */
export function resultTable(report: RunReport, sheet: ScoreSheet, layout: FormLayout): OfficeDocument {
  const form = layout.resultTable
  const title = form.title.replace('(機關名稱)', agencyTitle(report))
  return {
    title,
    sheet: form.mark,
    isLandscape: true,
    font: officialFont,
    blocks: [
      paragraph(form.mark),
      paragraph(title, 'title'),
      paragraph(draftNote, 'note'),
      paragraph(`${form.unit}：${agencyTitle(report)}`),
      paragraph(form.legend),
      table(report, sheet, layout),
      ...form.notes.map((note) => paragraph(note)),
    ],
  }
}

function table(report: RunReport, sheet: ScoreSheet, layout: FormLayout): Table {
  const form = layout.resultTable
  const items = layout.scoreForm.parts.flatMap((part) => part.items)
  const tall = (text: string): Cell => headCell(text, { rowSpan: 3 })
  return {
    kind: 'table',
    name: '考核結果統計',
    columnsMm: [...beforeMm, ...items.map(() => subtotalMm), ...afterMm],
    headRows: 3,
    rows: [
      [...form.before.map(tall), headCell(form.heading, { colSpan: items.length }), ...form.after.map(tall)],
      items.map(({ title }) => headCell(title)),
      items.map(({ points }) => headCell(`${points}分`)),
      resultRow(report, sheet, layout),
    ],
  }
}

function resultRow(report: RunReport, sheet: ScoreSheet, layout: FormLayout): Cell[] {
  const criteria = layout.scoreForm.parts.flatMap(({ items }) =>
    items.map(({ indicators }) => indicators.flatMap(({ rows }) => rows.flatMap((row) => row.criteria))),
  )
  const subtotals = criteria.map((ids) => pointsOf(sheet, ids))
  const total = pointsOf(sheet, criteria.flat())
  const known = [
    null,
    null,
    agencyTitle(report),
    ...subtotals,
    total,
    gradeOf(total, layout),
    rocMonthOf(report.run.startedAt),
  ]
  return known.map((content): Cell => ({ ...cell(content), look: 'centre' }))
}

/** The grade of a whole total; `null` without one. */
export function gradeOf(total: number | null, { resultTable: { grades } }: FormLayout): string | null {
  return total === null ? null : (grades.find(({ least }) => total >= least)?.name ?? null)
}
