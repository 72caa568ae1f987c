import type { Evidence } from '../../store/model/evidence.ts'
import type { Link } from '../../store/model/link.ts'
import type { Page } from '../../store/model/page.ts'
import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { contentOf } from '../content.ts'
import { foldText, isLabelOf, matchesAny } from '../labels.ts'
import { isReadable, linkEvidence } from '../seen-page.ts'
import { sectionTermsOf } from '../targets.ts'
import { contentFields, isLogIn } from './content-fields.ts'
import { distinctLinks } from './distinct-links.ts'
import { menuTarget } from './menu-target.ts'
import { saidOfHost } from './online/judge-item.ts'

/** A place that is called a query of cases, and what was found there. */
export interface Query {
  name: string
  url: string
  state: 'offered' | 'dead' | 'unsure'
  /** In Traditional Chinese. */
  because: string
  /** `null` when it is no page of the site that was read. */
  page: Page | null
  evidence: readonly Evidence[]
}

type Said = Pick<Query, 'state' | 'because' | 'page'>

const longestLabel = 24

/** Every address under a label like 案件進度查詢, once; a label that leads nowhere once. Source: facts 8, 001:91. */
export function findQueries(snapshot: Snapshot, terms: Terms): Query[] {
  const links = new Map<string, Link>()
  for (const { link, label, address } of distinctLinks(snapshot)) {
    const isQuery = label.length <= longestLabel && isLabelOf(label, terms.services.caseQuery)
    if (isQuery && !links.has(address)) links.set(address, link)
  }
  return [...links.values()].flatMap((link) => queryAt(snapshot, link, terms) ?? [])
}

function queryAt(snapshot: Snapshot, link: Link, terms: Terms): Query | null {
  const target = menuTarget(snapshot, link, terms.links)
  const said = saidOf(snapshot, link, terms)
  if (said === null) return null
  const answer: Evidence[] = 'resource' in target ? [{ kind: 'resource', resourceId: target.resource.id }] : []
  const url = target.kind === 'here' ? snapshot.page(link.pageId).url : (link.target ?? link.href)
  return { name: foldText(link.text), url, evidence: [linkEvidence(snapshot, link), ...answer], ...said }
}

function saidOf(snapshot: Snapshot, link: Link, terms: Terms): Said | null {
  const target = menuTarget(snapshot, link, terms.links)
  switch (target.kind) {
    case 'page':
      return saidOfPage(snapshot, target.page, terms)
    case 'external': {
      const said = saidOfHost(snapshot, 'application', link, target.url, terms)
      return said === null ? null : { state: said.state, because: said.because, page: null }
    }
    case 'dead':
      return { state: 'dead', because: `連結失效（${target.why}）`, page: null }
    case 'file':
      return { state: 'unsure', because: '僅連結至檔案', page: null }
    case 'unseen':
      return { state: 'unsure', because: `未能查核：${target.why}`, page: null }
    case 'here':
      return { state: 'unsure', because: '未連結至其他網頁', page: null }
  }
}

/** One asks for a case by at least one field: a number, a name, or behind a log-in. */
function saidOfPage(snapshot: Snapshot, page: Page, terms: Terms): Said {
  if (!isReadable(snapshot, page)) return { state: 'unsure', because: '內容須執行程式後始呈現', page: null }
  if (contentOf(snapshot, page, sectionTermsOf(terms)).isMissingPage)
    return { state: 'dead', because: '顯示找不到網頁', page: null }
  const fields = contentFields(snapshot, page, terms.search)
  const asking = fields.filter(({ label }) => matchesAny(label, terms.services.caseQuery.fields))
  if (isLogIn(fields)) return { state: 'offered', because: '登入後查詢', page }
  if (asking.length > 0) return { state: 'offered', because: `以「${asking[0]?.label}」查詢`, page }
  if (fields.length > 0) return { state: 'offered', because: '提供查詢欄位', page }
  return { state: 'unsure', because: '未見查詢欄位', page }
}
