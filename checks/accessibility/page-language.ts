import type { Page } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type DraftFinding, defineCheck } from '../check.ts'
import { atLeastOne } from '../element-evidence.ts'
import { groupBy } from '../group-by.ts'
import { domOf, isReadable, mainTextOf, nodeEvidence, type Placed } from '../seen-page.ts'

type Message = 'foreign' | 'chinese'
type State = Message | 'agrees' | 'unknown'

/** Letters; fewer tell no language. A Han one says as much as four others. */
const tellingLength = 200
/** Shares of Han among the letters: a page in Latin letters has fewer, menus in Chinese included; a Chinese page has more. */
const [fewHan, mostlyHan] = [0.12, 0.6]
const maxEvidence = 3

/** Is a page written in the language it is marked with? Source: 002:29 (4), 000:162; WCAG 3.1.1 (A). */
export default defineCheck({
  id: 'accessibility/page-language',
  version: 1,
  question: '網頁標示之語言（lang）是否與內容相符？',
  needs: [],
  measures: { pages: { title: '標示之語言與內容相符之網頁', unit: 'page' } },
  messages: {
    foreign: '網頁標示為中文（lang="{language}"），內容似為外文，共 {pages} 頁（成功準則3.1.1，A等級），請人工確認。',
    chinese: '網頁標示為外文（lang="{language}"），內容似為中文，共 {pages} 頁（成功準則3.1.1，A等級），請人工確認。',
  },
  run(snapshot) {
    const marked = snapshot.pages().filter(({ refreshUrl, language }) => refreshUrl === null && (language ?? '') !== '')
    if (marked.length === 0) return { status: 'undetermined', reason: '未取得標示語言之網頁，無法查核。' }
    const judged = marked.map((page) => ({ page, state: stateOf(snapshot, page) }))
    const count = (state: State) => judged.filter((one) => one.state === state).length
    const doubtful = groupBy(judged, ({ page, state }) => (isMessage(state) ? `${state} ${page.language}` : null))
    return {
      status: 'done',
      measures: { pages: { value: count('agrees'), unknown: marked.length - count('agrees'), outOf: marked.length } },
      findings: [...doubtful.values()].flatMap((alike) => findingOf(snapshot, alike)),
    }
  },
})

function isMessage(state: State): state is Message {
  return state === 'foreign' || state === 'chinese'
}

function stateOf(snapshot: Snapshot, page: Page): State {
  if (!isReadable(snapshot, page)) return 'unknown'
  const letters = mainTextOf(snapshot, page).replace(/[^\p{L}]/gu, '')
  const han = letters.match(/\p{Script=Han}/gu)?.length ?? 0
  if (letters.length + 3 * han < tellingLength) return 'unknown'
  const share = han / letters.length
  const isChinese = /^zh\b/i.test(page.language ?? '')
  if (isChinese && share < fewHan) return 'foreign'
  return !isChinese && share > mostlyHan && !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letters)
    ? 'chinese'
    : 'agrees'
}

function findingOf(snapshot: Snapshot, alike: readonly { page: Page; state: State }[]): DraftFinding<Message>[] {
  const [first] = alike
  if (first === undefined || !isMessage(first.state)) return []
  const { page, state } = first
  const language = page.language ?? ''
  const roots = alike.slice(0, maxEvidence).flatMap((one) => {
    const [root] = domOf(snapshot, one.page)('html').toArray()
    return root === undefined ? [] : [nodeEvidence(snapshot, one.page, root as Placed)]
  })
  const pages = alike.length
  return [
    {
      key: [state, language],
      messageId: state,
      values: { language, pages },
      verdict: 'needs-review',
      url: page.url,
      pages,
      evidence: atLeastOne(roots),
    },
  ]
}
