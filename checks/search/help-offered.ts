import type { SearchQuery } from '../../store/model/artifact.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import type { Page } from '../../store/model/page.ts'
import type { SearchTerms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type Answer, type DraftFinding, type DraftMeasure, defineCheck } from '../check.ts'
import { atLeastOne } from '../element-evidence.ts'
import { matchesAny } from '../labels.ts'
import { looseLinks } from '../loose-links.ts'
import { mainTextOf } from '../seen-page.ts'
import { isResultPage } from './judge-query.ts'
import { queryEvidence, queryFor, type Trial, trialEvidence, wasAnswered } from './read-trial.ts'
import { saysNothing, unspaced } from './results.ts'
import { trialWithField } from './trial-with-field.ts'

type Kind = 'explanation' | 'example' | 'advice'
type MeasureName = 'kinds' | Kind
type Message = 'offered' | 'missing'
type Finding = DraftFinding<Message>

const kinds: readonly Kind[] = ['explanation', 'example', 'advice']
const titles: Readonly<Record<Kind, string>> = {
  explanation: '檢索功能說明',
  example: '檢索功能使用範例',
  advice: '找不到資訊時的建議',
}

/** Does the site tell how to search, with examples, and what to do when nothing is found? Source: 000:158, 003:248. */
export default defineCheck({
  id: 'search/help-offered',
  version: 1,
  question: '檢索服務是否提供說明、使用範例及找不到資訊時的建議？',
  needs: ['search-trial'],
  measures: {
    kinds: { title: '檢索說明、範例及建議', unit: 'kind' },
    explanation: { title: titles.explanation, unit: 'kind' },
    example: { title: titles.example, unit: 'kind' },
    advice: { title: titles.advice, unit: 'kind' },
  },
  messages: {
    offered: '提供{kind}。',
    missing: '檢索頁及檢索結果頁均未見{kind}。',
  },
  run(snapshot, { terms }): Answer<MeasureName, Message> {
    const trial = trialWithField(snapshot, terms.search)
    if ('status' in trial) return trial
    const places = placesOf(snapshot, trial, terms.search)
    return answerOf(kinds.map((kind) => judged(snapshot, trial, terms.search, kind, places)))
  },
})

interface Seen {
  measure: DraftMeasure
  finding: Finding | null
}

function answerOf(each: readonly Seen[]): Answer<MeasureName, Message> {
  const sum = (name: 'value' | 'unknown') => each.reduce((total, { measure }) => total + (measure[name] ?? 0), 0)
  const [explanation, example, advice] = each.map(({ measure }) => measure)
  if (explanation === undefined || example === undefined || advice === undefined) throw new Error('three kinds of help')
  return {
    status: 'done',
    measures: {
      kinds: { value: sum('value'), unknown: sum('unknown'), outOf: kinds.length },
      explanation,
      example,
      advice,
    },
    findings: each.flatMap(({ finding }) => finding ?? []),
  }
}

/** Where help may stand: a text without white space, and what proves it. */
interface Place {
  text: string
  evidence: readonly [Evidence, ...Evidence[]]
  url: string
  isHelp: boolean
}

/** Pages that links like 檢索說明 lead to, then the pages of results that came. */
function placesOf(snapshot: Snapshot, trial: Trial, terms: SearchTerms): Place[] {
  const results = trial.content.queries.filter(wasAnswered).map((query) => resultPlace(snapshot, trial, query))
  return [...helpPages(snapshot, trial, terms).map((page) => helpPlace(snapshot, page)), ...results]
}

