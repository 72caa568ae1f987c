/**
 * The address under which a URL is asked for and stored: the WHATWG serialisation without fragment and credentials.
 * Query order and percent-encoding stay as they are: they are the site's own.
 */
export function normalForm(url: URL): string {
  if (url.username !== '' || url.password !== '') return withoutCredentials(url)
  const { href } = url
  const mark = href.indexOf('#')
  return mark === -1 ? href : href.slice(0, mark)
}

function withoutCredentials(url: URL): string {
  const copy = new URL(url)
  copy.hash = ''
  copy.username = ''
  copy.password = ''
  return copy.href
}
