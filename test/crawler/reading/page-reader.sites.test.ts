import { afterEach, expect, it } from 'vitest'
import { KnownAddresses } from '../../../crawler/extract/known-addresses.ts'
import { PageReader } from '../../../crawler/reading/page-reader.ts'
import { readPage } from '../../../crawler/reading/read-page.ts'
import { ReadingThread } from '../../../crawler/reading/reading-thread.ts'
import type { ExtractedPage } from '../../../store/snapshot/extracted-page.ts'

const source = { url: 'http://a.test/list', charset: null }
const page = Buffer.from('<title>最新消息</title><p>115-11-20<a href="/b">下一頁</a><form><input name="q"></form>')
/** 台北 */
const big5 = Buffer.from([0x3c, 0x70, 0x3e, 0xa5, 0x78, 0xa5, 0x5f])
/** Its links take more memory than {@link narrow} leaves. */
const enormous = Buffer.from('<a href="/x">x</a>'.repeat(150_000))
const narrow = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 4 }

let reader: PageReader | null = null

afterEach(async () => {
  await reader?.close()
  reader = null
})

function readHere(content: Uint8Array): ExtractedPage {
  return readPage(content, source, new KnownAddresses())
}

it('a thread reads what is read here, and who waits for one that is ended is told so', async () => {
  const thread = new ReadingThread({})
  expect(await thread.started).toBe(true)
  for (const content of [page, big5, new Uint8Array()]) {
    expect(await thread.read(content, source)).toEqual({ kind: 'read', page: readHere(content) })
  }
  const [first, second] = [thread.read(enormous, source), thread.read(page, source)]
  await thread.close()
  expect(await first).toEqual({ kind: 'ended', wasUnderWay: true })
  expect(await second).toEqual({ kind: 'ended', wasUnderWay: false })
  expect(await thread.read(page, source)).toEqual({ kind: 'ended', wasUnderWay: false })
})

it('a page that takes too much memory ends nothing but its own reading', async () => {
  reader = new PageReader(0, narrow)
  expect(await reader.start()).toBe(true)
  const readings = await Promise.all([page, enormous, page].map((content) => reader?.read(content, source)))
  expect(readings).toEqual([readHere(page), 'unread', readHere(page)])
})

it('a page that takes too long ends nothing but its own reading, also as the first of a site', async () => {
  reader = new PageReader(16, { longestPageMs: 1 })
  expect(await reader.read(enormous, source)).toBe('unread')
  // Small ones are still read here.
  expect(await reader.read(page, source)).toEqual(readHere(page))
})

it('a site of few pages is read without a thread, and so is what comes after the end', async () => {
  reader = new PageReader()
  expect(await reader.read(page, source)).toEqual(readHere(page))
  await reader.close()
  expect(await reader.start()).toBe(false)
  expect(await reader.read(page, source)).toEqual(readHere(page))
})
