import type { MetaTag } from '../../store/model/page.ts'

/** What a page says of itself under one required name. */
export type FieldState = 'filled' | 'empty' | 'absent'

/** Elements of which a page may honestly have none; whether they may then stay empty the rule, as far as we know it, does not say. */
const mayHaveNone: ReadonlySet<string> = new Set([
  'dc.contributor',
  'dc.source',
  'dc.relation',
  'dc.coverage',
  'dc.rights',
])

/** True when an empty content is a question, not a fault. Source: facts 3.1 (三(二)), 3.3. */
export function mayBeEmpty(field: string): boolean {
  return mayHaveNone.has(field.toLowerCase())
}

/** The tags of one field, in any capitalisation; DC.Coverage also as `.t.min` and `.t.max`. Source: facts 3.3. */
export function tagsOf(tags: readonly MetaTag[], field: string): MetaTag[] {
  const wanted = field.toLowerCase()
  return tags.filter(({ name }) => fieldOf(name) === wanted)
}

/** The state of one field; repeated ones are filled when one of them is (facts 3.1: repetition is no error). */
export function stateOf(tags: readonly MetaTag[], field: string): FieldState {
  const own = tagsOf(tags, field)
  if (own.length === 0) return 'absent'
  return own.some(({ content }) => valuesIn(content).length > 0) ? 'filled' : 'empty'
}

/** Values of a content: separated by commas or semicolons; templates leave empty ones, as in `,770`. */
export function valuesIn(content: string): string[] {
  return content
    .split(/[,;，；、]/)
    .map((value) => value.trim())
    .filter((value) => value !== '')
}

/** True for the tags this check is about: Dublin Core, the three classes and keywords. */
export function isClassification({ name }: MetaTag): boolean {
  return /^(dc\.|category\.|keywords$)/i.test(name.trim())
}

function fieldOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^dc\.coverage\..*$/, 'dc.coverage')
}
