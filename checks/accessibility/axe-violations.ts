import type { AccessibilityStandard } from '../../store/model/accessibility-standard.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import type { Page } from '../../store/model/page.ts'
import { type DraftFinding, defineCheck } from '../check.ts'
import { atLeastOne } from '../element-evidence.ts'
import { groupBy } from '../group-by.ts'
import { type Barrier, groupBarriers, pagesWith } from './group-barriers.ts'
import { pagesInferred, type Surfaces } from './infer-alike.ts'
import { isExamined, type PageAxe, readAxe } from './read-axe.ts'
import { shownCodes, shownTags } from './requirement.ts'
import { undecidedReasons } from './undecided-reasons.ts'
import { whyUnseen } from './why-unseen.ts'

type Message = 'violation' | 'incomplete' | 'advisory' | 'not-rendered' | 'failed'

/** Evidence of more pages adds nothing, least where the same element stands: their number stands in the finding. */
const [maxEvidence, maxAlike] = [5, 2]

/** Which barriers do the pages hold that a machine can find? Source: 002:29 (4), 002:117, 000:162; facts 4.1. */
export default defineCheck({
  id: 'accessibility/axe-violations',
  version: 6,
  question: '網頁是否有可由程式檢出之無障礙缺失？',
  needs: ['axe'],
  measures: {
    violations: { title: '無障礙缺失（同規則同元件計一組）', unit: 'group' },
    pagesWithViolations: { title: '有無障礙缺失之網頁', unit: 'page' },
  },
  messages: {
    violation: '{help}（規則 {rule}；{tags}；{codes}）：{templates} 種版型共 {count} 處，元件「{selector}」。',
    incomplete:
      '{help}（規則 {rule}；{tags}；{codes}）：{templates} 種版型共 {count} 處程式無法判定（{reasons}），如元件「{selector}」，請人工檢視。',
    advisory:
      '{help}（規則 {rule}；{tags}；{codes}）：{templates} 種版型共 {count} 處，如元件「{selector}」；非現行規範A、AA等級所要求，建議改善。',
    'not-rendered': '網頁內容未能於瀏覽器呈現，無法檢測：{detail}（同版型 {pages} 頁）。',
    failed: '瀏覽器檢測失敗，無法判定：{detail}（同版型 {pages} 頁）。',
  },
  run(snapshot, { standard }) {
    const all = snapshot.pages()
    const asked = readAxe(snapshot)
    const barriers = groupBarriers(asked, standard)
    const examined = examinedIds(asked)
    const known = { all, surfaces: snapshot.surfaces(), examined, standard, barriers }
    const findings = [...barriers.map((barrier) => barrierFinding(barrier, known)), ...unseenFindings(asked)]
    if (!asked.some(isExamined))
      return { status: 'undetermined', reason: '沒有網頁能於瀏覽器呈現並完成檢測，無法判定。', findings }
    return { status: 'done', measures: countBarriers(all, asked, barriers), findings }
  },
})

function countBarriers(all: readonly Page[], asked: readonly PageAxe[], barriers: readonly Barrier[]) {
  const examined = asked.filter(isExamined)
  const knownTemplates = new Set(examined.map(({ page }) => page.templateId))
  const failedPages = asked.filter((axe) => !isExamined(axe)).map(({ page }) => page.id)
  const strangePages = all.filter(({ templateId }) => !knownTemplates.has(templateId)).map(({ id }) => id)
  const unseen = new Set([...failedPages, ...strangePages]).size
  const undecided = barriers
    .filter(({ kind }) => kind === 'incomplete')
    .reduce((sum, { selectors }) => sum + selectors.size, 0)
  const violating = pagesWith(barriers, 'violation')
  const doubtful = [...pagesWith(barriers, 'incomplete')].filter((id) => !violating.has(id)).length
  return {
    violations: { value: barriers.filter(({ kind }) => kind === 'violation').length, unknown: undecided + unseen },
    pagesWithViolations: {
      value: violating.size,
      unknown: all.length - examined.length + doubtful,
      outOf: all.length,
    },
  }
}

/** What findings are made with. */
interface Known {
  all: readonly Page[]
  surfaces: Surfaces
  examined: ReadonlySet<number>
  standard: AccessibilityStandard
  barriers: readonly Barrier[]
}

function examinedIds(asked: readonly PageAxe[]): Set<number> {
  return new Set(asked.filter(isExamined).map(({ page }) => page.id))
}

function pageIdsOf({ seen }: Barrier): number[] {
  return seen.map(({ axe }) => axe.page.id)
}

