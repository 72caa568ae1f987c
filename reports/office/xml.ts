import { visible } from '../words/visible.ts'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** U+FFFE and U+FFFF are no characters of XML 1.0. */
const noCharacters = /[\ufffe\uffff]/g

/** Text for an XML document: what cannot be seen is shown, what means something in XML is escaped. */
export function xmlText(text: string): string {
  return visible(text)
    .replace(noCharacters, '\ufffd')
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)
}

/** The declaration of every part. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n'
