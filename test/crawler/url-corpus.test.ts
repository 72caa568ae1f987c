import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readAddress } from '../../checks/links/written-address.ts'
import { Addresses } from '../../crawler/extract/addresses.ts'
import { refuseLiteral } from '../../crawler/fetch/address-guard.ts'
import { foldedForm } from '../../crawler/folded-form.ts'
import { normalForm } from '../../crawler/normal-form.ts'
import { linkPriority, looksLikeFile } from '../../crawler/priority.ts'
import { redirectTarget } from '../../crawler/redirect-target.ts'
import { Scope } from '../../crawler/scope.ts'
import { Traps } from '../../crawler/traps.ts'

const corpus = join(import.meta.dirname, '../../../shared/corpora/url/urltestdata.json')
const isMissing = !existsSync(corpus)

interface UrlCase {
  input: string
  base: string | null
  href?: string
  failure?: boolean
}

/** Cases as the corpus gives them; those without a base are read as from a page that is none. */
function urlCases(): (UrlCase & { page: string })[] {
  const all = JSON.parse(readFileSync(corpus, 'utf8')) as (string | UrlCase)[]
  return all.flatMap((one) => (typeof one === 'string' ? [] : [{ ...one, page: one.base ?? 'about:blank' }]))
}

const scope = new Scope('http://example.org', { include: ['/**'], exclude: ['/no/**'], neverAsk: ['pcc.gov.tw'] })
const caps = { calendar: 5, list: 5, pattern: 5, alike: 50, folder: 5, pathSegments: 5 }

it.skipIf(isMissing)('references resolve as the URL Standard says (skipped without ../shared/corpora/url)', () => {
  const cases = urlCases()
  expect(cases.length).toBeGreaterThan(800)
  const differing = cases.filter(({ input, page, href, failure }) => {
    const { url, target } = new Addresses({ url: page, encoding: 'UTF-8' }).resolve(input)
    const isWeb = href !== undefined && /^https?:/.test(href)
    const expected = isWeb ? normalForm(new URL(href)) : null
    // Of other schemes Node's own parser is a revision behind; a crawl asks for none of them.
    return target !== expected || (isWeb && url !== href) || (failure === true && url !== null)
  })
  expect(differing.map(({ input, page, href }) => ({ input, page, href }))).toEqual([])
})

it.skipIf(isMissing)('no function over addresses throws on any of them (skipped without ../shared/corpora/url)', () => {
  const traps = new Traps(caps)
  for (const { input, page } of urlCases()) {
    for (const encoding of ['UTF-8', 'Big5']) new Addresses({ url: page, encoding }).resolve(input)
    readAddress(input, page)
    scope.contains(input)
    redirectTarget(page, { status: 302, headers: { location: input } })
    if (!URL.canParse(input, page)) continue
    const url = normalForm(new URL(input, page))
    scope.contains(url)
    if (!/^https?:/.test(url)) continue
    scope.bounds(url)
    traps.cut(url)
    looksLikeFile(url)
    linkPriority(url, 'hyperlink', 1)
    // What is folded can still be asked for, and folds no further.
    const { form } = foldedForm(url)
    expect([form, URL.canParse(form), foldedForm(form).form]).toEqual([form, true, form])
    expect(isRefusedOrNot(new URL(url).hostname)).toBe(true)
  }
})

/** A host is refused by the one error that says so, or left to the look-up. */
function isRefusedOrNot(hostname: string): boolean {
  try {
    refuseLiteral(hostname, false)
    return true
  } catch (error) {
    return error instanceof Error && error.name === 'PrivateAddressError'
  }
}
