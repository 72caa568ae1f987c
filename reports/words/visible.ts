const unseen = /(?![\t\n])[\p{Cc}\p{Cf}\p{Surrogate}\u2028\u2029]/gu

/**
 * Shows control, direction and other unseen characters as 〔U+202E〕: they can reorder or hide what a reader sees.
 * Tab and line feed stay, a carriage return before a line feed goes.
 */
export function visible(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(unseen, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `〔U+${code.toString(16).toUpperCase().padStart(4, '0')}〕`
  })
}
