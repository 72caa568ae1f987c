/** The same text in memory of its own: a piece of a page, kept, keeps the text of the whole page. */
export function ownCopy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}
