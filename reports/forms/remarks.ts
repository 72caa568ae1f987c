import type { Advice } from '../../store/model/advice.ts'
import { numberText } from '../../store/model/number-text.ts'
import type { ReportCheck, RunReport } from '../../store/model/run-report.ts'
import type { ScoreSheet } from '../../store/model/score-sheet.ts'
import { changeText, goalOf } from '../words/advice.ts'
import { measureText } from '../words/numbers.ts'

const mostLines = 10
/** Findings quoted behind one suggestion. */
const quoted = 3
const longest = 90

/** 優點: lines near their highest points, and checks that found nothing amiss. */
export function strengths(report: RunReport, sheet: ScoreSheet): string[] {
  const lines = sheet.lines.flatMap(({ title, final, max }) => {
    const estimate = final?.estimate ?? null
    const isHigh = estimate !== null && max !== null && estimate >= 0.9 * max
    return isHigh ? [`${title}：推估${numberText(estimate)}分（滿分${numberText(max)}分）。`] : []
  })
  return [...lines, ...report.checks.flatMap((check) => blameless(report, check))].slice(0, mostLines).map(short)
}

/** The first number of a check without fault or question. */
function blameless({ measures }: RunReport, { id, status, counts }: ReportCheck): string[] {
  if (status !== 'done' || counts.violates > 0 || counts.needsReview > 0 || counts.conforms === 0) return []
  const [first] = Object.entries(measures).flatMap(([ref, one]) => {
    return ref.startsWith(`${id}#`) && (one.value ?? 0) > 0 && one.unknown === 0 ? [one] : []
  })
  return first === undefined ? [] : [`${first.title}：${measureText(first)}。`]
}

/** 建議改進事項: what gains points first, then what is amiss besides. */
export function suggestions(report: RunReport): string[] {
  const { advice } = report
  const advised = advice.filter(({ points }) => points > 0).map((one) => adviceSentence(report, one))
  const named = new Set(advice.flatMap(({ changes }) => changes.flatMap(({ findings }) => findings)))
  return [...advised, ...report.checks.flatMap((check) => amiss(report, check, named))].slice(0, mostLines).map(short)
}

function adviceSentence(report: RunReport, advice: Advice): string {
  const { changes, declares } = advice
  const parts = [
    ...changes.map((change) => `${report.measures[change.measure]?.title ?? change.measure}${changeText(change)}`),
    ...declares.map(({ title }) => `請機關提供${title}`),
  ]
  return `${goalOf(advice).text}：${parts.join('；')}（改善後可增${numberText(advice.points)}分）。`
}

function amiss({ findings }: RunReport, { id }: ReportCheck, named: ReadonlySet<string>): string[] {
  const own = findings.filter((one) => one.checkId === id && one.verdict === 'violates' && !named.has(one.id))
  const said = own.slice(0, quoted).map(({ message }) => message.replace(/。$/, ''))
  const more = own.length > quoted ? `等${numberText(own.length)}項` : ''
  return own.length === 0 ? [] : [`${said.join('；')}${more}。`]
}

function short(text: string): string {
  const characters = [...text]
  return characters.length <= longest ? text : `${characters.slice(0, longest).join('')}…`
}
