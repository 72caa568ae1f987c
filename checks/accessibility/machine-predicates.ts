import { elementsBeneath, type MarkupElement, says, textBeneath } from '../markup-walk.ts'

/** What a page's other elements say that a predicate needs: known before elements are judged. */
export interface PageFacts {
  /** `for` of labels that say something. */
  labelled: ReadonlySet<string>
  /** `lang` of the root in lower case; `''` when it has none. */
  language: string
}

/** True when the official tool would fail the element under a code. */
export type Predicate = (element: MarkupElement, facts: PageFacts) => boolean

const aria = ['aria-label', 'aria-labelledby'] as const

/**
 * Predicates of the official tool's build of 2025-12-19 that work on one element, by code. Where our source leaves a case open,
 * the element passes. Source: facts 4.4 (GH:nczz/freego-wp, secondary).
 */
export const elementPredicates: Readonly<Record<string, Predicate>> = {
  HM1110100C: ({ name, attribs }) => name === 'img' && attribs['alt'] === undefined,
  HM1110101C: (element) => element.name === 'area' && !says(element, 'alt', ...aria),
  HM1110104C: (element) => isInput(element, ['image']) && !says(element, 'alt', 'title', ...aria),
  HM1110105C: (element) =>
    (element.name === 'applet' && !says(element, 'alt')) ||
    (element.name === 'object' &&
      !says(element, 'title', ...aria) &&
      textBeneath(element) === '' &&
      elementsBeneath(element, 'img').length === 0),
  HM1110106C: (element) => element.name === 'img' && element.attribs['alt']?.trim() === '' && says(element, 'title'),
  HM1130103C: (element) => element.name === 'fieldset' && elementsBeneath(element, 'legend').length === 0,
  HM1130104C: (element, facts) => isControl(element) && !isLabelled(element, facts),
  HM1240102C: (element) =>
    element.name === 'nav' && textBeneath(element) === '' && elementsBeneath(element, 'img').length === 0,
  HM1240400C: (element) => isLink(element) && repeatsItself(element),
  HM1240401C: (element) => isLink(element) && !isNamed(element),
  HM1310100C: ({ name, attribs }) => name === 'html' && (attribs['lang'] ?? '').trim() === '',
  HM1410201C: (element) => (element.name === 'iframe' || element.name === 'frame') && !says(element, 'title'),
  HM2310200C: ({ name, attribs }, { language }) => name !== 'html' && isUselessLanguage(attribs['lang'], language),
  HM3240900C: (element) => isLink(element) && textBeneath(element) !== '' && !says(element, 'title'),
}

function isInput({ name, attribs }: MarkupElement, types: readonly string[]): boolean {
  return name === 'input' && types.includes((attribs['type'] ?? 'text').toLowerCase())
}

function isControl(element: MarkupElement): boolean {
  if (element.name === 'select' || element.name === 'textarea') return true
  return element.name === 'input' && !isInput(element, ['hidden', 'submit', 'reset', 'button', 'image'])
}

function isLabelled(element: MarkupElement, { labelled }: PageFacts): boolean {
  const id = element.attribs['id'] ?? ''
  if (says(element, 'title', ...aria) || (id !== '' && labelled.has(id))) return true
  for (let above = element.parent; above != null; above = above.parent)
    if (above.name === 'label') return textBeneath(above) !== ''
  return false
}

function isLink({ name, attribs }: MarkupElement): boolean {
  return name === 'a' && attribs['href'] !== undefined
}

function isNamed(link: MarkupElement): boolean {
  if (textBeneath(link) !== '' || says(link, ...aria)) return true
  if (elementsBeneath(link, 'img').some((image) => says(image, 'alt', ...aria))) return true
  return elementsBeneath(link, 'svg').some((picture) => says(picture, ...aria) || textBeneath(picture) !== '')
}

function repeatsItself(link: MarkupElement): boolean {
  const text = textBeneath(link)
  return text !== '' && elementsBeneath(link, 'img').some(({ attribs }) => attribs['alt']?.trim() === text)
}

function isUselessLanguage(language: string | undefined, ofPage: string): boolean {
  if (language === undefined) return false
  const own = language.trim().toLowerCase()
  return own === '' || own === ofPage
}

/** Lengths that do not grow with the text. */
const absolute = String.raw`\s*:\s*-?[\d.]+(?:px|pt|pc|cm|mm|in|q)\b`

/** Rules of style the official tool fails, by code: declarations in absolute units. */
export const stylePredicates: Readonly<Record<string, RegExp>> = {
  CS2140401C: new RegExp(`(?<![\\w-])font-size${absolute}`, 'i'),
  CS3140801C: new RegExp(`(?<![\\w-])max-width${absolute}`, 'i'),
  CS3140802C: new RegExp(`(?<![\\w-])line-height${absolute}`, 'i'),
}

/** Declarations of a style sheet, without comments and without the conditions of media queries. */
export function declarationsIn(style: string): string {
  return style.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/@(?:media|container)\b[^{;]{0,2000}\{/gi, '{')
}
