import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type RobotsFile, readRobots, robotsToken, robotsVerdict } from '../../crawler/robots.ts'
import type { FetchFailureCode, FetchOutcome } from '../../store/model/fetch-outcome.ts'

const agent = 'Mingjing/0.1 (+https://example.gov.tw)'
const url = 'http://a.test/robots.txt'

function answered(status: number): FetchOutcome {
  const facts = { headers: {}, mediaType: null, charset: null, body: null, bodyBytes: 0, truncated: false }
  return { kind: 'response', status, ...facts }
}

function failed(code: FetchFailureCode): FetchOutcome {
  return { kind: 'failure', code, detail: '' }
}

function file(text: string, outcome = answered(200)): RobotsFile {
  return readRobots({ url, outcome }, Buffer.from(text), agent)
}

function verdict(text: string, path: string, outcome?: FetchOutcome): string {
  return robotsVerdict(file(text, outcome), `http://a.test${path}`, agent)
}

it('a group for another robot does not speak to us, one for us rules alone', () => {
  const text = 'User-Agent:ZoomEye\nDisallow:/\n\nUser-Agent:*\nDisallow:/MNS_OLD/\n'
  expect(verdict(text, '/')).toBe('allowed')
  expect(verdict(text, '/MNS_OLD/a')).toBe('disallowed')
  const own = `${text}\nUser-agent: mingjing\nDisallow: /only\n`
  expect(verdict(own, '/MNS_OLD/a')).toBe('allowed')
  expect(verdict(own, '/only')).toBe('disallowed')
})

it('the longest rule wins, with wildcards and ends', () => {
  const text = 'User-agent: *\nDisallow: /a/\nAllow: /a/open\nDisallow: /*.pdf$\n'
  expect(verdict(text, '/a/open/1')).toBe('allowed')
  expect(verdict(text, '/a/x')).toBe('disallowed')
  expect(verdict(text, '/x.pdf')).toBe('disallowed')
  expect(verdict(text, '/x.pdf?1')).toBe('allowed')
})

it('no file means no rules, a file that cannot be had means nothing may be asked for', () => {
  const text = 'User-agent: *\nDisallow: /\n'
  for (const status of [301, 401, 403, 404, 410]) expect(verdict(text, '/', answered(status))).toBe('allowed')
  for (const status of [500, 503]) expect(verdict(text, '/', answered(status))).toBe('unreachable')
  for (const code of ['reset', 'dns-not-found', 'headers-timeout'] as const) {
    expect(verdict(text, '/', failed(code))).toBe('unreachable')
  }
  expect(verdict(text, '/', failed('redirect-loop'))).toBe('allowed')
})

it('a start mark, carriage returns and an error page in place of the file are read as they are meant', () => {
  expect(verdict('\ufeffUser-agent: *\r\nDisallow: /x\r\n', '/x')).toBe('disallowed')
  expect(verdict('<!doctype html><title>找不到您的頁面！</title>', '/x')).toBe('allowed')
})

it('delay and sitemaps are told; a delay that is no number, or none, is null', () => {
  expect(file('User-agent: *\nCrawl-delay: 2.5\nSitemap: /s.xml\n')).toMatchObject({
    crawlDelaySeconds: 2.5,
    sitemaps: ['/s.xml'],
  })
  for (const delay of ['soon', '-3', '0'])
    expect(file(`User-agent: *\nCrawl-delay: ${delay}\n`).crawlDelaySeconds).toBeNull()
})

it("the name to match is the product, also behind a browser's", () => {
  expect(robotsToken('Mozilla/5.0 (compatible; Mingjing/0.1; +https://x)')).toBe('Mingjing')
  expect(robotsToken(agent)).toBe('Mingjing')
  expect(robotsToken('')).toBe('*')
})

it('no file whatsoever makes the reader fail', () => {
  const line = fc.constantFrom(
    'User-agent: *',
    'Disallow: /',
    'Allow: /*$',
    'Disallow: ((((',
    ':',
    'Crawl-delay: 1e999',
    '%',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.string())), fc.webPath(), (lines, path) => {
      expect(['allowed', 'disallowed']).toContain(verdict(lines.join('\n'), path || '/'))
    }),
  )
})
