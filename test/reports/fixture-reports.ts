import { readdirSync, readFileSync } from 'node:fs'
import type { BodyReader } from '../../reports/body-reader.ts'
import type { RunReport } from '../../store/model/run-report.ts'
import { sha256 } from '../../store/sha256.ts'

const folder = new URL('../../fixtures/reports/', import.meta.url)

export const fixtureNames = ['full', 'empty', 'hostile'] as const

/** One of the reports every renderer must face. */
export function fixtureReport(name: (typeof fixtureNames)[number]): RunReport {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as RunReport
}

const stored = new Map(
  readdirSync(new URL('bodies/', folder)).map((name) => {
    const bytes = readFileSync(new URL(`bodies/${name}`, folder))
    return [sha256(bytes), { name, bytes }] as const
  }),
)

/** The bodies the fixture reports cite. */
export const fixtureBodies: BodyReader = (address) => {
  const body = stored.get(address)
  if (body === undefined) return null
  if (/\.(html|txt)$/.test(body.name)) return { text: body.bytes.toString('utf8') }
  return { bytes: body.bytes, mediaType: body.name.endsWith('.png') ? 'image/png' : 'application/msword' }
}
