import {
  type AccessibilityStandard,
  levelOf,
  meaningOfCode,
  type StandardCode,
} from '../../store/model/accessibility-standard.ts'
import type { AxeGroup } from '../../store/model/artifact.ts'

/** The success criteria that axe's tags name, as in `1.4.10` for `wcag1410`. */
export function criteriaOf(tags: readonly string[]): string[] {
  return tags.flatMap((tag) => /^wcag(\d)(\d)(\d+)$/.exec(tag)?.slice(1).join('.') ?? [])
}

/** True when the standard asks for it at level A or AA; false for good practice, AAA and criteria of other versions. */
export function isRequired({ tags }: Pick<AxeGroup, 'tags'>, standard: AccessibilityStandard): boolean {
  return criteriaOf(tags).some((criterion) => ['A', 'AA'].includes(levelOf(standard, criterion) ?? ''))
}

/** The success criteria that axe's tags name, with their levels in the standard, as in 「WCAG 1.1.1、A等級」; 「良好實務」 when there is none. */
export function shownTags(tags: readonly string[], standard: AccessibilityStandard): string {
  const criteria = [...new Set(criteriaOf(tags))]
  if (criteria.length === 0) return '良好實務'
  const levels = [...new Set(criteria.map((criterion) => levelOf(standard, criterion)))]
  const named = levels.map((level) => (level === null ? `不在${standard.version}版` : `${level}等級`))
  return [...criteria.map((criterion) => `WCAG ${criterion}`), ...named].join('、')
}

/** Codes shown by name; of more, the number is told. */
const mostShown = 3

/** The codes of the standard for these criteria, as in 「HM1110100C等7碼［次級來源］」; 「無對應檢測碼」 when our sources name none. */
export function shownCodes(tags: readonly string[], standard: AccessibilityStandard): string {
  const criteria = criteriaOf(tags)
  const codes = standard.codes.filter(({ code }) => criteria.includes(meaningOfCode(code)?.criterion ?? ''))
  if (codes.length === 0) return '無對應檢測碼'
  const named = codes.slice(0, mostShown).map(({ code }) => code)
  const rest = codes.length > mostShown ? `等${codes.length}碼` : ''
  return `檢測碼 ${named.join('、')}${rest}${shownMark(codes)}`
}

/** The weakest of the marks, so that nothing second-hand reads as official. */
function shownMark(codes: readonly StandardCode[]): string {
  if (codes.some(({ mark }) => mark === 'unconfirmed')) return '［未經證實］'
  return codes.some(({ mark }) => mark === 'secondary') ? '［次級來源］' : ''
}
