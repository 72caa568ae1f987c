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

/** Codes that ask the very thing a rule of axe asks, by their words. */
const codeOfRule: Readonly<Record<string, string>> = {
  'area-alt': 'HM1110101C',
  'document-title': 'HM1240200C',
  'frame-title': 'HM1410201C',
  'html-has-lang': 'HM1310100C',
  'image-alt': 'HM1110100C',
  'input-image-alt': 'HM1110104C',
  label: 'HM1130104C',
  'link-name': 'HM1240401C',
  'object-alt': 'HM1110105C',
  'select-name': 'HM1130104C',
  'target-size': 'CS2250800E',
}

/** Codes shown by name; of more, the number is told. */
const mostShown = 3

/**
 * The code of the standard that asks what the rule asks, as in 「檢測碼 HM1110100C［次級來源］」; else the codes of its success
 * criteria, as in 「同準則檢測碼 HM1130100C等6碼」; 「無對應檢測碼」 when our sources name none.
 */
export function shownCodes({ rule, tags }: Pick<AxeGroup, 'rule' | 'tags'>, standard: AccessibilityStandard): string {
  const own = standard.codes.filter(({ code }) => code === codeOfRule[rule])
  if (own.length > 0) return `檢測碼 ${namesOf(own)}`
  const criteria = criteriaOf(tags)
  const codes = standard.codes.filter(({ code }) => criteria.includes(meaningOfCode(code)?.criterion ?? ''))
  return codes.length === 0 ? '無對應檢測碼' : `同準則檢測碼 ${namesOf(codes)}`
}

function namesOf(codes: readonly StandardCode[]): string {
  const named = codes.slice(0, mostShown).map(({ code }) => code)
  const rest = codes.length > mostShown ? `等${codes.length}碼` : ''
  return `${named.join('、')}${rest}${shownMark(codes)}`
}

/** The weakest of the marks, so that nothing second-hand reads as official. */
function shownMark(codes: readonly StandardCode[]): string {
  if (codes.some(({ mark }) => mark === 'unconfirmed')) return '［未經證實］'
  return codes.some(({ mark }) => mark === 'secondary') ? '［次級來源］' : ''
}
