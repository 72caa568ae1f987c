import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Addresses } from '../../../crawler/extract/addresses.ts'
import { KnownAddresses } from '../../../crawler/extract/known-addresses.ts'

const bases = [
  'http://agency.test/',
  'https://agency.test/a/b?c=d',
  'http://agency.test:81/',
  'http://www.agency.test/a/',
  'odd://agency/a',
]
const beginnings = ['/', '//', '/\\', 'http://', 'https://', 'http:', 'https:/', '', '?', '#', '../', ' /', 'mailto:']
const reference = fc
  .tuple(fc.constantFrom(...beginnings), fc.webPath(), fc.constantFrom('', '?q=中文', '#上方', '/../x'))
  .map((parts) => parts.join(''))
const visit = fc.record({
  url: fc.constantFrom(...bases),
  base: fc.constantFrom(null, ...bases),
  encoding: fc.constantFrom('UTF-8', 'Big5'),
  href: reference,
})

it('what other pages resolved before changes no address', () => {
  const known = new KnownAddresses()
  const resolved = (
    { url, base, encoding, href }: { url: string; base: string | null; encoding: string; href: string },
    of?: KnownAddresses,
  ) => {
    const addresses = new Addresses({ url, encoding }, of)
    if (base !== null) addresses.setBase(base)
    return addresses.resolve(href)
  }
  fc.assert(
    fc.property(visit, (one) => {
      expect(resolved(one, known)).toEqual(resolved(one))
    }),
    { numRuns: 2_000 },
  )
})
