import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { checks } from '../../checks/index.ts'
import { fillMessage } from '../../store/model/message.ts'
import { checkSite } from '../support/check-site.ts'
import { examplesIn } from '../support/docs-example.ts'

/** The form of the examples stands in `test/support/docs-example.ts`. */
const examples = checks.flatMap((check) => {
  const markdown = readFileSync(new URL(`../../checks/${check.id}.md`, import.meta.url), 'utf8')
  return examplesIn(markdown).map((example) => ({ check, name: `${check.id}.md:${example.line}`, example }))
})

it.each(checks.map(({ id }) => id))('the page of %s shows what conforms and what does not', (id) => {
  const shown = examples.filter(({ check }) => check.id === id).map(({ example }) => example.expects)
  expect(shown).toContain('conforms')
  expect(shown.filter((expects) => expects !== 'conforms')).not.toEqual([])
})

it.each(examples.map(({ check, name, example }) => [name, example.expects, check, example] as const))(
  'the example of %s %s',
  async (_, expects, check, { files, artifacts, handshakes, declarations }) => {
    const { status, reason, findings } = await checkSite(check, files, { artifacts, ...handshakes, declarations })
    for (const { messageId, values } of findings)
      expect(fillMessage(check.messages[messageId] ?? '{none}', values)).not.toMatch(/\{\w+\}/)
    const verdicts = findings.map(({ verdict }) => verdict)
    expect([status, reason]).toEqual(['done', null])
    if (expects !== 'violates') expect(verdicts).not.toContain('violates')
    if (expects !== 'conforms') expect(verdicts).toContain(expects)
  },
)

it('marks add pages, files, addresses and what a browser found', () => {
  const [example] = examplesIn(
    [
      '```html violates',
      '<p>home <!-- a comment --></p>',
      '<!-- page: /faq -->',
      '<p>faq</p>',
      '<!-- status: /gone 404 -->',
      '<!-- file: /a.odt docx -->',
      '<!-- axe: / image-alt incomplete wcag2a,wcag111 -->',
      '```',
    ].join('\n'),
  )
  expect(example).toMatchObject({ expects: 'violates', line: 1 })
  expect(example?.files).toMatchObject({
    '/': '<p>home <!-- a comment --></p>\n',
    '/faq': '<p>faq</p>\n\n',
    '/gone': { status: 404 },
    '/a.odt': expect.any(Uint8Array),
  })
  expect(example?.artifacts['/']?.axe?.groups).toMatchObject([
    { rule: 'image-alt', outcome: 'incomplete', tags: ['wcag2a', 'wcag111'] },
  ])
})

it('a mark for a file nobody can make is named by its line', () => {
  expect(() => examplesIn('text\n```html conforms\n<!-- file: /a.xyz xyz -->\n```\n')).toThrow('line 3: no sample file')
})
