import { firstLine } from './launch.ts'
import { TimeLimitError } from './time-limit.ts'

/** The page sent the browser to another address. */
export class NavigatedAwayError extends Error {
  readonly url: string

  constructor(url: string) {
    super(`navigated away to ${url}`)
    this.name = 'NavigatedAwayError'
    this.url = url
  }
}

/** Why a page could not be looked at, as a code that is equal for equal causes: `time-limit`, `crashed`, `navigated-away`, `not-opened`, else a message. */
export function failureDetail(error: unknown): string {
  if (error instanceof TimeLimitError) return 'time-limit'
  if (error instanceof NavigatedAwayError) return 'navigated-away'
  const message = firstLine(error)
  if (/crashed|has been closed|target closed/i.test(message)) return 'crashed'
  if (/context was destroyed|cannot find context|no frame for given id|frame was detached/i.test(message))
    return 'navigated-away'
  if (/page\.goto/.test(message)) return /timeout/i.test(message) ? 'time-limit' : 'not-opened'
  return message.slice(0, 200)
}
