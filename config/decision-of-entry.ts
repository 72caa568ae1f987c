import type { Decision } from '../store/model/review.ts'
import type { Condition, Criterion, Scheme } from '../store/model/scheme.ts'
import type { WrittenReview } from './review-shape.ts'

/** Why an entry decides nothing: the member that is wrong, and the reason in Traditional Chinese. */
export interface EntryFault {
  key: keyof WrittenReview
  reason: string
}

/** What an entry decides, if it names a finding, or something that stands in a scheme, and says one thing of it. */
export function decisionOf(entry: WrittenReview, schemes: readonly Scheme[]): Decision | EntryFault {
  if (entry.finding !== undefined) return ofFinding(entry, entry.finding)
  if (entry.criterion === undefined) return { key: 'evidence', reason: '須載明 finding 或 criterion 其中之一' }
  const [schemeId = '', criterionId = ''] = entry.criterion.split('/')
  const scheme = schemes.find(({ id }) => id === schemeId)
  if (scheme === undefined) return { key: 'criterion', reason: `沒有評分方案「${schemeId}」` }
  const criterion = scheme.criteria.find(({ id }) => id === criterionId)
  if (criterion === undefined) return { key: 'criterion', reason: `評分方案 ${schemeId} 沒有項目「${criterionId}」` }
  return ofCriterion(entry, scheme, criterion)
}

/** Members that say what is decided, beside what it is about. */
const saying = ['part', 'item', 'question', 'points', 'verdict', 'answer'] as const

/** The member that does not belong to the others; `null` when all do. */
function stray(entry: WrittenReview, allowed: readonly (typeof saying)[number][]): EntryFault | null {
  const key = saying.find((one) => entry[one] !== undefined && !allowed.includes(one))
  return key === undefined ? null : { key, reason: '與本筆其他欄位不能並列' }
}

function ofFinding(entry: WrittenReview, finding: string): Decision | EntryFault {
  if (entry.criterion !== undefined) return { key: 'criterion', reason: 'finding 與 criterion 只能擇一' }
  const { verdict } = entry
  if (verdict !== 'conforms' && verdict !== 'violates')
    return { key: verdict === undefined ? 'finding' : 'verdict', reason: '須載明 verdict：conforms 或 violates' }
  return stray(entry, ['verdict']) ?? { kind: 'finding', finding, verdict }
}

function ofCriterion(entry: WrittenReview, scheme: Scheme, criterion: Criterion): Decision | EntryFault {
  const place = { scheme: scheme.id, criterion: criterion.id }
  if (entry.question !== undefined) return ofQuestion(entry, entry.question, place, criterion)
  if (entry.item !== undefined) return ofItem(entry, entry.item, place, criterion)
  if (entry.part !== undefined) return ofPart(entry, entry.part, place, criterion)
  return scheme.scale.kind === 'points' ? ofPoints(entry, place, criterion) : ofChecklist(entry, place)
}

type Place = { scheme: string; criterion: string }

function ofPoints(entry: WrittenReview, place: Place, { maxPoints = 0 }: Criterion): Decision | EntryFault {
  const { points } = entry
  if (points === undefined) return { key: 'criterion', reason: '須載明 points（得分）' }
  const fault = tooMany(points, maxPoints) ?? stray(entry, ['points'])
  return fault ?? { ...place, kind: 'points', points }
}

function ofPart(entry: WrittenReview, id: string, place: Place, { parts = [] }: Criterion): Decision | EntryFault {
  const part = parts.find((one) => one.id === id)
  if (part === undefined) return { key: 'part', reason: `本項沒有配分「${id}」` }
  const { points } = entry
  if (points === undefined) return { key: 'part', reason: '須載明 points（得分）' }
  const fault = tooMany(points, part.maxPoints) ?? stray(entry, ['part', 'points'])
  return fault ?? { ...place, kind: 'part', part: id, points }
}

function tooMany(points: number, most: number): EntryFault | null {
  return points > most ? { key: 'points', reason: `得分 ${points} 超過滿分 ${most} 分` } : null
}

const reachedBy = { met: 'sure', partly: 'partly', 'not-met': 'none' } as const

function ofChecklist(entry: WrittenReview, place: Place): Decision | EntryFault {
  const { verdict } = entry
  if (verdict !== 'met' && verdict !== 'partly' && verdict !== 'not-met')
    return { key: verdict === undefined ? 'criterion' : 'verdict', reason: '須載明 verdict：met、partly 或 not-met' }
  return stray(entry, ['verdict']) ?? { ...place, kind: 'reached', reached: reachedBy[verdict] }
}

function ofItem(entry: WrittenReview, item: string, place: Place, { items = [] }: Criterion): Decision | EntryFault {
  if (!items.some(({ id }) => id === item)) return { key: 'item', reason: `本項沒有檢核事項「${item}」` }
  const { verdict } = entry
  if (verdict !== 'met' && verdict !== 'not-met')
    return { key: verdict === undefined ? 'item' : 'verdict', reason: '須載明 verdict：met 或 not-met' }
  return stray(entry, ['item', 'verdict']) ?? { ...place, kind: 'item', item, isMet: verdict === 'met' }
}

function ofQuestion(entry: WrittenReview, question: string, place: Place, criterion: Criterion): Decision | EntryFault {
  if (!questionsOf(criterion).includes(question)) return { key: 'question', reason: '本項沒有這個待釐清事項' }
  const { answer } = entry
  if (answer === undefined) return { key: 'question', reason: '須載明 answer：true 或 false' }
  return stray(entry, ['question', 'answer']) ?? { ...place, kind: 'question', question, answer }
}

/** Every question of a criterion that a yes or a no settles. */
function questionsOf({ bands, parts = [], items = [], bounds = [], asks = [] }: Criterion): string[] {
  const conditions = [...bands, ...parts.flatMap((part) => part.bands), ...items].map(({ when }) => when)
  const bounding = bounds.flatMap(({ when }) => (when === undefined ? [] : [when]))
  return [...[...conditions, ...bounding].flatMap(questionsIn), ...asks.map(({ question }) => question)]
}

function questionsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(questionsIn)
  if ('any' in condition) return condition.any.flatMap(questionsIn)
  if ('not' in condition) return questionsIn(condition.not)
  return 'human' in condition ? [condition.human] : []
}
