import type { Evidence } from '../../store/model/evidence.ts'
import type { Verdict } from '../../store/model/finding.ts'
import type { PaperKind, Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import type { Answer, DraftFinding } from '../check.ts'
import { contentOf, shortTextLength } from '../content.ts'
import { sectionTermsOf } from '../targets.ts'
import { findPapers, isList, type Paper, paperEvidence, yearOf } from './find-paper.ts'

/** What is said of a yearly paper; `{title}`, `{label}`, `{year}` (民國) and `{due}` are filled. */
export const paperMessages = {
  published: '已公布{year}年度{title}：「{label}」。',
  dead: '{year}年度{title}「{label}」連結失效（{why}）。',
  empty: '{year}年度{title}「{label}」未列實際內容。',
  older: '僅見{year}年度{title}「{label}」，未見{due}年度者；如公布於服務場所，請提供佐證。',
  undated: '「{label}」未能辨認年度，請確認是否為{due}年度{title}。',
  unseen: '{year}年度{title}「{label}」未能查核（{why}），請人工確認。',
} as const

export type PaperMessage = keyof typeof paperMessages
type Draft = DraftFinding<PaperMessage>

const verdicts: Readonly<Record<PaperMessage, Verdict>> = {
  published: 'conforms',
  dead: 'violates',
  empty: 'violates',
  older: 'needs-review',
  undated: 'needs-review',
  unseen: 'needs-review',
}

/** Which year's paper is due, and what a person is asked when the site has none. */
export interface DuePaper {
  kind: PaperKind
  terms: Terms
  /** Western years, any of which will do; the first is named in messages. */
  years: readonly [number, ...number[]]
  /** In Traditional Chinese. */
  question: string
}

/**
 * Whether a yearly paper is on the site. That none is found is no violation: the duty may be met at the counter
 * (000:286, 001:231), or not be this agency's.
 */
export function judgePaper(snapshot: Snapshot, due: DuePaper): Answer<'published', PaperMessage> {
  if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法判定。' }
  const papers = findPapers(snapshot, due.kind, due.terms)
  const finding = bestFinding(snapshot, papers, due)
  if (finding === null) return { status: 'undetermined', reason: `網站未見${titleOf(due)}。${due.question}` }
  if (finding.verdict === 'needs-review') return { status: 'undetermined', reason: due.question, findings: [finding] }
  const value = finding.verdict === 'conforms' ? 1 : 0
  return { status: 'done', measures: { published: { value, outOf: 1 } }, findings: [finding] }
}

function titleOf({ kind, terms }: DuePaper): string {
  return terms.publication.kinds[kind].title
}

function bestFinding(snapshot: Snapshot, papers: readonly Paper[], due: DuePaper): Draft | null {
  const single = papers.filter((paper) => !isList(paper, papers))
  const ofYear = single.filter(({ year }) => year !== null && due.years.includes(year))
  const judged = ofYear.map((paper) => judgeDue(snapshot, paper, due))
  const best =
    judged.find(({ verdict }) => verdict === 'conforms') ??
    judged.find(({ verdict }) => verdict === 'needs-review') ??
    judged[0]
  return best ?? withoutDue(snapshot, single.length > 0 ? single : papers, due)
}

function judgeDue(snapshot: Snapshot, paper: Paper, due: DuePaper): Draft {
  const { target } = paper
  switch (target.kind) {
    case 'dead':
      return draft(snapshot, paper, due, 'dead', { why: target.why })
    case 'unseen':
      return draft(snapshot, paper, due, 'unseen', { why: target.why })
    case 'external':
      return draft(snapshot, paper, due, 'unseen', { why: `連結至${target.url.hostname}` })
    case 'here':
      return draft(snapshot, paper, due, 'unseen', { why: '未連結至其他網頁' })
    case 'file':
      return draft(snapshot, paper, due, 'published')
    case 'page': {
      const { isReadable, entries, rows, text } = contentOf(snapshot, target.page, sectionTermsOf(due.terms))
      if (!isReadable) return draft(snapshot, paper, due, 'unseen', { why: '內容須執行程式後始呈現' })
      const isEmpty = entries.length + rows.length === 0 && text.length < shortTextLength
      return draft(snapshot, paper, due, isEmpty ? 'empty' : 'published')
    }
  }
}

function withoutDue(snapshot: Snapshot, papers: readonly Paper[], due: DuePaper): Draft | null {
  const live = papers.filter(({ target }) => target.kind !== 'dead')
  const undated = live.find(({ year }) => year === null)
  if (undated !== undefined) return draft(snapshot, undated, due, 'undated')
  const [newest] = [...live].sort((a, b) => (b.year ?? 0) - (a.year ?? 0))
  return newest === undefined ? null : draft(snapshot, newest, due, 'older')
}

function draft(
  snapshot: Snapshot,
  paper: Paper,
  due: DuePaper,
  messageId: PaperMessage,
  more: Draft['values'] = {},
): Draft {
  const { label, link, year } = paper
  const values = {
    title: titleOf(due),
    label,
    year: (year ?? yearOf(snapshot)) - 1911,
    due: due.years[0] - 1911,
    ...more,
  }
  const evidence: readonly [Evidence, ...Evidence[]] = paperEvidence(snapshot, paper)
  const url = link.target ?? snapshot.page(link.pageId).url
  return { key: ['paper'], messageId, values, verdict: verdicts[messageId], url, evidence }
}
