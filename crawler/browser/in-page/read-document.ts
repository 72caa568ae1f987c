/** What one document shows after its scripts ran. */
export interface DocumentReading {
  /** Length of the visible text with white space folded, in UTF-16 code units. */
  textLength: number
  /** Template marks like `{{ name }}` that stand in the visible text, other than in examples of code. */
  rawTemplates: number
  /** True when scripts could have written more than the server sent. */
  hasScripts: boolean
  links: readonly { url: string; text: string }[]
  /** Fragments of links to the document itself that lead to a place in it. */
  anchors: readonly string[]
}

/** Reads the document it runs in, open shadow roots included, frames not. Only what stands inside is used: it runs in the page. */
export function readDocument(): DocumentReading {
  const shadowRoots: ShadowRoot[] = []
  const collect = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot === null) continue
      shadowRoots.push(element.shadowRoot)
      collect(element.shadowRoot)
    }
  }
  const fold = (text: string) => text.replace(/\s+/g, ' ').trim()
  // innerText, not textContent: hidden text is not shown.
  const textOf = (element: Element) => fold(element instanceof HTMLElement ? element.innerText : '')
  const all = (selector: string) =>
    [document, ...shadowRoots].flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)])
  const countTemplates = (text: string) => text.match(/\{\{[^{}]{0,200}\}\}/g)?.length ?? 0
  const nameOf = (link: Element) =>
    textOf(link) ||
    fold(link.getAttribute('aria-label') ?? '') ||
    fold(link.querySelector('img[alt]')?.getAttribute('alt') ?? '') ||
    fold(link.getAttribute('alt') ?? link.getAttribute('title') ?? '')

  collect(document)
  const shadowTexts = shadowRoots.flatMap((root) => [...root.children].map(textOf))
  const text = [document.body === null ? '' : textOf(document.body), ...shadowTexts]
    .filter((part) => part !== '')
    .join(' ')
  const inCode = all('pre, code, textarea, samp').filter(
    (code) => code.parentElement?.closest('pre, code, samp') == null,
  )
  const links = all('a[href], area[href]').flatMap((link) => {
    const url = (link as HTMLAnchorElement).href
    return typeof url === 'string' && /^https?:/.test(url) ? [{ url, text: nameOf(link).slice(0, 200) }] : []
  })
  const own = location.href.replace(/#.*$/s, '')
  const isPlace = (name: string) =>
    document.getElementById(name) !== null || document.getElementsByName(name).length > 0
  const decoded = (fragment: string) => {
    try {
      return decodeURIComponent(fragment)
    } catch {
      return fragment
    }
  }
  const fragments = links.filter(({ url }) => url.startsWith(`${own}#`)).map(({ url }) => url.slice(own.length + 1))
  const anchors = [...new Set(fragments)].filter((fragment) => isPlace(fragment) || isPlace(decoded(fragment)))
  return {
    anchors: anchors.filter((fragment) => fragment !== '').sort(),
    textLength: text.length,
    rawTemplates: countTemplates(text) - inCode.reduce((sum, code) => sum + countTemplates(textOf(code)), 0),
    hasScripts: [...document.scripts].some((script) => /^$|javascript|ecmascript|module/i.test(script.type)),
    links,
  }
}

/** The document as it stands, serialised. */
export function serialise(): string {
  const doctype = document.doctype === null ? '' : new XMLSerializer().serializeToString(document.doctype)
  return `${doctype}${document.documentElement?.outerHTML ?? ''}`
}
