/** Names of parameters that choose the language of a page and do nothing else. */
const choosingName = /^(lang|language|locale|culture|hl|setlang)$/
/** Traditional Chinese of Taiwan, the language an agency's site has by itself. `zh`, `ch` and `cn` may be either script. */
const ownLanguage = /^(zh[-_]?tw|zh[-_]?hant([-_]?tw)?|cht|tw|tc)$/
/** A segment of a path or a label of a host under which a site, or a part of one, speaks another language. */
const otherLanguage =
  /^(en|eng|english|en[-_](us|gb|tw)|ja|jp|jpn|japanese|ja[-_]jp|ko|kr|korean|ko[-_]kr|cn|chs|sc|gb|zh[-_]?(cn|hans|sg|hk)|vi|vn|vietnamese|vi[-_]vn|id|ind|indonesian|id[-_]id|th|tha|thai|th[-_]th|fr|de|es|my|ms|tl|fil|km|foreign|multilingual)(?:\.\w{1,5})?$/
/** Where lists are searched, a language may be that of the things looked for. */
const searchingPath = /search|query|find|filter|catalog|opac/
const searchingName = /^(q|qs|query|kw|keywords?|search\w*|term)$/

/** A parameter of a query, both in lower case. */
export interface Parameter {
  name: string
  value: string
}

/** True for a parameter that asks for the language the site has by itself. */
export function asksForOwnLanguage({ name, value }: Parameter): boolean {
  return choosingName.test(name) && ownLanguage.test(value)
}

/**
 * True when an address that asks for the site's own language shows the page it shows without asking: nothing else in it
 * speaks of another language, or of a language in which something is searched for. `address` is what stands before the query.
 */
export function isOwnLanguageTwin(address: string, parameters: readonly Parameter[]): boolean {
  const place = address.toLowerCase().replace(/^[a-z]+:\/\//, '')
  const slash = place.indexOf('/')
  if (searchingPath.test(place.slice(slash))) return false
  const words = [...place.slice(0, slash).split('.').slice(0, -1), ...place.slice(slash).split('/')]
  if (words.some((word) => otherLanguage.test(word))) return false
  return parameters.every(
    (one) => !searchingName.test(one.name) && (!choosingName.test(one.name) || asksForOwnLanguage(one)),
  )
}
