import type { ScoreLine, ScoreSheet, Subtotal } from '../../store/model/score-sheet.ts'
import { checklistSentence, metText } from '../words/checklist.ts'
import { assessedBy, reachedLabels } from '../words/labels.ts'
import { estimateText, intervalText, numberText, pointsSentence } from '../words/numbers.ts'
import { intervalBar } from './interval-bar.ts'
import { type Html, html } from './markup.ts'
import { badge, listOrDash, short, type TableRow, table } from './pieces.ts'
import { slug } from './site-plan.ts'

/** Anchor of a line on the page of its scheme. */
export function lineAnchor(criterionId: string): string {
  return `line-${slug(criterionId)}`
}

/** 「資訊網路服務構面（滿分200分）：推估○分，區間○至○分」 for each 構面 that was assessed; for the whole sheet when it names none; of a checklist its counts. */
export function scoreHeadlines(sheet: ScoreSheet): string[] {
  if (sheet.scale.kind === 'checklist') return [checklistSentence(sheet.lines)]
  const tops = sheet.subtotals.filter(({ path, max }) => path.length === 1 && max > 0)
  if (tops.length === 0) return [headline(sheet.title, sheet.measured, sheet.notAssessedMax)]
  return tops.map(({ path, points, max, notAssessedMax }) =>
    headline(path[0] ?? '', { ...points, max }, notAssessedMax),
  )
}

function headline(title: string, points: ScoreSheet['measured'], notAssessedMax: number): string {
  const whole = points.max + notAssessedMax
  const head = `${title}（滿分${numberText(whole)}分）：`
  if (notAssessedMax === 0) return `${head}${pointsSentence(points)}`
  const range = `區間${numberText(points.low)}至${numberText(points.high + notAssessedMax)}分`
  return `${head}${range}。已評之${numberText(points.max)}分中${pointsSentence(points)}，另${numberText(notAssessedMax)}分尚待認定`
}

/** All lines of a sheet; `lineHref` leads to the page that gives the reasons. */
export function scoreTable(sheet: ScoreSheet, lineHref: (criterionId: string) => string): Html {
  const isPoints = sheet.scale.kind === 'points'
  const columns = isPoints
    ? ['評核指標／項目', '滿分', '推估', '區間', '判定方式', '待釐清事項']
    : ['項目', '判定', '檢核事項', '判定方式', '待釐清事項']
  const rows = sheet.lines.flatMap((line, index) => [
    ...groupRow(sheet, line, sheet.lines[index - 1]),
    { cells: isPoints ? pointCells(line, lineHref) : listCells(line, lineHref) },
  ])
  return table({ caption: `${sheet.title}：各項${isPoints ? '推估' : '判定'}`, columns, rows })
}

/** A line over the rows of a 評核項目, with its subtotal, where it differs from the one before. */
function groupRow({ subtotals }: ScoreSheet, line: ScoreLine, before: ScoreLine | undefined): TableRow[] {
  const path = line.path.slice(0, 2)
  if (path.length === 0 || path.join('\n') === before?.path.slice(0, 2).join('\n')) return []
  const subtotal = subtotals.find((candidate) => candidate.path.join('\n') === path.join('\n'))
  return [{ group: html`<span>${path.join('／')}${subtotal === undefined ? '' : subtotalText(subtotal)}</span>` }]
}

function subtotalText({ points, max, notAssessedMax }: Subtotal): string {
  const whole = `（滿分${numberText(max + notAssessedMax)}分）`
  return max === 0 ? `${whole}　小計：尚待認定` : `${whole}　小計：${pointsSentence(points)}`
}

function pointCells(line: ScoreLine, lineHref: (criterionId: string) => string): unknown[] {
  return [
    titleCell(line, lineHref),
    line.max === null ? '－' : short(`${numberText(line.max)}分`),
    short(estimateText(line.final)),
    html`<span class="range">${intervalText(line.final)}${line.final === null || line.max === null ? null : intervalBar(line.final, line.max)}</span>`,
    badge(assessedBy(line)),
    listOrDash(line.openQuestions),
  ]
}

function listCells(line: ScoreLine, lineHref: (criterionId: string) => string): unknown[] {
  return [
    titleCell(line, lineHref),
    badge(reachedLabels[line.reached]),
    line.checklist === null ? '－' : metText(line.checklist.met),
    badge(assessedBy(line)),
    listOrDash(line.openQuestions),
  ]
}

function titleCell(line: ScoreLine, lineHref: (criterionId: string) => string): Html {
  const indicator = line.path
    .slice(2)
    .filter((step) => step !== line.title)
    .join('／')
  return html`<span>
    ${indicator === '' ? null : html`<small>${indicator}</small>`}
    <a href=${lineHref(line.criterionId)}>${line.title}</a>
  </span>`
}
