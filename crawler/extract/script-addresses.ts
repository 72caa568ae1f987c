import type { OpenElement } from './element.ts'

/** Attributes in which scripts are told where an element leads, or which picture it will show. */
const named = ['data-href', 'data-url', 'data-link', 'data-src', 'data-original'] as const
/** Written like an address: from a root or a folder on, or a file by its ending; nothing a script would still fill in. */
const addressLike =
  /^(?:(?:https?:)?\/\/[\w[]|\.{0,2}\/[^/*]|[^\s:?#]{1,300}\.(?:html?|aspx?|php\d?|jspx?|cfm|do|action|pdf|od[tsp]|docx?|xlsx?|pptx?|zip|rar|7z|csv|json|xml|txt|jpe?g|png|gif|svg|webp|mp[34])(?:[?#]|$))[^\s{}<>"'`|\\^]*$/i
/** A literal that a script goes to or opens; not one that it goes on to put together. */
const literal =
  /(?:\blocation(?:\.href)?\s*=(?!=)|\blocation\.(?:assign|replace)\s*\(|\bopen\s*\()\s*(["'])((?:(?!\1)[^\\\r\n]){1,2000})\1(?!\s*\+)/g
const longest = 4000

/**
 * Addresses that only a script would go to: in `onclick` and `javascript:`, in the attributes scripts read, and in the
 * options of a menu that jumps. Reading them is a guess, so they weigh less than links.
 */
export function scriptAddresses(element: OpenElement): string[] {
  const { attributes, tag } = element
  const written = speaksToScripts(attributes) ? told(attributes) : []
  const { href, value } = attributes
  if (tag === 'a' && href !== undefined && isScript(href)) written.push(...literalsIn(href))
  if (tag === 'option' && value !== undefined && jumps(element) && addressLike.test(value.trim()))
    written.push(value.trim())
  return written
}

/** Most elements have no such attribute: one look at the beginnings of the names tells. */
function speaksToScripts(attributes: OpenElement['attributes']): boolean {
  for (const name in attributes) if (name === 'onclick' || name.startsWith('data-')) return true
  return false
}

function told(attributes: OpenElement['attributes']): string[] {
  const written: string[] = []
  for (const name of named) {
    const value = attributes[name]?.trim()
    if (value !== undefined && value.length <= longest && addressLike.test(value)) written.push(value)
  }
  const { onclick } = attributes
  if (onclick !== undefined) written.push(...literalsIn(onclick))
  return written
}

/** Begins with a `j` or white space; most addresses need no pattern to tell. */
function isScript(href: string): boolean {
  const first = href.charCodeAt(0)
  const mayBe = first <= 0x20 || first === 0x4a || first === 0x6a || first > 0x7f
  return mayBe && /^\s*javascript:/i.test(href)
}

function literalsIn(script: string): string[] {
  const found = [...script.slice(0, longest).matchAll(literal)].map(([, , address = '']) => address.trim())
  return found.filter((address) => address !== '' && !/[{}<>\s]/.test(address))
}

/** True for an option of a menu that goes where one of its options says. */
function jumps(option: OpenElement): boolean {
  const menu = option.parent?.tag === 'optgroup' ? option.parent.parent : option.parent
  const script = menu?.tag === 'select' ? menu.attributes['onchange'] : undefined
  return script !== undefined && /location|\bopen\s*\(|jumpmenu/i.test(script.slice(0, longest))
}
