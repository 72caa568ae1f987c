import type { SearchQuery } from '../../store/model/artifact.ts'
import type { SearchTerms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type Answer, type DraftFinding, type DraftMeasure, defineCheck } from '../check.ts'
import { ignoresWords, isError, judgeKnownWord, type KnownWordVerdict } from './judge-query.ts'
import { queryEvidence, queryFor, type Trial, trialEvidence, wasAnswered, whyUntried } from './read-trial.ts'
import { hitsOf, resultLinks, saysNothing } from './results.ts'
import { trialWithField } from './trial-with-field.ts'

type MeasureName = 'titleWord' | 'bodyWord' | 'nonsense' | 'escaped'
type Message =
  | 'title-found'
  | 'title-missed'
  | 'body-found'
  | 'body-missed'
  | 'unclear'
  | 'error'
  | 'honest'
  | 'silent'
  | 'ignores-words'
  | 'offers-others'
  | 'escaped'
  | 'unescaped'
  | 'markup-error'
  | 'untried'
type Finding = DraftFinding<Message>

/** Does the site's own search find what is there, and say so when there is nothing? Source: 000:156, 002:30, 002:117. */
export default defineCheck({
  id: 'search/works',
  version: 2,
  question: '站內檢索是否實際可用？',
  needs: ['search-trial'],
  measures: {
    titleWord: { title: '以標題詞可檢得該網頁', unit: 'trial' },
    bodyWord: { title: '以僅見於內文之詞可檢得該網頁', unit: 'trial' },
    nonsense: { title: '查無資料時據實告知', unit: 'trial' },
    escaped: { title: '含引號及標籤之檢索詞妥為處理', unit: 'trial' },
  },
  messages: {
    'title-found': '以標題詞「{words}」檢索，檢得 {hits} 筆相符結果。',
    'title-missed': '以標題詞「{words}」檢索，系統表示查無資料；該詞見於 {expected} 頁之標題。',
    'body-found': '以僅見於內文之「{words}」檢索，可檢得該網頁（全文檢索）。',
    'body-missed': '以僅見於內文之「{words}」檢索，系統表示查無資料，未能檢索全文。',
    unclear: '以「{words}」檢索，結果中未見含該詞之網頁，請人工確認。',
    error: '以「{words}」檢索，系統回應錯誤（狀態碼 {status}）。',
    honest: '以無意義字串檢索，系統據實表示查無資料。',
    silent: '以無意義字串檢索，未見查無資料之說明，請人工確認。',
    'ignores-words': '以無意義字串檢索，結果與以「{words}」檢索完全相同，檢索詞未發生作用。',
    'offers-others': '以無意義字串檢索，仍列出結果，請人工確認是否為近似結果。',
    escaped: '檢索詞含引號及標籤時，未被當作網頁語法。',
    unescaped: '檢索詞中之標籤照原樣成為網頁語法，有跨網站指令碼（XSS）之虞。',
    'markup-error': '檢索詞含引號及標籤時，系統回應錯誤（狀態碼 {status}）。',
    untried: '{why}，請人工試用。',
  },
  run(snapshot, { terms }): Answer<MeasureName, Message> {
    const trial = trialWithField(snapshot, terms.search)
    if ('status' in trial) return trial
    const why = whyUntried(trial.content)
    return why === null ? judged(snapshot, trial, terms.search) : unjudged(snapshot, trial, why)
  },
})

function unjudged(snapshot: Snapshot, trial: Trial, why: string): Answer<MeasureName, Message> {
  const url = snapshot.page(trial.artifact.pageId).url
  const evidence = [trialEvidence(trial)] as const
  const question: Finding = {
    key: ['trial'],
    messageId: 'untried',
    values: { why },
    verdict: 'needs-review',
    url,
    evidence,
  }
  const open = { value: 0, unknown: 1 }
  const measures = { titleWord: open, bodyWord: open, nonsense: open, escaped: open }
  return { status: 'done', measures, findings: [question] }
}

interface Judged {
  measure: DraftMeasure
  findings: readonly Finding[]
}

