/** How an `href` reads before anybody asks for it. */
export type WrittenAddress =
  /** An address that can be asked for, if it lies in scope. */
  | 'address'
  /** `javascript:`, `mailto:`, `tel:` and every other scheme that no web server answers. */
  | 'other-scheme'
  /** `{{ url }}` and the like: a script fills it in. */
  | 'placeholder'
  /** No browser can follow it. */
  | 'malformed'
  /** A browser mends it in silence, other programs do not: full-width letters in the host. */
  | 'sloppy'

const placeholder = /\{\{.*?\}\}|\$\{.*?\}|<%|%>|\{%|\[\[.*?\]\]/s
const doubledScheme = /^https?:[\\/]*https?(:|[\\/]{2})/i
const webAddress = /^(?:https?:)?[\\/]{2}([^\\/?#]*)/i
const scheme = /^([a-z][a-z0-9+.-]*):/i

/** Tells how an `href` reads. `url` is what it resolves to, `null` when it does not. Source: facts 9 (malformed links). */
export function readAddress(href: string, url: string | null): WrittenAddress {
  const written = trimAsBrowsersDo(href)
  if (placeholder.test(written)) return 'placeholder'
  if (hasOtherScheme(written)) return 'other-scheme'
  if (doubledScheme.test(written)) return 'malformed'
  if (url === null) return 'malformed'
  const host = webAddress.exec(written)?.[1] ?? ''
  return readHost(host)
}

/** The URL Standard drops tabs and line breaks anywhere, white space and control characters around. */
function trimAsBrowsersDo(href: string): string {
  return href.replace(/[\t\n\r]/g, '').trim()
}

function hasOtherScheme(written: string): boolean {
  const name = scheme.exec(written)?.[1]?.toLowerCase()
  return name !== undefined && name !== 'http' && name !== 'https'
}

function readHost(host: string): WrittenAddress {
  if (/[\s\u3000]|%20/.test(host)) return 'malformed'
  if (!/[\uff01-\uff5e\u3002]/.test(host)) return 'address'
  return /^[a-z0-9.:-]+$/i.test(host.normalize('NFKC').replaceAll('\u3002', '.')) ? 'sloppy' : 'malformed'
}
