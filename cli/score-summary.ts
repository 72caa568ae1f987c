import { checklistSentence } from '../reports/words/checklist.ts'
import type { measureTable } from '../scoring/facts.ts'
import type { ScoreLine, ScoreSheet } from '../store/model/score-sheet.ts'

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

/** What people assess with help of the site: the lines of which it shows something, then those of which it does not; `null` when the scheme has none. */
export function siteEvidenceSummary({ lines }: ScoreSheet, measures: ReturnType<typeof measureTable>): string | null {
  const named = lines.filter(({ siteEvidence = [] }) => siteEvidence.length > 0)
  if (named.length === 0) return null
  const isSeen = ({ siteEvidence = [] }: ScoreLine): boolean =>
    siteEvidence.some((ref) => (measures.get(ref)?.value ?? 0) > 0)
  const titles = (seen: boolean): string =>
    named
      .filter((line) => isSeen(line) === seen)
      .map(({ title }) => title)
      .join('、')
  const [seen, unseen] = [titles(true), titles(false)]
  const said = [
    ...(seen === '' ? [] : [`網站上可見：${seen}`]),
    ...(unseen === '' ? [] : [`未見或無法判定：${unseen}`]),
  ]
  return `  供人員評定參考之佐證，${said.join('；')}`
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
