import { existsSync } from 'node:fs'
import { z } from 'zod'
import type { Agency } from '../store/model/site.ts'
import { packagePath } from './package-file.ts'
import { readYaml } from './read-yaml.ts'

const agencyFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  name: z.string(),
  url: z.url({ protocol: /^https?$/ }),
  kind: z.enum(['agency', 'school', 'other']).default('agency'),
  isCollegial: z.boolean().nullable().default(null),
  parentHosts: z.array(z.string()).default([]),
})

/** An agency and the address of its site, from `config/agencies/<id>.yaml`. */
export interface AgencyEntry {
  agency: Agency
  url: string
}

/** `null` when there is no such file. @throws ExpectedError when the file has another shape. */
export function readAgency(id: string): AgencyEntry | null {
  const path = packagePath(`config/agencies/${id}.yaml`)
  if (!existsSync(path)) return null
  const { url, ...agency } = readYaml(path, agencyFile)
  return { agency, url }
}

/** The agency nobody told us about: named by its host without `www.`. */
export function unknownAgency(host: string): Agency {
  const id = host.replace(/^www\./, '').toLowerCase()
  return { id, name: null, kind: 'agency', isCollegial: null, parentHosts: [] }
}
