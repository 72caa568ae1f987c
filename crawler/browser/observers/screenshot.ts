import { withTimeLimit } from '../time-limit.ts'
import type { Observer } from './observer.ts'

const width = 1280
const maxHeight = 4000

/** A picture of the start page, from its top to at most 4000 pixels down. */
export function screenshotObserver(startUrl: string): Observer {
  return {
    name: 'screenshot',
    version: 1,
    isForEvery: false,
    async observe({ browserPage, world }, candidate) {
      if (candidate.url !== startUrl) return null
      const height = await world.evaluate<number>('document.documentElement.scrollHeight')
      const clip = { x: 0, y: 0, width, height: Math.max(1, Math.min(height, maxHeight)) }
      const options = { type: 'png', fullPage: true, clip, animations: 'disabled', timeout: 15_000 } as const
      const content = await withTimeLimit('screenshot', 20_000, browserPage.screenshot(options))
      return { mediaType: 'image/png', content }
    },
    failure: () => null,
  }
}
