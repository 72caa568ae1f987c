import { checklistSentence } from '../reports/words/checklist.ts'
import type { ScoreSheet } from '../store/model/score-sheet.ts'

/** One line for a sheet, in the officials' words; what was not assessed is named, never summed as 0. */
export function scoreSummary(sheet: ScoreSheet): string {
  const { low, estimate, high, max } = sheet.measured
  if (sheet.scale.kind === 'checklist') return `${sheet.title}：${checklistSentence(sheet.lines)}`
  const guess = estimate === null ? '無法推估' : `推估 ${points(estimate)} 分`
  const open = sheet.notAssessedMax
  const whole = `滿分 ${points(max + open)} 分，區間 ${points(low)} 至 ${points(high + open)} 分`
  if (open === 0) return `${sheet.title}：${whole}，${guess}`
  const assessed = `已評之 ${points(max)} 分中${guess}，區間 ${points(low)} 至 ${points(high)} 分`
  return `${sheet.title}：${whole}。${assessed}；另 ${points(open)} 分尚待認定`
}

function points(value: number): string {
  return String(Math.round(value * 10) / 10)
}
