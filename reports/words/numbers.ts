import { numberText } from '../../store/model/number-text.ts'
import type { ReportMeasure } from '../../store/model/run-report.ts'
import type { BandChance, PointRange } from '../../store/model/score-sheet.ts'

const units: Readonly<Record<string, string>> = {
  page: '頁',
  file: '件',
  document: '件',
  item: '項',
  kind: '種',
  link: '條',
  url: '個網址',
  host: '個主機',
  section: '個',
  form: '個',
  field: '欄',
  way: '種',
  channel: '種',
  service: '項',
  point: '分',
  share: '％',
  image: '張',
  element: '處',
  issue: '處',
  group: '組',
  chapter: '款',
  rule: '條規則',
  badge: '個',
  search: '個',
  month: '個月',
  day: '日',
  piece: '件',
}

/** The Chinese word for a unit; one that is Chinese already, or blank, stays. */
export function unitText(unit: string): string {
  if (Object.hasOwn(units, unit)) return units[unit] ?? ''
  return /^[a-z]/i.test(unit) ? '筆' : unit
}

/** As in 「12件（共20件，60％），另3件無法判定」; 「無法判定」 when the check could not look. */
export function measureText({ value, unknown, outOf, unit, status }: ReportMeasure): string {
  if (value === null) return status === 'not-applicable' ? '不適用（待審認）' : '無法判定'
  const word = unitText(unit)
  const whole = outOf === null ? '' : `（共${numberText(outOf)}${word}${shareText(value, outOf)}）`
  const more = unknown === null || unknown === 0 ? '' : `，另${numberText(unknown)}${word}無法判定`
  return `${numberText(value)}${word}${whole}${more}`
}

function shareText(value: number, outOf: number): string {
  return outOf === 0 ? '' : `，${numberText((100 * value) / outOf)}％`
}

/** 「12分」, or 「無法推估」 when nothing places an estimate, or 「尚待認定」 when the line was not assessed. */
export function estimateText(points: PointRange | null): string {
  if (points === null) return '尚待認定'
  return points.estimate === null ? '無法推估' : `${numberText(points.estimate)}分`
}

/** 「11至20分」; 「尚待認定」 when the line was not assessed. */
export function intervalText(points: PointRange | null): string {
  if (points === null) return '尚待認定'
  return points.low === points.high
    ? `${numberText(points.low)}分`
    : `${numberText(points.low)}至${numberText(points.high)}分`
}

/** 「推估12分」, or 「無法推估」 when nothing places an estimate. */
export function guessText({ estimate }: PointRange): string {
  return estimate === null ? '無法推估' : `推估${numberText(estimate)}分`
}

/** 「推估12分，區間11至20分」. */
export function pointsSentence(points: PointRange): string {
  return `${guessText(points)}，區間${numberText(points.low)}至${numberText(points.high)}分`
}

/** 「得16至20分之機率83％」; a range while some pages are open. */
export function chanceText({ points: [from, to], low, high }: BandChance): string {
  const chance = low === high ? numberText(low) : `${numberText(low)}至${numberText(high)}`
  return `得${numberText(from)}至${numberText(to)}分之機率${chance}％`
}

/** A size as people read it. */
export function bytesText(bytes: number): string {
  if (bytes < 1024) return `${bytes}位元組`
  if (bytes < 1024 * 1024) return `${numberText(bytes / 1024)}KB`
  return `${numberText(bytes / 1024 / 1024)}MB`
}
