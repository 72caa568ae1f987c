import { asksForOwnLanguage, isOwnLanguageTwin, type Parameter } from './language-twins.ts'

/** What is left of an address when nothing stands in it but what names the page. */
export interface FoldedForm {
  /**
   * The address without session and tracking marks, and without the wish for the language the site has by itself; the
   * address itself, byte for byte, when it carries none.
   */
  form: string
  /** True for a copy made for printing or with another font size: it never stands for the page itself. */
  isCopy: boolean
}

/** A cookieless session of ASP.NET as a segment of its own, as in `/(S(e2e5mp0wtpbevljny3t0di2m))/` (facts section 9). */
const sessionSegment = /\/(?:\((?:[AFSX]\([^()/]*\))+\))(?=\/)/g
const sessionSuffix = /;jsessionid=[\w.!~:*-]*(?=[/;]|$)/gi

/** Names that no site uses for anything else. */
const sessionName = /^(phpsessid|jsessionid|aspsessionid[a-z]*|asp\.net_sessionid)$/
const trackingName =
  /^(utm_(source|medium|campaign|term|content|id|source_platform|creative_format|marketing_tactic)|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_eid)$/
const printName = /^(print|isprint|printable|friendlyprint|printfriendly|print_friendly)$/
const yes = /^(1|true|y|yes|on)$/
const fontName = /^(fontsize|font_size|font-size|textsize|text_size)$/
const fontValue =
  /^(s|m|l|xs|xl|xxl|small|smaller|medium|middle|normal|large|larger|big|bigger|\d{1,3}(px|pt|em|%|%25))$/

/**
 * The form under which written addresses of one page meet. `url` is an address in normal form. In doubt nothing is folded:
 * two pages taken for one would hide the second.
 */
export function foldedForm(url: string): FoldedForm {
  const mark = url.indexOf('?')
  const address = foldedPath(mark === -1 ? url : url.slice(0, mark))
  if (mark === -1) return { form: address, isCopy: false }
  const path = address.toLowerCase()
  const written = url.slice(mark + 1).split('&')
  const unmarked = withoutOwnLanguage(
    address,
    written.filter((part) => !isMark(part, path)),
  )
  const kept = unmarked.filter((part) => !makesCopy(part))
  const query = kept.length === written.length ? url.slice(mark + 1) : kept.join('&')
  const isBare = query === '' && kept.length < written.length
  return { form: isBare ? address : `${address}?${query}`, isCopy: kept.length < unmarked.length }
}

/** The suffix first: a segment may carry one. */
function foldedPath(address: string): string {
  return address.replace(sessionSuffix, '').replace(sessionSegment, '')
}

function isMark(part: string, path: string): boolean {
  const { name, value } = nameAndValue(part)
  return sessionName.test(name) || trackingName.test(name) || isSessionId(name, value, path)
}

/** `sid` and `sessionid` name sections, sites and meetings as well: only the tokens PHP itself makes are sessions. */
function isSessionId(name: string, value: string, path: string): boolean {
  if (name !== 'sid' && name !== 'sessionid' && name !== 'session_id') return false
  return path.endsWith('.php') && /^([0-9a-f]{32}|[0-9a-z]{26})$/.test(value) && /[a-z]/.test(value) && /\d/.test(value)
}

/** Pages in other languages are pages of their own. */
function withoutOwnLanguage(address: string, parts: readonly string[]): readonly string[] {
  if (!parts.some((part) => asksForOwnLanguage(nameAndValue(part)))) return parts
  if (!isOwnLanguageTwin(address, parts.map(nameAndValue))) return parts
  return parts.filter((part) => !asksForOwnLanguage(nameAndValue(part)))
}

function makesCopy(part: string): boolean {
  const { name, value } = nameAndValue(part)
  return (printName.test(name) && yes.test(value)) || (fontName.test(name) && fontValue.test(value))
}

function nameAndValue(part: string): Parameter {
  const equals = part.indexOf('=')
  const name = equals === -1 ? part : part.slice(0, equals)
  return { name: name.toLowerCase(), value: equals === -1 ? '' : part.slice(equals + 1).toLowerCase() }
}
