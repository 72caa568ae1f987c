import { numberText } from '../../store/model/number-text.ts'
import type { PointRange, Reached, ScoreLine, ScoreSheet, Subtotal } from '../../store/model/score-sheet.ts'
import { checklistSentence, metText } from '../words/checklist.ts'
import { assessedBy, reachedLabels } from '../words/labels.ts'
import { guessText, intervalText, pointsSentence } from '../words/numbers.ts'
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
    ? ['評核指標／項目', '滿分', '網站實測', '機關自填', '人工審認', '採計', '待釐清事項']
    : ['項目', '網站實測', '機關自填', '人工審認', '採計', '檢核事項', '待釐清事項']
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
    pointsCell(line.measured),
    pointsCell(line.declared),
    pointsCell(line.reviewed),
    finalCell(line),
    openCell(line, lineHref),
  ]
}

/** What one source came to; a dash where it said nothing. */
function pointsCell(points: PointRange | null): unknown {
  if (points === null) return '－'
  return html`<span class="range">${intervalText(points)}<small>${guessText(points)}</small></span>`
}

/** What counts, and who said it. */
function finalCell(line: ScoreLine): unknown {
  if (line.final === null) return badge(assessedBy(line))
  const bar = line.max === null ? null : intervalBar(line.final, line.max)
  const points = html`<span>${intervalText(line.final)}<small>${guessText(line.final)}</small>${bar}</span>`
  return html`<span class="range">${badge(assessedBy(line))} ${points}</span>`
}

function listCells(line: ScoreLine, lineHref: (criterionId: string) => string): unknown[] {
  return [
    titleCell(line, lineHref),
    reachedCell(line.reachedBy?.measured),
    reachedCell(line.reachedBy?.declared),
    reachedCell(line.reachedBy?.reviewed),
    badge(reachedLabels[line.reached]),
    line.checklist === null ? '－' : metText(line.checklist.met),
    openCell(line, lineHref),
  ]
}

/** What a person is asked, and that the site shows something to go by. */
function openCell(
  { criterionId, openQuestions, siteEvidence = [] }: ScoreLine,
  lineHref: (criterionId: string) => string,
): unknown {
  if (siteEvidence.length === 0) return listOrDash(openQuestions)
  return listOrDash([
    ...openQuestions,
    html`<a href="${lineHref(criterionId)}-site">網站佐證供參：${siteEvidence.length}項</a>`,
  ])
}

function reachedCell(reached: Reached | null | undefined): unknown {
  return reached === null || reached === undefined ? '－' : badge(reachedLabels[reached])
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
