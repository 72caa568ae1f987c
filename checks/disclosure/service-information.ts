import type { Evidence } from '../../store/model/evidence.ts'
import type { Verdict } from '../../store/model/finding.ts'
import { taipeiDate } from '../../store/model/taipei-date.ts'
import type { ServiceInformationKind } from '../../store/model/terms.ts'
import { type CheckContext, type DraftFinding, type DraftMeasure, defineCheck } from '../check.ts'
import { type Navigation, navigationOf } from '../navigation.ts'
import { monthsBefore, rocDateText } from '../periods.ts'
import { sectionTermsOf } from '../targets.ts'
import { entryOfKind } from './catalogue/lines.ts'
import { type JudgedKind, judgeKind } from './service/judge-kind.ts'
import { serviceKinds as kinds } from './service/kinds.ts'

/**
 * Which kinds of service information the site offers: 服務措施, 常見問答, 機關活動, 文宣品, 出版品, and others.
 * Sources: 000:147, 002:28, 002:114, 003:213-216; facts 8.
 */
export default defineCheck({
  id: 'disclosure/service-information',
  version: 7,
  question: '機關網站是否公開服務措施、常見問答、機關活動、文宣品、出版品及其他重要資訊？',
  needs: [],
  measures: {
    serviceMeasure: { title: '服務措施', unit: 'kind', counts: 'conforms' },
    faq: { title: '常見問答', unit: 'kind', counts: 'conforms' },
    event: { title: '機關活動', unit: 'kind', counts: 'conforms' },
    promotion: { title: '文宣品', unit: 'kind', counts: 'conforms' },
    publication: { title: '出版品', unit: 'kind', counts: 'conforms' },
    kinds: { title: '五類服務資訊中已公開者', unit: 'kind', counts: 'conforms' },
    other: { title: '其他重要資訊', unit: 'kind' },
    current: { title: '五類服務資訊中最近一年內更新者', unit: 'kind' },
  },
  messages: {
    offered: '已公開{title}：{because}。{newest}',
    missing: '未公開{title}：{because}。',
    undetermined: '{title}無法判定：{because}，請人工確認。',
    'other-offered': '其他重要資訊「{title}」：{because}。{newest}',
  },
  run(snapshot, context: CheckContext) {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法判定。' }
    const navigation = navigationOf(snapshot, context.terms.siteMap)
    const words = context.terms.serviceInformation
    const listWords = sectionTermsOf(context.terms)
    const today = taipeiDate(new Date(snapshot.run.startedAt))
    const dated = (one: JudgedKind): DatedKind => {
      return { ...one, newest: entryOfKind({ snapshot, words: listWords, today }, one)?.newest ?? null }
    }
    const judged = kinds.map((kind): [ServiceInformationKind, DatedKind] => [
      kind,
      dated(judgeKind(snapshot, navigation, words.kinds[kind], listWords)),
    ])
    const others = words.other.map((family) => ({
      family,
      one: dated(judgeKind(snapshot, navigation, family, listWords)),
    }))
    const offered = others.filter(({ one }) => one.state === 'offered')
    const start = navigation.home?.url ?? snapshot.run.start
    return {
      status: 'done',
      measures: {
        ...measuresOf(judged),
        kinds: { ...sumOf(judged.map(([, one]) => one)), outOf: kinds.length, basis: kinds.map((kind) => [kind]) },
        current: currentOf(
          judged.map(([, one]) => one),
          monthsBefore(today, words.currentMonths),
        ),
        other: { ...sumOf(others.map(({ one }) => one)), basis: offered.map(({ family }) => ['other', family.title]) },
      },
      findings: [
        ...judged.map(([kind, one]) => findingOf(kind, words.kinds[kind].title, one, navigation, start)),
        ...offered.map(({ family, one }) => otherFinding(family.title, one, navigation, start)),
      ],
    }
  },
})

function measuresOf(
  judged: readonly [ServiceInformationKind, JudgedKind][],
): Record<ServiceInformationKind, DraftMeasure> {
  const measures = judged.map(([kind, one]) => [kind, { ...sumOf([one]), outOf: 1, basis: [[kind]] }])
  return Object.fromEntries(measures) as Record<ServiceInformationKind, DraftMeasure>
}

/** A kind as judged, with the newest date it names, ISO; `null` when it names none. */
interface DatedKind extends JudgedKind {
  newest: string | null
}

/** Kinds that name a date since `oldest`; what names none may be current or not. */
function currentOf(judged: readonly DatedKind[], oldest: string): DraftMeasure {
  const offered = judged.filter(({ state }) => state === 'offered')
  const value = offered.filter(({ newest }) => newest !== null && newest >= oldest).length
  const undated = offered.filter(({ newest }) => newest === null).length
  return { value, unknown: undated + sumOf(judged).unknown, outOf: judged.length, basis: kinds.map((kind) => [kind]) }
}

function sumOf(judged: readonly JudgedKind[]): { value: number; unknown: number } {
  const count = (state: JudgedKind['state']) => judged.filter((one) => one.state === state).length
  return { value: count('offered'), unknown: count('undetermined') }
}

const verdicts: Readonly<Record<JudgedKind['state'], Verdict>> = {
  offered: 'conforms',
  missing: 'violates',
  undetermined: 'needs-review',
}

type Draft = DraftFinding<JudgedKind['state'] | 'other-offered'>

function findingOf(kind: string, title: string, one: DatedKind, navigation: Navigation, start: string): Draft {
  return {
    key: [kind],
    messageId: one.state,
    values: { title, because: one.because, newest: one.newest === null ? '' : `最新日期${rocDateText(one.newest)}。` },
    verdict: verdicts[one.state],
    url: one.url ?? start,
    evidence: evidenceOf(one, title, navigation),
  }
}

function otherFinding(title: string, one: DatedKind, navigation: Navigation, start: string): Draft {
  const finding = findingOf(title, title, one, navigation, start)
  return { ...finding, key: ['other', title], messageId: 'other-offered' }
}

function evidenceOf(one: JudgedKind, title: string, navigation: Navigation): readonly [Evidence, ...Evidence[]] {
  const [first, ...rest] = one.evidence
  if (first !== undefined) return [first, ...rest]
  return [{ kind: 'absence', lookedFor: title, pageIds: navigation.pages.map((page) => page.id) }]
}
