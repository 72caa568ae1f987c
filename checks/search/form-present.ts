import type { Evidence } from '../../store/model/evidence.ts'
import type { Link } from '../../store/model/link.ts'
import type { Form, Page } from '../../store/model/page.ts'
import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type Answer, type DraftFinding, defineCheck } from '../check.ts'
import { atLeastOne, elementEvidence } from '../element-evidence.ts'
import { matchesAny, normaliseLabel } from '../labels.ts'
import { isServed } from '../seen-page.ts'
import { judgeKnownWord } from './judge-query.ts'
import { queryEvidence, queryFor, readTrial } from './read-trial.ts'
import { hitsOf } from './results.ts'
import { hasExternalEngine, scriptedFields } from './scripted-fields.ts'
import { type SearchKind, searchKindOf } from './search-control.ts'

type Message = 'found' | 'tried' | 'external' | 'maybe' | 'scripted' | 'elsewhere' | 'absent'
type Reply = Answer<'forms', Message>

const maxEvidence = 5

/** Can the site be searched from its home page? Source: 002:30, 000:156, 003:248-251; facts 6.4. */
export default defineCheck({
  id: 'search/form-present',
  version: 4,
  question: '網站首頁是否提供站內檢索？',
  needs: [],
  measures: { forms: { title: '站內檢索', unit: 'form' } },
  messages: {
    found: '首頁或其連結之檢索頁提供站內檢索表單。',
    tried: '經實際於檢索欄位輸入「{words}」，檢得 {hits} 筆相符結果。',
    external: '網站檢索似使用外部搜尋引擎，請人工確認檢索結果是否限於本網站。',
    maybe: '首頁有輸入欄位及查詢按鈕，惟未標示檢索範圍，請人工確認是否為站內檢索。',
    scripted: '檢索欄位由程式運作，未置於表單中，請人工確認可否檢索。',
    elsewhere: '首頁未見站內檢索，惟其他網頁有檢索欄位，請人工確認檢索範圍。',
    absent: '首頁及其連結之網頁均未見站內檢索表單。',
  },
  run(snapshot, { terms }) {
    const home = snapshot.homePage()
    if (home === null) return { status: 'undetermined', reason: '未取得首頁，無法查核站內檢索。' }
    const reply = replyFor(snapshot, home, terms.search)
    return isCertain(reply) ? reply : (triedReply(snapshot, home, terms.search) ?? reply)
  },
})

/** True when every page was seen that could hold a search, and none does. */
export function absentSearch(snapshot: Snapshot, terms: Terms['search']): boolean {
  const home = snapshot.homePage()
  const reply = home === null ? null : replyFor(snapshot, home, terms)
  return reply?.status === 'done' && reply.findings.some(({ messageId }) => messageId === 'absent')
}

function isCertain(reply: Reply): boolean {
  return reply.status === 'done' && reply.findings.some(({ messageId }) => messageId === 'found')
}

/** What looks doubtful in the source is a search where using it found what was looked for. */
function triedReply(snapshot: Snapshot, home: Page, terms: Terms['search']): Reply | null {
  const trial = readTrial(snapshot)
  const query = trial === null ? null : queryFor(trial, 'title')
  if (trial === null || query === null || judgeKnownWord(snapshot, trial, terms, 'title') !== 'found') return null
  const values = { words: query.words, hits: hitsOf(snapshot, trial, query).length }
  return answer(home, 'tried', queryEvidence(snapshot, trial, query), values)
}

function replyFor(snapshot: Snapshot, home: Page, terms: Terms['search']): Reply {
  const links = searchLinks(snapshot, home, terms)
  const pages = [home, ...framesOf(snapshot, home), ...links.flatMap((link) => pageOf(snapshot, link))]
  const forms = pages.flatMap((page) => snapshot.forms(page.id))
  const answers: [Message, Evidence[]][] = [
    ['found', formsOf(snapshot, forms, 'search', terms)],
    ['external', externalEvidence(snapshot, home, forms, links, terms)],
    ['maybe', formsOf(snapshot, forms, 'maybe', terms)],
    ['scripted', pages.flatMap((page) => scriptedFields(snapshot, page, terms))],
  ]
  const [messageId, evidence] = answers.find(([, seen]) => seen.length > 0) ?? [null, []]
  if (messageId !== null) return answer(home, messageId, evidence)
  const unseen = reasonNotToSay(snapshot, home, links)
  return unseen ?? answerWithout(snapshot, home, pages, terms)
}

