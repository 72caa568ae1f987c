import type { ClassificationTerms } from '../../store/model/classification-terms.ts'
import type { MetaTag } from '../../store/model/page.ts'
import { foldText, matchesAny } from '../labels.ts'
import { areaWithout, categoryFields, codesOf, isWellFormed } from './codes.ts'
import { coverageFaults, dateFaults } from './date-faults.ts'
import { tagsOf, valuesIn } from './fields.ts'

export type FaultKind =
  | 'malformed-code'
  /** No code of an area of which every code is known: lists may have grown, so it is a question. */
  | 'unlisted-code'
  /** Commas of a template around what an editor chose, as in `,770`. */
  | 'separator'
  | 'date-form'
  | 'coverage'
  | 'left-over'
  | 'identifier'

/** What a content is called that is wrong, in Traditional Chinese. */
export const faultTitles: Readonly<Record<FaultKind, string>> = {
  'malformed-code': '代碼格式不符',
  'unlisted-code': '代碼未見於分類表',
  separator: '多餘之分隔符號',
  'date-form': '日期格式不符',
  coverage: '涵蓋期間不可能',
  'left-over': '範本或測試內容',
  identifier: '未載機關或資料代碼',
}

/** One content that is wrong as it stands. */
export interface ValueFault {
  kind: FaultKind
  tag: MetaTag
  /** As required names are written, as in `DC.Date`; of coverage as the page writes it. */
  field: string
  content: string
}

/** What contents are judged by: the words, the day of the run, and how the page is called. */
export interface ValueWords {
  terms: ClassificationTerms
  /** ISO date. */
  today: string
  /** Title and headings of the page, folded. */
  names: readonly string[]
}

/** The contents of one page that are wrong in themselves; empty ones are not, they are missing. Source: facts 3.2 to 3.4. */
export function valueFaults(tags: readonly MetaTag[], words: ValueWords): ValueFault[] {
  return [
    ...codeFaults(tags, words.terms),
    ...separatorFaults(tags),
    ...dateFaults(tags),
    ...coverageFaults(tags, words),
    ...leftOvers(tags, words),
    ...identifierFaults(tags),
  ]
}

function codeFaults(tags: readonly MetaTag[], terms: ClassificationTerms): ValueFault[] {
  return categoryFields.flatMap((field) =>
    tagsOf(tags, field).flatMap((tag) =>
      codesOf([tag], field).flatMap((code): ValueFault[] => {
        if (!isWellFormed(code, field, terms)) return [{ kind: 'malformed-code', tag, field, content: code }]
        return areaWithout(code, field, terms) === null ? [] : [{ kind: 'unlisted-code', tag, field, content: code }]
      }),
    ),
  )
}

/** A comma before, behind, or twice: what is between them is no code. */
const strayComma = /^\s*[,;，；、]|[,;，；、]\s*$|[,;，；、]\s*[,;，；、]/u

function separatorFaults(tags: readonly MetaTag[]): ValueFault[] {
  return categoryFields.flatMap((field) =>
    tagsOf(tags, field)
      .filter(({ content }) => valuesIn(content).length > 0 && strayComma.test(content))
      .map((tag): ValueFault => ({ kind: 'separator', tag, field, content: tag.content })),
  )
}

/** Fields in which a person writes words. */
const written = ['DC.Title', 'DC.Creator', 'DC.Subject', 'DC.Description', 'DC.Publisher', 'DC.Contributor']

function leftOvers(tags: readonly MetaTag[], { terms, names }: ValueWords): ValueFault[] {
  const isLeftOver = (content: string) => {
    const text = foldText(content)
    if (matchesAny(text, terms.leftOvers.certain)) return true
    return matchesAny(text, terms.leftOvers.soft) && !names.some((name) => name.includes(text))
  }
  return written.flatMap((field) =>
    tagsOf(tags, field)
      .filter(({ content }) => isLeftOver(content))
      .map((tag): ValueFault => ({ kind: 'left-over', tag, field, content: tag.content })),
  )
}

/** An identifier names by numbers: 機關OID, 機關代碼, an address. A name of an agency is none. */
function identifierFaults(tags: readonly MetaTag[]): ValueFault[] {
  const isNone = ({ content }: MetaTag) => content.trim() !== '' && !/[0-9]|[a-z][a-z0-9+.-]*:/iu.test(content)
  return tagsOf(tags, 'DC.Identifier')
    .filter(isNone)
    .map((tag): ValueFault => ({ kind: 'identifier', tag, field: 'DC.Identifier', content: tag.content }))
}
