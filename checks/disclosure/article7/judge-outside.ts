import type { ItemNumber } from '../../../store/model/check-result.ts'
import type { Link } from '../../../store/model/link.ts'
import { foldText, matchesAny } from '../../labels.ts'
import { targetOf } from '../../targets.ts'
import type { ItemSearch } from './item-search.ts'
import type { Said } from './judgement.ts'
import { isDeepLink, isHostOf, nationalSystemAt } from './national-systems.ts'

/** What entries that lead off the site say together: the best of them. */
export function judgeOutside(search: ItemSearch, item: ItemNumber, entries: readonly Link[]): Said | null {
  const said = entries.flatMap((link) => {
    const target = targetOf(search.snapshot, link, search.terms.links)
    return target.kind === 'external' ? [judgeExternal(search, item, link.text, target.url)] : []
  })
  return (
    said.find(({ state }) => state === 'published') ??
    said.find(({ state }) => state === 'undetermined') ??
    said[0] ??
    null
  )
}

/** What a link off the site says: a shared system or the superior agency publishes in the agency's stead. Source: facts 2.5. */
export function judgeExternal(search: ItemSearch, item: ItemNumber, text: string, url: URL): Said {
  const { terms, agency } = search
  const system = nationalSystemAt(url, item, terms)
  if (system !== null) {
    if (!system.needsDeepLink || isDeepLink(url))
      return { state: 'published', because: `以連結方式公開於${system.name}` }
    return { state: 'not-published', because: `僅連結${system.name}首頁，未連結至機關主管資訊` }
  }
  const isParent = agency.parentHosts.some((host) => isHostOf(url.hostname, host))
  if (isParentMarked(search, text) || (isParent && isDeepLink(url))) {
    return { state: 'published', because: `連結上級機關公開（${url.hostname}）` }
  }
  return { state: 'undetermined', because: `連結至其他網站（${url.hostname}），請人工確認內容` }
}

function isParentMarked(search: ItemSearch, text: string): boolean {
  return matchesAny(foldText(text).replace(/\s+/gu, ''), search.terms.parentMark)
}
