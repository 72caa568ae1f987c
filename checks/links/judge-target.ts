import type { LinkVerdict } from '../../store/model/check-result.ts'
import type { FetchFailureCode, FetchOutcome } from '../../store/model/fetch-outcome.ts'
import { isGoneStatus } from '../confirmed-death.ts'
import { whyNotAsked } from '../not-asked.ts'

/** A verdict with what it rests on. */
export type Judgement = Pick<LinkVerdict, 'verdict' | 'status' | 'reason'>

/** What one answer says of the link that led to it; `broken` still wants a second one. Source: peers C.6, facts 9. */
export function judgeOutcome(outcome: FetchOutcome, hasSeenDnsWork: boolean): Judgement {
  if (outcome.kind === 'failure') return judgeFailure(outcome.code, hasSeenDnsWork)
  const { status } = outcome
  const verdict = isChallenge(outcome.headers) ? 'blocked' : judgeStatus(status)
  return { verdict, status, reason: verdict === 'ok' ? null : `HTTP ${status}` }
}

/** Cloudflare and AWS say in a header that they ask who one is, whatever the status. */
function isChallenge(headers: Readonly<Record<string, string>>): boolean {
  return 'cf-mitigated' in headers || 'x-amzn-waf-action' in headers
}

function judgeStatus(status: number): LinkVerdict['verdict'] {
  if ((status >= 200 && status < 300) || status === 304) return 'ok'
  if (isGoneStatus(status)) return 'broken'
  // 999 is what some walls answer to programs; every other 4xx may be meant for programs alone.
  if ((status >= 400 && status < 500) || status === 999) return 'blocked'
  return status >= 500 ? 'server-error' : 'unreachable'
}

const failureReasons: Readonly<Record<FetchFailureCode, string>> = {
  'dns-not-found': '主機名稱不存在',
  'dns-failed': '主機名稱查詢失敗',
  refused: '主機拒絕連線',
  reset: '連線遭中斷',
  unreachable: '無法連線至主機',
  'connect-timeout': '連線逾時',
  'headers-timeout': '等候回應逾時',
  'body-timeout': '接收內容逾時',
  tls: '安全連線（TLS）失敗',
  'redirect-loop': '重新導向循環',
  'redirect-limit': '重新導向次數過多',
  'malformed-url': '網址格式錯誤',
  'malformed-response': '回應格式錯誤',
  'private-address': '指向內部網路位址，未予查核',
  'escapes-folder': '指向受測資料夾之外，未予查核',
  robots: 'robots.txt 不允許，未予查核',
  cancelled: '檢測中止，未予查核',
}

const failureVerdicts: Partial<Record<FetchFailureCode, LinkVerdict['verdict']>> = {
  'connect-timeout': 'timeout',
  'headers-timeout': 'timeout',
  'body-timeout': 'timeout',
  tls: 'tls-issue',
  'malformed-url': 'malformed',
  'private-address': 'skipped',
  'escapes-folder': 'skipped',
  robots: 'skipped',
  cancelled: 'skipped',
}

function judgeFailure(code: FetchFailureCode, hasSeenDnsWork: boolean): Judgement {
  const reason = failureReasons[code]
  if (code !== 'dns-not-found') return { verdict: failureVerdicts[code] ?? 'unreachable', status: null, reason }
  if (hasSeenDnsWork) return { verdict: 'broken', status: null, reason }
  return { verdict: 'unreachable', status: null, reason: `${reason}；本次檢測未能確認網域名稱查詢運作正常` }
}

/** Reason of the verdict on a page that came where a document was promised. */
export const notDocument = '應為文件，實際回應網頁'

/** Why an address was never asked for, in Traditional Chinese. `reason` is the code the crawl left; `null` when it left none. */
export function judgeNotAsked(reason: string | null): Judgement {
  return { verdict: 'skipped', status: null, reason: whyNotAsked(reason) }
}
