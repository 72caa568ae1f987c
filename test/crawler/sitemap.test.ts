import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { maxSitemapUrls, readSitemap } from '../../crawler/sitemap.ts'

const corpus = join(import.meta.dirname, '../../../shared/corpora/sitemaps/tests/mocks')

function read(text: string) {
  return readSitemap(Buffer.from(text))
}

it('addresses are read from maps and indexes, under any prefix and as CDATA, and not from images', async () => {
  const map = await read(
    `\ufeff<?xml version="1.0"?><s:urlset xmlns:s="http://x" xmlns:image="http://y"><s:url><s:loc>
      http://a.test/?a=1&amp;b=2 </s:loc><image:image><image:loc>http://a.test/i.png</image:loc></image:image></s:url>
      <s:url><s:loc><![CDATA[http://a.test/中文]]></s:loc></s:url></s:urlset>`,
  )
  expect(map).toMatchObject({ urls: ['http://a.test/?a=1&b=2', 'http://a.test/中文'], sitemaps: [], problem: null })
  const index = await read('<sitemapindex><sitemap><loc>/a.xml</loc></sitemap></sitemapindex>')
  expect(index).toMatchObject({ urls: [], sitemaps: ['/a.xml'] })
})

it('a packed map is told by its bytes, other encodings by mark and declaration', async () => {
  const xml = '<urlset><url><loc>http://a.test/中</loc></url></urlset>'
  expect((await readSitemap(gzipSync(xml))).urls).toEqual(['http://a.test/中'])
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')])
  expect((await readSitemap(utf16)).urls).toEqual(['http://a.test/中'])
  const head = Buffer.from('<?xml version="1.0" encoding="big5"?><urlset><url><loc>http://a.test/')
  const big5 = Buffer.concat([head, Buffer.from([0xa4, 0xa4]), Buffer.from('</loc></url></urlset>')])
  expect((await readSitemap(big5)).urls).toEqual(['http://a.test/中'])
})

it('what stands before a fault is kept, and the fault is told', async () => {
  const cut = await read('<urlset><url><loc>http://a.test/1</loc></url><url><loc>http://a.te')
  expect(cut.urls).toEqual(['http://a.test/1'])
  expect(cut.problem).not.toBeNull()
  const packed = gzipSync(`<urlset>${'<url><loc>http://a.test/1</loc></url>'.repeat(5000)}</urlset>`)
  expect((await readSitemap(packed.subarray(0, packed.length / 2))).problem).not.toBeNull()
})

it('a list of lines is a map too; a page is none', async () => {
  expect((await read('http://a.test/1\r\nhttp://a.test/2\nnonsense')).urls).toEqual([
    'http://a.test/1',
    'http://a.test/2',
  ])
  expect((await read('<!doctype html><html><body><a href="http://a.test/1">x</a>')).urls).toEqual([])
})

it('entities are not unfolded and reading ends at the limits', async () => {
  const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><urlset><url><loc>&b;</loc></url></urlset>'
  expect((await read(laughs)).urls.join('').length).toBeLessThan(20)
  const many = `<urlset>${'<url><loc>http://a.test/1</loc></url>'.repeat(maxSitemapUrls + 100)}</urlset>`
  expect((await read(many)).urls).toHaveLength(maxSitemapUrls)
  const bomb = gzipSync(Buffer.concat([Buffer.from('<urlset>'), Buffer.alloc(60 * 1024 * 1024, 32)]))
  expect((await readSitemap(bomb)).urls).toEqual([])
})

it('no bytes whatsoever make the reader fail', async () => {
  const piece = fc.constantFrom(
    '<urlset>',
    '<url>',
    '<loc>',
    '</loc>',
    '</url>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '&#0;',
    '&x;',
    '<',
    '\0',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(piece, fc.string())), async (pieces) => {
      expect(Array.isArray((await read(pieces.join(''))).urls)).toBe(true)
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.uint8Array(), async (bytes) => {
      const gz = new Uint8Array([0x1f, 0x8b, ...bytes])
      expect(Array.isArray((await readSitemap(gz)).urls) && Array.isArray((await readSitemap(bytes)).urls)).toBe(true)
    }),
  )
})

it.skipIf(!existsSync(corpus))(
  'sitemaps of other people are read (skipped without ../shared/corpora/sitemaps)',
  async () => {
    const counts = new Map<string, number>()
    for (const name of readdirSync(corpus)) {
      const { urls, sitemaps } = await readSitemap(readFileSync(join(corpus, name)))
      counts.set(name, urls.length + sitemaps.length)
    }
    expect(counts.size).toBeGreaterThan(15)
    expect(Object.fromEntries(counts)).toMatchObject({
      'alltags.xml': 7,
      'alltags.cdata.xml': 7,
      'alltags-index.xml': 2,
      'alltags-index.cdata.xml': 2,
      'bad-tag-index.xml': 2,
      'bad-tag-sitemap.xml': 7,
      'cli-urls.json.xml': 2,
      'cli-urls.json.bad.xml': 2,
      'index-unescaped-lt.xml': 2,
      'unescaped-lt.xml': 1,
      'video.xml': 1,
      'sampleconfig.json': 0,
    })
    for (const name of ['cli-urls.txt', 'cli-urls-2.txt', 'short-list.txt', 'perf-data.txt', 'medium-list.txt.gz']) {
      expect([name, counts.get(name)]).toEqual([name, Math.min(maxSitemapUrls, linesOf(join(corpus, name)))])
    }
    expect(counts.get('long-list.txt.gz')).toBe(maxSitemapUrls)
  },
)

/** Addresses a plain list names, one a line. */
function linesOf(path: string): number {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text.split('\n').filter((line) => /^https?:/.test(line.trim())).length
}
