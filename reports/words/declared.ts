import type { Declaration, Period } from '../../store/model/declaration.ts'
import { numberText } from '../../store/model/number-text.ts'
import { rocDay } from './taipei-time.ts'

/** What was declared with its unit, as in 「1,200件」; 「是」 and 「否」 for what is or is not so. */
export function valueText(value: Declaration['value'], unit: string | null): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  return `${typeof value === 'number' ? numberText(value) : value}${unit ?? ''}`
}

/** As in 「114年」 for a whole year, else its first and last day. */
export function periodText({ from, to }: Period): string {
  const year = from.slice(0, 4)
  if (from === `${year}-01-01` && to === `${year}-12-31`) return `${Number(year) - 1911}年`
  return `${rocDay(from)}至${rocDay(to)}`
}
