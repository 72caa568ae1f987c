import type { Evidence } from '../../store/model/evidence.ts'
import type { Verdict } from '../../store/model/finding.ts'
import type { Pattern, Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type Answer, type CheckContext, type DraftFinding, defineCheck } from '../check.ts'
import { foldText, matchesAny } from '../labels.ts'
import { linkEvidence } from '../seen-page.ts'
import { findPolicies, type Policy } from './find-policy.ts'
import { policyText } from './policy-text.ts'

const messages = {
  published: '已公布網站資料定期更新規定「{label}」，並載有作業程序。',
  'without-sop': '已公布「{label}」，內容未見標準作業程序，請人工確認。',
  'sop-unread': '已公布「{label}」，部分內容為檔案未能判讀，請人工確認是否載有標準作業程序。',
  empty: '「{label}」未列實際內容。',
  dead: '「{label}」連結失效（{why}）。',
  unseen: '「{label}」未能查核（{why}），請人工確認。',
} as const

type MessageId = keyof typeof messages
type Draft = DraftFinding<MessageId>

const verdicts: Readonly<Record<MessageId, Verdict>> = {
  published: 'conforms',
  'without-sop': 'needs-review',
  'sop-unread': 'needs-review',
  empty: 'violates',
  dead: 'violates',
  unseen: 'needs-review',
}
/** The best that is said of any of the places. */
const order: readonly MessageId[] = ['published', 'sop-unread', 'without-sop', 'unseen', 'empty', 'dead']

const question = '機關是否訂有網站資料定期更新規定（含標準作業程序）？未公布於網站者，請提供佐證。'

/** Is the rule of how the site is kept up to date published, with its procedure? Sources: 000:56, 000:151, 003:227-228; facts 6.2. */
export default defineCheck({
  id: 'freshness/update-policy-published',
  version: 1,
  question: '是否公布網站資料定期更新規定（含標準作業程序）？',
  needs: [],
  measures: {
    published: { title: '網站資料定期更新規定', unit: 'document' },
    withProcedure: { title: '載有標準作業程序之更新規定', unit: 'document' },
  },
  messages,
  run(snapshot, { terms }: CheckContext): Answer<'published' | 'withProcedure', MessageId> {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法判定。' }
    const policies = findPolicies(snapshot, terms.freshness, terms.links)
    const judged = policies.map((policy) => judge(snapshot, policy, terms))
    const best = order.flatMap((messageId) => judged.find((one) => one.messageId === messageId) ?? [])[0]
    // The rule must exist; that it stands on the site is not said. Source: 000:151, 003:234.
    if (best === undefined) return { status: 'undetermined', reason: `網站未見資料定期更新規定。${question}` }
    if (best.messageId === 'unseen') return { status: 'undetermined', reason: question, findings: [best] }
    const isThere = best.verdict !== 'violates'
    const hasProcedure = best.messageId === 'published'
    return {
      status: 'done',
      measures: {
        published: { value: isThere ? 1 : 0, outOf: 1 },
        withProcedure: { value: hasProcedure ? 1 : 0, unknown: isThere && !hasProcedure ? 1 : 0, outOf: 1 },
      },
      findings: [best],
    }
  },
})

function judge(snapshot: Snapshot, policy: Policy, terms: Terms): Draft {
  const { target } = policy
  switch (target.kind) {
    case 'dead':
      return draft(snapshot, policy, 'dead', { why: target.why })
    case 'unseen':
      return draft(snapshot, policy, 'unseen', { why: target.why })
    case 'external':
      return draft(snapshot, policy, 'unseen', { why: `連結至${target.url.hostname}` })
    case 'here':
      return draft(snapshot, policy, 'unseen', { why: '未連結至其他網頁' })
    default: {
      const read = policyText(snapshot, policy, terms)
      if (read === null) return draft(snapshot, policy, 'unseen', { why: '內容須執行程式後始呈現' })
      if (read.isEmpty) return draft(snapshot, policy, 'empty')
      if (tellsProcedure(read.text, policy.label, terms.freshness.policy.sop))
        return draft(snapshot, policy, 'published')
      return draft(snapshot, policy, read.hasUnread ? 'sop-unread' : 'without-sop')
    }
  }
}

/** The title alone, as in 資料上下網作業程序, is the name of one. */
function tellsProcedure(text: string, label: string, words: readonly Pattern[]): boolean {
  return matchesAny(foldText(text).replace(/\s+/gu, ''), words) || matchesAny(label.replace(/\s+/gu, ''), words)
}

function draft(snapshot: Snapshot, policy: Policy, messageId: MessageId, more: Draft['values'] = {}): Draft {
  const { label, link, target } = policy
  const resource: Evidence[] = 'resource' in target ? [{ kind: 'resource', resourceId: target.resource.id }] : []
  const [first, ...rest] = [...(link === null ? [] : [linkEvidence(snapshot, link)]), ...resource]
  const evidence: readonly [Evidence, ...Evidence[]] = [
    first ?? { kind: 'absence', lookedFor: '網站資料定期更新規定', pageIds: [] },
    ...rest,
  ]
  const page = link === null ? null : snapshot.page(link.pageId).url
  const url = link?.target ?? (target.kind === 'page' ? target.page.url : (page ?? snapshot.run.start))
  return { key: ['policy'], messageId, values: { label, ...more }, verdict: verdicts[messageId], url, evidence }
}
