import { createHash } from 'node:crypto'
import { stringify } from 'yaml'
import { ExpectedError } from '../store/model/expected-error.ts'
import type { Sha256 } from '../store/model/fetch-outcome.ts'
import type { Scheme } from '../store/model/scheme.ts'
import { listPackageFiles } from './package-file.ts'
import { checkedYaml, readText } from './read-yaml.ts'
import { schemeShape } from './scheme-shape.ts'

/** A scheme with the hash of the file it was read from, which goes into every score sheet. */
export interface ReadScheme {
  scheme: Scheme
  sha256: Sha256
}

/** @throws ExpectedError (operator, `scheme/invalid`) that lists every problem with path, line and reason. */
export function readScheme(path: string): ReadScheme {
  const text = readText(path)
  return { scheme: parseScheme(text, path), sha256: createHash('sha256').update(text).digest('hex') }
}

let shipped: readonly ReadScheme[] | null = null

/** Every scheme that ships with the program, sorted by file name; read once. @throws ExpectedError as `readScheme`, and when two share an id. */
export function readSchemes(): readonly ReadScheme[] {
  shipped ??= readShipped()
  return shipped
}

function readShipped(): readonly ReadScheme[] {
  const paths = listPackageFiles('config/schemes', '.yaml')
  const read = paths.map(readScheme)
  const ids = read.map(({ scheme }) => scheme.id)
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index)
  const file = paths[twice]
  if (file !== undefined) {
    throw new ExpectedError('operator', 'scheme/invalid', `${file} 的代號「${ids[twice]}」與另一評分表重複`, {
      file,
      path: 'id',
    })
  }
  return read
}

/** The scheme that a YAML text holds; `file` is its name in messages. @throws ExpectedError as `readScheme`. */
export function parseScheme(text: string, file: string): Scheme {
  return checkedYaml(text, schemeShape, file, 'scheme/invalid')
}

/** YAML that `parseScheme` reads back as an equal scheme. */
export function printScheme(scheme: Scheme): string {
  return stringify(scheme, { lineWidth: 0, aliasDuplicateObjects: false })
}
