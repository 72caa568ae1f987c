import { existsSync } from 'node:fs'
import { z } from 'zod'
import { ExpectedError } from '../store/model/expected-error.ts'
import type { Agency } from '../store/model/site.ts'
import { packagePath } from './package-file.ts'
import { checkedYaml, readText } from './read-yaml.ts'

const itemNumber = z.enum(['1', '2', '3', '4', '5a', '5b', '5c', '6', '7', '8', '9', '10'])

const agencyFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  name: z.string(),
  url: z.url({ protocol: /^https?$/ }),
  kind: z.enum(['agency', 'school', 'other']).default('agency'),
  isCollegial: z.boolean().nullable().default(null),
  oid: z
    .string()
    .regex(/^[A-Z0-9]\d{8}[A-Z]$/)
    .optional(),
  parentHosts: z.array(z.string()).default([]),
  notApplicable: z.partialRecord(itemNumber, z.string().min(1)).default({}),
})

/** The shape of an agency file for editors, as JSON Schema: `config/agency.schema.json` holds it. */
export function agencyJsonSchema(): object {
  return z.toJSONSchema(agencyFile, { io: 'input' })
}

/** An agency and the address of its site, from `config/agencies/<id>.yaml`. */
export interface AgencyEntry {
  agency: Agency
  url: string
}

/** `null` when there is no such file. @throws ExpectedError when the file has another shape, or another agency's id. */
export function readAgency(id: string): AgencyEntry | null {
  const path = packagePath(`config/agencies/${id}.yaml`)
  if (!existsSync(path)) return null
  const entry = parseAgency(readText(path), path)
  if (entry.agency.id === id) return entry
  throw new ExpectedError('operator', 'config/agency-id', `機關代號「${entry.agency.id}」與檔名「${id}」不同`, {
    file: path,
    path: 'id',
  })
}

/** The content of an agency file; `file` is its name in messages. @throws ExpectedError when it has another shape. */
export function parseAgency(text: string, file: string): AgencyEntry {
  const { url, ...agency } = checkedYaml(text, agencyFile, file)
  return { agency, url }
}

/** The agency nobody told us about: named by its host without `www.`. */
export function unknownAgency(host: string): Agency {
  const id = host.replace(/^www\./, '').toLowerCase()
  return { id, name: null, kind: 'agency', isCollegial: null, parentHosts: [], notApplicable: {} }
}
