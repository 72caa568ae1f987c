import type { Axis, ClassificationTerms } from '../../store/model/classification-terms.ts'
import type { Link } from '../../store/model/link.ts'
import { numberText } from '../../store/model/number-text.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import type { CheckContext } from '../check.ts'
import { contentOf } from '../content.ts'
import { labelledLinks } from '../labelled-links.ts'
import { matchesAny, normaliseLabel } from '../labels.ts'
import type { Navigation } from '../navigation.ts'
import { domOf, isReadable, linksOf } from '../seen-page.ts'
import { sectionTermsOf, targetOf } from '../targets.ts'

export const axes: readonly Axis[] = ['theme', 'cake', 'service']

/** One way of 分類檢索 as the stored pages show it. */
export interface AxisEntry {
  /** `works`: a page that lists what stands under its classes. `open`: nobody can tell from stored pages. */
  state: 'works' | 'broken' | 'open' | 'absent'
  /** Why, in Traditional Chinese. */
  because: string
  link: Link | null
}

/** The way of each axis: a link so labelled, and behind it a list. */
export function findEntries(
  snapshot: Snapshot,
  navigation: Navigation,
  context: CheckContext,
): Record<Axis, AxisEntry> {
  const { searchEntry } = context.terms.classification
  const links = axes.map((axis) => labelledLinks(snapshot, navigation, searchEntry.axes[axis]))
  const addresses = links.map((some) => some[0]?.url ?? null)
  const entries = axes.map((axis, index): [Axis, AxisEntry] => {
    const judged = (links[index] ?? []).map((link) => judgeEntry(snapshot, link, context))
    const best = judged.find(({ state }) => state === 'works') ?? judged.find(({ state }) => state === 'open')
    const entry = best ?? judged[0] ?? behindHub(snapshot, navigation, axis, context)
    const shared = entry.link?.url ?? null
    const isShared = shared !== null && addresses.filter((address) => address === shared).length > 1
    if (entry.state !== 'works' || !isShared) return [axis, entry]
    return [axis, { ...entry, state: 'open', because: '與其他分類方式連至同一網頁，無法分辨' }]
  })
  return Object.fromEntries(entries) as Record<Axis, AxisEntry>
}

function judgeEntry(snapshot: Snapshot, link: Link, { terms }: CheckContext): AxisEntry {
  const target = targetOf(snapshot, link, terms.links)
  switch (target.kind) {
    case 'page': {
      const content = contentOf(snapshot, target.page, sectionTermsOf(terms))
      if (!content.isReadable) return { state: 'open', because: '內容由程式產生，無法查核', link }
      if (content.isMissingPage) return { state: 'broken', because: '顯示找不到網頁', link }
      const count = content.entries.length
      if (count > 0) return { state: 'works', because: `列有${numberText(count)}項內容`, link }
      if (content.deadEntries.length > 0) return { state: 'broken', because: '所列連結均已失效', link }
      if (snapshot.forms(target.page.id).length > 0) return { state: 'open', because: '須操作表單始有結果', link }
      return { state: 'broken', because: '未列出任何內容', link }
    }
    case 'dead':
      return { state: 'broken', because: `連結失效（${target.why}）`, link }
    case 'unseen':
      return { state: 'open', because: `未能查核：${target.why}`, link }
    case 'external':
      return { state: 'open', because: `連至其他網站（${target.url.hostname}）`, link }
    default:
      return { state: 'open', because: '未連至可查核之網頁', link }
  }
}

/** A page 分類檢索 that shows no link of the axis may offer it in a form, or be a page nobody has seen. */
function behindHub(snapshot: Snapshot, navigation: Navigation, axis: Axis, { terms }: CheckContext): AxisEntry {
  const { searchEntry } = terms.classification
  const hubs = labelledLinks(snapshot, navigation, { labels: searchEntry.hub })
  for (const link of hubs) {
    if (isPortalLink(link, terms.classification)) continue
    const target = targetOf(snapshot, link, terms.links)
    if (target.kind === 'dead') return { state: 'broken', because: `「分類檢索」連結失效（${target.why}）`, link }
    if (target.kind !== 'page' || !isReadable(snapshot, target.page))
      return { state: 'open', because: '「分類檢索」之內容未能查核', link }
    const choices = domOf(snapshot, target.page)('option, label, button, legend, [role="tab"]').toArray()
    const named = choices.map((element) => normaliseLabel(domOf(snapshot, target.page)(element).text()))
    if (named.some((label) => matchesAny(label, searchEntry.axes[axis].labels)))
      return { state: 'open', because: '須操作表單始有結果', link }
  }
  return { state: 'absent', because: '未見', link: null }
}

/** True for a link to the area 分類檢索 of the government's portal; a link to the portal alone is none. Source: 000:58. */
export function isPortalLink(link: Link, { searchEntry }: ClassificationTerms): boolean {
  const host = URL.parse(link.url ?? '')?.hostname
  if (link.isInternal || host === undefined || !searchEntry.portalHosts.includes(host)) return false
  return matchesAny(normaliseLabel(link.text), searchEntry.portalLabel)
}

/** The link to the portal's area on the home page; `null` when there is none. */
export function portalLinkOf(snapshot: Snapshot, navigation: Navigation, terms: ClassificationTerms): Link | null {
  if (navigation.home === null) return null
  return linksOf(snapshot, navigation.home).find((link) => isPortalLink(link, terms)) ?? null
}
