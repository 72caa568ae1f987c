/** What a style sheet names. `start` and `end` are offsets in its text. */
export interface StyleUrl {
  /** `style`: imported, and always asked for. The others are asked for only where the rule applies. */
  kind: 'style' | 'image' | 'font'
  href: string
  start: number
  end: number
}

/** Longer ones are data, not style. */
const longestSheet = 2_000_000
const mostUrls = 2_000

const quoted = (quote: string) => String.raw`${quote}([^${quote}\\\n]*(?:\\[\s\S][^${quote}\\\n]*)*)${quote}`
const bare = String.raw`([^\s"'()\\]*(?:\\[\s\S][^\s"'()\\]*)*)`
/** Comment, `url()`, string, name of an at-rule, name of a property, and what opens, closes and ends. */
const token = new RegExp(
  String.raw`/\*[\s\S]*?(?:\*/|$)|url\(\s*(?:${quoted('"')}|${quoted("'")}|${bare})\s*\)|${quoted('"')}|${quoted("'")}|@([-\w]+)|(?<![-\w])([-\w]+)\s*:|[{};]`,
  'gi',
)

/** Without one of these no address is named, as in most sheets that stand in a page. */
const naming = /url\(|@import/i

/** Formats of fonts that no browser of today takes: those it never asks for. */
const pastFormat = /^(embedded-opentype|svg)$/i
const pastFile = /\.(eot|svg)(?:[?#]|$)|\?#iefix/i

/**
 * The addresses in a style sheet, or (`place: 'attribute'`) in the declarations of one element, each kind once. Of a font
 * only the file is named that browsers ask for first. What stands in comments, `@namespace` and `behavior` is not asked for.
 */
export function styleUrls(css: string, place: 'sheet' | 'attribute' = 'sheet'): StyleUrl[] {
  if (!naming.test(css)) return []
  const reading = new StyleReading(place === 'attribute' ? 1 : 0)
  for (const match of css.slice(0, longestSheet).matchAll(token)) reading.take(match)
  return reading.end()
}

class StyleReading {
  readonly #found = new Map<string, StyleUrl>()
  #depth: number
  /** The at-rule whose head is being read. */
  #rule: string | null = null
  #property = ''
  #mayImport = true
  /** Candidates of the last `src` of the font that is open; `null` outside of fonts. */
  #font: StyleUrl[] | null = null

  constructor(depth: number) {
    this.#depth = depth
  }

  take(match: RegExpExecArray): void {
    const [text, inDouble, inSingle, inNone, double, single, rule, property] = match
    if (rule !== undefined) this.#rule = rule.toLowerCase()
    else if (property !== undefined) this.#enter(property.toLowerCase())
    else if (text === '{') this.#open()
    else if (text === '}') this.#close()
    else if (text === ';') this.#endStatement()
    else if (!text.startsWith('/*')) {
      const url = inDouble ?? inSingle ?? inNone
      const href = unescaped(url ?? double ?? single ?? '')
      this.#address(href, url !== undefined, match.index, match.index + text.length)
    }
  }

  end(): StyleUrl[] {
    this.#chooseFont()
    return [...this.#found.values()]
  }

  #enter(property: string): void {
    this.#property = property
    if (this.#font !== null && property === 'src') this.#font = []
  }

  #open(): void {
    if (this.#rule === 'font-face') this.#font = []
    // Imports stand before every rule.
    this.#mayImport = false
    this.#depth += 1
    this.#endStatement()
  }

  #close(): void {
    this.#chooseFont()
    this.#depth = Math.max(0, this.#depth - 1)
    this.#endStatement()
  }

  #endStatement(): void {
    this.#rule = null
    this.#property = ''
  }

  #address(href: string, isUrl: boolean, start: number, end: number): void {
    if (this.#rule !== null) {
      if (this.#rule !== 'import' || !this.#mayImport || this.#depth > 0) return
      this.#rule = 'imported'
      this.#note({ kind: 'style', href, start, end })
    } else if (this.#font !== null) this.#fontSource(href, isUrl, start, end)
    else if (isUrl && this.#depth > 0 && this.#property !== 'behavior') this.#note({ kind: 'image', href, start, end })
  }

  /** A string that follows an address tells the format of it. */
  #fontSource(href: string, isUrl: boolean, start: number, end: number): void {
    if (this.#property !== 'src') return
    if (isUrl) this.#font?.push({ kind: 'font', href, start, end })
    else if (pastFormat.test(href)) this.#font?.pop()
  }

  #chooseFont(): void {
    const first = this.#font?.find(({ href }) => !pastFile.test(href))
    if (first !== undefined) this.#note(first)
    this.#font = null
  }

  #note(url: StyleUrl): void {
    const isAddress = url.href !== '' && !/^(#|data:)/i.test(url.href)
    const key = `${url.kind} ${url.href}`
    if (isAddress && this.#found.size < mostUrls && !this.#found.has(key)) this.#found.set(key, url)
  }
}

function unescaped(written: string): string {
  if (!written.includes('\\')) return written.trim()
  const plain = written.replace(/\\(?:([0-9a-f]{1,6})\s?|\n|([\s\S]))/gi, (_all, code?: string, character?: string) =>
    code === undefined ? (character ?? '') : characterOf(Number.parseInt(code, 16)),
  )
  return plain.trim()
}

function characterOf(code: number): string {
  return code === 0 || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code)
}
