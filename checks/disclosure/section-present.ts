import type { Evidence } from '../../store/model/evidence.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type Answer, type CheckContext, type DraftFinding, defineCheck } from '../check.ts'
import { type Navigation, navigationOf } from '../navigation.ts'
import { linkEvidence } from '../seen-page.ts'
import { sectionTermsOf } from '../targets.ts'
import { findSections, isLeftOverOnly, leadsSomewhere, type SectionCandidate } from './article7/find-section.ts'
import { labelEvidence } from './article7/item-node.ts'
import { isHostOf } from './article7/national-systems.ts'

const messages = {
  present: '已設置「{label}」專區，位於{place}，自首頁點選{clicks}次可達。',
  'menu-only': '已設置「{label}」專區，以{place}之選單群組呈現。',
  thin: '「{label}」所列內容未見政府資訊公開法第7條項目，請確認是否為「主動公開資訊」專區。',
  'at-parent': '「{label}」連結至上級機關網站（{host}），請確認機關是否另設專區。',
  unseen: '「{label}」未能查核：{why}。',
  dead: '「{label}」專區連結失效（{why}）。',
  empty: '「{label}」專區未列任何公開項目。',
  'left-over': '「{label}」之選單為網站範本遺留之{agency}項目（「{item}」），請改為本機關之公開項目。',
  missing: '未設置「主動公開資訊」專區：首頁、網站導覽及主要網頁均未見相關連結。',
} as const

type MessageId = keyof typeof messages
type Draft = DraftFinding<MessageId>

/** Is there a section 主動公開資訊, and does it lead to something? Sources: 002:28, 002:114, 003:204-212; facts 2.1. */
export default defineCheck({
  id: 'disclosure/section-present',
  version: 5,
  question: '機關網站是否設置「主動公開資訊」專區？',
  needs: [],
  measures: { sections: { title: '主動公開資訊專區', unit: 'section' } },
  messages,
  run(snapshot, context: CheckContext): Answer<'sections', MessageId> {
    const navigation = navigationOf(snapshot, context.terms.siteMap)
    const candidates = findSections(snapshot, context)
    const leftOver = candidates.flatMap((candidate) => leftOverFinding(snapshot, candidate)).slice(0, 1)
    const findings = candidates
      .filter((candidate) => !isLeftOverOnly(candidate))
      .map((candidate) => ({ candidate, finding: judge(snapshot, context, navigation, candidate) }))
    const best =
      findings.find(({ finding }) => finding.verdict === 'conforms') ??
      findings.find(({ candidate, finding }) => candidate.isPlain && finding.verdict === 'needs-review') ??
      findings.find(({ candidate }) => candidate.isPlain)
    return best === undefined
      ? withoutSection(snapshot, navigation, leftOver)
      : withSection(best.candidate, best.finding, leftOver)
  },
})

function leftOverFinding(snapshot: Snapshot, { label, link, leftOver }: SectionCandidate): Draft[] {
  if (leftOver === null) return []
  const { agency, node } = leftOver
  return [
    {
      key: ['left-over'],
      messageId: 'left-over',
      values: { label, agency, item: node.label },
      verdict: 'violates',
      url: snapshot.page(link.pageId).url,
      evidence: [labelEvidence(snapshot, node)],
    },
  ]
}

function withSection(
  { label }: SectionCandidate,
  finding: Draft,
  leftOver: readonly Draft[],
): Answer<'sections', MessageId> {
  if (finding.verdict === 'needs-review') {
    return {
      status: 'undetermined',
      reason: `「${label}」是否為「主動公開資訊」專區，有待人工確認。`,
      findings: [finding, ...leftOver],
    }
  }
  const section = finding.verdict === 'conforms' ? { url: finding.url, label } : null
  return {
    status: 'done',
    measures: { sections: { value: section === null ? 0 : 1 } },
    findings: [finding, ...leftOver],
    detail: { kind: 'disclosure-section', section },
  }
}

