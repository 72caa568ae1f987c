import type { Check } from './check.ts'
import documentsEditableOfferedAsOdf from './documents/editable-offered-as-odf.ts'
import linksInternalResolve from './links/internal-resolve.ts'

/** Every check there is, in the order of the report. */
export const checks: readonly Check[] = [documentsEditableOfferedAsOdf, linksInternalResolve]
