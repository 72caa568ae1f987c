import { ExpectedError } from '../store/model/expected-error.ts'

/** One thing that is wrong in a file of settings. */
export interface Problem {
  /** As in `criteria[2].bands[0].points`; empty for the whole file. */
  path: string
  /** 1-based; `null` when it has no place in the file. */
  line: number | null
  /** In Traditional Chinese. */
  reason: string
}

/** Problems named in one message; the rest is counted. */
const shown = 12

/** One error that lists the problems of a file in the order of its lines. */
export function invalidFile(file: string, code: string, problems: readonly Problem[]): ExpectedError {
  const sorted = [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  const rest = sorted.length > shown ? `；另有 ${sorted.length - shown} 處` : ''
  const message = `${file} 內容有誤：${sorted.slice(0, shown).map(sentence).join('；')}${rest}`
  const path = sorted[0]?.path
  return new ExpectedError('operator', code, message, path === undefined ? { file } : { file, path })
}

function sentence({ path, line, reason }: Problem): string {
  const place = [line === null ? '' : `第 ${line} 行`, path].filter(Boolean).join(' ')
  return place === '' ? reason : `${place}：${reason}`
}
