import { readDeclarations } from '../../config/read-declarations.ts'
import type { Declaration } from '../../store/model/declaration.ts'
import { taipeiDate } from '../../store/model/taipei-date.ts'

/** Files named on the command line in the place of an agency's own. */
export interface ToldFiles {
  declarations?: string
}

/** What people told us of an agency, beside its site. */
export interface Told {
  declarations: readonly Declaration[]
}

/** @throws ExpectedError (operator) when a file holds what cannot be. */
export function readTold(agencyId: string, files: ToldFiles, now: Date): Told {
  return { declarations: readDeclarations(agencyId, taipeiDate(now), files.declarations) }
}
