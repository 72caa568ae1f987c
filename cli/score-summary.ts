import { checklistSentence } from '../reports/words/checklist.ts'
import type { ScoreSheet } from '../store/model/score-sheet.ts'

type Points = Pick<ScoreSheet, 'measured' | 'notAssessedMax'>

/**
 * One line for a sheet, in the officials' words, of the 構面 that were assessed (of the whole sheet when none was); what was not
 * assessed is named, never summed as 0.
 */
export function scoreSummary(sheet: ScoreSheet): string {
  if (sheet.scale.kind === 'checklist') return `${sheet.title}：${checklistSentence(sheet.lines)}`
  const tops = sheet.subtotals.filter(({ path, max }) => path.length === 1 && max > 0)
  if (tops.length === 0) return `${sheet.title}：${pointsSummary(sheet)}`
  const said = tops.map(({ path, points: range, max, notAssessedMax }) => {
    return `${path[0]}${pointsSummary({ measured: { ...range, max }, notAssessedMax })}`
  })
  return `${sheet.title}：${said.join('；')}`
}

function pointsSummary({ measured: { low, estimate, high, max }, notAssessedMax: open }: Points): string {
  const guess = estimate === null ? '無法推估' : `推估 ${points(estimate)} 分`
  const whole = `滿分 ${points(max + open)} 分，區間 ${points(low)} 至 ${points(high + open)} 分`
  if (open === 0) return `${whole}，${guess}`
  const assessed = `已評之 ${points(max)} 分中${guess}，區間 ${points(low)} 至 ${points(high)} 分`
  return `${whole}。${assessed}；另 ${points(open)} 分尚待認定`
}

function points(value: number): string {
  return String(Math.round(value * 10) / 10)
}
