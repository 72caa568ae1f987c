import type { Advice, AdviceTotal, EffortClass, MeasureChange, Stake } from '../../store/model/advice.ts'
import { numberText } from '../../store/model/number-text.ts'
import type { PointRange } from '../../store/model/score-sheet.ts'
import { pointsSentence, unitText } from './numbers.ts'

/** Who can do it. */
export const effortTexts: Readonly<Record<EffortClass, string>> = {
  answer: '查明或提供資料',
  edit: '內容編修',
  template: '版型或主機設定',
  build: '功能建置',
}

/** As in 「由8項增至11項，須改善3處（其中1處僅須查明）」. */
export function changeText({ from, to, unit, steps, settles }: MeasureChange): string {
  const word = unitText(unit)
  const [before, after] = [from.value + from.unknown, to.value + to.unknown]
  const isFewer = to.value < from.value || (to.value === from.value && after < before)
  const [start, end] = isFewer ? [before, after] : [from.value, to.value]
  const way = `由${numberText(start)}${word}${isFewer ? '減至' : '增至'}${numberText(end)}${word}`
  return `${way}，${stepsText(steps, settles)}`
}

function stepsText(steps: number, settles: number): string {
  if (settles === steps) return `須查明${numberText(steps)}處`
  return `須改善${numberText(steps)}處${settles === 0 ? '' : `（其中${numberText(settles)}處僅須查明）`}`
}

/** What is gained in one line of one scheme. */
export function stakeText({ title, before, after, itemsMet }: Stake): string {
  if (after === null) return `${title}：增列符合${itemsMet}項`
  return before === null
    ? `${title}：${pointsSentence(after)}`
    : `${title}：${rangeText(before, after)} → ${rangeText(after, before)}`
}

/** 「128分 → 151分」. */
export function totalText({ before, after }: Pick<AdviceTotal, 'before' | 'after'>): string {
  return `${numberText(before)}分 → ${numberText(after)}分`
}

function rangeText(range: PointRange, other: PointRange): string {
  if (range.estimate !== null && other.estimate !== null) return `推估${numberText(range.estimate)}分`
  return `${numberText(range.low)}至${numberText(range.high)}分`
}

/** How many pieces of advice are summed up in one sentence. */
export const mostTogether = 7

/** As in 「改善前7項（共12處），已評項目推估合計：128分 → 151分」, saying so where a line has no estimate; `null` when nothing on the list gains points. */
export function adviceHeadline(list: readonly Advice[]): string | null {
  const first = list.slice(0, mostTogether).filter(({ points }) => points > 0)
  const [start, end] = [first[0]?.total, first.at(-1)?.total]
  if (start === undefined || start === null || end === undefined || end === null) return null
  const steps = first.reduce((sum, one) => sum + one.steps, 0)
  const total = totalText({ before: start.before, after: end.after })
  const isEstimated = first.every((one) => one.total?.isEstimated === true)
  const how = isEstimated ? '' : '（無法推估者以區間下限計）'
  return `改善前${first.length}項（共${numberText(steps)}處），已評項目推估合計：${total}${how}`
}

/** What is reached, and the line it stands on: the line of the first points scheme where it gains there, else the item or band of its own scheme. */
export function goalOf(advice: Advice): { schemeId: string; criterionId: string; text: string } {
  const { schemeId, criterionId, title, band, stakes, total } = advice
  const main = stakes.find((stake) => stake.schemeId === total?.schemeId && stake.schemeId !== schemeId)
  if (main !== undefined && advice.points > 0) return { ...main, text: main.title }
  return { schemeId, criterionId, text: band === null ? `${title}（檢核事項）` : `${title}：達${bandText(band)}` }
}

function bandText([low, high]: readonly [number, number]): string {
  return low === high ? `${numberText(low)}分` : `${numberText(low)}至${numberText(high)}分級距`
}

/** 「增12分」; 「－」 where no points scheme gains. */
export function gainText({ points }: Pick<Advice, 'points'>): string {
  return points > 0 ? `增${numberText(points)}分` : '－'
}
