import type { LinkVerdict } from '../../store/model/check-result.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import type { Verdict } from '../../store/model/finding.ts'
import type { Resource } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type DraftFinding, defineCheck } from '../check.ts'
import { deathOf, deathText } from '../confirmed-death.ts'
import { isPageForDocument } from '../documents/promised-document.ts'
import { atLeastOne } from '../element-evidence.ts'
import { collectTargets, type Target } from './collect-targets.ts'
import { type Judgement, judgeNotAsked, judgeOutcome } from './judge-target.ts'

type Message = Exclude<LinkVerdict['verdict'], 'ok' | 'not-asked'> | 'sloppy'

interface Judged {
  target: Target
  verdict: LinkVerdict
}

/** Do the addresses resolve that pages of the site lead to? Source: 001:86, 002:114-116, 003:222, 235-236. */
export default defineCheck({
  id: 'links/internal-resolve',
  version: 2,
  question: '網站內部連結是否均可正常開啟？',
  needs: [],
  measures: { targets: { title: '可正常開啟之內部網址', unit: 'url' }, dead: { title: '失效之內部連結', unit: 'url' } },
  messages: {
    broken: '連結失效，經二次確認：{url}（{reason}），共 {pages} 頁使用。',
    unstable: '首次查核失敗，再次查核正常：{url}（{reason}），共 {pages} 頁使用。',
    unconfirmed: '連結疑似失效，未獲二次確認：{url}（{reason}），請人工開啟確認。',
    'soft-404': '連結應為文件，實際回應網頁：{url}，共 {pages} 頁使用，請人工開啟確認。',
    malformed: '連結網址格式錯誤：{url}，共 {pages} 頁使用。',
    sloppy: '連結網址之主機名稱含全形字元：{url}，共 {pages} 頁使用，請改為半形。',
    'server-error': '連結目標回應伺服器錯誤：{url}（{reason}），請確認是否為暫時現象。',
    timeout: '連結目標逾時未回應：{url}（{reason}），請人工開啟確認。',
    blocked: '網站拒絕自動查核：{url}（{reason}），請人工開啟確認。',
    unreachable: '連結目標無法查核：{url}（{reason}），請人工開啟確認。',
  },
  run(snapshot) {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法查核連結。' }
    const judged = judgeAll(snapshot)
    if (judged.length === 0 && snapshot.pages().every((page) => page.isShell))
      return { status: 'undetermined', reason: '網頁內容由程式產生，未取得任何連結。' }
    const verdicts = judged.map(({ verdict }) => verdict)
    const ok = verdicts.filter(({ verdict }) => verdict === 'ok' || verdict === 'unstable').length
    const dead = judged.filter(isDead).length
    const numbers = { unknown: judged.length - ok - dead, outOf: judged.length }
    return {
      status: 'done',
      measures: { targets: { value: ok, ...numbers }, dead: { value: dead, ...numbers } },
      findings: judged.flatMap((one) => findingOf(one)),
      detail: { kind: 'links', verdicts },
    }
  },
})

function judgeAll(snapshot: Snapshot): Judged[] {
  const fates = new Map(snapshot.urlFates().map((fate) => [fate.url, fate.reason]))
  const dnsWorks = hasSeenDnsWork(snapshot)
  const judged = collectTargets(snapshot).map((target) => {
    const verdict = { url: target.address, ...judge(snapshot, target, fates, dnsWorks) }
    return { target, verdict }
  })
  return judged.sort((a, b) => (a.verdict.url < b.verdict.url ? -1 : 1))
}

function judge(snapshot: Snapshot, target: Target, fates: Map<string, string | null>, dnsWorks: boolean) {
  if (target.written === 'malformed') return { verdict: 'malformed' as const, status: null, reason: '網址格式錯誤' }
  if (target.written === 'placeholder')
    return { verdict: 'not-asked' as const, status: null, reason: '網址由程式填入，未予查核' }
  if (target.resourceId === null) return judgeNotAsked(fates.get(target.address) ?? null)
  return judgeResource(snapshot, snapshot.resource(target.resourceId), dnsWorks)
}

/** What seems dead is called dead only when it was so twice. */
function judgeResource(snapshot: Snapshot, resource: Resource, dnsWorks: boolean): Judgement {
  const first = judgeOutcome(resource.outcome, dnsWorks)
  if (first.verdict === 'ok' && isPageForDocument(snapshot, resource))
    return { ...first, verdict: 'soft-404', reason: '應為文件，實際回應網頁' }
  if (first.verdict !== 'broken') return first
  const death = deathOf(snapshot, resource)
  if (death.kind === 'confirmed') return first
  if (death.kind === 'unstable') return { ...first, verdict: 'unstable', reason: `首次${first.reason}` }
  return { ...first, verdict: 'unconfirmed', reason: `${first.reason}；${deathText(death)}` }
}

/** A name that is not found proves something only where another name was found: not on loopback, not over a folder. */
function hasSeenDnsWork(snapshot: Snapshot): boolean {
  const { hostname } = new URL(snapshot.run.origin)
  const isAddress = /^[\d.]+$|^\[/.test(hostname) || hostname === 'localhost'
  return !snapshot.run.isFolder && !isAddress
}

/** What cannot be excused by a wall, a moment or a script of ours. */
function isDead({ target, verdict }: Judged): boolean {
  const isProven = verdict.verdict === 'broken' || verdict.verdict === 'malformed'
  return isProven && !target.isAskedByScript
}

function messageOf({ target, verdict }: Judged): Message | null {
  if (verdict.verdict !== 'ok' && verdict.verdict !== 'not-asked') return verdict.verdict
  return target.written === 'sloppy' ? 'sloppy' : null
}

function findingOf(judged: Judged): DraftFinding<Message>[] {
  const { target } = judged
  const messageId = messageOf(judged)
  if (messageId === null) return []
  const verdict: Verdict = isDead(judged) ? 'violates' : 'needs-review'
  const pages = target.pageIds.size
  const values = { url: target.address, reason: judged.verdict.reason ?? '', pages }
  const url = URL.canParse(target.address) && target.written === 'address' ? target.address : target.firstPage
  return [{ key: [target.address], messageId, values, verdict, url, pages, evidence: evidenceOf(target) }]
}

function evidenceOf({ resourceId, evidence }: Target): readonly [Evidence, ...Evidence[]] {
  return resourceId === null ? atLeastOne(evidence) : [{ kind: 'resource', resourceId }, ...evidence]
}
