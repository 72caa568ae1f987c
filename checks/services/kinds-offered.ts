import type { OnlineServiceLine } from '../../store/model/check-result.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import type { OnlineServiceKind } from '../../store/model/service-terms.ts'
import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type CheckContext, type DraftFinding, type DraftMeasure, defineCheck } from '../check.ts'
import { atLeastOne } from '../element-evidence.ts'
import { type Navigation, navigationOf } from '../navigation.ts'
import { blankForms } from './forms/blank-forms.ts'
import { appliedOnline } from './online/applied-online.ts'
import { type JudgedKind, judgeKind } from './online/judge-kind.ts'
import { type OnlineItem, onlineServiceKinds } from './online/online-item.ts'
import { findServices } from './procedures/find-services.ts'

type Message = 'offered' | 'dead' | 'undetermined' | 'unseen' | 'none'

/**
 * Which kinds of online services the site offers, and at which addresses. Sources: 002:31, 002:118, 003:265, 000:167,
 * 001:100.
 */
export default defineCheck({
  id: 'services/kinds-offered',
  version: 5,
  question: '網站提供哪些線上服務（表單下載、服務申辦、網路繳費、取件通知、預約）？',
  needs: [],
  measures: {
    formDownload: { title: '表單下載', unit: 'kind' },
    application: { title: '服務申辦', unit: 'kind' },
    payment: { title: '網路繳費', unit: 'kind' },
    pickupNotice: { title: '取件通知', unit: 'kind' },
    appointment: { title: '預約', unit: 'kind' },
    kinds: { title: '線上服務種類', unit: 'kind' },
    items: { title: '可線上申辦之業務項目', unit: 'service' },
    itemsAll: { title: '線上服務項目（含使用共用系統者）', unit: 'item' },
    itemsOnline: { title: '機關網站之線上服務項目', unit: 'item' },
    itemsElsewhere: { title: '使用共用系統之線上服務項目', unit: 'item' },
  },
  messages: {
    offered: '提供{title}，計{count}項：{names}。',
    dead: '標示之{title}均無法使用：{because}。',
    undetermined: '{title}無法判定：{because}，請人工確認。',
    unseen: '未見{title}，惟首頁、網站導覽或部分網頁未能查核，請人工確認。',
    none: '未見表單下載、服務申辦、網路繳費、取件通知或預約，請確認機關有無線上服務。',
  },
  run(snapshot, { terms }: CheckContext) {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法判定。' }
    const navigation = navigationOf(snapshot, terms.siteMap)
    const judged = onlineServiceKinds.map((kind) => judgeKind(snapshot, navigation, kind, terms))
    return {
      status: 'done',
      measures: { ...kindMeasures(judged), ...itemMeasures(snapshot, judged, terms) },
      findings: findingsOf(judged, navigation, snapshot.run.start, terms),
      detail: { kind: 'online-services', items: linesOf(judged, terms) },
    }
  },
})

function kindMeasures(judged: readonly JudgedKind[]): Record<OnlineServiceKind | 'kinds', DraftMeasure> {
  const basisOf = (one: JudgedKind) => (isNamed(one) ? [[one.kind]] : [])
  const measures = judged.map((one) => [one.kind, { ...sumOf([one]), outOf: 1, basis: basisOf(one) }])
  const kinds = { ...sumOf(judged), outOf: judged.length, basis: judged.filter(isNamed).map(({ kind }) => [kind]) }
  return { ...(Object.fromEntries(measures) as Record<OnlineServiceKind, DraftMeasure>), kinds }
}

function sumOf(judged: readonly JudgedKind[]): { value: number; unknown: number } {
  const count = (wanted: JudgedKind['state']) => judged.filter(({ state }) => state === wanted).length
  return { value: count('offered'), unknown: count('undetermined') }
}

/**
 * Items under the same address are one, whatever kinds they are of. Whether each form to download is an item by itself the
 * source leaves open (003:265): of all items, the forms are the unknown ones.
 */
function itemMeasures(snapshot: Snapshot, judged: readonly JudgedKind[], terms: Terms) {
  const offered = judged.flatMap((one) => one.offered)
  const count = (isWanted: (item: OnlineItem) => boolean) =>
    new Set(offered.filter(isWanted).map(({ url }) => url)).size
  const unsure = judged.flatMap((one) => one.others).filter(({ state, url }) => state === 'unsure' && url !== null)
  const doubtful = new Set(unsure.map(({ url }) => url)).size
  const named = judged.filter(isNamed).map(({ kind }) => [kind])
  return {
    items: appliedMeasure(snapshot, judged, terms),
    itemsAll: { value: count(() => true), unknown: doubtful + blankForms(snapshot, terms).length, basis: named },
    itemsOnline: { value: count(({ place }) => place === 'own'), unknown: doubtful },
    itemsElsewhere: { value: count(({ place }) => place !== 'own') },
  }
}

