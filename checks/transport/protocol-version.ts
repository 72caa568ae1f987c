import { type DraftFinding, defineCheck } from '../check.ts'
import { type Handshake, ownHandshakes, whyNoHandshake } from './own-handshakes.ts'

type Message = 'modern' | 'obsolete' | 'weak' | 'unseen'

/** Do the site's hosts speak TLS 1.2 or later? Source: facts 9; RFC 8996. */
export default defineCheck({
  id: 'transport/protocol-version',
  version: 1,
  question: '網站之安全連線是否採用 TLS 1.2 以上版本？',
  needs: [],
  measures: { modern: { title: '採用 TLS 1.2 以上之主機', unit: 'host' } },
  messages: {
    modern: '主機 {host} 採用 {protocol}。',
    obsolete: '主機 {host} 僅支援過時之安全連線協定（{protocol}），現行瀏覽器無法開啟。',
    weak: '主機 {host} 雖採用 {protocol}，但僅支援過時之加密或重新協商方式，請人工確認。',
    unseen: '主機 {host} 未能建立安全連線，無從得知其協定版本。',
  },
  run(snapshot) {
    const handshakes = ownHandshakes(snapshot)
    const silence = whyNoHandshake(snapshot, handshakes)
    if (silence !== null) return silence
    const findings = handshakes.map(findingFor)
    const count = (verdict: DraftFinding['verdict']) => findings.filter((finding) => finding.verdict === verdict).length
    const modern = { value: count('conforms'), unknown: count('needs-review'), outOf: handshakes.length }
    return { status: 'done', measures: { modern }, findings }
  },
})

const verdicts = { modern: 'conforms', obsolete: 'violates', weak: 'needs-review', unseen: 'needs-review' } as const
const obsolete: ReadonlySet<string> = new Set(['SSLv3', 'TLSv1', 'TLSv1.1'])

function findingFor(handshake: Handshake): DraftFinding<Message> {
  const { host, resource, tls } = handshake
  const messageId = messageFor(handshake)
  return {
    key: [host],
    messageId,
    values: { host, protocol: tls?.protocol ?? '不明' },
    verdict: verdicts[messageId],
    url: resource.url,
    evidence: [{ kind: 'resource', resourceId: resource.id }],
  }
}

function messageFor({ tls }: Handshake): Message {
  if (tls === null || tls.protocol === null) return 'unseen'
  if (obsolete.has(tls.protocol)) return 'obsolete'
  return tls.concessions.includes('old-protocol') ? 'weak' : 'modern'
}
