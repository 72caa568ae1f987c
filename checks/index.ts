import type { Check } from './check.ts'

/** Every check there is, in the order of the report. */
export const checks: readonly Check[] = []
