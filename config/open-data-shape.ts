import { z } from 'zod'
import { name, patterns, somePatterns } from './pattern-shape.ts'

/** The shape of `config/terms/open-data.yaml`. */
export const openDataShape = z.strictObject({
  labels: somePatterns,
  not: patterns,
  portals: z.array(z.string().regex(/^[a-z0-9*.-]+$/)).min(1),
  portalData: somePatterns,
  formats: z.array(name).min(1),
  apiWords: somePatterns,
  apiPaths: somePatterns,
  closedFormats: z.array(name),
  currentMonths: z.int().positive(),
  guides: somePatterns,
})
