import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { normalForm } from '../../crawler/normal-form.ts'

const corpus = join(import.meta.dirname, '../../../shared/corpora/url/urltestdata.json')

function isSettled(address: string): boolean {
  const once = normalForm(new URL(address))
  return normalForm(new URL(once)) === once && !once.includes('#')
}

it('fragment, credentials and default port do not make another address', () => {
  expect(normalForm(new URL('http://u:p@Site.test:80/a?b=1#c'))).toBe('http://site.test/a?b=1')
})

it('query order and percent-encoding are kept as the site wrote them', () => {
  expect(normalForm(new URL('http://site.test/%e4%b8%ad?b=2&a=%A4%A4'))).toBe('http://site.test/%e4%b8%ad?b=2&a=%A4%A4')
})

it('the normal form of a normal form is itself', () => {
  const address = fc.webUrl({ withFragments: true, withQueryParameters: true })
  fc.assert(fc.property(address, (url) => isSettled(url)))
})

it('the given URL is left as it is', () => {
  const url = new URL('http://u:p@site.test/#x')
  normalForm(url)
  expect(url.href).toBe('http://u:p@site.test/#x')
})

it.skipIf(!existsSync(corpus))(
  "the web's own URL cases have a normal form (skipped without ../shared/corpora/url)",
  () => {
    const cases = JSON.parse(readFileSync(corpus, 'utf8')) as (string | { input: string; base: string | null })[]
    const addresses = cases.flatMap((one) => {
      if (typeof one === 'string') return []
      const base = one.base ?? undefined
      return URL.canParse(one.input, base) ? [new URL(one.input, base).href] : []
    })
    expect(addresses.length).toBeGreaterThan(400)
    // Opaque paths (`data:x `) change their end once the fragment is gone; a crawl asks for http alone.
    const unsettled = addresses.filter((address) => /^https?:/.test(address) && !isSettled(address))
    expect(unsettled).toEqual([])
  },
)
