import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { packagePath } from '../../config/package-file.ts'
import { parseScheme } from '../../config/read-scheme.ts'

/** The example of a scheme in README. */
function example(): string {
  const blocks = readFileSync(packagePath('README.md'), 'utf8').match(/(?<=```yaml\n)[^`]*(?=```)/g) ?? []
  const found = blocks.find((block) => block.startsWith('id: my-plan'))
  if (found === undefined) throw new Error('README shows no scheme')
  return found
}

it('the scheme that README shows an official to copy is valid', () => {
  expect(parseScheme(example(), 'my-plan.yaml')).toMatchObject({ id: 'my-plan', scale: { kind: 'checklist' } })
})

it('a slip in it is told by line and reason', () => {
  const slip = example().replace('atLeast: 1', 'atleast: 1')
  expect(() => parseScheme(slip, 'my-plan.yaml')).toThrow(/my-plan\.yaml[\s\S]*第 19 行/)
})