function judged(snapshot: Snapshot, trial: Trial, terms: SearchTerms): Answer<MeasureName, Message> {
  const title = judgedWord(snapshot, trial, terms, 'title')
  const body = judgedWord(snapshot, trial, terms, 'body')
  const nonsense = judgedNonsense(snapshot, trial, terms)
  const escaped = judgedMarkup(snapshot, trial)
  const each = { titleWord: title, bodyWord: body, nonsense, escaped }
  const measureOf = (name: MeasureName) => each[name].measure
  return {
    status: 'done',
    measures: {
      titleWord: measureOf('titleWord'),
      bodyWord: measureOf('bodyWord'),
      nonsense: measureOf('nonsense'),
      escaped: measureOf('escaped'),
    },
    findings: Object.values(each).flatMap(({ findings }) => findings),
  }
}

const wordMessages: Readonly<Record<KnownWordVerdict, { title: Message | null; body: Message | null }>> = {
  found: { title: 'title-found', body: 'body-found' },
  missed: { title: 'title-missed', body: 'body-missed' },
  error: { title: 'error', body: 'error' },
  unclear: { title: 'unclear', body: 'unclear' },
  unanswered: { title: null, body: null },
  unasked: { title: null, body: null },
  ignored: { title: null, body: null },
}

function judgedWord(snapshot: Snapshot, trial: Trial, terms: SearchTerms, purpose: 'title' | 'body'): Judged {
  const verdict = judgeKnownWord(snapshot, trial, terms, purpose)
  const query = queryFor(trial, purpose)
  const messageId = wordMessages[verdict][purpose]
  if (verdict === 'ignored') return { measure: { value: 0, basis: [['nonsense']] }, findings: [] }
  if (query === null || messageId === null) return unknown(purpose, [])
  const values = {
    hits: hitsOf(snapshot, trial, query).length,
    expected: query.expected.length,
    status: query.status ?? 0,
  }
  const found = { messageId, values: { words: query.words, ...values } }
  if (verdict === 'found')
    return known(purpose, 1, findingOf(snapshot, trial, query, { ...found, verdict: 'conforms' }))
  if (verdict === 'unclear')
    return unknown(purpose, [findingOf(snapshot, trial, query, { ...found, verdict: 'needs-review' })])
  return known(purpose, 0, findingOf(snapshot, trial, query, { ...found, verdict: 'violates' }))
}

function judgedNonsense(snapshot: Snapshot, trial: Trial, terms: SearchTerms): Judged {
  const query = queryFor(trial, 'nonsense')
  // A 404 that says so is an answer as well.
  if (query === null || query.outcome !== 'shown' || isError(query)) return unknown('nonsense', [])
  const say = (messageId: Message, verdict: Finding['verdict'], values: Finding['values'] = {}) =>
    findingOf(snapshot, trial, query, { messageId, verdict, values })
  if (ignoresWords(snapshot, trial, terms)) {
    const words = queryFor(trial, 'title')?.words ?? ''
    return known('nonsense', 0, say('ignores-words', 'violates', { words }))
  }
  if (saysNothing(query, terms)) return known('nonsense', 1, say('honest', 'conforms'))
  const hasResults = resultLinks(snapshot, trial, query).length > 0
  return unknown('nonsense', [say(hasResults ? 'offers-others' : 'silent', 'needs-review')])
}

/** A server that refuses such words is not deceived by them. */
function judgedMarkup(snapshot: Snapshot, trial: Trial): Judged {
  const query = queryFor(trial, 'markup')
  if (query === null || query.outcome !== 'shown') return unknown('escaped', [])
  const say = (messageId: Message, verdict: Finding['verdict']) =>
    findingOf(snapshot, trial, query, { messageId, verdict, values: { status: query.status ?? 0 } })
  if (query.echo === 'markup') return known('escaped', 0, say('unescaped', 'violates'))
  if (!isError(query)) return known('escaped', 1, say('escaped', 'conforms'))
  // Where every query fails, that is told of the others.
  const isAlone = wasAnswered(queryFor(trial, 'title'))
  return isAlone ? known('escaped', 0, say('markup-error', 'violates')) : unknown('escaped', [])
}

type Said = Pick<Finding, 'messageId' | 'verdict' | 'values'>

function findingOf(snapshot: Snapshot, trial: Trial, query: SearchQuery, said: Said): Finding {
  return {
    key: [query.purpose],
    url: query.url ?? query.from,
    evidence: queryEvidence(snapshot, trial, query),
    ...said,
  }
}

function known(purpose: string, value: 0 | 1, finding: Finding): Judged {
  return { measure: { value, basis: [[purpose]] }, findings: [finding] }
}

function unknown(purpose: string, findings: readonly Finding[]): Judged {
  return { measure: { value: 0, unknown: 1, basis: findings.length === 0 ? [] : [[purpose]] }, findings }
}
