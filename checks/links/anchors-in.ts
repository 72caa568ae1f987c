/** What is not shown is no place to go to; what comes with its tag keeps the tag, which may have a name. */
const unseen =
  /<!--[\s\S]*?(?:-->|$)|(<(script|style|template|noscript|textarea)\b[^>]{0,2000}>)[\s\S]*?(?:<\/\2(?=[\s/>])|$)/gi
const value = String.raw`\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=${'`'}]+))`
const id = new RegExp(String.raw`[\s"'/]id${value}`, 'gi')
const nameOfAnchor = new RegExp(String.raw`<a\b[^<>]{0,1000}?[\s"'/]name${value}`, 'gi')

/**
 * Every id of a page's HTML and every `name` of an `<a>`: where a fragment can lead (HTML Standard, "indicated part").
 * Text that reads like an id counts as one: better a gap than a false accusation.
 */
export function anchorsIn(html: string): Set<string> {
  const shown = html.replace(unseen, (_all, tag?: string) => tag ?? ' ')
  const found = [...shown.matchAll(id), ...shown.matchAll(nameOfAnchor)]
  return new Set(found.map(([, double, single, bare]) => withoutEntities(double ?? single ?? bare ?? '')))
}

const named: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: '\u00a0' }

function withoutEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|quot|apos|lt|gt|nbsp));?/gi, (all, hex, decimal, name) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? all
    const code = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16)
    return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code)
  })
}

/** True when a fragment, as it stands in a URL, leads to one of the anchors: as written, else percent-decoded. */
export function leadsTo(fragment: string, anchors: ReadonlySet<string>): boolean {
  return anchors.has(fragment) || anchors.has(decoded(fragment))
}

/** As the URL Standard decodes it; `%` that encodes nothing stays. */
export function decoded(fragment: string): string {
  const bytes = fragment.replace(/(?:%[0-9a-f]{2})+/gi, (run) => decodedRun(run))
  return bytes
}

function decodedRun(run: string): string {
  try {
    return decodeURIComponent(run)
  } catch (error) {
    if (error instanceof URIError) return run
    throw error
  }
}