/** Of what one can apply for, how much online; where no page tells what one can apply for, out of how much is not known. */
function appliedMeasure(snapshot: Snapshot, judged: readonly JudgedKind[], terms: Terms): DraftMeasure {
  const answers = findServices(snapshot, terms).map((service) => appliedOnline(snapshot, service, terms))
  const application = judged.find(({ kind }) => kind === 'application')
  const basis = application !== undefined && isNamed(application) ? [['application']] : []
  if (answers.length > 0) {
    const count = (wanted: string) => answers.filter((answer) => answer === wanted).length
    return { value: count('yes'), unknown: count('unsure'), outOf: answers.length, basis }
  }
  const value = new Set(application?.offered.map(({ url }) => url)).size
  return { value, unknown: application?.state === 'none' || application?.state === 'dead' ? 0 : 1, outOf: null, basis }
}

const mostNames = 8

function findingsOf(
  judged: readonly JudgedKind[],
  navigation: Navigation,
  start: string,
  terms: Terms,
): DraftFinding<Message>[] {
  const named = judged.filter(isNamed)
  const unseen = judged.filter((one) => one.state === 'undetermined' && !isNamed(one))
  const findings = named.map((one) => findingOf(one, navigation, start, terms))
  if (unseen.length > 0) return [...findings, lacking('unseen', unseen, navigation, start, terms)]
  return findings.length > 0 ? findings : [lacking('none', judged, navigation, start, terms)]
}

/** True when something on the site bears the name of the kind. */
function isNamed({ offered, others, toldBy }: JudgedKind): boolean {
  return offered.length + others.length + toldBy.length > 0
}

function lacking(
  messageId: 'unseen' | 'none',
  judged: readonly JudgedKind[],
  navigation: Navigation,
  start: string,
  terms: Terms,
): DraftFinding<Message> {
  const title = judged.map(({ kind }) => terms.services.kinds[kind].title).join('、')
  const evidence = [{ kind: 'absence', lookedFor: title, pageIds: navigation.pages.map(({ id }) => id) }] as const
  const url = navigation.home?.url ?? start
  return { key: [messageId], messageId, values: { title }, verdict: 'needs-review', url, evidence }
}

const verdicts = { offered: 'conforms', dead: 'violates', undetermined: 'needs-review' } as const

function findingOf(one: JudgedKind, navigation: Navigation, start: string, terms: Terms): DraftFinding<Message> {
  const { kind, offered, others, toldBy } = one
  const state = one.state === 'none' ? 'undetermined' : one.state
  const { title } = terms.services.kinds[kind]
  const shown = state === 'offered' ? offered : others
  const evidence: Evidence[] = [
    ...shown.slice(0, 3).flatMap((item) => item.evidence),
    ...toldBy.slice(0, 3).map(({ page }) => ({ kind: 'resource' as const, resourceId: page.resourceId })),
  ]
  return {
    key: [kind],
    messageId: state,
    values: { title, ...(state === 'offered' ? countOf(one) : { because: becauseOf(others) }) },
    verdict: verdicts[state],
    url: shown.find(({ url }) => url !== null)?.url ?? toldBy[0]?.page.url ?? navigation.home?.url ?? start,
    evidence: atLeastOne(evidence),
  }
}

function countOf({ offered, toldBy }: JudgedKind): { count: number; names: string } {
  const names = [...new Set([...offered.map(({ name }) => name), ...toldBy.map(({ name }) => name)])]
  const shown = names.slice(0, mostNames).join('、')
  return { count: offered.length + toldBy.length, names: names.length > mostNames ? `${shown}等` : shown }
}

function becauseOf(others: readonly OnlineItem[]): string {
  const [first] = others
  return first === undefined ? '' : `「${first.name}」${first.because}`
}

function linesOf(judged: readonly JudgedKind[], terms: Terms): OnlineServiceLine[] {
  return judged.flatMap(({ kind, offered, others, toldBy }) => {
    const { title } = terms.services.kinds[kind]
    const items = [...offered, ...others].map(({ name, url, state, place, system, because }) => ({
      ...{ kind, title, name, url, state, place, system, because },
    }))
    const told = toldBy.map(({ name, page }) => ({
      ...{ kind, title, name, url: page.url, state: 'offered' as const, place: 'own' as const, system: null },
      because: '申辦說明載有取件通知',
    }))
    return [...items, ...told]
  })
}
