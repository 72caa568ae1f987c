import type { Axis } from '../../store/model/classification-terms.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import type { Verdict } from '../../store/model/finding.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type CheckContext, type DraftFinding, defineCheck } from '../check.ts'
import { type Navigation, navigationOf } from '../navigation.ts'
import { linkEvidence } from '../seen-page.ts'
import { categoryFields, codesOf, isWellFormed } from './codes.ts'
import { examinedPages } from './examined-pages.ts'
import { type AxisEntry, axes, findEntries, portalLinkOf } from './find-entries.ts'

/**
 * Can a visitor search by class: three ways on the site (002:30), or by a link to the area 分類檢索 of the government's
 * portal on the home page where the site stands in few sub-categories (000:58)? Sources: 002:30, 003:244, 000:58; facts 3.1.
 */
export default defineCheck({
  id: 'classification/search-entry',
  version: 1,
  question: '網站是否提供主題、施政、服務三種分類檢索，或於首頁建立入口網「分類檢索」專區之連結？',
  needs: [],
  measures: {
    axes: { title: '可用之分類檢索方式（主題、施政、服務）', unit: 'kind' },
    portalLink: { title: '首頁至入口網「分類檢索」專區之連結', unit: 'link' },
  },
  messages: {
    works: '{title}檢索：「{label}」{because}。',
    broken: '{title}檢索：「{label}」{because}。',
    open: '{title}檢索：「{label}」{because}，請人工操作確認。',
    missing: '網站未見{missing}之檢索方式。',
    unseen: '未見{missing}之檢索方式，惟首頁或網站導覽未能完整查核，請人工確認。',
    portal: '首頁設有入口網「分類檢索」專區之連結「{label}」，全站分類僅 {codes} 種代碼。',
    'portal-many':
      '首頁設有入口網「分類檢索」專區之連結「{label}」，惟全站分類達 {codes} 種代碼，是否應於網站提供分類檢索，請人工確認。',
  },
  run(snapshot, context) {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法判定。' }
    const navigation = navigationOf(snapshot, context.terms.siteMap)
    const entries = findEntries(snapshot, navigation, context)
    const portal = portalLinkOf(snapshot, navigation, context.terms.classification)
    const found = axes.filter((axis) => entries[axis].link !== null)
    const absent = axes.filter((axis) => entries[axis].link === null)
    const isPortalUnknown = portal === null && (navigation.home === null || !navigation.pages.includes(navigation.home))
    const fault: Verdict = context.agency.kind === 'school' ? 'needs-review' : 'violates'
    const maybe = axes.filter((axis) => entries[axis].state === 'open').length
    return {
      status: 'done',
      measures: {
        axes: {
          value: axes.filter((axis) => entries[axis].state === 'works').length,
          unknown: maybe + (navigation.isSeen ? 0 : absent.length),
          outOf: axes.length,
        },
        portalLink: { value: portal === null ? 0 : 1, unknown: isPortalUnknown ? 1 : 0, outOf: 1 },
      },
      findings: [
        ...found.map((axis) => axisFinding(snapshot, context, axis, entries[axis], fault)),
        ...absentFinding(snapshot, context, navigation, absent, fault),
      ],
    }
  },
})

type Draft = DraftFinding<'works' | 'broken' | 'open' | 'missing' | 'unseen' | 'portal' | 'portal-many'>

function axisFinding(
  snapshot: Snapshot,
  { terms }: CheckContext,
  axis: Axis,
  { state, because, link }: AxisEntry,
  fault: Verdict,
): Draft {
  if (link === null || state === 'absent') throw new Error(`no link of the axis ${axis}`)
  const { title } = terms.classification.searchEntry.axes[axis]
  const verdict = state === 'works' ? 'conforms' : state === 'broken' ? fault : 'needs-review'
  return {
    key: [axis],
    messageId: state,
    values: { title, label: link.text, because },
    verdict,
    url: link.target ?? snapshot.page(link.pageId).url,
    evidence: [linkEvidence(snapshot, link)],
  }
}

/** What is to be said of the ways that the site has not; nothing when it has all three. */
function absentFinding(
  snapshot: Snapshot,
  context: CheckContext,
  navigation: Navigation,
  absent: readonly Axis[],
  fault: Verdict,
): Draft[] {
  if (absent.length === 0) return []
  const terms = context.terms.classification
  const portal = absent.length === axes.length ? portalLinkOf(snapshot, navigation, terms) : null
  const url = navigation.home?.url ?? snapshot.run.start
  if (portal !== null) {
    const codes = distinctCodes(snapshot, context)
    const isMany = codes > terms.searchEntry.fewSubcategories
    const evidence = [linkEvidence(snapshot, portal)] as const
    const values = { label: portal.text, codes }
    if (isMany) return [{ key: ['portal'], messageId: 'portal-many', values, verdict: 'needs-review', url, evidence }]
    return [{ key: ['portal'], messageId: 'portal', values, verdict: 'conforms', url, evidence }]
  }
  const missing = absent.map((axis) => terms.searchEntry.axes[axis].title).join('、')
  const absence: Evidence = { kind: 'absence', lookedFor: missing, pageIds: navigation.pages.map(({ id }) => id) }
  const head = { key: ['missing'] as const, values: { missing }, url, evidence: [absence] as const }
  if (navigation.isSeen) return [{ ...head, messageId: 'missing', verdict: fault }]
  return [{ ...head, messageId: 'unseen', verdict: 'needs-review' }]
}

/** Distinct codes over the three axes and all pages. */
function distinctCodes(snapshot: Snapshot, context: CheckContext): number {
  const terms = context.terms.classification
  const codes = examinedPages(snapshot, context).pages.flatMap(({ tags }) =>
    categoryFields.flatMap((field) =>
      codesOf(tags, field)
        .filter((code) => isWellFormed(code, field, terms))
        .map((code) => `${field} ${code}`),
    ),
  )
  return new Set(codes).size
}
