import type { DocumentVerdict } from '../../store/model/check-result.ts'
import type { FileFormat } from '../../store/model/document-file.ts'
import type { Pattern } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type DraftFinding, defineCheck } from '../check.ts'
import { atLeastOne } from '../element-evidence.ts'
import { isBlankForm } from './blank-form.ts'
import { evidenceOf, shownFormat } from './document-evidence.ts'
import { isOffice } from './document-formats.ts'
import { findTwins } from './find-twins.ts'
import { trueFormat, verdictOf } from './judge-document.ts'
import { type Group, judgeGroup } from './judge-group.ts'
import { odfAlike } from './odf-alike.ts'
import { collectDocuments, type OfferedDocument } from './offered-document.ts'

type Message = Exclude<Group['state'], 'offered' | 'unread' | 'not-editable'> | 'pdf-form' | 'not-looked-into'

/** States that are proven by bytes, or by a confirmed 404. */
const violations: readonly Group['state'][] = ['office-only', 'renamed', 'odf-dead', 'office-in-archive']

/** Are documents that can be edited offered as ODF? Source: 000:149, 002:114, facts 5. */
export default defineCheck({
  id: 'documents/editable-offered-as-odf',
  version: 6,
  question: '對外提供之可編輯文件是否採用ODF格式？',
  needs: [],
  measures: {
    editable: { title: '對外提供之可編輯文件', unit: 'file' },
    share: { title: '提供ODF格式之可編輯文件', unit: 'file', counts: 'conforms' },
  },
  messages: {
    'office-only': '「{name}」僅提供 {format}，未提供 ODF。',
    'odf-alike': '「{name}」僅提供 {format}，另有 ODF「{other}」；是否為同一文件，請人工確認。',
    renamed: '「{name}」標示為 ODF，檔案內容實為 {format}：檔案副檔名與實際格式不符。',
    'odf-dead': '「{name}」之 ODF 檔連結失效，僅能取得 {format}。',
    'odf-locked': '「{name}」之 ODF 檔設有密碼，無法查核內容，請人工確認是否可供編輯。',
    'odf-unread': '「{name}」提供 {format}，其 ODF 檔無法查核，請人工開啟確認。',
    'in-archive': '「{name}」提供 {format} 及壓縮檔，請人工確認壓縮檔內是否含 ODF。',
    'office-in-archive': '「{name}」為壓縮檔，其中可編輯文件均為 Office 格式（{format}），未提供 ODF。',
    'not-looked-into': '「{name}」為壓縮檔，未能查核其內容，請人工確認是否含可編輯文件及 ODF。',
    'pdf-form': '「{name}」似為供民眾填寫之表單，僅提供 PDF；如非必須手寫者，請提供 ODF。',
  },
  run(snapshot, { terms }) {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法查核文件。' }
    const judged = findTwins(snapshot, collectDocuments(snapshot)).map(judgeGroup)
    const groups = judged.map((group) => withAlike(group, odfAlike(group, judged)))
    return {
      status: 'done',
      measures: countGroups(groups.filter(({ state }) => state !== 'not-editable')),
      findings: groups.flatMap((group) => findingsOf(snapshot, group, terms.documents.formLabels)),
      detail: { kind: 'documents', verdicts: verdictsOf(groups) },
    }
  },
})

function withAlike(group: Group, alike: Group | null): Group {
  return alike === null ? group : { ...group, state: 'odf-alike', alike: alike.name }
}

function countGroups(groups: readonly Group[]) {
  const count = (states: readonly Group['state'][]) => groups.filter(({ state }) => states.includes(state)).length
  const unread = count(['unread'])
  const offered = count(['offered'])
  const unknown = groups.length - offered - count(violations)
  return {
    editable: { value: groups.length - unread, unknown: unread },
    share: { value: offered, unknown, outOf: groups.length },
  }
}

function findingsOf(snapshot: Snapshot, group: Group, formLabels: readonly Pattern[]): DraftFinding<Message>[] {
  const messageId = messageOf(group, formLabels)
  const [first] = group.members
  if (messageId === null || first === undefined) return []
  const verdict = violations.includes(group.state) ? 'violates' : 'needs-review'
  const { address } = first.document
  const values = { name: group.name, format: formatsOf(group), ...(group.alike !== null && { other: group.alike }) }
  const pages = new Set(group.members.flatMap(({ document }) => document.links.map(({ pageId }) => pageId))).size
  const evidence = atLeastOne(group.members.flatMap(({ document }) => evidenceOf(snapshot, document)))
  const uncounted = group.state === 'not-editable' ? { isUncounted: true as const } : {}
  return [{ key: [address], messageId, values, verdict, url: address, pages, evidence, ...uncounted }]
}

function messageOf({ state, members }: Group, formLabels: readonly Pattern[]): Message | null {
  if (state === 'offered' || state === 'unread') return null
  if (state !== 'not-editable') return state
  if (members.some(({ member, document }) => member === 'archive' && document.file !== null)) return 'not-looked-into'
  const isPdf = members.every(({ member }) => member === 'final')
  return isPdf && members.some(({ document }) => isBlankForm(document, formLabels)) ? 'pdf-form' : null
}

/** The formats that can be had, as in 「DOCX、PDF」. */
function formatsOf({ members }: Group): string {
  const had = members.filter(({ member }) => member === 'office' || member === 'final')
  const formats = [
    ...had.map(({ document }) => trueFormat(document) ?? document.promised ?? ''),
    ...members.flatMap(({ document, member }) => (member === 'archive-office' ? officeIn(document) : [])),
  ]
  return [...new Set(formats)].sort().map(shownFormat).join('、')
}

function officeIn({ file }: OfferedDocument): FileFormat[] {
  return (Object.keys(file?.facts.archive?.formats ?? {}) as FileFormat[]).filter(isOffice)
}

function verdictsOf(groups: readonly Group[]): Record<string, DocumentVerdict> {
  const verdicts = groups.flatMap(({ members, state }) =>
    members
      .filter(({ member }) => member !== 'office' || state === 'offered' || violations.includes(state))
      .map(({ document, member }) => [document.address, verdictOf(member, state === 'offered')] as const),
  )
  return Object.fromEntries(verdicts.sort(([a], [b]) => (a < b ? -1 : 1)))
}
