import type { Evidence } from '../store/model/evidence.ts'
import type { MetaTag } from '../store/model/page.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'

/** Something that stands at a known place in the served HTML of a page: a link, a form, a meta tag. */
interface Placed {
  pageId: number
  start: number
  end: number
  selector: string
}

/** The element as evidence: its page, the stored bytes and the offsets in their decoded text. */
export function elementEvidence(snapshot: Snapshot, element: Placed): Evidence {
  const { pageId, selector, start, end } = element
  return { kind: 'element', pageId, view: 'static', body: snapshot.page(pageId).body, selector, start, end }
}

/** A meta tag as evidence. */
export function metaEvidence(snapshot: Snapshot, tag: MetaTag): Evidence {
  const name = tag.name.replace(/["\\]/g, '\\$&')
  return elementEvidence(snapshot, { ...tag, selector: `meta[name="${name}"]` })
}

/** The list as evidence, which is never empty. @throws Error when it is: a finding without evidence is our bug. */
export function atLeastOne(evidence: readonly Evidence[]): readonly [Evidence, ...Evidence[]] {
  const [first, ...rest] = evidence
  if (first === undefined) throw new Error('a finding needs evidence')
  return [first, ...rest]
}