function withoutSection(
  snapshot: Snapshot,
  navigation: Navigation,
  leftOver: readonly Draft[],
): Answer<'sections', MessageId> {
  if (!navigation.isSeen) {
    const reason = '首頁或網站導覽未能完整查核，無法判定是否設置專區。'
    return { status: 'undetermined', reason, findings: leftOver }
  }
  const pageIds = navigation.pages.map((page) => page.id)
  const finding: Draft = {
    key: ['section'],
    messageId: 'missing',
    values: {},
    verdict: 'violates',
    url: navigation.home?.url ?? snapshot.run.start,
    evidence: [{ kind: 'absence', lookedFor: '主動公開資訊、政府資訊公開', pageIds }],
  }
  const detail = { kind: 'disclosure-section' as const, section: null }
  return { status: 'done', measures: { sections: { value: 0 } }, findings: [finding, ...leftOver], detail }
}

function judge(snapshot: Snapshot, context: CheckContext, navigation: Navigation, one: SectionCandidate): Draft {
  const { target, pages, label } = one
  const place = placeOf(snapshot, navigation, one)
  const [page] = pages
  if (hasItems(one)) {
    if (page === undefined && !leadsSomewhere(snapshot, one, sectionTermsOf(context.terms)))
      return draft(snapshot, one, 'unseen', { label, why: '所列項目均未連結至其他網頁' })
    if (page === undefined) return draft(snapshot, one, 'menu-only', { label, place })
    return draft(snapshot, one, 'present', { label, place, clicks: clicksTo(snapshot, navigation, one) ?? '多' })
  }
  switch (target.kind) {
    case 'dead':
      return draft(snapshot, one, 'dead', { label, why: target.why })
    case 'unseen':
      return draft(snapshot, one, 'unseen', { label, why: target.why })
    case 'external':
      return judgeExternal(snapshot, context, one, target.url)
    case 'file':
      return draft(snapshot, one, 'unseen', { label, why: '連結至檔案，非網頁' })
    case 'here':
      return draft(snapshot, one, 'unseen', { label, why: '未連結至其他網頁' })
    case 'page':
      if (page === undefined) return draft(snapshot, one, 'unseen', { label, why: '網頁內容須執行程式後始呈現' })
      return draft(snapshot, one, one.nodes.length === 0 ? 'empty' : 'thin', { label })
  }
}

/** Hops from the home page; a link that scripts made on the home page is one hop. `null`: no chain of links is known. */
function clicksTo(snapshot: Snapshot, navigation: Navigation, { link, pages }: SectionCandidate): number | null {
  return pages[0]?.depthHops ?? (snapshot.page(link.pageId) === navigation.home ? 1 : null)
}

/** Two of the twelve lines, or one where there is little else: one label alone may be chance. */
function hasItems({ isPlain, lines, nodes }: SectionCandidate): boolean {
  if (!isPlain) return lines >= 3
  return lines >= 2 || (lines === 1 && nodes.length <= 6)
}

function judgeExternal(snapshot: Snapshot, { agency }: CheckContext, one: SectionCandidate, url: URL): Draft {
  const isParent = agency.parentHosts.some((host) => isHostOf(url.hostname, host))
  if (isParent) return draft(snapshot, one, 'at-parent', { label: one.label, host: url.hostname })
  return draft(snapshot, one, 'unseen', { label: one.label, why: `連結至其他網站（${url.hostname}）` })
}

const verdicts: Readonly<Record<MessageId, Draft['verdict']>> = {
  present: 'conforms',
  'menu-only': 'conforms',
  thin: 'needs-review',
  'at-parent': 'needs-review',
  unseen: 'needs-review',
  dead: 'violates',
  empty: 'violates',
  'left-over': 'violates',
  missing: 'violates',
}

function draft(snapshot: Snapshot, one: SectionCandidate, messageId: MessageId, values: Draft['values']): Draft {
  const { link, target } = one
  const resource: Evidence[] = 'resource' in target ? [{ kind: 'resource', resourceId: target.resource.id }] : []
  const url = target.kind === 'page' ? target.page.url : (link.target ?? snapshot.page(link.pageId).url)
  const evidence = [linkEvidence(snapshot, link), ...resource] as const
  return { key: ['section'], messageId, values, verdict: verdicts[messageId], url, evidence }
}

function placeOf(snapshot: Snapshot, navigation: Navigation, { link }: SectionCandidate): string {
  const page = snapshot.page(link.pageId)
  if (page === navigation.siteMap) return '網站導覽'
  if (page !== navigation.home) return `「${page.title ?? page.url}」網頁`
  if (link.region === 'nav') return '首頁選單'
  return link.region === 'footer' ? '首頁頁尾' : '首頁內容區'
}
