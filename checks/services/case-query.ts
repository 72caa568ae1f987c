import type { QueryWay, ServiceTerms } from '../../store/model/service-terms.ts'
import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type CheckContext, type DraftFinding, defineCheck } from '../check.ts'
import { atLeastOne } from '../element-evidence.ts'
import { matchesAny } from '../labels.ts'
import { type Navigation, navigationOf } from '../navigation.ts'
import { compactText } from '../page-reading.ts'
import { findQueries, type Query } from './find-queries.ts'
import { findServices } from './procedures/find-services.ts'

type Message = Query['state'] | 'absent' | 'unseen'

/** Can the progress of a case be asked for, and by which ways? Sources: 001:91, 002:102, 004:30. */
export default defineCheck({
  id: 'services/case-query',
  version: 3,
  question: '是否提供案件處理進度之查詢管道（網路、現場、電話、行動裝置）？',
  needs: [],
  measures: {
    online: { title: '案件進度網路查詢', unit: 'kind' },
    ways: { title: '網站載明之案件查詢管道', unit: 'kind' },
  },
  messages: {
    offered: '可於「{name}」查詢案件處理進度：{because}。{ways}',
    dead: '「{name}」無法使用：{because}。',
    unsure: '「{name}」無法判定可否查詢案件處理進度：{because}，請人工確認。',
    absent: '未見案件處理進度之網路查詢，請確認有無申辦案件及其查詢管道。',
    unseen: '未見案件處理進度之網路查詢，惟首頁、網站導覽或部分網頁未能查核，請人工確認。',
  },
  run(snapshot, { terms }: CheckContext) {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法判定。' }
    const queries = findQueries(snapshot, terms)
    const navigation = navigationOf(snapshot, terms.siteMap)
    const isOnline = queries.some(({ state }) => state === 'offered')
    const isOpen = queries.some(({ state }) => state === 'unsure') || (queries.length === 0 && !navigation.isSeen)
    const told = waysTold(snapshot, queries, terms)
    const value = told.length + (isOnline ? 1 : 0)
    const shown = shownOf(queries)
    return {
      status: 'done',
      measures: {
        online: { value: isOnline ? 1 : 0, unknown: !isOnline && isOpen ? 1 : 0, outOf: 1 },
        // What a site does not tell of its counter and its telephone may well be there.
        ways: { value, unknown: wayCount - value, outOf: wayCount },
      },
      findings:
        shown.length > 0
          ? shown.map((query) => findingOf(query, told, terms.services))
          : [lackingOf(snapshot, navigation, terms.services)],
    }
  },
})

/** 網路, 現場, 電話, 行動裝置: 001:91. */
const wayCount = 4

/** Where one works, those that could not be judged are no question; a dead one is a fault all the same. */
function shownOf(queries: readonly Query[]): Query[] {
  const isOnline = queries.some(({ state }) => state === 'offered')
  return queries.filter(({ state }) => !(isOnline && state === 'unsure')).slice(0, 20)
}

/** Ways that the pages about queries and services tell of. */
function waysTold(snapshot: Snapshot, queries: readonly Query[], terms: Terms): QueryWay[] {
  const pages = [
    ...queries.flatMap(({ page }) => page ?? []),
    ...findServices(snapshot, terms).flatMap(({ page, others }) => [page, ...others]),
  ]
  const texts = pages.map((page) => compactText(snapshot, page))
  const ways = Object.keys(terms.services.caseQuery.ways) as QueryWay[]
  return ways.filter((way) => texts.some((text) => matchesAny(text, terms.services.caseQuery.ways[way].text)))
}

const verdicts = { offered: 'conforms', dead: 'violates', unsure: 'needs-review' } as const

function findingOf(query: Query, told: readonly QueryWay[], terms: ServiceTerms): DraftFinding<Message> {
  const { state, name, because, url, evidence } = query
  const titles = told.map((way) => terms.caseQuery.ways[way].title).join('、')
  const ways = titles === '' ? '' : `另載有${titles}。`
  return {
    key: [url],
    messageId: state,
    values: { name, because, ...(state === 'offered' && { ways }) },
    verdict: verdicts[state],
    url,
    evidence: atLeastOne(evidence),
  }
}

/** 001:91 asks for ways of which the counter is one: none on the web is a question. */
function lackingOf(snapshot: Snapshot, navigation: Navigation, terms: ServiceTerms): DraftFinding<Message> {
  const pageIds = navigation.pages.map(({ id }) => id)
  return {
    key: ['none'],
    messageId: navigation.isSeen ? 'absent' : 'unseen',
    values: {},
    verdict: 'needs-review',
    url: navigation.home?.url ?? snapshot.run.start,
    evidence: [{ kind: 'absence', lookedFor: terms.caseQuery.labels.join('|'), pageIds }],
  }
}
