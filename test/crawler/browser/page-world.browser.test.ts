import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, expect, it } from 'vitest'
import { PageWorld } from '../../../crawler/browser/page-world.ts'
import { browserPath } from './browser-site.ts'

const browser: Browser = await chromium.launch({
  executablePath: browserPath(),
  chromiumSandbox: process.getuid?.() !== 0,
})
afterAll(() => browser.close())

async function worldIn(html: string): Promise<{ page: Page; world: PageWorld }> {
  const page = await browser.newPage()
  const world = new PageWorld(await page.context().newCDPSession(page))
  await world.prepare('')
  await page.setContent(html)
  return { page, world }
}

it('scripts run in a document unless its sandbox switches them off', async () => {
  const { world } = await worldIn(
    '<p>a<iframe sandbox srcdoc="<p>b"></iframe><iframe sandbox="allow-scripts" srcdoc="<p>c"></iframe>',
  )
  const frames = await world.frameIds()
  expect(await Promise.all(frames.map((id) => world.runsScripts(id)))).toEqual([true, false, true])
})

it('a page that is busy for seconds is not said to have its scripts switched off', async () => {
  const { page, world } = await worldIn('<p>a')
  const busy = page.evaluate(() => {
    const end = performance.now() + 2_500
    while (performance.now() < end);
  })
  expect(await world.runsScripts()).toBe(true)
  await busy
})
