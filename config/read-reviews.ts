import { existsSync } from 'node:fs'
import type { Review } from '../store/model/review.ts'
import type { Scheme } from '../store/model/scheme.ts'
import { decisionOf } from './decision-of-entry.ts'
import { packagePath } from './package-file.ts'
import { readSchemes } from './read-scheme.ts'
import { checkedYaml, readText } from './read-yaml.ts'
import { reviewFile } from './review-shape.ts'

/**
 * What people decided of an agency in `config/reviews/<id>.yaml`, or in the file that is named instead, oldest first; nothing
 * when it has no file. @throws ExpectedError (operator, `reviews/invalid`) with place, line and reason of every fault.
 */
export function readReviews(agencyId: string, now: Date, named?: string): Review[] {
  const path = named ?? packagePath(`config/reviews/${agencyId}.yaml`)
  if (named === undefined && !existsSync(path)) return []
  const schemes = readSchemes().map(({ scheme }) => scheme)
  return parseReviews(readText(path), path, now, schemes)
}

/** The content of a file of reviews; `file` is its name in messages. @throws as {@link readReviews}. */
export function parseReviews(text: string, file: string, now: Date, schemes: readonly Scheme[]): Review[] {
  const shape = reviewFile(now).transform(({ reviews }, context) =>
    reviews.flatMap((entry, index): Review[] => {
      const decision = decisionOf(entry, schemes)
      if ('kind' in decision) {
        const { evidence, reviewer, reviewedAt, reason } = entry
        return [{ decision, evidence, reviewer, reviewedAt, reason }]
      }
      const path = ['reviews', index, decision.key]
      context.issues.push({ code: 'custom', path, message: decision.reason, input: entry })
      return []
    }),
  )
  return checkedYaml(text, shape, file, 'reviews/invalid')
}
