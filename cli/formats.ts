import { InvalidArgumentError } from 'commander'
import type { Format } from '../reports/render.ts'
import { listOf } from './flags.ts'

const known: readonly Format[] = ['html', 'json', 'csv']

/** The formats a comma-separated flag names. @throws InvalidArgumentError for one there is not. */
export function formatsOf(text: string): Format[] {
  return listOf(text).map((name) => {
    const format = known.find((each) => each === name)
    if (format === undefined) throw new InvalidArgumentError(`沒有這個格式：${name}（現有：${known.join('、')}）。`)
    return format
  })
}
