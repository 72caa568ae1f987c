import type { ReportFinding, RunReport } from '../../store/model/run-report.ts'
import { cell, headCell, type OfficeDocument, officialFont, paragraph, type Table } from '../office/office-document.ts'
import { verdicts } from '../words/labels.ts'
import { measureText } from '../words/numbers.ts'
import { rocDayOf } from '../words/taipei-time.ts'
import { annexLists } from './annex-lists.ts'
import { type AnnexPlan, annexPlans } from './annex-plan.ts'
import { tableOf, wide } from './annex-table.ts'

/** Questions an application is to bring (003:52). */
const questionCount = 15

/** The annexes an application asks for, each a document of its own. */
export function annexes(report: RunReport): { id: string; document: OfficeDocument }[] {
  const planned = annexPlans.map((plan) => ({ id: plan.id, document: annex(report, plan) }))
  return [...planned, { id: 'questions', document: questions(report) }]
}

function annex(report: RunReport, plan: AnnexPlan): OfficeDocument {
  const { id, title, sheet, asks, source, toFill } = plan
  const own = (checkId: string): boolean =>
    plan.checks.some((one) => (one.endsWith('/') ? checkId.startsWith(one) : checkId === one))
  return {
    title,
    sheet,
    isLandscape: false,
    font: officialFont,
    blocks: [
      paragraph(title, 'title'),
      paragraph(`${asks}（出處：評分說明${source}）。查核日：${rocDayOf(report.run.startedAt)}。`, 'note'),
      paragraph('一、查核結果', 'heading'),
      measureTable(report, own),
      ...listOf(report, id),
      paragraph('二、查核發現', 'heading'),
      findingTable(report.findings.filter(({ checkId }) => own(checkId))),
      ...fillTable(toFill),
    ],
  }
}

/** What is to be listed one by one, under its name. */
function listOf(report: RunReport, id: string): OfficeDocument['blocks'] {
  const table = annexLists[id]?.(report)
  return table === undefined ? [] : [paragraph(`${table.name}：`), table]
}

function measureTable(report: RunReport, own: (checkId: string) => boolean): Table {
  const rows = report.checks
    .filter(({ id }) => own(id))
    .flatMap(({ id, question, status, reason }) => {
      if (status !== 'done') return [[wide(question, 3), wide(reason ?? '無法判定', 2)]]
      return Object.entries(report.measures)
        .filter(([ref]) => ref.startsWith(`${id}#`))
        .map(([, measure]) => [wide(measure.title, 3), wide(measureText(measure), 2)])
    })
  return tableOf('查核結果', [headCell('項目', { colSpan: 3 }), headCell('結果', { colSpan: 2 })], rows)
}

function findingTable(findings: readonly ReportFinding[]): Table {
  const rows = findings.map(({ verdict, message, url }, index) => [
    cell(index + 1),
    cell(verdicts[verdict].text),
    wide(message, 2),
    cell(url),
  ])
  return tableOf(
    '查核發現',
    [headCell('序號'), headCell('判定'), headCell('說明', { colSpan: 2 }), headCell('網址')],
    rows,
  )
}

/** Blank lines for what only the agency knows. */
function fillTable(toFill: readonly string[]): OfficeDocument['blocks'] {
  if (toFill.length === 0) return []
  const rows = toFill.map((what) => [wide(what, 3), { text: [], colSpan: 2 }])
  const head = [headCell('項目', { colSpan: 3 }), headCell('內容', { colSpan: 2 })]
  return [paragraph('三、請機關填寫', 'heading'), tableOf('請機關填寫', head, rows)]
}

/** 業務「Q&A」15題, from the site's own; what the site lacks is left to the agency. */
function questions(report: RunReport): OfficeDocument {
  const title = '業務「Q&A」15題'
  const known = report.catalogues.questions
  const rows = Array.from({ length: questionCount }, (_, index) => [
    cell(index + 1),
    wide(known[index]?.question ?? '', 2),
    cell(known[index]?.answer ?? ''),
    cell(known[index]?.url ?? ''),
  ])
  const head = [headCell('序號'), headCell('題目', { colSpan: 2 }), headCell('參考答案'), headCell('網址')]
  const note =
    '請提供業務「Q&A」15題做為測試參考（出處：評分說明一（二）3服務人員問題回應正確率）。題目及答案取自網站常見問答，過長者節錄，請審酌。'
  return {
    title,
    sheet: '業務問答',
    isLandscape: false,
    font: officialFont,
    blocks: [paragraph(title, 'title'), paragraph(note, 'note'), tableOf(title, head, rows)],
  }
}
