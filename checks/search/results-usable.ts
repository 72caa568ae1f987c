import type { SearchQuery } from '../../store/model/artifact.ts'
import type { SearchTerms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type Answer, type DraftFinding, type DraftMeasure, defineCheck } from '../check.ts'
import { matchesAny } from '../labels.ts'
import { queryEvidence, type Trial, wasAnswered, whyUntried } from './read-trial.ts'
import { countIn, resultLinks, unspaced } from './results.ts'
import { trialWithField } from './trial-with-field.ts'

type Feature = 'paging' | 'ordering' | 'count' | 'highlighting'
type Message = 'offered' | 'missing' | 'few'
type Finding = DraftFinding<Message>

const features: readonly Feature[] = ['paging', 'ordering', 'count', 'highlighting']
const titles: Readonly<Record<Feature, string>> = {
  paging: '檢索資訊過多時分頁',
  ordering: '檢索結果排序（相似程度、時間、主題等）',
  count: '檢索結果筆數',
  highlighting: '檢索詞標示',
}

/** More results on one page than this are too many for one. */
const mostOnPage = 50

/** Are results paged and ordered, counted, and is the word set off in them? Source: 000:158, 003:249. */
export default defineCheck({
  id: 'search/results-usable',
  version: 2,
  question: '檢索結果是否分頁、可排序，並顯示筆數？',
  needs: ['search-trial'],
  measures: {
    paging: { title: titles.paging, unit: 'feature' },
    ordering: { title: titles.ordering, unit: 'feature' },
    count: { title: titles.count, unit: 'feature' },
    highlighting: { title: titles.highlighting, unit: 'feature' },
  },
  messages: {
    offered: '檢索結果提供：{feature}。',
    missing: '檢索結果頁未見：{feature}。',
    few: '檢索結果僅 {results} 筆，無從得知結果過多時是否分頁，請人工確認。',
  },
  run(snapshot, { terms }): Answer<Feature, Message> {
    const trial = trialWithField(snapshot, terms.search)
    if ('status' in trial) return trial
    const why = whyUntried(trial.content)
    if (why !== null) return { status: 'undetermined', reason: `${why}。` }
    const seen = Object.fromEntries(
      features.map((feature) => [feature, judged(snapshot, trial, terms.search, feature)]),
    ) as Record<Feature, Seen>
    const findings = features.flatMap((feature) => seen[feature].finding ?? [])
    return { status: 'done', measures: measuresOf((feature) => seen[feature].measure), findings }
  },
})

interface Seen {
  measure: DraftMeasure
  finding: Finding | null
}

function measuresOf(of: (feature: Feature) => DraftMeasure): Record<Feature, DraftMeasure> {
  return { paging: of('paging'), ordering: of('ordering'), count: of('count'), highlighting: of('highlighting') }
}

function judged(snapshot: Snapshot, trial: Trial, terms: SearchTerms, feature: Feature): Seen {
  const answered = trial.content.queries.filter((query) => wasAnswered(query) && query.purpose !== 'markup')
  const withResults = answered.filter(
    (query) => resultLinks(snapshot, trial, query).length > 0 && query.purpose !== 'nonsense',
  )
  const query = withResults.find((one) => hasFeature(one, terms, feature))
  const say = (
    messageId: Message,
    verdict: Finding['verdict'],
    evidence: Finding['evidence'],
    more: Finding['values'] = {},
  ): Finding => {
    const place = query ?? withResults[0]
    const url = place?.url ?? snapshot.page(trial.artifact.pageId).url
    return { key: [feature], messageId, values: { feature: titles[feature], ...more }, verdict, url, evidence }
  }
  const basis = [[feature]]
  if (query !== undefined)
    return { measure: { value: 1, basis }, finding: say('offered', 'conforms', queryEvidence(snapshot, trial, query)) }
  const [first] = [...withResults].sort((a, b) => resultsOn(snapshot, trial, b) - resultsOn(snapshot, trial, a))
  if (first === undefined) return { measure: { value: 0, unknown: 1, basis: [] }, finding: null }
  const results = resultsOn(snapshot, trial, first)
  const evidence = queryEvidence(snapshot, trial, first)
  if (feature === 'paging' && results <= mostOnPage)
    return { measure: { value: 0, unknown: 1, basis }, finding: say('few', 'needs-review', evidence, { results }) }
  // Neither a number nor a mark is asked for by any rule: their absence is a fact, no fault.
  const isAsked = feature === 'paging' || feature === 'ordering'
  return {
    measure: { value: 0, basis: isAsked ? basis : [] },
    finding: isAsked ? say('missing', 'violates', evidence) : null,
  }
}

function resultsOn(snapshot: Snapshot, trial: Trial, query: SearchQuery): number {
  return new Set(resultLinks(snapshot, trial, query).map(({ url }) => url)).size
}

function hasFeature(query: SearchQuery, terms: SearchTerms, feature: Feature): boolean {
  const text = unspaced(query.text)
  if (feature === 'count') return countIn(query, terms) !== null
  if (feature === 'highlighting') return query.highlights > 0
  if (feature === 'ordering')
    return matchesAny(text, terms.orderings) || query.controls.some((control) => isOrder(control, terms))
  return (
    matchesAny(text, terms.pagerTexts) ||
    query.links.some(({ text: label }) => matchesAny(unspaced(label), terms.pagers))
  )
}

function isOrder({ label, options }: SearchQuery['controls'][number], terms: SearchTerms): boolean {
  return [label, ...options].some((text) => matchesAny(unspaced(text), [...terms.orderings, 'sort|order']))
}
