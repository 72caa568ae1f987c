import type { RenderingArtifact } from '../../store/model/artifact.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import type { Page } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import type { DraftFinding } from '../check.ts'
import { atLeastOne } from '../element-evidence.ts'
import { anchorsIn, leadsTo } from '../links/anchors-in.ts'
import { observedPages } from './artifact-page.ts'
import type { Brick } from './read-bricks.ts'

type LostMessage = 'no-place' | 'blank-in-id' | 'unseen-place'

interface Group {
  messageId: LostMessage
  first: { page: Page; brick: Brick }
  pageIds: Set<number>
  evidence: Evidence[]
}

/** Places shown as proof of one finding. */
const mostShown = 3

/** Places that bricks lead to and that are not there; one finding a place, on whatever pages: it is mended in what they share. */
export class LostPlaces {
  readonly #snapshot
  readonly #renderings: ReadonlyMap<number, RenderingArtifact>
  readonly #groups = new Map<string, Group>()

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot
    const rendered = observedPages<RenderingArtifact>(snapshot, 'rendering')
    this.#renderings = new Map(rendered.map(({ page, content }) => [page.id, content]))
  }

  /** Learns where the bricks of a page lead. */
  note(page: Page, bricks: readonly Brick[]): void {
    const leading = bricks.filter(({ fragment }) => fragment !== null)
    if (leading.length === 0) return
    for (const { brick, messageId } of this.#lostOn(page, leading)) this.#add(page, brick, messageId)
  }

  findings(): DraftFinding<LostMessage>[] {
    return [...this.#groups.values()].map(findingOf)
  }

  /** What a script could have put there is a question, unless a browser saw where links led. */
  #lostOn(page: Page, bricks: readonly Brick[]): { brick: Brick; messageId: LostMessage }[] {
    const html = this.#snapshot.html(page)
    const anchors = anchorsIn(html)
    const rendering = this.#renderings.get(page.id)
    const reached = rendering?.status === 'rendered' ? rendering.anchors : undefined
    const isKnown = reached !== undefined || !/<script\b/i.test(html)
    const lost = bricks.filter(({ fragment }) => {
      if (fragment === null) return false
      return !leadsTo(fragment, anchors) && reached?.includes(fragment) !== true
    })
    const isSpelt = (fragment: string) => [...anchors].some((anchor) => anchor.trim() === fragment)
    return lost.map((brick) => {
      if (!isKnown) return { brick, messageId: 'unseen-place' }
      return { brick, messageId: isSpelt(brick.fragment ?? '') ? 'blank-in-id' : 'no-place' }
    })
  }

  #add(page: Page, brick: Brick, messageId: LostMessage): void {
    const key = JSON.stringify([messageId, brick.fragment])
    const group = this.#groups.get(key) ?? { messageId, first: { page, brick }, pageIds: new Set(), evidence: [] }
    this.#groups.set(key, group)
    group.pageIds.add(page.id)
    if (group.evidence.length < mostShown) group.evidence.push(brick.evidence)
  }
}

function findingOf({ messageId, first, pageIds, evidence }: Group): DraftFinding<LostMessage> {
  const { fragment, name, key } = first.brick
  const pages = pageIds.size
  return {
    key: [messageId, fragment ?? ''],
    messageId,
    values: { name: name || key || ':::', fragment: fragment ?? '', pages },
    verdict: messageId === 'unseen-place' ? 'needs-review' : 'violates',
    url: first.page.url,
    pages,
    evidence: atLeastOne(evidence),
  }
}
