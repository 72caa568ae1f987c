import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { ExpectedError } from '../store/model/expected-error.ts'
import { type AgencyAnswers, agencySkeleton, declarationsSkeleton } from './agency-skeleton.ts'
import { parseAgency } from './read-agency.ts'
import { readDeclarables } from './read-terms.ts'

/**
 * Writes the files of a new agency under a folder of settings, and returns their paths. An agency file that is there already is never
 * overwritten; a file of declarations that is there stays. @throws ExpectedError (operator) when the answers make no agency file, or there is one.
 */
export function writeSkeletons(folder: string, answers: AgencyAnswers, year: number): string[] {
  const agencyPath = join(folder, 'agencies', `${answers.id}.yaml`)
  const text = agencySkeleton(answers)
  parseAgency(text, agencyPath)
  if (existsSync(agencyPath)) {
    throw new ExpectedError('operator', 'init/exists', `機關檔已存在：${agencyPath}`, {
      file: agencyPath,
      hint: '請直接編輯該檔，或另取代號。',
    })
  }
  const declarationsPath = join(folder, 'declarations', `${answers.id}.yaml`)
  const isNew = !existsSync(declarationsPath)
  write(agencyPath, text)
  if (isNew) write(declarationsPath, declarationsSkeleton(readDeclarables(), year))
  return isNew ? [agencyPath, declarationsPath] : [agencyPath]
}

/** Puts the contact into `policy.yaml` where it says `contact: null`, and leaves every other line as it is; false when it says otherwise. */
export function writeContact(folder: string, contact: string): boolean {
  const path = join(folder, 'policy.yaml')
  const before = readFileSync(path, 'utf8')
  const after = before.replace(/^contact: null$/m, () => stringify({ contact }, { lineWidth: 0 }).trimEnd())
  if (after === before) return false
  writeFileSync(path, after)
  return true
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
