import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type DraftFinding, defineCheck } from '../check.ts'
import { pagesWithUnseenLinks } from '../seen-page.ts'
import { collectExternalTargets, type Target } from './collect-targets.ts'
import { type HijackSign, hijackSignOf } from './hijack.ts'
import { viewOf } from './missing/answer-view.ts'
import { isOneOf } from './target-judge.ts'

/** Does a link lead to a domain that somebody else took over? Source: facts 9 (數發部 115-06-08). */
export default defineCheck({
  id: 'links/hijack-suspect',
  version: 2,
  question: '連往其他網站之網域是否疑似遭他人接手（博弈或網域出售頁面）？',
  needs: [],
  measures: { suspects: { title: '疑似網域遭他人接手之連結', unit: 'url' } },
  messages: {
    gambling: '疑似網域遭他人接手，頁面出現博弈用語「{words}」：{url}，共 {pages} 頁使用，請人工開啟確認。',
    parking: '疑似網域已停用並待售，頁面出現「{words}」：{url}，共 {pages} 頁使用，請人工開啟確認。',
  },
  run(snapshot, { terms }) {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法查核連結。' }
    if (snapshot.run.policy.external === 'none')
      return { status: 'undetermined', reason: '本次查核依設定未及於站外連結。' }
    const targets = collectExternalTargets(snapshot)
    const signs = targets.map((target) => ({ target, sign: signOf(snapshot, target, terms) }))
    const unread = signs.filter(({ sign }) => sign === 'unread').length
    const findings = signs.flatMap(({ target, sign }) =>
      sign === 'unread' || sign === null ? [] : [findingOf(target, sign)],
    )
    // Suspicion is no proof: all of it is unknown until a person has looked.
    const unseen = pagesWithUnseenLinks(snapshot).length
    const unknown = unread + findings.length + unseen
    return { status: 'done', measures: { suspects: { value: 0, unknown, outOf: targets.length + unseen } }, findings }
  },
})

/** `unread`: what the address serves could not be read. */
function signOf(snapshot: Snapshot, { resourceId }: Target, { hijack, links }: Terms): HijackSign | 'unread' | null {
  if (resourceId === null) return 'unread'
  const resource = snapshot.resource(resourceId)
  const { outcome, url, finalUrl } = resource
  if (isOneOf(finalUrl, [...hijack.safeSuffixes, ...links.sharedHosts]) || isOneOf(url, links.sharedHosts)) return null
  const view = viewOf(snapshot, resource)
  if (view !== null) return hijackSignOf(view, hijack)
  return outcome.kind === 'response' && outcome.status < 300 ? null : 'unread'
}

type Message = HijackSign['kind']

function findingOf(
  { address, pageIds, resourceId, evidence }: Target,
  { kind, words }: HijackSign,
): DraftFinding<Message> {
  const pages = pageIds.size
  const values = { url: address, words: words.join('、'), pages }
  const proof = { kind: 'resource', resourceId: resourceId ?? 0 } as const
  const finding = { key: [address], messageId: kind, values, verdict: 'needs-review', url: address, pages } as const
  return { ...finding, evidence: [proof, ...evidence] }
}
