import type { LinkVerdict } from '../../store/model/check-result.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import type { Verdict } from '../../store/model/finding.ts'
import type { MeasureLabel } from '../../store/model/measure.ts'
import type { Sight } from '../../store/model/second-look.ts'
import { parseUrl } from '../../store/parse-url.ts'
import type { DraftFinding, DraftMeasure } from '../check.ts'
import { atLeastOne } from '../element-evidence.ts'
import type { Target } from './collect-targets.ts'
import { type Judgement, notDocument } from './judge-target.ts'

/** A target with its verdict. */
export interface JudgedTarget {
  target: Target
  verdict: LinkVerdict
  /** What a browser saw where the answer was a refusal; `null` when none looked. */
  sight: Sight | null
}

/** Verdicts that are findings; `sloppy` is one of a target that is all right by itself. */
export type LinkMessage =
  | Exclude<LinkVerdict['verdict'], 'ok' | 'redirected-permanent' | 'hijack-suspect' | 'skipped'>
  | 'not-document'
  | 'blocked-shown'
  | 'blocked-again'
  | 'sloppy'

/** What officials read of each, in Traditional Chinese. */
export const linkMessages: Readonly<Record<LinkMessage, string>> = {
  broken: '連結失效，經二次確認：{url}（{reason}），共 {pages} 頁使用。',
  'broken-if-used': '網址無效，僅樣式或程式提及：{url}（{reason}），共 {pages} 頁，請人工確認瀏覽時是否用到。',
  unstable: '首次查核失敗，再次查核正常：{url}（{reason}），共 {pages} 頁使用。',
  unconfirmed: '連結疑似失效，未獲二次確認：{url}（{reason}），請人工開啟確認。',
  'soft-404': '連結失效，回應之網頁表示查無內容：{url}（{reason}），共 {pages} 頁使用。',
  'not-document': '連結應為文件，實際回應網頁：{url}，共 {pages} 頁使用，請人工開啟確認。',
  'redirected-home': '連結被導向首頁：{url}（{reason}），共 {pages} 頁使用，請人工確認原內容是否仍在。',
  malformed: '連結網址格式錯誤：{url}，共 {pages} 頁使用。',
  sloppy: '連結網址之主機名稱含全形字元：{url}，共 {pages} 頁使用，請改為半形。',
  'server-error': '連結目標回應錯誤：{url}（{reason}），請確認是否為暫時現象。',
  timeout: '連結目標逾時未回應：{url}（{reason}），請人工開啟確認。',
  blocked: '網站拒絕自動查核：{url}（{reason}），請人工開啟確認。',
  'blocked-shown': '網站拒絕自動查核：{url}（{reason}），以瀏覽器開啟可見內容，請人工確認。',
  'blocked-again': '網站拒絕自動查核：{url}（{reason}），以瀏覽器開啟亦遭拒絕，請人工開啟確認。',
  'tls-issue': '連結目標之安全連線（TLS）有問題：{url}（{reason}），請人工開啟確認。',
  unreachable: '連結目標無法查核：{url}（{reason}），請人工開啟確認。',
}

const resolving: readonly LinkVerdict['verdict'][] = ['ok', 'redirected-permanent', 'unstable']
/** The only verdicts that lower a score by themselves. */
const proven: readonly LinkVerdict['verdict'][] = ['broken', 'soft-404', 'malformed']

/** What is judged of a target, in the light of who names it; no browser looked. */
export function judgedTarget(target: Target, judgement: Judgement, isExternal: boolean): JudgedTarget {
  const isDoubtful = target.isAskedByScript && proven.includes(judgement.verdict)
  const verdict = isDoubtful ? 'broken-if-used' : judgement.verdict
  return { target, verdict: { url: target.address, ...judgement, verdict, isExternal }, sight: null }
}

/** What cannot be excused by a wall, a moment or a script of ours. */
export function isDead({ verdict }: JudgedTarget): boolean {
  return proven.includes(verdict.verdict)
}

/**
 * How many resolve and how many are dead; the rest is unknown. A page whose links nobody saw hides one address at least,
 * so each of `unseenPages` counts as one more that is not known.
 */
export function countTargets(
  judged: readonly JudgedTarget[],
  unseenPages: number,
): { targets: DraftMeasure; dead: DraftMeasure } {
  const good = judged.filter(({ verdict }) => resolving.includes(verdict.verdict)).length
  const dead = judged.filter(isDead).length
  const outOf = judged.length + unseenPages
  const numbers = { unknown: outOf - good - dead, outOf }
  return { targets: { value: good, ...numbers }, dead: { value: dead, ...numbers } }
}

/** The finding on a target that is not all right, with the places that name it; none for any other. */
export function findingOf(judged: JudgedTarget): DraftFinding<LinkMessage>[] {
  const { target } = judged
  const messageId = messageOf(judged)
  if (messageId === null) return []
  const verdict: Verdict = isDead(judged) ? 'violates' : 'needs-review'
  const pages = target.pageIds.size
  const values = { url: target.address, reason: judged.verdict.reason ?? '', pages }
  const url = target.written === 'address' && parseUrl(target.address) !== null ? target.address : target.firstPage
  const draft = { key: [target.address] as const, messageId, values, verdict, url, pages, evidence: evidenceOf(target) }
  // It resolves, and is counted as such, whatever a person says of the finding.
  return [resolving.includes(judged.verdict.verdict) ? { ...draft, isUncounted: true } : draft]
}

/** What both checks of links count; a review of a target moves it from one to the other. */
export function linkMeasures(where: string): Record<'targets' | 'dead', MeasureLabel> {
  return {
    targets: { title: `可正常開啟之${where}網址`, unit: 'url', counts: 'conforms' },
    dead: { title: `失效之${where}連結`, unit: 'url', counts: 'violates' },
  }
}

const blockedMessages = { content: 'blocked-shown', refused: 'blocked-again', unclear: 'blocked' } as const

function messageOf({ target, verdict: { verdict, reason }, sight }: JudgedTarget): LinkMessage | null {
  if (verdict === 'blocked') return blockedMessages[sight ?? 'unclear']
  if (verdict === 'unconfirmed' && reason === notDocument) return 'not-document'
  if (verdict === 'ok' || verdict === 'redirected-permanent') return target.written === 'sloppy' ? 'sloppy' : null
  // What a domain serves now is another check's question; what was not asked says nothing.
  return verdict === 'skipped' || verdict === 'hijack-suspect' ? null : verdict
}

function evidenceOf({ resourceId, evidence }: Target): readonly [Evidence, ...Evidence[]] {
  return resourceId === null ? atLeastOne(evidence) : [{ kind: 'resource', resourceId }, ...evidence]
}

/** By address. */
export function byAddress(a: JudgedTarget, b: JudgedTarget): number {
  return a.verdict.url < b.verdict.url ? -1 : 1
}
