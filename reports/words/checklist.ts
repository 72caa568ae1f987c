import { numberText } from '../../store/model/number-text.ts'
import type {
  AdjustmentLine,
  ChecklistItemLine,
  ChecklistLine,
  FormulaLine,
  Reached,
  ScoreLine,
} from '../../store/model/score-sheet.ts'
import { type Label, reachedLabels } from './labels.ts'
import { rocDay } from './taipei-time.ts'

const order: readonly Reached[] = ['sure', 'partly', 'none', 'possible', 'not-assessed']

/** As in 「檢核表（不計分）共24項：符合3項、部分符合2項、無法判定10項、尚待認定9項」. */
export function checklistSentence(lines: readonly Pick<ScoreLine, 'reached'>[]): string {
  const counts = order.map((reached) => ({ reached, count: lines.filter((line) => line.reached === reached).length }))
  const said = counts.filter(({ count }) => count > 0)
  const words = said.map(({ reached, count }) => `${reachedLabels[reached].text}${count}項`)
  return `檢核表（不計分）共${lines.length}項：${words.join('、')}`
}

/** The share met, as in 「5項中符合3至4項」. */
export function metText({ low, high, outOf }: ChecklistLine['met']): string {
  return `${outOf}項中符合${low === high ? low : `${low}至${high}`}項`
}

/** How one item of a checklist came out. */
export const metLabels: Readonly<Record<ChecklistItemLine['met'], Label>> = {
  yes: reachedLabels.sure,
  no: reachedLabels.none,
  unknown: reachedLabels.possible,
}

/** The result of an official calculation in per cent; 「無法計算」 when a number is missing or the base is zero. */
export function formulaText({ ratio, isDeclared, since }: FormulaLine): string {
  if (ratio === null) return '無法計算'
  const [low, high] = [ratio.low, ratio.high].map((share) => numberText(share * 100))
  const from = since === undefined ? '' : `（與${rocDay(since.date)}之查核比較）`
  return `${low === high ? low : `${low}至${high}`}％${isDeclared ? '（機關自填）' : from}`
}

/** 加分事證 or 減分事證, and whether it was found; never an amount. */
export function adjustmentText({ kind, title, found }: AdjustmentLine): string {
  const words = { yes: '有', no: '無', unknown: '待認定' } as const
  return `${kind === 'bonus' ? '加分' : '減分'}事證（不計分）：${title}，${words[found]}`
}
