import { z } from 'zod'

/** Source of a `RegExp` with the flags `iu`. */
export const pattern = z.string().min(1).refine(isPattern, { message: 'is no regular expression' })
export const patterns = z.array(pattern)
export const somePatterns = patterns.min(1)
export const name = z.string().min(1)
export const hostName = /^[a-z0-9.-]+$/

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'iu') instanceof RegExp
  } catch {
    return false
  }
}
