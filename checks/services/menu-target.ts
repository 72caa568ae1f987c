import type { Link } from '../../store/model/link.ts'
import type { LinkTerms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type Target, targetOf } from '../targets.ts'

/** Where a link leads; the entry of a menu that stands on the very page it leads to, leads to that page. */
export function menuTarget(snapshot: Snapshot, link: Link, words: LinkTerms): Target {
  const target = targetOf(snapshot, link, words)
  if (target.kind !== 'here' || link.target === null || /^\s*(#|javascript:|$)/iu.test(link.href)) return target
  const page = snapshot.page(link.pageId)
  return { kind: 'page', page, resource: snapshot.resource(page.resourceId) }
}
