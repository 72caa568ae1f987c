import { matchesAny, normaliseLabel } from '../checks/labels.ts'
import { saysSearch, searchKindOf } from '../checks/search/search-control.ts'
import type { SearchSense } from '../crawler/crawl-control.ts'
import type { SearchTerms } from '../store/model/terms.ts'

/** What the crawl is told of searches: the same words and rules by which the checks know them. */
export function searchSense(terms: SearchTerms): SearchSense {
  const isTitle = (option: string) => matchesAny(normaliseLabel(option), terms.titleOptions)
  return {
    kindOf: (form) => searchKindOf(form, terms),
    saysSearch: (field) => saysSearch(field, terms),
    isOthers: (url) => matchesAny(url, terms.externalEngines),
    buttons: terms.buttons,
    searchPages: terms.buttons,
    codes: terms.codes,
    purposeOf: ({ label, options }) =>
      purposeOf(
        normaliseLabel(label),
        options.filter((option) => option !== ''),
        terms,
      ),
    conditionOf: (input) => conditionOf(input, terms),
    titleOption: (options) => options.findIndex(isTitle),
    isAll: (option) => matchesAny(normaliseLabel(option), terms.allOptions),
  }
}

/** A day is only told where it is known how one is written. */
function conditionOf(
  { type, label, hint }: { type: string; label: string; hint: string },
  { conditions }: SearchTerms,
): 'words' | 'day' | null {
  const normal = normaliseLabel(label)
  if (matchesAny(normal, [conditions.words])) return 'words'
  const isWritten = type === 'date' || /^(yyyy|20\d\d)-(mm|\d\d)-(dd|\d\d)$/iu.test(hint.trim())
  return isWritten && (type === 'date' || normal === normaliseLabel(hint) || matchesAny(normal, [conditions.day]))
    ? 'day'
    : null
}

/** A choice that says nothing of itself is a further condition: it stands beside the field. */
function purposeOf(label: string, options: readonly string[], terms: SearchTerms): 'fields' | 'category' | null {
  const said = (pattern: string) => matchesAny(label, [pattern])
  const { none, category, fields } = terms.choices
  if (options.length < 2 || said(none)) return null
  if (options.some((option) => matchesAny(normaliseLabel(option), terms.titleOptions))) return 'fields'
  if (said(category)) return 'category'
  if (said(fields)) return 'fields'
  const isOrder = options.every((option) => matchesAny(normaliseLabel(option), terms.orderings))
  return isOrder ? null : 'fields'
}
