import { existsSync } from 'node:fs'
import type { Declarable, Declaration, Period } from '../store/model/declaration.ts'
import { declarationFile, type WrittenDeclaration } from './declaration-shape.ts'
import { packagePath } from './package-file.ts'
import { readDeclarables } from './read-terms.ts'
import { checkedYaml, readText } from './read-yaml.ts'

/**
 * What an agency declares in `config/declarations/<id>.yaml`, or in the file that is named instead; nothing when it has no file.
 * `today`: ISO date in Taipei. @throws ExpectedError (operator, `declarations/invalid`) with place, line and reason of every fault.
 */
export function readDeclarations(agencyId: string, today: string, named?: string): Declaration[] {
  const path = named ?? packagePath(`config/declarations/${agencyId}.yaml`)
  if (named === undefined && !existsSync(path)) return []
  return parseDeclarations(readText(path), path, today)
}

/** The content of a file of declarations; `file` is its name in messages. @throws as {@link readDeclarations}. */
export function parseDeclarations(text: string, file: string, today: string): Declaration[] {
  const declarables = readDeclarables()
  const { declarations, notApplicable } = checkedYaml(
    text,
    declarationFile(declarables, today),
    file,
    'declarations/invalid',
  )
  const exempted = notApplicable.map(({ item, reason, ...origin }): Declaration => {
    const name = `${exemption}${item}`
    return { id: name, name, title: `第7條項目${item}不適用`, value: reason, unit: null, period: null, ...origin }
  })
  return [...declarations.map((entry) => declarationOf(entry, declarables)), ...exempted]
}

/** Name of the declaration that an item of Article 7 does not apply, without the item. */
const exemption = 'not-applicable-'

/** Items of Article 7 that are declared not to apply, with the reasons. */
export function declaredExemptions(declarations: readonly Declaration[]): Record<string, string> {
  const exempted = declarations.filter(({ name }) => name.startsWith(exemption))
  return Object.fromEntries(exempted.map(({ name, value }) => [name.slice(exemption.length), String(value)]))
}

function declarationOf({ unit = null, ...entry }: WrittenDeclaration, declarables: readonly Declarable[]): Declaration {
  const title = declarables.find(({ name }) => name === entry.name)?.title ?? entry.name
  return { ...entry, id: `${entry.name}:${periodLabel(entry.period)}`, title, unit }
}

/** `2025` for a whole year, else both days. */
function periodLabel({ from, to }: Period): string {
  const year = from.slice(0, 4)
  return from === `${year}-01-01` && to === `${year}-12-31` ? year : `${from}/${to}`
}
