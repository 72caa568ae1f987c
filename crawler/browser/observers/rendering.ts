import type { RenderingArtifact } from '../../../store/model/artifact.ts'
import { canonicalJson } from '../canonical-json.ts'
import { whyNotRendered } from '../open-page.ts'
import type { ArtifactContent, Observer } from './observer.ts'

/** How much text and which links are there after scripts ran. */
export const renderingObserver: Observer = {
  name: 'rendering',
  version: 3,
  async observe({ reading, isStable, network }) {
    const detail = whyNotRendered(reading)
    const status = detail === null ? 'rendered' : 'not-rendered'
    const { textLength, anchors } = reading
    return jsonContent({
      status,
      detail,
      textLength,
      isStable,
      links: distinct(reading.links),
      anchors,
      refused: network.refused(),
    })
  },
  failure: (detail) => jsonContent({ status: 'failed', detail, textLength: 0, isStable: false, links: [] }),
}

/** The artifact of a page that sent the browser on: the address it led to is its one link. */
export function navigatedAway(url: string): ArtifactContent {
  const links = [{ url, text: '' }]
  return jsonContent({ status: 'failed', detail: 'navigated-away', textLength: 0, isStable: false, links })
}

type RenderedLink = RenderingArtifact['links'][number]

/** Sorted by URL, then text, each pair once. */
function distinct(links: readonly RenderedLink[]): RenderedLink[] {
  const byKey = new Map(links.map((link) => [`${link.url} ${link.text}`, link]))
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link)
}

function jsonContent(value: RenderingArtifact): ArtifactContent {
  return { mediaType: 'application/json', content: Buffer.from(canonicalJson(value)) }
}
