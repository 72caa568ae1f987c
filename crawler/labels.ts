import { remembered } from './remembered.ts'

const longest = 60

/** Tells whether the text of a link is such a label, by sources of patterns (flags `iu`) over labels without white space and colons. */
export function labelMatcher(sources: readonly string[]): (text: string) => boolean {
  const patterns = sources.map((source) => new RegExp(source, 'iu'))
  const matches = remembered(10_000, (text) => patterns.some((pattern) => pattern.test(normalLabel(text))))
  return (text) => text.length <= longest && matches(text)
}

function normalLabel(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s:|[\]()]+/gu, '')
    .replaceAll('台', '臺')
}
