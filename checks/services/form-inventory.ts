import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type CheckContext, type DraftFinding, defineCheck } from '../check.ts'
import { isCutShort } from '../cut-short.ts'
import { evidenceOf } from '../documents/document-evidence.ts'
import { atLeastOne } from '../element-evidence.ts'
import { type BlankForm, blankForms } from './forms/blank-forms.ts'
import { duplicatesAmong } from './forms/duplicates.ts'

type Message = 'managed' | 'unnumbered' | 'unclassified' | 'duplicate'

/** Which blank forms the site offers, and are they managed: numbered, dated, classified, each once? Source: 003:283. */
export default defineCheck({
  id: 'services/form-inventory',
  version: 3,
  question: '電子表單是否統一格式（版型、編號、加註服務分類），且無重複？',
  needs: [],
  measures: {
    forms: { title: '可下載之表單', unit: 'form' },
    numbered: { title: '載有編號之表單', unit: 'form' },
    versioned: { title: '載有版次或修訂日期之表單', unit: 'form' },
    classified: { title: '加註服務分類之表單', unit: 'form' },
    duplicates: { title: '同名而內容不同之表單', unit: 'form' },
    copies: { title: '內容完全相同之重複檔案', unit: 'file' },
  },
  messages: {
    managed: '{count}種表單均載有編號並加註服務分類，未見重複。',
    unnumbered: '{outOf}種表單中，{count}種未見編號：{names}，請確認是否載於表單內。',
    unclassified: '{outOf}種表單中，{count}種未見加註服務分類：{names}，請人工確認。',
    duplicate: '「{name}」有{count}份內容不同之檔案，請確認是否為舊版或可簡併。',
  },
  run(snapshot, { terms }: CheckContext) {
    const forms = blankForms(snapshot, terms)
    if (forms.length === 0) return withoutForms(snapshot)
    const unnumbered = forms.filter(({ line }) => line.number === null)
    const unclassified = forms.filter(({ isClassified }) => !isClassified)
    const duplicates = duplicatesAmong(forms)
    const outOf = forms.length
    const share = (lacking: number, unknown: number) => ({ value: outOf - lacking, unknown, outOf })
    const undated = forms.filter(({ line }) => line.version === null).length
    return {
      status: 'done',
      measures: {
        forms: { value: outOf },
        // The file itself may bear a number or a date: its text is not kept.
        numbered: { ...share(unnumbered.length, unnumbered.length), basis: keysOf('unnumbered', unnumbered) },
        versioned: { ...share(undated, undated), basis: [] },
        classified: { ...share(unclassified.length, unclassified.length), basis: keysOf('unclassified', unclassified) },
        duplicates: {
          value: duplicates.reduce((sum, { members }) => sum + members.length, 0),
          basis: duplicates.map(({ name }) => ['duplicate', name]),
        },
        copies: { value: forms.reduce((sum, { line }) => sum + line.copies, 0), basis: [] },
      },
      findings: [
        ...lackingFinding(snapshot, 'unnumbered', unnumbered, outOf),
        ...lackingFinding(snapshot, 'unclassified', unclassified, outOf),
        ...duplicates.map(({ name, members }) => duplicateFinding(snapshot, name, members)),
        ...(unnumbered.length + unclassified.length + duplicates.length === 0 ? [managed(snapshot, forms)] : []),
      ],
      detail: { kind: 'forms', forms: forms.map(({ line }) => line) },
    }
  },
})

function withoutForms(snapshot: Snapshot) {
  if (snapshot.pages().length === 0 || isCutShort(snapshot))
    return { status: 'undetermined' as const, reason: '網站未能完整查核，無法判定有無可下載之表單。' }
  return { status: 'not-applicable' as const, reason: '未見可下載之表單。' }
}

function keysOf(key: string, forms: readonly BlankForm[]): string[][] {
  return forms.length === 0 ? [] : [[key]]
}

const mostNames = 8

function lackingFinding(
  snapshot: Snapshot,
  messageId: 'unnumbered' | 'unclassified',
  forms: readonly BlankForm[],
  outOf: number,
): DraftFinding<Message>[] {
  if (forms.length === 0) return []
  const names = forms.slice(0, mostNames).map(({ line }) => `「${line.title}」`)
  const shown = `${names.join('、')}${forms.length > mostNames ? '等' : ''}`
  return [
    { ...placeOf(snapshot, forms), key: [messageId], messageId, values: { count: forms.length, outOf, names: shown } },
  ]
}

function duplicateFinding(snapshot: Snapshot, name: string, members: readonly BlankForm[]): DraftFinding<Message> {
  return {
    ...placeOf(snapshot, members),
    ...{ key: ['duplicate', name], messageId: 'duplicate', values: { name, count: members.length } },
  }
}

function managed(snapshot: Snapshot, forms: readonly BlankForm[]): DraftFinding<Message> {
  const values = { count: forms.length }
  return { ...placeOf(snapshot, forms), key: ['managed'], messageId: 'managed', values, verdict: 'conforms' }
}

/** The first page that offers one of them, and the first files as evidence. */
function placeOf(snapshot: Snapshot, forms: readonly BlankForm[]) {
  const documents = forms.flatMap((form) => form.documents)
  const pages = [...new Set(forms.flatMap(({ line }) => line.pages))].sort()
  return {
    verdict: 'needs-review' as const,
    url: pages[0] ?? snapshot.run.start,
    pages: Math.max(1, pages.length),
    evidence: atLeastOne(documents.slice(0, 5).flatMap((document) => evidenceOf(snapshot, document))),
  }
}
