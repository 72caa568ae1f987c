import { load } from 'cheerio'
import { expect, it } from 'vitest'
import { type GeneratedSite, generateSite } from '../../bench/generator/site.ts'

const origin = 'http://agency.test'

function pagesOf(site: GeneratedSite): [path: string, html: string][] {
  const pages = [...site.answers].filter(
    ([, { status, mediaType }]) => status === 200 && mediaType.startsWith('text/html'),
  )
  return pages.map(([path, { body }]) => [path, body.toString()])
}

/** Paths a visitor's browser asks for: links and parts, nothing from comments, scripts and templates. */
function asked(path: string, html: string): string[] {
  const $ = load(html)
  $('template').remove()
  const references = $('a[href], link[href]').map((_, one) => $(one).attr('href'))
  const parts = $('img[src], script[src]').map((_, one) => $(one).attr('src'))
  const urls = [...references.get(), ...parts.get()].map((reference) => new URL(reference, origin + path))
  return urls.filter((url) => url.origin === origin).map((url) => url.pathname)
}

it('the same number of pages and seed give the same site, another seed another', () => {
  const bytes = (seed: number) => [...generateSite(60, seed).answers].map(([path, { body }]) => path + body.toString())
  expect(bytes(1)).toEqual(bytes(1))
  expect(bytes(1)).not.toEqual(bytes(2))
})

it('pages weigh as those of agencies do', () => {
  const pages = pagesOf(generateSite(300, 1)).slice(-200)
  for (const [, html] of pages) {
    const $ = load(html)
    expect(Buffer.byteLength(html)).toBeGreaterThan(34_000)
    expect(Buffer.byteLength(html)).toBeLessThan(38_000)
    expect($('*').length).toBeGreaterThan(350)
    expect($('*').length).toBeLessThan(560)
    expect($('a[href]').length).toBeGreaterThan(80)
    expect($('a[href]').length).toBeLessThan(115)
  }
})

it('what is planted as dead is asked for somewhere and gone, nothing else is, and every page can be reached', () => {
  const site = generateSite(300, 1)
  const byPath = new Map(pagesOf(site))
  const reached = new Set(['/'])
  for (const path of reached) for (const next of asked(path, byPath.get(path) ?? '')) reached.add(next)
  expect([...reached].filter((path) => !site.answers.has(path) && path !== '/search').sort()).toEqual(site.dead)
  expect([...byPath.keys()].filter((path) => !reached.has(path))).toEqual([])
})
