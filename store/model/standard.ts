import type { AccessibilityStandard } from './accessibility-standard.ts'
import { taipeiDate } from './taipei-date.ts'

/** The accessibility standard in force at an instant, by the Taipei calendar: of those begun, the one that began last. @throws Error when none has. */
export function standardInForce<T extends Pick<AccessibilityStandard, 'inForceFrom'>>(
  instant: Date,
  standards: readonly T[],
): T {
  const today = taipeiDate(instant)
  const begun = standards.filter(({ inForceFrom }) => (inForceFrom ?? '') <= today)
  const [newest] = begun.sort((a, b) => ((a.inForceFrom ?? '') < (b.inForceFrom ?? '') ? 1 : -1))
  if (newest === undefined) throw new Error(`no accessibility standard is in force on ${today}`)
  return newest
}
