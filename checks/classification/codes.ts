import type { CategoryField, ClassificationTerms } from '../../store/model/classification-terms.ts'
import type { MetaTag } from '../../store/model/page.ts'
import { matchesAny } from '../labels.ts'
import { tagsOf, valuesIn } from './fields.ts'

/** The three classes, in the order 主題, 施政, 服務. */
export const categoryFields: readonly CategoryField[] = ['Category.Theme', 'Category.Cake', 'Category.Service']

/** The codes a page stands under in one class, in the order written; those in another form among them. */
export function codesOf(tags: readonly MetaTag[], field: CategoryField): string[] {
  return tagsOf(tags, field).flatMap(({ content }) => valuesIn(content))
}

/** True when a code has the form of its class; ours is no list of all codes. Source: facts 3.2. */
export function isWellFormed(code: string, field: CategoryField, terms: ClassificationTerms): boolean {
  return code === code.toUpperCase() && matchesAny(code, terms.codeForms[field])
}

/** The area that should hold the code and does not: a question, as lists may have grown. `null` for all other codes. */
export function areaWithout(code: string, field: CategoryField, terms: ClassificationTerms): string | null {
  const area = terms.wholeAreas.find((one) => one.field === field && code.startsWith(one.prefix))
  return area === undefined || area.codes.includes(code) ? null : area.title
}
