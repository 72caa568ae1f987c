import { readDeclarations } from '../../config/read-declarations.ts'
import { readReviews } from '../../config/read-reviews.ts'
import type { Declaration } from '../../store/model/declaration.ts'
import type { Review } from '../../store/model/review.ts'
import { taipeiDate } from '../../store/model/taipei-date.ts'

/** Files named on the command line in the place of an agency's own. */
export interface ToldFiles {
  declarations?: string
  review?: string
}

/** What people told us of an agency, beside its site. */
export interface Told {
  declarations: readonly Declaration[]
  reviews: readonly Review[]
}

/** @throws ExpectedError (operator) when a file holds what cannot be. */
export function readTold(agencyId: string, files: ToldFiles, now: Date): Told {
  return {
    declarations: readDeclarations(agencyId, taipeiDate(now), files.declarations),
    reviews: readReviews(agencyId, now, files.review),
  }
}
