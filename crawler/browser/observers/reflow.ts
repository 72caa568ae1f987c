import type { ReflowArtifact } from '../../../store/model/artifact.ts'
import { canonicalJson } from '../canonical-json.ts'
import { measureReflow } from '../in-page/measure-reflow.ts'
import { whyNotRendered } from '../open-page.ts'
import { withTimeLimit } from '../time-limit.ts'
import type { ArtifactContent, Observer } from './observer.ts'

/** CSS pixels: a window of 1280 at four times the size. Source: WCAG 1.4.10. */
const narrow = { width: 320, height: 800 }
const measureMs = 20_000
/** Scripts that answer to a change of the window wait a little themselves. */
const settleMs = 300

/** Measures pages in a window of 320 pixels. Leaves the window as it was. */
export function reflowObserver(pageIds: ReadonlySet<number>): Observer {
  return {
    name: 'reflow',
    version: 1,
    isForEvery: false,
    async observe({ browserPage, world, reading, isStable }, { id }) {
      if (!pageIds.has(id)) return null
      const why = whyNotRendered(reading)
      if (why !== null) return content({ ...nothing('not-rendered', why), isStable })
      const before = browserPage.viewportSize()
      try {
        await browserPage.setViewportSize(narrow)
        await new Promise((resolve) => setTimeout(resolve, settleMs))
        await world.drawn(2_000)
        const measured = await withTimeLimit('reflow', measureMs, world.call(measureReflow))
        return content({ status: 'measured', detail: null, isStable, ...measured })
      } finally {
        if (before !== null) await browserPage.setViewportSize(before)
      }
    },
    failure: (detail) => content(nothing('failed', detail)),
  }
}

function nothing(status: ReflowArtifact['status'], detail: string): ReflowArtifact {
  return { status, detail, isStable: false, scrollWidth: 0, wide: [], cut: [] }
}

function content(value: ReflowArtifact): ArtifactContent {
  return { mediaType: 'application/json', content: Buffer.from(canonicalJson(value)) }
}
