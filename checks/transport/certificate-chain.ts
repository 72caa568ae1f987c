import { type DraftFinding, defineCheck } from '../check.ts'
import { type Handshake, ownHandshakes, whyNoHandshake } from './own-handshakes.ts'

type Message = 'trusted' | 'missing-intermediate' | 'unknown-issuer' | 'refused'

/** Do the site's hosts send a chain of certificates that leads to a public root? Source: facts 9. */
export default defineCheck({
  id: 'transport/certificate-chain',
  version: 1,
  question: '網站是否送出完整且受公信之憑證鏈？',
  needs: [],
  measures: { trusted: { title: '憑證鏈完整之主機', unit: 'host' } },
  messages: {
    trusted: '主機 {host} 之憑證鏈完整。',
    'missing-intermediate': '主機 {host} 僅送出自身憑證，缺中繼憑證，部分瀏覽器及程式無法信任該網站。',
    'unknown-issuer': '主機 {host} 之憑證鏈未能連至本程式所知之公信根憑證，請人工確認簽發者（{issuer}）。',
    refused: '主機 {host} 之憑證未通過驗證，無法建立安全連線，請人工確認（{reason}）。',
  },
  run(snapshot) {
    const handshakes = ownHandshakes(snapshot)
    const silence = whyNoHandshake(snapshot, handshakes)
    if (silence !== null) return silence
    const findings = handshakes.map(findingFor)
    const count = (verdict: DraftFinding['verdict']) => findings.filter((finding) => finding.verdict === verdict).length
    const trusted = { value: count('conforms'), unknown: count('needs-review'), outOf: handshakes.length }
    return { status: 'done', measures: { trusted }, findings }
  },
})

const verdicts = {
  trusted: 'conforms',
  'missing-intermediate': 'violates',
  'unknown-issuer': 'needs-review',
  refused: 'needs-review',
} as const

function findingFor(handshake: Handshake): DraftFinding<Message> {
  const { host, resource, tls } = handshake
  const messageId = messageFor(handshake)
  const reason = resource.outcome.kind === 'failure' ? resource.outcome.detail : ''
  return {
    key: [host],
    messageId,
    values: { host, issuer: tls?.issuer ?? '不明', reason },
    verdict: verdicts[messageId],
    url: resource.url,
    evidence: [{ kind: 'resource', resourceId: resource.id }],
  }
}

function messageFor({ tls }: Handshake): Message {
  if (tls === null) return 'refused'
  if (tls.concessions.includes('missing-intermediate')) return 'missing-intermediate'
  return tls.concessions.includes('unknown-issuer') ? 'unknown-issuer' : 'trusted'
}
