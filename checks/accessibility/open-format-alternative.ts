import type { Pattern } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type Answer, type DraftFinding, defineCheck } from '../check.ts'
import { evidenceOf, shownFormat } from '../documents/document-evidence.ts'
import { findTwins } from '../documents/find-twins.ts'
import { trueFormat } from '../documents/judge-document.ts'
import { type Group, judgeGroup } from '../documents/judge-group.ts'
import { collectDocuments } from '../documents/offered-document.ts'
import { rowsOf } from '../documents/rows.ts'
import { atLeastOne } from '../element-evidence.ts'
import { matchesAny, normaliseLabel } from '../labels.ts'

type Message = 'closed-only' | 'not-had' | 'html-beside'
type State = 'open' | Message

/** Is every Office file for download there in an open format too? Source: ME1320200C, level A, 3.2.2 (facts 4.4). */
export default defineCheck({
  id: 'accessibility/open-format-alternative',
  version: 1,
  question: '提供下載之Office檔案是否另有開放格式（ODF、PDF、HTML）？',
  needs: [],
  measures: {
    files: { title: '以Office格式提供之文件', unit: 'file' },
    withAlternative: { title: '另有開放格式之Office文件', unit: 'file' },
  },
  messages: {
    'closed-only': '「{name}」僅提供 {format}，未另提供開放格式（ODF、PDF 或 HTML）；檢測碼 ME1320200C（A等級）。',
    'not-had': '「{name}」提供 {format}，同組之其他檔案未能取得或無法查核，請人工確認是否為開放格式。',
    'html-beside': '「{name}」僅提供 {format}，旁有似為網頁版之連結，請人工確認內容是否相同。',
  },
  run(snapshot, { terms }) {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法查核文件。' }
    const groups = findTwins(snapshot, collectDocuments(snapshot)).map(judgeGroup)
    return answerFor(snapshot, groups, terms.accessibility.htmlAlternatives)
  },
})

function answerFor(
  snapshot: Snapshot,
  groups: readonly Group[],
  htmlWords: readonly Pattern[],
): Answer<'files' | 'withAlternative', Message> {
  const closed = groups.filter(hasClosed)
  const unread = groups.filter(({ state }) => state === 'unread').length
  if (closed.length === 0 && unread === 0)
    return { status: 'not-applicable', reason: '未見以Office格式提供下載之檔案。' }
  const judged = closed.map((group) => ({ group, state: stateOf(snapshot, group, htmlWords) }))
  const open = judged.filter(({ state }) => state === 'open').length
  const surelyClosed = judged.filter(({ state }) => state === 'closed-only').length
  return {
    status: 'done',
    measures: {
      files: { value: closed.length, unknown: unread },
      withAlternative: { value: open, unknown: closed.length - open - surelyClosed, outOf: closed.length },
    },
    findings: judged.flatMap(({ group, state }) => findingOf(snapshot, group, state)),
  }
}

/** Office files by their bytes. RTF is none of the formats the official tool asks about. */
function hasClosed({ members }: Group): boolean {
  return members.some(({ document, member }) => member === 'office' && trueFormat(document) !== 'rtf')
}

function stateOf(snapshot: Snapshot, group: Group, htmlWords: readonly Pattern[]): State {
  const has = (...kinds: readonly string[]) => group.members.some(({ member }) => kinds.includes(member))
  if (has('odf', 'odf-locked', 'archive-odf') || hasPdf(group)) return 'open'
  // A broken PDF is `other`: what was meant to be there is for a person to see.
  const isOpenPromised = group.members.some(({ document }) => document.promised === 'pdf')
  if (has('unread', 'dead', 'archive', 'final') || isOpenPromised) return 'not-had'
  return hasHtmlBeside(snapshot, group, htmlWords) ? 'html-beside' : 'closed-only'
}

function hasPdf({ members }: Group): boolean {
  return members.some(({ document, member }) => member === 'final' && document.file !== null)
}

/** A link in the same row or list item that calls itself the page of it. */
function hasHtmlBeside(snapshot: Snapshot, { members }: Group, words: readonly Pattern[]): boolean {
  return members
    .flatMap(({ document }) => document.links)
    .some((link) => {
      const row = rowsOf(snapshot.dom(snapshot.page(link.pageId)))
      const place = row(link.start)
      const beside = snapshot.linksOf(link.pageId).filter((other) => place !== null && row(other.start) === place)
      return beside.some(({ kind, text }) => kind === 'hyperlink' && matchesAny(normaliseLabel(text), words))
    })
}

function findingOf(snapshot: Snapshot, group: Group, state: State): DraftFinding<Message>[] {
  const [first] = group.members
  if (state === 'open' || first === undefined) return []
  const links = group.members.flatMap(({ document }) => document.links)
  const formats = group.members
    .filter(({ member }) => member === 'office')
    .map(({ document }) => shownFormat(trueFormat(document)))
  return [
    {
      key: [first.document.address],
      messageId: state,
      values: { name: group.name, format: [...new Set(formats)].sort().join('、') },
      verdict: state === 'closed-only' ? 'violates' : 'needs-review',
      url: first.document.address,
      pages: new Set(links.map(({ pageId }) => pageId)).size,
      evidence: atLeastOne(group.members.flatMap(({ document }) => evidenceOf(snapshot, document))),
    },
  ]
}
