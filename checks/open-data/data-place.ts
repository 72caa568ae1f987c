import type { Link } from '../../store/model/link.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import type { CheckContext } from '../check.ts'
import { isReadable } from '../seen-page.ts'
import { targetOf } from '../targets.ts'
import { type DataPage, isDeep, isPortal, readDataPage } from './read-datasets.ts'

/** Where a label of open data leads, and what is there. */
export interface Place {
  link: Link
  state: 'data' | 'portal' | 'portal-bare' | 'closed' | 'empty' | 'dead' | 'unclear'
  because: string
  data: DataPage | null
}

/** Looks at what stands behind a label. */
export function placeOf(snapshot: Snapshot, link: Link, { terms }: CheckContext): Place {
  const target = targetOf(snapshot, link, terms.links)
  const nothing = { link, data: null }
  switch (target.kind) {
    case 'page': {
      if (!isReadable(snapshot, target.page)) return { ...nothing, state: 'unclear', because: '內容須執行程式後始呈現' }
      const data = readDataPage(snapshot, target.page, terms)
      return { link, data, state: stateOf(data), because: '' }
    }
    case 'external': {
      const host = target.url.hostname
      if (!isPortal(target.url, terms.openData))
        return { ...nothing, state: 'unclear', because: `連至其他網站（${host}）` }
      return { ...nothing, state: isDeep(link, terms.openData) ? 'portal' : 'portal-bare', because: host }
    }
    case 'dead':
      return { ...nothing, state: 'dead', because: `連結失效（${target.why}）` }
    case 'unseen':
      return { ...nothing, state: 'unclear', because: `未能查核：${target.why}` }
    default:
      return { ...nothing, state: 'unclear', because: '未連至可查核之網頁' }
  }
}

function stateOf({ datasets, closed, portal, barePortal }: DataPage): Place['state'] {
  if (datasets.length > 0) return 'data'
  if (portal.length > 0) return 'portal'
  if (closed.length > 0) return 'closed'
  return barePortal.length > 0 ? 'portal-bare' : 'empty'
}
