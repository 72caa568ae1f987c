import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type CheckContext, type DraftFinding, defineCheck } from '../check.ts'
import { atLeastOne } from '../element-evidence.ts'
import { navigationOf } from '../navigation.ts'
import { foreignApplicants, foreignPages, type LanguageVersion, languageVersions } from './languages.ts'

type Message = 'offered' | 'dead' | 'unsure' | 'no-application' | 'no-language'

/** Where foreigners apply, can they in their language? Source: 000:167 (得視服務對象需求適時提供外語線上申辦). */
export default defineCheck({
  id: 'services/foreign-language',
  version: 1,
  question: '涉及外籍人士之申辦業務，是否提供外語申辦資訊？',
  needs: [],
  measures: {
    languages: { title: '可閱覽之外語版本', unit: 'language' },
    applications: { title: '載有申辦資訊之外語網頁', unit: 'page' },
    services: { title: '涉及外籍人士之申辦業務', unit: 'service' },
  },
  messages: {
    offered: '{title}版可閱覽，外語網頁計{count}頁，其中{applications}頁載有申辦資訊。',
    dead: '{title}版連結失效（{because}）。',
    unsure: '{title}版無法判定：{because}，請人工確認。',
    'no-application': '涉及外籍人士之業務（{services}），外語網頁未見申辦資訊，請確認是否提供外語申辦。',
    'no-language': '涉及外籍人士之業務（{services}），未見外語版本，請確認是否提供外語申辦。',
  },
  run(snapshot, { terms }: CheckContext) {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法判定。' }
    const versions = languageVersions(snapshot, terms)
    const applicants = foreignApplicants(snapshot, terms)
    if (versions.length === 0 && applicants.length === 0) return nothingSeen(snapshot, terms)
    const pages = foreignPages(snapshot, terms.services)
    const applying = pages.filter(({ tellsOfApplying }) => tellsOfApplying)
    const count = (state: LanguageVersion['state']) => versions.filter((version) => version.state === state).length
    const findings = versions
      .filter(({ isUnasked }) => !isUnasked)
      .map((version) => versionFinding(version, pages.length, applying.length))
    const isAsked = applicants.length > 0 && applying.length === 0 && count('unsure') === 0
    return {
      status: 'done',
      measures: {
        languages: { value: count('offered'), unknown: count('unsure') },
        // What stands on another host was not read.
        applications: { value: applying.length, unknown: versions.some(({ isElsewhere }) => isElsewhere) ? 1 : 0 },
        services: { value: applicants.length },
      },
      findings: isAsked ? [...findings, applicantFinding(snapshot, terms, applicants, count('offered'))] : findings,
    }
  },
})

/** 000:167 is of agencies whose services foreigners use. */
function nothingSeen(snapshot: Snapshot, terms: Terms) {
  if (!navigationOf(snapshot, terms.siteMap).isSeen)
    return { status: 'undetermined' as const, reason: '首頁或網站導覽未能完整查核，無法判定有無外語服務。' }
  return { status: 'not-applicable' as const, reason: '未見涉及外籍人士之申辦業務，亦無外語版本。' }
}

const verdicts = { offered: 'conforms', dead: 'violates', unsure: 'needs-review' } as const

function versionFinding(version: LanguageVersion, count: number, applications: number): DraftFinding<Message> {
  const { title, state, because, url, evidence } = version
  const values = state === 'offered' ? { title, count, applications } : { title, because }
  return { key: [title], messageId: state, values, verdict: verdicts[state], url, evidence: atLeastOne(evidence) }
}

function applicantFinding(
  snapshot: Snapshot,
  terms: Terms,
  applicants: ReturnType<typeof foreignApplicants>,
  languages: number,
): DraftFinding<Message> {
  const [first] = applicants
  const services = applicants.map(({ name }) => name).slice(0, 5)
  const pageIds = navigationOf(snapshot, terms.siteMap).pages.map(({ id }) => id)
  return {
    key: ['applicants'],
    messageId: languages > 0 ? 'no-application' : 'no-language',
    values: { services: services.join('、') },
    verdict: 'needs-review',
    url: first?.url ?? snapshot.run.start,
    evidence: atLeastOne([
      ...applicants.slice(0, 3).map(({ evidence }) => evidence),
      { kind: 'absence', lookedFor: '外語申辦資訊', pageIds },
    ]),
  }
}
