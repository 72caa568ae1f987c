import { InvalidArgumentError } from 'commander'
import { type Format, formats } from '../reports/render.ts'
import { listOf } from './flags.ts'

/** The formats a comma-separated flag names. @throws InvalidArgumentError for one there is not. */
export function formatsOf(text: string): Format[] {
  return listOf(text).map((name) => {
    const format = formats.find((each) => each === name)
    if (format === undefined) throw new InvalidArgumentError(`沒有這個格式：${name}（現有：${formats.join('、')}）。`)
    return format
  })
}
