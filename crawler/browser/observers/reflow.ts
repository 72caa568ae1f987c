import type { ReflowArtifact, ReflowView } from '../../../store/model/artifact.ts'
import { canonicalJson } from '../canonical-json.ts'
import { measureReflowSource } from '../in-page/measure-reflow.ts'
import { type OpenPage, whyNotRendered } from '../open-page.ts'
import { withTimeLimit } from '../time-limit.ts'
import type { ArtifactContent, Observer } from './observer.ts'

const height = 800
const measureMs = 20_000
/** Scripts that answer to a change of the window wait a little themselves. */
const settleMs = 300

/** Measures pages in windows of those widths, in CSS pixels and in that order. Leaves the window as it was. */
export function reflowObserver(pageIds: ReadonlySet<number>, widths: readonly number[]): Observer {
  return {
    name: 'reflow',
    version: 7,
    isForEvery: false,
    async observe({ browserPage, world, reading, isStable }, { id }) {
      if (!pageIds.has(id)) return null
      const why = whyNotRendered(reading)
      if (why !== null) return content({ ...nothing('not-rendered', why), isStable })
      const before = browserPage.viewportSize()
      try {
        const views: ReflowView[] = []
        for (const width of widths) views.push(await viewOf(browserPage, world, width))
        return content({ status: 'measured', detail: null, isStable, views })
      } finally {
        if (before !== null) await browserPage.setViewportSize(before)
      }
    },
    failure: (detail) => content(nothing('failed', detail)),
  }
}

async function viewOf(browserPage: OpenPage['browserPage'], world: OpenPage['world'], width: number) {
  await browserPage.setViewportSize({ width, height })
  await new Promise((resolve) => setTimeout(resolve, settleMs))
  await world.untilDrawn(2_000)
  const measured = world.evaluate<Omit<ReflowView, 'windowWidth'>>(`${measureReflowSource}; measureReflow()`)
  return { windowWidth: width, ...(await withTimeLimit('reflow', measureMs, measured)) }
}

function nothing(status: ReflowArtifact['status'], detail: string): ReflowArtifact {
  return { status, detail, isStable: false, views: [] }
}

function content(value: ReflowArtifact): ArtifactContent {
  return { mediaType: 'application/json', content: Buffer.from(canonicalJson(value)) }
}
