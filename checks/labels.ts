import type { Pattern } from '../store/model/terms.ts'

/** Signs that templates put before a label: facts 2.1 (g). */
const ornament = /^[\s※●◎•○◆◇■□▪▫►▶»›>*·‧★☆✓\-–—－.、:|｜]+/u
/** `5-3. `, `8-8`, `1.`, `(2)`, `9 `, `一、`, `(三)`, `第1款`; a year as in `103年度` is none. */
const numbering =
  /^(?:[([](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)\]]|\d{1,2}(?:[-.]\d{1,2})+[.、:)\s]*(?!\d)|\d{1,2}(?:[.、:)]+(?!\d)|\s+(?!\d))|[一二三四五六七八九十]{1,3}[、.:]|第(?:\d{1,2}|[一二三四五六七八九十]{1,3})[款項條目](?:第(?:\d{1,2}|[一二三四五六七八九十]{1,3})[款項目])*[:、.]?)\s*/u
/** What templates put behind a label and what says nothing of it: facts 2.3. */
const trailer =
  /(?:[([「【〔,，\s]*(?:另|開啟|在)?(?:開|開啟)?新?(?:視窗|分頁)(?:開啟|連結)?[)\]」】〕]*|[([【〔](?:請)?(?:另)?(?:連結|連至|參見|詳見|外連|外部連結)[^)\]】〕]{0,8}[)\]】〕]|[([](?:共)?\d+(?:[筆則項件])?[)\]]|[([【]?專區[)\]】]?|[>»›▼▾+\s]+)$/u
const newWindow = /(?:視窗|分頁)/u

/** Words that sites write in several ways, each with the way the terms write it. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/[聯連](?:絡|繫)|聯係/gu, '聯絡'],
  [/計劃/gu, '計畫'],
  [/[紀記]錄/gu, '紀錄'],
  [/執掌/gu, '職掌'],
  [/公佈/gu, '公布'],
]

/** Longer text is no label; its end is dropped, so that hostile input costs little. */
const maxLabelLength = 300

/** Text in which labels are compared: NFKC, white space folded, 台 as 臺. */
export function foldText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim().replaceAll('台', '臺')
}

/**
 * A label in normal form: folded, without numbering and ornament before it and remarks behind it, without white space, and
 * each word in one spelling. For comparing only: what is shown is what the site wrote.
 */
export function normaliseLabel(label: string): string {
  const known = normalForms.get(label)
  if (known !== undefined) return known
  const shorter = withoutTrailers(withoutNumbering(foldText(label).slice(0, maxLabelLength)))
    .replace(/\s+/gu, '')
    .toLowerCase()
  const normal = shorter === label ? inOneSpelling(label) : normaliseLabel(shorter)
  if (normalForms.size >= mostNormalForms) normalForms.clear()
  if (label.length <= maxLabelLength) normalForms.set(label, normal)
  return normal
}

/** Menus say the same on every page, and a dozen checks read them. */
const normalForms = new Map<string, string>()
const mostNormalForms = 20_000

/** The text with each word of several spellings in the one that labels in normal form have. */
export function inOneSpelling(text: string): string {
  return spellings.reduce((spelt, [others, usual]) => spelt.replace(others, usual), text)
}

function withoutNumbering(label: string): string {
  const shorter = label.replace(ornament, '').replace(numbering, '')
  return shorter === label ? label : withoutNumbering(shorter)
}

function withoutTrailers(label: string): string {
  let text = label
  for (let before = ''; before !== text; ) {
    before = text
    const shorter = text.replace(trailer, '').trim()
    if (shorter.length >= 2 || newWindow.test(text)) text = shorter
  }
  return text
}

const compiled = new WeakMap<readonly Pattern[], readonly RegExp[]>()

/** True when one of the patterns is found in the text. */
export function matchesAny(text: string, patterns: readonly Pattern[]): boolean {
  return expressionsOf(patterns).some((expression) => expression.test(text))
}

/** Where the first of the patterns that is found begins; 0 when none is. */
export function firstMatch(text: string, patterns: readonly Pattern[]): number {
  const found = expressionsOf(patterns).find((expression) => expression.test(text))
  return found === undefined ? 0 : text.search(found)
}

function expressionsOf(patterns: readonly Pattern[]): readonly RegExp[] {
  const known = compiled.get(patterns)
  if (known !== undefined) return known
  const made = patterns.map((source) => new RegExp(source, 'iu'))
  compiled.set(patterns, made)
  return made
}

/** True when a normal label belongs to the words and is none of the exceptions. */
export function isLabelOf(label: string, words: { labels: readonly Pattern[]; not?: readonly Pattern[] }): boolean {
  return matchesAny(label, words.labels) && !matchesAny(label, words.not ?? [])
}
