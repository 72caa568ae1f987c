import type { Page as BrowserPage } from 'playwright'
import { endAnimations, heightIfVeiled, tellOfScrolling } from './in-page/read-veiled.ts'
import type { PageWorld } from './page-world.ts'

/** CSS pixels: what stands farther down stays as it is. */
const tallest = 20_000
/** Scripts look after the window now and then; they load pictures, and set in motion what comes into it. */
const revealMs = 400

/**
 * Shows what a page keeps unseen until a visitor scrolls down to it: the window is as tall as the page for a moment. Nothing is
 * done where nothing waits. True when something was: the page is to be waited for once more.
 */
export async function unveil(browserPage: BrowserPage, world: PageWorld): Promise<boolean> {
  const height = await world.call(heightIfVeiled)
  const before = browserPage.viewportSize()
  if (before === null || height <= before.height) return false
  try {
    await browserPage.setViewportSize({ width: before.width, height: Math.min(height, tallest) })
    await world.call(tellOfScrolling)
    await new Promise((resolve) => setTimeout(resolve, revealMs))
    await world.untilDrawn(2_000)
  } finally {
    await browserPage.setViewportSize(before)
  }
  await world.call(endAnimations)
  return true
}
