import type { Evidence } from '../../store/model/evidence.ts'
import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type CheckContext, type DraftFinding, defineCheck } from '../check.ts'
import { judgeKind as judgeLabel } from '../disclosure/service/judge-kind.ts'
import { atLeastOne } from '../element-evidence.ts'
import { navigationOf } from '../navigation.ts'
import { sectionTermsOf, targetOf } from '../targets.ts'
import { findPersonalForms, type PersonalForm } from './personal-forms.ts'

type Message = 'policy' | 'no-policy' | 'policy-unclear' | 'informed' | 'uninformed' | 'unencrypted'

/** Is what visitors enter about themselves looked after? Sources: 002:31, 003:268 (使用者隱私權保護措施), 003:277-278, 000:63. */
export default defineCheck({
  id: 'services/privacy-notice',
  version: 3,
  question: '網站是否公開隱私權政策，蒐集個人資料之表單是否告知利用目的？',
  needs: [],
  measures: {
    policy: { title: '隱私權政策', unit: 'page' },
    forms: { title: '蒐集個人資料之網頁表單', unit: 'form' },
    informed: { title: '載有個人資料告知之網頁表單', unit: 'form' },
    unencrypted: { title: '未加密傳送個人資料之網頁表單', unit: 'form' },
  },
  messages: {
    policy: '已公開隱私權政策：{because}。',
    'no-policy': '未公開隱私權政策：{because}。',
    'policy-unclear': '隱私權政策無法判定：{because}，請人工確認。',
    informed: '{count}個網頁蒐集個人資料，同頁或點選「同意」前之網頁載有個人資料或隱私權之告知：{names}。',
    uninformed: '{count}個網頁蒐集個人資料（{fields}），該頁未見蒐集個人資料之告知，請確認是否於他處告知：{names}。',
    unencrypted: '「{name}」蒐集{fields}，且以未加密之連線傳送。',
  },
  run(snapshot, { terms }: CheckContext) {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法判定。' }
    const forms = findPersonalForms(snapshot, terms)
    const policy = policyOf(snapshot, terms)
    const count = (state: PersonalForm['state']) => forms.filter((form) => form.state === state).length
    return {
      status: 'done',
      measures: {
        policy: { ...policy.number, outOf: 1, basis: [['policy']] },
        forms: { value: forms.length },
        informed: { value: count('informed'), unknown: count('uninformed'), outOf: forms.length },
        unencrypted: { value: count('unencrypted') },
      },
      findings: [policy.finding, ...findingsOf(forms)],
    }
  },
})

/** The policy as the footer or the site map names it. */
function policyOf(
  snapshot: Snapshot,
  terms: Terms,
): { number: { value: number; unknown: number }; finding: DraftFinding<Message> } {
  const { privacy } = terms.services
  const listWords = sectionTermsOf(terms)
  const navigation = navigationOf(snapshot, terms.siteMap)
  const words = { title: '隱私權政策', labels: privacy.labels, not: privacy.not }
  const { state: found, because, url, evidence, links } = judgeLabel(snapshot, navigation, words, listWords)
  // A short page is a policy of few words, which is not for a program to judge.
  const isShort = found === 'missing' && links.some((link) => targetOf(snapshot, link, listWords.links).kind === 'page')
  const state = isShort ? 'undetermined' : found
  const [messageId, verdict] = policyVerdicts[state]
  const absence: Evidence = { kind: 'absence', lookedFor: words.title, pageIds: navigation.pages.map(({ id }) => id) }
  const finding: DraftFinding<Message> = {
    ...{ key: ['policy'], messageId, values: { because }, verdict },
    url: url ?? navigation.home?.url ?? snapshot.run.start,
    evidence: evidence.length > 0 ? atLeastOne(evidence) : [absence],
  }
  return { number: { value: state === 'offered' ? 1 : 0, unknown: state === 'undetermined' ? 1 : 0 }, finding }
}

const policyVerdicts = {
  offered: ['policy', 'conforms'],
  missing: ['no-policy', 'violates'],
  undetermined: ['policy-unclear', 'needs-review'],
} as const

const mostNames = 10

/** Forms without encryption one by one; the others of a state together, as one thing to look into. */
function findingsOf(forms: readonly PersonalForm[]): DraftFinding<Message>[] {
  const inState = (wanted: PersonalForm['state']) => forms.filter(({ state }) => state === wanted)
  const together = [
    ...grouped('informed', 'conforms', inState('informed')),
    ...grouped('uninformed', 'needs-review', inState('uninformed')),
  ]
  return [...together, ...inState('unencrypted').map(unencryptedFinding)]
}

function grouped(
  messageId: 'informed' | 'uninformed',
  verdict: 'conforms' | 'needs-review',
  forms: readonly PersonalForm[],
): DraftFinding<Message>[] {
  const [first] = forms
  if (first === undefined) return []
  const names = [...new Set(forms.map(({ name }) => name))].slice(0, mostNames).join('、')
  const fields = [...new Set(forms.flatMap((form) => form.fields))].slice(0, mostNames).join('、')
  const values = { count: forms.length, names, ...(messageId === 'uninformed' && { fields }) }
  const evidence = atLeastOne(forms.slice(0, mostNames).map((form) => form.evidence[0]))
  return [{ key: [messageId], messageId, values, verdict, url: first.page.url, pages: forms.length, evidence }]
}

function unencryptedFinding({ name, fields, page, evidence }: PersonalForm): DraftFinding<Message> {
  const values = { name, fields: fields.join('、') }
  return { key: [page.url], messageId: 'unencrypted', values, verdict: 'violates', url: page.url, evidence }
}