function barrierFinding(barrier: Barrier, known: Known): DraftFinding<Message> {
  const { kind, group, count, seen } = barrier
  const { rule, help, selector } = group
  const tags = shownTags(group.tags, known.standard)
  const codes = shownCodes(group, known.standard)
  const templates = new Set(seen.map(templateOf)).size
  return {
    key: keyOf(barrier),
    messageId: kind,
    values: { help, rule, tags, codes, templates, count, selector, ...whyUndecided(barrier) },
    verdict: kind === 'violation' ? 'violates' : 'needs-review',
    url: seen[0]?.axe.page.url ?? '',
    pages: new Set(pageIdsOf(barrier)).size,
    inferredPages: countInferred(barrier, known),
    evidence: atLeastOne(shownPlaces(seen).map(({ axe, index }) => pointTo(axe, `/groups/${index}`))),
  }
}

/** What a question has beside: why axe could not decide. */
function whyUndecided({ kind, seen }: Barrier): { reasons?: string } {
  if (kind !== 'incomplete') return {}
  return { reasons: undecidedReasons(seen.flatMap(({ axe, index }) => axe.content.groups[index] ?? [])) }
}

/** Unopened pages taken to hold the barrier, template by template. */
function countInferred(barrier: Barrier, { all, surfaces, examined, barriers }: Known): number {
  const broken = new Set(barriers.filter((other) => isSameElsewhere(barrier, other)).flatMap(pageIdsOf))
  const free = [...examined].filter((id) => !broken.has(id))
  const inferred = [...groupBy(barrier.seen, templateOf)].flatMap(([templateId, seen]) => {
    const ofTemplate = all.filter((page) => page.templateId === templateId)
    return pagesInferred(surfaces, ofTemplate, new Set(seen.map(({ axe }) => axe.page.id)), examined, free)
  })
  return inferred.length
}

/** Places where other elements stand come first, then those on other templates; what looks the same is shown twice at most. */
function shownPlaces(seen: Barrier['seen']): Barrier['seen'] {
  const ofElements = firstOfEach(seen, elementAt)
  const inTurn = new Set([...firstOfEach(seen, selectorAt), ...ofElements, ...firstOfEach(seen, templateOf), ...seen])
  return [...inTurn].slice(0, Math.min(maxEvidence, Math.max(maxAlike, ofElements.length)))
}

function selectorAt({ axe, index }: Barrier['seen'][number]): string {
  return axe.content.groups[index]?.selector ?? ''
}

function elementAt(place: Barrier['seen'][number]): string {
  const [first] = place.axe.content.groups[place.index]?.examples ?? []
  return `${selectorAt(place)} ${first?.html}`
}

function firstOfEach(seen: Barrier['seen'], keyOf: (place: Barrier['seen'][number]) => string): Barrier['seen'] {
  return [...groupBy(seen, keyOf).values()].flatMap(([first]) => first ?? [])
}

function templateOf({ axe }: Barrier['seen'][number]): string {
  return axe.page.templateId
}

/** A violation is told apart from others of its rule by its selector; questions and advice are none of one selector. */
function isSameElsewhere({ kind, group }: Barrier, other: Barrier): boolean {
  return other.group.rule === group.rule && (kind !== 'violation' || other.selectors.has(group.selector))
}

function keyOf({ kind, group: { rule, selector } }: Barrier): [string, ...string[]] {
  return kind === 'violation' ? [rule, selector] : [rule, kind]
}

/** One finding a template and reason: a site whose pages all stay empty is one thing to see. */
function unseenFindings(asked: readonly PageAxe[]): DraftFinding<Message>[] {
  const byCause = groupBy(asked, ({ content, page }) =>
    content.status === 'examined' ? null : `${content.status} ${page.templateId}`,
  )
  return [...byCause.values()].flatMap(unseenFinding)
}

function unseenFinding(alike: readonly PageAxe[]): DraftFinding<Message>[] {
  const [first] = alike
  if (first === undefined) return []
  const { status, detail } = first.content
  return [
    {
      key: [status, first.page.templateId],
      messageId: status === 'failed' ? 'failed' : 'not-rendered',
      values: { detail: whyUnseen(detail), pages: alike.length },
      verdict: 'needs-review',
      url: first.page.url,
      pages: alike.length,
      evidence: atLeastOne(alike.slice(0, maxEvidence).map((axe) => pointTo(axe, '/status'))),
    },
  ]
}

function pointTo({ artifact }: PageAxe, pointer: string): Evidence {
  return { kind: 'artifact', artifactId: artifact.id, body: artifact.body, pointer }
}