/** Links of the home page that say 搜尋, 全站檢索 ...: the search may stand behind them. */
function searchLinks(snapshot: Snapshot, home: Page, terms: Terms['search']): Link[] {
  const links = snapshot.linksOf(home.id).filter(({ kind, target }) => kind === 'hyperlink' && target !== null)
  return links.filter(({ text }) => matchesAny(normaliseLabel(text), terms.buttons))
}

function pageOf(snapshot: Snapshot, { target }: Link): Page[] {
  const page = target === null ? null : snapshot.pageAt(target)
  return page === null ? [] : [page]
}

function framesOf(snapshot: Snapshot, home: Page): Page[] {
  return snapshot
    .linksOf(home.id)
    .filter(({ kind }) => kind === 'frame')
    .flatMap((link) => pageOf(snapshot, link))
}

function formsOf(snapshot: Snapshot, forms: readonly Form[], kind: SearchKind, terms: Terms['search']): Evidence[] {
  return forms.filter((form) => searchKindOf(form, terms) === kind).map((form) => elementEvidence(snapshot, form))
}

function externalEvidence(
  snapshot: Snapshot,
  home: Page,
  forms: readonly Form[],
  links: readonly Link[],
  terms: Terms['search'],
): Evidence[] {
  const outside = links.filter(({ isInternal }) => !isInternal).map((link) => elementEvidence(snapshot, link))
  const byForm = [...formsOf(snapshot, forms, 'external', terms), ...outside]
  if (byForm.length > 0 || !hasExternalEngine(snapshot, home, terms)) return byForm
  return [{ kind: 'resource', resourceId: home.resourceId }]
}

function answer(
  home: Page,
  messageId: Message,
  evidence: readonly Evidence[],
  values: DraftFinding['values'] = {},
): Reply {
  const verdict =
    messageId === 'found' || messageId === 'tried' ? 'conforms' : messageId === 'absent' ? 'violates' : 'needs-review'
  const finding: DraftFinding<Message> = {
    key: ['site-search'],
    messageId,
    values,
    verdict,
    url: home.url,
    evidence: atLeastOne(evidence.slice(0, maxEvidence)),
  }
  const forms = { value: verdict === 'conforms' ? 1 : 0, unknown: verdict === 'needs-review' ? 1 : 0 }
  return { status: 'done', measures: { forms }, findings: [finding] }
}

/** An absence is claimed only when every page was seen that could hold the search. */
function reasonNotToSay(snapshot: Snapshot, home: Page, links: readonly Link[]): Reply | null {
  if (home.refreshUrl !== null)
    return {
      status: 'undetermined',
      reason: `首頁將瀏覽者自動轉往 ${home.refreshUrl}，未能取得該網頁，無法判定有無站內檢索。`,
    }
  if (home.isShell && !isShownBySource(snapshot, home) && framesOf(snapshot, home).length === 0)
    return { status: 'undetermined', reason: '首頁內容由程式產生或幾無文字，無法判定有無站內檢索。' }
  const missed = links.find((link) => link.isInternal && pageOf(snapshot, link).length === 0)
  if (missed === undefined) return null
  return { status: 'undetermined', reason: `首頁連結之檢索頁未能取得：${missed.target ?? missed.href}` }
}

/** A page of few words without scripts and frames is what it shows. */
function isShownBySource(snapshot: Snapshot, home: Page): boolean {
  return isServed(snapshot, home) && !snapshot.linksOf(home.id).some(({ kind }) => kind === 'frame')
}

/** A start page may be a mere door, with the search on every page behind it, in a form or not. */
function fieldsElsewhere(snapshot: Snapshot, terms: Terms['search']): Evidence[] {
  const forms = snapshot.pages().flatMap((page) => snapshot.forms(page.id))
  const inForms = formsOf(snapshot, forms, 'search', terms)
  return inForms.length > 0 ? inForms : snapshot.pages().flatMap((page) => scriptedFields(snapshot, page, terms))
}

function answerWithout(snapshot: Snapshot, home: Page, pages: readonly Page[], terms: Terms['search']): Reply {
  const elsewhere = fieldsElsewhere(snapshot, terms)
  if (elsewhere.length > 0) return answer(home, 'elsewhere', elsewhere)
  const lookedFor = 'form 內之檢索欄位（關鍵字、搜尋、檢索、查詢）'
  return answer(home, 'absent', [{ kind: 'absence', lookedFor, pageIds: [...new Set(pages.map(({ id }) => id))] }])
}
