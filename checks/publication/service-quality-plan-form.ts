import type { Verdict } from '../../store/model/finding.ts'
import type { PublicationTerms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type CheckContext, type DraftFinding, defineCheck } from '../check.ts'
import { matchesAny } from '../labels.ts'
import { findPapers, isList, type Paper, paperEvidence, yearOf } from './find-paper.ts'
import { pageCountOf, textOfPaper } from './paper-text.ts'

const messages = {
  complete: '計畫「{label}」之體例符合規定：應有項目俱全，未見不確定期限用語。',
  'lacks-headings': '計畫「{label}」未見{headings}等項目。',
  'vague-deadline': '計畫「{label}」以「{words}」為完成期限，應明定預定完成期限。',
  'too-long': '計畫「{label}」共{pages}頁；以不超過{most}頁為原則，請確認。',
  unread: '計畫「{label}」內容未能判讀，請人工確認體例。',
} as const

type MessageId = keyof typeof messages
type Draft = DraftFinding<MessageId>

/**
 * Has the plan the form it should have: its headings, no more than ten pages, no deadline that is none? Sources: 002:44,
 * 000:291-329 (pages 317, deadlines 313), 001:236-269 (pages 257, deadlines 253).
 */
export default defineCheck({
  id: 'publication/service-quality-plan-form',
  version: 4,
  question: '提升服務品質執行計畫之項目、篇幅及完成期限是否符合體例？',
  needs: [],
  measures: { faults: { title: '計畫體例不符之處', unit: 'issue' } },
  messages,
  run(snapshot, { terms }: CheckContext) {
    const { publication } = terms
    const papers = findPapers(snapshot, 'plan', terms)
    const plans = newestPlans(snapshot, papers)
    const [first] = plans
    if (first === undefined) return { status: 'undetermined', reason: '網站未見提升服務品質執行計畫，無從檢視體例。' }
    const read = plans.map((paper) => ({ paper, text: textOfPaper(snapshot, paper) })).find(({ text }) => text !== null)
    const length = lengthQuestion(snapshot, plans, publication)
    if (read === undefined || read.text === null) {
      const findings = [draft(snapshot, first, 'unread', {}), ...length]
      return { status: 'undetermined', reason: '計畫內容未能判讀，請人工確認體例。', findings }
    }
    const faults = textFaults(snapshot, read.paper, read.text, publication)
    const findings = faults.length > 0 ? faults : [draft(snapshot, read.paper, 'complete', {})]
    return {
      status: 'done',
      measures: { faults: { value: faults.length, unknown: length.length } },
      findings: [...findings, ...length],
    }
  },
})

/** This year's plan in all its formats, else the newest there is. */
function newestPlans(snapshot: Snapshot, papers: readonly Paper[]): Paper[] {
  const single = papers.filter((paper) => !isList(paper, papers) && paper.target.kind !== 'dead')
  const year = yearOf(snapshot)
  const years = single.flatMap((paper) => (paper.year === null || paper.year > year ? [] : [paper.year]))
  const newest = years.length === 0 ? null : Math.max(...years)
  return single.filter((paper) => paper.year === newest)
}

function textFaults(snapshot: Snapshot, paper: Paper, text: string, terms: PublicationTerms): Draft[] {
  const missing = terms.headings.filter(({ text: patterns }) => !matchesAny(text, patterns)).map(({ title }) => title)
  const vague = terms.vagueDeadlines.filter((words) => text.includes(words))
  return [
    ...(missing.length > 0 ? [draft(snapshot, paper, 'lacks-headings', { headings: missing.join('、') })] : []),
    ...(vague.length > 0 ? [draft(snapshot, paper, 'vague-deadline', { words: vague.join('、') })] : []),
  ]
}

function lengthQuestion(snapshot: Snapshot, plans: readonly Paper[], { mostPages }: PublicationTerms): Draft[] {
  for (const paper of plans) {
    const pages = pageCountOf(snapshot, paper)
    if (pages !== null && pages > mostPages) return [draft(snapshot, paper, 'too-long', { pages, most: mostPages })]
  }
  return []
}

const verdicts: Readonly<Record<MessageId, Verdict>> = {
  complete: 'conforms',
  'lacks-headings': 'violates',
  'vague-deadline': 'violates',
  'too-long': 'needs-review',
  unread: 'needs-review',
}

function draft(snapshot: Snapshot, paper: Paper, messageId: MessageId, more: Draft['values']): Draft {
  const url = paper.link.target ?? snapshot.page(paper.link.pageId).url
  const values = { label: paper.label, ...more }
  return {
    key: [messageId],
    messageId,
    values,
    verdict: verdicts[messageId],
    url,
    evidence: paperEvidence(snapshot, paper),
  }
}
