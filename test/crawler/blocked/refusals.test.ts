import { expect, it } from 'vitest'
import { readTerms } from '../../../config/read-terms.ts'
import { Refusals } from '../../../crawler/blocked/refusals.ts'
import type { Resource } from '../../../store/model/page.ts'
import { createSnapshot } from '../../../store/snapshot/writer.ts'

const refusals = new Refusals(readTerms().links.botWalls)
const writer = createSnapshot(':memory:')

function answer(status: number, html = '<p>內容', headers: Record<string, string> = {}): Resource {
  const content = Buffer.from(html)
  const body = writer.putBody(content, 'text/html')
  const bytes = { body, bodyBytes: content.byteLength, truncated: false }
  const url = 'http://agency.test/x'
  return {
    id: 1,
    url,
    finalUrl: url,
    redirects: [],
    via: 'static',
    fetchedAt: '2026-11-22T02:03:04.000Z',
    durationMs: 1,
    tls: null,
    outcome: { kind: 'response', status, headers, mediaType: 'text/html', charset: null, ...bytes },
  }
}

const cloudflare = '<title>Just a moment...</title><script>window._cf_chl_opt = {}</script>'

it.each([401, 403, 406, 429, 451, 999])('%i keeps us out', (status) => {
  expect(refusals.isRefused(answer(status), writer)).toBe(true)
})

it.each([200, 304, 400, 404, 410, 500, 503])('%i by itself is no refusal', (status) => {
  expect(refusals.isRefused(answer(status), writer)).toBe(false)
})

it('a challenge is told by its header or by the marks in its page, under 200 and 503 and no other status', () => {
  expect(refusals.isRefused(answer(503, '<p>x', { 'cf-mitigated': 'challenge' }), writer)).toBe(true)
  expect([200, 503, 500, 404].map((status) => refusals.isRefused(answer(status, cloudflare), writer))).toEqual([
    true,
    true,
    false,
    false,
  ])
})

it('without words only statuses tell', () => {
  const plain = new Refusals(null)
  expect([403, 200].map((status) => plain.isRefused(answer(status, cloudflare), writer))).toEqual([true, false])
})

it('a page that shows much is no wall; a script of such a host makes one only where there is hardly any text', () => {
  const script = '<script src="/_Incapsula_Resource?a=1"></script>'
  expect([0, 1500, 1501].map((length) => refusals.isWall(cloudflare, length))).toEqual([true, true, false])
  expect([0, 40, 41].map((length) => refusals.isWall(script, length))).toEqual([true, true, false])
  expect(refusals.isWall('<p>最新消息', 0)).toBe(false)
})
