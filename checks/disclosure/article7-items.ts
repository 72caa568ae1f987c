import type { ItemNumber, ItemState } from '../../store/model/check-result.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import type { Verdict } from '../../store/model/finding.ts'
import { type CheckContext, type DraftFinding, type DraftMeasure, defineCheck } from '../check.ts'
import { chapterStates } from './article7/chapters.ts'
import type { ItemSearch } from './article7/item-search.ts'
import { judgedSite } from './article7/judged-site.ts'
import type { JudgedLine } from './article7/judgement.ts'

/**
 * Which of the twelve lines of Article 7 (ten 款, the fifth as three) are published on the site.
 * Sources: 政府資訊公開法 Art. 7, 002:114, 003:204-212; facts 1, 2.
 */
export default defineCheck({
  id: 'disclosure/article7-items',
  version: 10,
  question: '政府資訊公開法第7條各款應主動公開之資訊，是否已公開於網站？',
  needs: [],
  measures: {
    published: { title: '已公開項目', unit: 'item', counts: 'conforms' },
    incomplete: { title: '公開不完整項目', unit: 'item' },
    notPublished: { title: '未公開項目', unit: 'item' },
    notApplicable: { title: '不適用項目（待審認）', unit: 'item' },
    chapters: { title: '已公開之款', unit: 'chapter' },
  },
  messages: {
    published: '{chapter}「{title}」：已公開。{because}',
    'outside-section': '{chapter}「{title}」：已公開，惟未列於「主動公開資訊」專區，建議於專區建立連結。{because}',
    incomplete: '{chapter}「{title}」：公開不完整。{because}',
    'not-published': '{chapter}「{title}」：未公開。{because}',
    'not-applicable': '{chapter}「{title}」：不適用（待審認）。{because}',
    undetermined: '{chapter}「{title}」：無法判定。{because}',
  },
  run(snapshot, context: CheckContext) {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法判定。' }
    const { search, lines } = judgedSite(snapshot, context)
    const findings = lines.map((line) => findingOf(search, line))
    const items = lines.map(({ item, state, label, url, because }) => ({ item, state, label, url, because }))
    return { status: 'done', measures: measuresOf(lines), findings, detail: { kind: 'disclosure-items', items } }
  },
})

function measuresOf(lines: readonly JudgedLine[]) {
  const states = lines.map((line) => line.state)
  const chapters = chapterStates(lines)
  return {
    published: measureOf(lines, 'published', applicable(states)),
    incomplete: measureOf(lines, 'incomplete', applicable(states)),
    notPublished: measureOf(lines, 'not-published', applicable(states)),
    notApplicable: measureOf(lines, 'not-applicable', lines.length),
    chapters: {
      value: count(chapters, 'published'),
      unknown: count(chapters, 'undetermined'),
      outOf: applicable(chapters),
    },
  }
}

function measureOf(lines: readonly JudgedLine[], state: ItemState, outOf: number): DraftMeasure {
  const states = lines.map((line) => line.state)
  return { value: count(states, state), unknown: count(states, 'undetermined'), outOf }
}

function count(states: readonly ItemState[], state: ItemState): number {
  return states.filter((one) => one === state).length
}

function applicable(states: readonly ItemState[]): number {
  return states.length - count(states, 'not-applicable')
}

const verdicts: Readonly<Record<ItemState, Verdict>> = {
  published: 'conforms',
  incomplete: 'violates',
  'not-published': 'violates',
  'not-applicable': 'needs-review',
  undetermined: 'needs-review',
}

type MessageId = ItemState | 'outside-section'

function findingOf(search: ItemSearch, line: JudgedLine): DraftFinding<MessageId> {
  const { item, state, because, url } = line
  const isOutside = state === 'published' && search.sections.length > 0 && !line.isInSection
  const values = { chapter: chapterName(item), title: search.terms.items[item].title, because: closed(because) }
  return {
    key: [item],
    messageId: isOutside ? 'outside-section' : state,
    values,
    verdict: verdicts[state],
    url: url ?? search.navigation.home?.url ?? search.snapshot.run.start,
    evidence: evidenceOf(search, line),
    // Whether it applies is settled first: until then it is none of the lines that are counted.
    ...(state === 'not-applicable' ? { isUncounted: true } : {}),
  }
}

function closed(sentence: string): string {
  return /[。？]$/u.test(sentence) ? sentence : `${sentence}。`
}

function evidenceOf(search: ItemSearch, { item, evidence }: JudgedLine): readonly [Evidence, ...Evidence[]] {
  const [first, ...rest] = evidence
  if (first !== undefined) return [first, ...rest]
  const pages = [...search.navigation.pages, ...search.sections.flatMap((section) => section.pages)]
  const pageIds = [...new Set(pages.map((page) => page.id))]
  return [{ kind: 'absence', lookedFor: search.terms.items[item].title, pageIds }]
}

function chapterName(item: ItemNumber): string {
  return `第${item.replace(/[abc]$/u, '')}款`
}
