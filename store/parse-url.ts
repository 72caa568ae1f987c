/**
 * The URL that a reference names; `null` when it is none. `URL.canParse` is not asked: once it runs often, Node 20 refuses every
 * address with a letter such as é or ß (it reads Latin-1 as UTF-8), and a link would be called malformed.
 */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}
