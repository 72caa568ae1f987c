import type { SearchQuery } from '../../store/model/artifact.ts'
import { numberText } from '../../store/model/number-text.ts'
import type { SearchTerms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type Answer, type DraftFinding, type DraftMeasure, defineCheck } from '../check.ts'
import { judgeKnownWord } from './judge-query.ts'
import { popularSearch } from './popular-search.ts'
import { queryEvidence, queryFor, type Trial, wasAnswered, whyUntried } from './read-trial.ts'
import { differ, resultLinks } from './results.ts'
import { trialWithField } from './trial-with-field.ts'

type Way = 'keyword' | 'fullText' | 'crossField' | 'withinSite' | 'byClassification' | 'other'
type MeasureName = 'ways' | Way
type Message = 'used' | 'unchanged'
type Finding = DraftFinding<Message>

const ways: readonly Way[] = ['keyword', 'fullText', 'crossField', 'withinSite', 'byClassification', 'other']
const titles: Readonly<Record<Way, string>> = {
  keyword: '關鍵字檢索',
  fullText: '全文檢索',
  crossField: '交叉檢索',
  withinSite: '站內檢索',
  byClassification: '分類檢索',
  other: '其他方式',
}

/** Which ways of searching the site offers; one counts when using it changed the results. Source: 000:156, 002:30, 003:251. */
export default defineCheck({
  id: 'search/methods-offered',
  version: 2,
  question: '網站提供哪些資訊檢索方式？',
  needs: ['search-trial'],
  measures: {
    ways: { title: '實測有效之檢索方式', unit: 'way' },
    keyword: { title: titles.keyword, unit: 'way' },
    fullText: { title: titles.fullText, unit: 'way' },
    crossField: { title: titles.crossField, unit: 'way' },
    withinSite: { title: titles.withinSite, unit: 'way' },
    byClassification: { title: titles.byClassification, unit: 'way' },
    other: { title: titles.other, unit: 'way' },
  },
  messages: {
    used: '{way}：{how}',
    unchanged: '{way}：設定「{choice}」後檢索結果未改變，請人工確認是否有效。',
  },
  run(snapshot, { terms }): Answer<MeasureName, Message> {
    const trial = trialWithField(snapshot, terms.search)
    if ('status' in trial) return trial
    const why = whyUntried(trial.content)
    // What a person is to try is asked once, by the check whether the search works.
    if (why !== null) return { status: 'undetermined', reason: `${why}。` }
    return answerOf(waysOf(snapshot, trial, terms.search))
  },
})

/** One way: surely used, surely not offered, or not known. */
interface Seen {
  measure: DraftMeasure
  finding: Finding | null
}

const none: Seen = { measure: { value: 0, basis: [] }, finding: null }
const open: Seen = { measure: { value: 0, unknown: 1, basis: [] }, finding: null }

function answerOf(seen: Readonly<Record<Way, Seen>>): Answer<MeasureName, Message> {
  const each = ways.map((way) => seen[way])
  const sum = (name: 'value' | 'unknown') => each.reduce((total, { measure }) => total + (measure[name] ?? 0), 0)
  const { keyword, fullText, crossField, withinSite, byClassification, other } = seen
  return {
    status: 'done',
    measures: {
      ways: { value: sum('value'), unknown: sum('unknown'), outOf: ways.length },
      keyword: keyword.measure,
      fullText: fullText.measure,
      crossField: crossField.measure,
      withinSite: withinSite.measure,
      byClassification: byClassification.measure,
      other: other.measure,
    },
    findings: each.flatMap(({ finding }) => finding ?? []),
  }
}

function waysOf(snapshot: Snapshot, trial: Trial, terms: SearchTerms): Record<Way, Seen> {
  return {
    keyword: wordWay(snapshot, trial, terms, 'keyword', 'title'),
    fullText: wordWay(snapshot, trial, terms, 'fullText', 'body'),
    crossField: narrowingWay(snapshot, trial, terms, 'crossField', 'fields'),
    withinSite: withinSite(snapshot, trial, terms),
    byClassification: narrowingWay(snapshot, trial, terms, 'byClassification', 'category'),
    other: otherWay(snapshot, trial, terms),
  }
}

function used(snapshot: Snapshot, trial: Trial, query: SearchQuery, way: Way, how: string): Seen {
  const place = { key: [way] as const, url: query.url ?? query.from, evidence: queryEvidence(snapshot, trial, query) }
  const finding: Finding = { ...place, messageId: 'used', values: { way: titles[way], how }, verdict: 'conforms' }
  return { measure: { value: 1, basis: [[way]] }, finding }
}

function wordWay(snapshot: Snapshot, trial: Trial, terms: SearchTerms, way: Way, purpose: 'title' | 'body'): Seen {
  const verdict = judgeKnownWord(snapshot, trial, terms, purpose)
  const query = queryFor(trial, purpose)
  if (verdict === 'found' && query !== null)
    return used(snapshot, trial, query, way, `以「${query.words}」檢得相符結果。`)
  return verdict === 'missed' || verdict === 'error' || verdict === 'ignored' ? none : open
}

/** Results that are all of the site itself, of a search that was seen to work. */
function withinSite(snapshot: Snapshot, trial: Trial, terms: SearchTerms): Seen {
  const verdict = judgeKnownWord(snapshot, trial, terms, 'title')
  const query = queryFor(trial, 'title')
  if (verdict === 'missed' || verdict === 'error' || verdict === 'ignored') return none
  if (verdict !== 'found' || query === null) return open
  const host = new URL(snapshot.run.origin).host
  const own = resultLinks(snapshot, trial, query).filter(
    ({ url }) => snapshot.pageAt(url) !== null || new URL(url).host === host,
  )
  return own.length === 0
    ? open
    : used(snapshot, trial, query, 'withinSite', `結果中 ${numberText(own.length)} 筆為本網站網頁。`)
}

/** A second condition, or a category, counts when it gave other results than the same words without it. */
function narrowingWay(
  snapshot: Snapshot,
  trial: Trial,
  terms: SearchTerms,
  way: Way,
  purpose: 'fields' | 'category',
): Seen {
  const query = queryFor(trial, purpose)
  if (query === null) return trial.content.queries.length < 3 ? open : none
  const base =
    trial.content.queries.find(({ words, settings }) => words === query.words && settings.length === 0) ?? null
  if (!wasAnswered(query) || !wasAnswered(base)) return open
  const choice = query.settings.map((setting) => `${setting.label}＝${setting.choice}`).join('、')
  if (differ(snapshot, trial, terms, query, base))
    return used(snapshot, trial, query, way, `以「${query.words}」並設定「${choice}」，檢索結果隨之改變。`)
  const place = { key: [way] as const, url: query.url ?? query.from, evidence: queryEvidence(snapshot, trial, query) }
  const values = { way: titles[way], choice }
  return {
    measure: { ...open.measure, basis: [[way]] },
    finding: { ...place, messageId: 'unchanged', values, verdict: 'needs-review' },
  }
}

function otherWay(snapshot: Snapshot, trial: Trial, terms: SearchTerms): Seen {
  const popular = popularSearch(snapshot, trial, terms)
  if (popular === null) return none
  const { link, evidence, url } = popular
  const values = { way: titles.other, how: `熱門關鍵字「${link}」可直接檢得結果。` }
  return {
    measure: { value: 1, basis: [['other']] },
    finding: { key: ['other'], messageId: 'used', values, verdict: 'conforms', url, evidence },
  }
}
