import { basename } from 'node:path'
import { z } from 'zod'
import { type AccessibilityStandard, levelOf, meaningOfCode } from '../store/model/accessibility-standard.ts'
import type { Standard } from '../store/model/run.ts'
import { invalidFile } from './invalid-file.ts'
import { listPackageFiles, packagePath } from './package-file.ts'
import { readYaml } from './read-yaml.ts'

const folder = 'config/accessibility'
const text = z.string().regex(/\S/, { error: '不可空白' })
const mark = z.enum(['official', 'secondary', 'unconfirmed'])
const numbers = z.array(z.string().regex(/^[1-4]\.[1-5]\.\d{1,2}$/, { error: '成功準則須寫成「1.4.10」' })).min(1)
const count = z.int().positive()

const standardShape: z.ZodType<AccessibilityStandard> = z
  .strictObject({
    version: z.enum(['110.07', '115.11']),
    title: text,
    wcag: z.enum(['2.1', '2.2']),
    inForceFrom: z.iso.date().nullable(),
    sources: z.array(z.strictObject({ mark, says: text, at: text })).min(1),
    counts: z.strictObject({ criteria: count, machineCodes: count, manualCodes: count, mark }),
    criteria: z.strictObject({ A: numbers, AA: numbers, AAA: numbers }),
    codes: z.array(z.strictObject({ code: text, title: text, mark })).min(1),
  })
  .check(({ value, issues }) => {
    for (const { path, message } of faultsOf(value)) issues.push({ code: 'custom', path, message, input: value })
  })

/** A criterion stands once, and so does a code, at the level of the criterion its digits name. */
function faultsOf(standard: AccessibilityStandard): { path: (string | number)[]; message: string }[] {
  const criteria = Object.values(standard.criteria).flat()
  const twice = criteria.find((criterion, index) => criteria.indexOf(criterion) < index)
  const codes = standard.codes.map(({ code }) => code)
  const wrong = codes.flatMap((code, index) => {
    const meaning = meaningOfCode(code)
    const path = ['codes', index, 'code']
    if (meaning === null) return [{ path, message: `「${code}」不是檢測碼` }]
    if (codes.indexOf(code) < index) return [{ path, message: `「${code}」重複` }]
    if (levelOf(standard, meaning.criterion) === meaning.level) return []
    return [{ path, message: `「${code}」所指之成功準則 ${meaning.criterion}（${meaning.level}）不在本版` }]
  })
  return twice === undefined ? wrong : [{ path: ['criteria'], message: `成功準則 ${twice} 重複` }, ...wrong]
}

/** Every version of the accessibility standard in `config/accessibility/`. @throws ExpectedError (`config/accessibility`) naming file and place of the fault. */
export function readStandards(): AccessibilityStandard[] {
  return listPackageFiles(folder, '.yaml').map(readStandardFile)
}

/** One version of it. @throws ExpectedError (`config/accessibility`) */
export function readStandard(version: Standard): AccessibilityStandard {
  return readStandardFile(packagePath(`${folder}/${version}.yaml`))
}

/** As `readStandard`, for a file anywhere; its name is its version. @throws ExpectedError (`config/accessibility`) */
export function readStandardFile(path: string): AccessibilityStandard {
  const standard = readYaml(path, standardShape, 'config/accessibility')
  if (basename(path, '.yaml') === standard.version) return standard
  throw invalidFile(path, 'config/accessibility', [{ path: 'version', line: null, reason: '須與檔名相同' }])
}
