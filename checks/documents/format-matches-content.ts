import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type DraftFinding, defineCheck } from '../check.ts'
import { nameOf, placeOf, shownFormat } from './document-evidence.ts'
import { type FormatState, judgeFormat, promiseOf } from './judge-format.ts'
import { collectDocuments, type OfferedDocument } from './offered-document.ts'

type Message = Exclude<FormatState, 'matches' | 'unseen'>

/** States that the bytes prove. */
const violations: readonly FormatState[] = ['misnamed', 'empty', 'broken']

/** Are documents what they are called? Judged by bytes. Source: 000:149, 002:114, facts 5. */
export default defineCheck({
  id: 'documents/format-matches-content',
  version: 3,
  question: '文件內容是否與標示之格式相符，且可開啟？',
  needs: [],
  measures: { matching: { title: '內容與標示格式相符之文件', unit: 'file' } },
  messages: {
    misnamed: '「{name}」標示為 {named}，檔案內容實為 {actual}：請提供正確格式之檔案，勿僅更改副檔名。',
    empty: '「{name}」為空檔（0 位元組）。',
    broken: '「{name}」（{named}）檔案不完整或已損毀，無法開啟。',
    sibling: '「{name}」標示為 {named}，檔案內容為 {actual}，開啟時可能出現警告，請確認。',
    unrecognised: '「{name}」標示為 {named}，檔案內容並非該格式（{actual}），請人工開啟確認。',
    'page-instead': '「{name}」標示為 {named}，實際回應網頁，請人工開啟確認是否為錯誤訊息或拒絕自動查核。',
    locked: '「{name}」（{named}）設有密碼，無法查核內容，請確認是否可供民眾使用。',
  },
  run(snapshot) {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法查核文件。' }
    const judged = collectDocuments(snapshot).flatMap((document) => {
      const state = judgeFormat(snapshot, document)
      return state === null ? [] : [{ document, state }]
    })
    if (judged.length === 0) return { status: 'not-applicable', reason: '本次查核範圍內未見標示格式之文件。' }
    const count = (states: readonly FormatState[]) => judged.filter(({ state }) => states.includes(state)).length
    const value = count(['matches'])
    const unknown = judged.length - value - count(violations)
    return {
      status: 'done',
      measures: { matching: { value, unknown, outOf: judged.length } },
      findings: judged.flatMap(({ document, state }) => findingOf(snapshot, document, state)),
    }
  },
})

function findingOf(snapshot: Snapshot, document: OfferedDocument, state: FormatState): DraftFinding<Message>[] {
  if (state === 'matches' || state === 'unseen') return []
  const values = {
    name: nameOf([document]),
    named: shownFormat(promiseOf(document)),
    actual: shownFormat(document.file?.detected ?? null),
  }
  const verdict = violations.includes(state) ? 'violates' : 'needs-review'
  return [{ ...placeOf(snapshot, document), messageId: state, values, verdict }]
}
