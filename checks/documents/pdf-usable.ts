import type { PdfFacts } from '../../store/model/document-file.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type DraftFinding, defineCheck } from '../check.ts'
import { nameOf, placeOf } from './document-evidence.ts'
import { collectDocuments, type OfferedDocument } from './offered-document.ts'

type State =
  | 'text'
  /** At least half of the pages read are pictures without text. */
  | 'scan'
  /** No text and no picture: lines, or nothing. */
  | 'no-text'
  | 'broken'
  | 'password'
  /** Not fetched, or our reader gave up. */
  | 'unseen'

interface Judged {
  document: OfferedDocument
  state: State
  /** `null` when the file did not open to us. */
  pdf: PdfFacts | null
}

/** Do PDF files open, and can their text be read? Source: 000:149, facts 5 (具文字屬性之 PDF), peers A3. */
export default defineCheck({
  id: 'documents/pdf-usable',
  version: 2,
  question: 'PDF文件是否可開啟，且具文字、標籤、標題及語言？',
  needs: [],
  measures: {
    text: { title: '具文字層之PDF', unit: 'file' },
    tagged: { title: '具標籤（tagged）之PDF', unit: 'file' },
    described: { title: '載明標題及語言之PDF', unit: 'file' },
  },
  messages: {
    broken: '「{name}」PDF 檔案不完整或已損毀，無法開啟。',
    scan: '「{name}」經讀取之{examined}頁中，{scanned}頁為圖像而無文字，請確認是否為掃描檔，並改提供具文字屬性之 PDF。',
    password: '「{name}」PDF 須輸入密碼始能開啟，請確認是否可供民眾使用。',
  },
  run(snapshot) {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法查核文件。' }
    const judged = collectDocuments(snapshot).flatMap(judge)
    if (judged.length === 0) return { status: 'not-applicable', reason: '本次查核範圍內未見PDF文件。' }
    return {
      status: 'done',
      measures: {
        text: count(judged, ({ state }) => textOf(state)),
        tagged: count(judged, ({ pdf }) => pdf?.isTagged ?? null),
        described: count(judged, ({ pdf }) => isDescribed(pdf)),
      },
      findings: judged.flatMap((one) => findingOf(snapshot, one)),
    }
  },
})

/** `null`: nobody can say. */
function count(judged: readonly Judged[], answerOf: (one: Judged) => boolean | null) {
  const answers = judged.map(answerOf)
  const isAnswer = (wanted: boolean | null) => answers.filter((answer) => answer === wanted).length
  return { value: isAnswer(true), unknown: isAnswer(null), outOf: judged.length }
}

function textOf(state: State): boolean | null {
  if (state === 'text') return true
  return state === 'scan' || state === 'broken' ? false : null
}

function isDescribed(pdf: PdfFacts | null): boolean | null {
  if (pdf === null || pdf.title === null || pdf.language === null) return null
  return pdf.title !== '' && pdf.language !== ''
}

function judge(document: OfferedDocument): Judged[] {
  const { file, resource, promised } = document
  if (file === null) {
    const isUnseen = resource === null || resource.outcome.kind === 'failure'
    return promised === 'pdf' && isUnseen ? [{ document, state: 'unseen', pdf: null }] : []
  }
  return file.detected === 'pdf' ? [{ document, state: stateOf(document), pdf: file.facts.pdf }] : []
}

function stateOf({ file }: OfferedDocument): State {
  const facts = file?.facts
  if (facts?.isReadable === false) return 'broken'
  const pdf = facts?.pdf ?? null
  if (pdf?.needsPassword === true) return 'password'
  if (pdf === null || pdf.examinedPages === 0) return 'unseen'
  if (pdf.scannedPages * 2 >= pdf.examinedPages) return 'scan'
  return pdf.textPages > 0 ? 'text' : 'no-text'
}

function findingOf(
  snapshot: Snapshot,
  { document, state, pdf }: Judged,
): DraftFinding<'broken' | 'scan' | 'password'>[] {
  if (state !== 'broken' && state !== 'scan' && state !== 'password') return []
  const pages = { examined: pdf?.examinedPages ?? 0, scanned: pdf?.scannedPages ?? 0 }
  const values = { name: nameOf([document]), ...(state === 'scan' && pages) }
  const verdict = state === 'broken' ? 'violates' : 'needs-review'
  return [{ ...placeOf(snapshot, document), messageId: state, values, verdict }]
}
