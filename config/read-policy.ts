import { z } from 'zod'
import { packagePath } from './package-file.ts'
import { readYaml } from './read-yaml.ts'

const policyFile = z.strictObject({
  /** Mail or address in the User-Agent; `null` when the operator gave none. */
  contact: z.string().nullable(),
  limits: z.strictObject({
    maxPages: z.int().positive(),
    maxMinutes: z.number().positive().nullable(),
    depth: z.int().nonnegative().nullable(),
    maxBodyBytes: z.int().positive(),
    maxRequests: z.int().positive(),
    traps: z.strictObject({
      calendar: z.int().positive(),
      list: z.int().positive(),
      pattern: z.int().positive(),
      alike: z.int().positive(),
      folder: z.int().positive(),
      pathSegments: z.int().positive(),
    }),
  }),
  confirmAfterSeconds: z.number().nonnegative(),
  politeness: z.strictObject({
    concurrency: z.int().positive(),
    ratePerSecond: z.number().positive(),
    loopbackConcurrency: z.int().positive(),
  }),
  randomRest: z.strictObject({ share: z.number().min(0).max(1), atLeast: z.int().nonnegative() }),
  neverAsk: z.array(z.string()),
})

/** Defaults of every run, from `config/policy.yaml`. */
export type PolicyFile = z.infer<typeof policyFile>

/** @throws ExpectedError when the file is unreadable or has another shape. */
export function readPolicy(): PolicyFile {
  return readYaml(packagePath('config/policy.yaml'), policyFile)
}
