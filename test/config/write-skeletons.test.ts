import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { type AgencyAnswers, declarationsSkeleton } from '../../config/agency-skeleton.ts'
import { packagePath } from '../../config/package-file.ts'
import { agencyJsonSchema, parseAgency } from '../../config/read-agency.ts'
import { parseDeclarations } from '../../config/read-declarations.ts'
import { readDeclarables } from '../../config/read-terms.ts'
import { writeContact, writeSkeletons } from '../../config/write-skeletons.ts'

const answers: AgencyAnswers = {
  id: 'wra',
  name: '經濟部水利署: "第一" #辦公室',
  url: 'https://www.agency.test/',
  kind: 'agency',
  isCollegial: false,
  parentHosts: ['www.parent.test'],
}

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'mingjing-init-'))
}

it('what was answered is read back from the agency file, whatever signs a name holds', () => {
  const to = folder()
  const [path = ''] = writeSkeletons(to, answers, 2025)
  const { url, agency } = parseAgency(readFileSync(path, 'utf8'), path)
  expect({ url, ...agency }).toMatchObject(answers)
})

it('what was left open stays open and is no claim', () => {
  const [path = ''] = writeSkeletons(folder(), { ...answers, isCollegial: null, parentHosts: [] }, 2025)
  const { agency } = parseAgency(readFileSync(path, 'utf8'), path)
  expect([agency.isCollegial, agency.parentHosts, agency.notApplicable]).toEqual([null, [], {}])
})

it('the skeleton of declarations declares nothing, and filled in it is read as it stands', () => {
  const to = folder()
  const [, path = ''] = writeSkeletons(to, answers, 2025)
  const text = readFileSync(path, 'utf8')
  expect(parseDeclarations(text, path, '2026-11-27')).toEqual([])
  const filled = text
    .replace('declarations: []', 'declarations:')
    .replace('notApplicable: []', 'notApplicable:')
    .replace(/^# {3}/gm, '  ')
    .replace(/^( +source:) https:\/\/$/gm, '$1 https://www.agency.test/report')
    .replace(/^( +declaredBy:)$/gm, '$1 秘書室')
    .replace(/^( +declaredOn:)$/gm, '$1 2026-02-01')
    .replace('value: ""', 'value: A12')
  const declared = parseDeclarations(filled, path, '2026-11-27')
  expect(declared.map(({ name }) => name)).toEqual([...readDeclarables().map(({ name }) => name), 'not-applicable-10'])
})

it('a file that is there is never overwritten, and says so; declarations that are there stay', () => {
  const to = folder()
  writeSkeletons(to, answers, 2025)
  const again = () => writeSkeletons(to, { ...answers, name: '他' }, 2025)
  expect(again).toThrow(expect.objectContaining({ fault: 'operator', code: 'init/exists' }))
  const other = { ...answers, id: 'other' }
  writeFileSync(join(to, 'declarations/other.yaml'), '# mine\n')
  expect(writeSkeletons(to, other, 2025)).toEqual([join(to, 'agencies/other.yaml')])
  expect(readFileSync(join(to, 'declarations/other.yaml'), 'utf8')).toBe('# mine\n')
})

it.each([
  ['an id that could leave the folder', { id: '../wra' }],
  ['an address of another scheme', { url: 'ftp://www.agency.test/' }],
])('%s writes nothing', (_, wrong) => {
  const to = folder()
  expect(() => writeSkeletons(to, { ...answers, ...wrong }, 2025)).toThrow(
    expect.objectContaining({ fault: 'operator' }),
  )
})

it('the contact goes into the line that has none, and nowhere else', () => {
  const to = folder()
  const path = join(to, 'policy.yaml')
  writeFileSync(path, '# 聯絡\ncontact: null\nlimits:\n  depth: null\n')
  expect(writeContact(to, 'web@agency.test: $& #1')).toBe(true)
  expect(readFileSync(path, 'utf8')).toBe('# 聯絡\ncontact: "web@agency.test: $& #1"\nlimits:\n  depth: null\n')
  expect(writeContact(to, 'other@agency.test')).toBe(false)
})

it('the schema for editors is the shape we read', () => {
  const schema = JSON.parse(readFileSync(packagePath('config/agency.schema.json'), 'utf8'))
  expect(schema).toEqual(JSON.parse(JSON.stringify(agencyJsonSchema())))
  const validate = new Ajv2020({ strict: false, formats: { uri: true } }).compile(schema)
  const [path = ''] = writeSkeletons(folder(), answers, 2025)
  expect(validate(parse(readFileSync(path, 'utf8')))).toBe(true)
  expect(validate({ id: 'wra', name: 1, url: 'https://a.test/' })).toBe(false)
})

it('every number an agency may declare stands in the skeleton by title and name', () => {
  const text = declarationsSkeleton(readDeclarables(), 2025)
  for (const { name, title } of readDeclarables()) expect(text).toContain(`#   # ${title}\n#   - name: ${name}\n`)
})