function helpPages(snapshot: Snapshot, trial: Trial, terms: SearchTerms): Page[] {
  const labelled = looseLinks(snapshot).filter(({ normal }) => matchesAny(normal, terms.help))
  const onSite = labelled.flatMap(({ link }) => (link.target === null ? [] : (snapshot.pageAt(link.target) ?? [])))
  const onResults = trial.content.queries
    .flatMap(({ links }) => links)
    .filter(({ text }) => matchesAny(unspaced(text), terms.help))
    .flatMap(({ url }) => snapshot.pageAt(url.replace(/#.*$/s, '')) ?? [])
  return [...new Set([...onSite, ...onResults])].slice(0, 5)
}

function helpPlace(snapshot: Snapshot, page: Page): Place {
  const text = unspaced(mainTextOf(snapshot, page))
  return { text, url: page.url, isHelp: true, evidence: [{ kind: 'resource', resourceId: page.resourceId }] }
}

function resultPlace(snapshot: Snapshot, trial: Trial, query: SearchQuery): Place {
  const evidence = queryEvidence(snapshot, trial, query)
  return { text: ownTextOf(query), url: query.url ?? query.from, isHelp: false, evidence }
}

/** Text of a page of results without its links: a title found is no word of the search, a link 檢索說明 no explanation. */
function ownTextOf({ text, links }: SearchQuery): string {
  const labels = [...new Set(links.map((link) => unspaced(link.text)))].filter((label) => label.length > 1)
  labels.sort((a, b) => b.length - a.length)
  return labels.reduce((rest, label) => rest.replaceAll(label, '|'), unspaced(text))
}

function judged(snapshot: Snapshot, trial: Trial, terms: SearchTerms, kind: Kind, places: readonly Place[]): Seen {
  const place = kind === 'advice' ? advicePlace(snapshot, trial, terms, places) : helpPlaceOf(kind, terms, places)
  const values = { kind: titles[kind] }
  const basis = [[kind]]
  if (place !== null) {
    const { url, evidence } = place
    return {
      measure: { value: 1, basis },
      finding: { key: [kind], messageId: 'offered', values, verdict: 'conforms', url, evidence },
    }
  }
  const url = snapshot.page(trial.artifact.pageId).url
  if (!wasSeen(snapshot, trial, terms, kind)) return { measure: { value: 0, unknown: 1, basis: [] }, finding: null }
  const looked = trial.content.queries.filter(wasAnswered).map((query) => queryEvidence(snapshot, trial, query)[0])
  const evidence = atLeastOne([...looked, trialEvidence(trial)])
  return {
    measure: { value: 0, basis },
    finding: { key: [kind], messageId: 'missing', values, verdict: 'violates', url, evidence },
  }
}

/** An example counts where searching is explained; the word 例如 on a page of results may be a result's. */
function helpPlaceOf(kind: 'explanation' | 'example', terms: SearchTerms, places: readonly Place[]): Place | null {
  const helps = places.filter(({ text, isHelp }) => (isHelp ? text.length >= 30 : matchesAny(text, terms.explanations)))
  if (kind === 'explanation') return helps[0] ?? null
  return helps.find(({ text }) => matchesAny(text, terms.examples)) ?? null
}

/** Advice stands where nothing was found, or on the page that tells how to search. */
function advicePlace(snapshot: Snapshot, trial: Trial, terms: SearchTerms, places: readonly Place[]): Place | null {
  const query = queryFor(trial, 'nonsense')
  if (wasAnswered(query) && adviceIn(query, terms)) return resultPlace(snapshot, trial, query)
  const isAdvice = ({ text, isHelp }: Place) =>
    isHelp && matchesAny(text, terms.nothing) && matchesAny(text, terms.advice)
  return places.find(isAdvice) ?? null
}

/** Words of advice near those that say that there is nothing: the footer of a page gives advice on browsers. */
function adviceIn(query: SearchQuery, terms: SearchTerms): boolean {
  const text = unspaced(query.text)
  if (!saysNothing(query, terms)) return false
  const at = Math.min(
    ...terms.nothing.map((source) => text.search(new RegExp(source, 'iu'))).filter((place) => place >= 0),
  )
  return matchesAny(text.slice(Math.max(0, at - 150), at + 300), terms.advice)
}

/** An absence is claimed where the pages were seen on which the help would stand. */
function wasSeen(snapshot: Snapshot, trial: Trial, terms: SearchTerms, kind: Kind): boolean {
  const query = queryFor(trial, kind === 'advice' ? 'nonsense' : 'title')
  if (!wasAnswered(query)) return false
  return kind === 'advice' ? saysNothing(query, terms) : isResultPage(snapshot, trial, terms, query)
}
