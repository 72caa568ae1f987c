import type { Standard } from './run.ts'
import { taipeiDate } from './taipei-date.ts'

/** The day 網站無障礙規範 115.11 takes the place of 110.07 (數位政府字第11540006711號令; facts 4.1). */
const newStandardFrom = '2026-11-30'

/** The accessibility standard in force at an instant, by the Taipei calendar. */
export function standardInForce(instant: Date): Standard {
  return taipeiDate(instant) >= newStandardFrom ? '115.11' : '110.07'
}
