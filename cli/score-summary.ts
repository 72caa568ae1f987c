import type { ScoreSheet } from '../store/model/score-sheet.ts'

/** One line for a sheet, in the officials' words; what was not assessed is named, never summed as 0. */
export function scoreSummary(sheet: ScoreSheet): string {
  const { low, estimate, high, max } = sheet.measured
  if (sheet.scale.kind === 'checklist') return `${sheet.title}：檢核表，共 ${sheet.lines.length} 項`
  const range = `區間 ${points(low)} 至 ${points(high)} 分`
  const guess = estimate === null ? '無法推估' : `推估 ${points(estimate)} 分`
  const open = sheet.notAssessedMax > 0 ? `；另有 ${points(sheet.notAssessedMax)} 分尚待認定` : ''
  return `${sheet.title}：${guess}，${range}（已評項目滿分 ${points(max)} 分${open}）`
}

function points(value: number): string {
  return String(Math.round(value * 10) / 10)
}
