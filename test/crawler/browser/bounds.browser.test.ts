import { afterAll, beforeAll, expect, it } from 'vitest'
import { Lane } from '../../../crawler/browser/lane.ts'
import { laneBounds } from '../../../crawler/browser/page-heap.ts'
import { type BrowserProxy, startProxy } from '../../../crawler/browser/proxy.ts'
import { stepLimits } from '../../../crawler/browser/step-limits.ts'
import { browserPath, examine, pageWith, siteOf } from './browser-site.ts'

const origin = 'http://agency.test'
const fault = '<img src="/gone.png"><p style="color: #ddd">淡色文字</p>'
const answers = {
  [`${origin}/`]: pageWith('<a href="/1">一</a>'),
  [`${origin}/1`]: pageWith(fault),
  [`${origin}/2`]: pageWith(`<script>document.body.append('${'補述'.repeat(50)}')</script>`),
  [`${origin}/heavy`]: pageWith(
    '<script>kept = Array.from({ length: 2e6 }, (_, n) => ({ n, name: "甲" + n }))</script>',
  ),
}

let proxy: BrowserProxy

beforeAll(async () => {
  proxy = await startProxy(siteOf(answers).answer, new AbortController().signal)
})

afterAll(() => proxy.close())

it('a browser is tidied and goes on; one whose page holds too much even then gives way to another', async () => {
  const bounds = { ...laneBounds, tidyAboveBytes: 0, mostBytes: 60e6 }
  const lane = await Lane.open(browserPath(), proxy, bounds)
  if (!(lane instanceof Lane)) throw new Error(lane.detail)
  const candidate = (path: string) => ({ id: 1, url: origin + path, templateId: '', isShell: false, isKey: false })
  await lane.visit(candidate('/1'), stepLimits)
  expect(await lane.tidy()).toBe(true)
  await lane.visit(candidate('/heavy'), stepLimits)
  expect(await lane.tidy()).toBe(false)
  expect(lane.isUsable()).toBe(false)
  await lane.close()
})

it('what is seen of a page does not depend on when browsers are tidied or changed', async () => {
  const seen = []
  for (const bounds of [laneBounds, { ...laneBounds, maxPages: 1 }, { ...laneBounds, tidyAboveBytes: 0 }]) {
    const { bytes } = await examine(answers, undefined, { bounds })
    const artifacts = Object.keys(answers).flatMap((url) => [bytes(url, 'axe'), bytes(url, 'rendering')])
    seen.push(artifacts.map((artifact) => Buffer.from(artifact ?? []).toString()))
  }
  expect(seen[1]).toEqual(seen[0])
  expect(seen[2]).toEqual(seen[0])
  expect(seen[0]?.[2]).toContain('image-alt')
})
