import type { Evidence } from '../../store/model/evidence.ts'
import type { Verdict } from '../../store/model/finding.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type DraftFinding, defineCheck } from '../check.ts'
import { metaEvidence } from '../element-evidence.ts'
import { groupBy } from '../group-by.ts'
import { type Classification, rowOf, saysNothing } from './classify-page.ts'
import { examinedPages } from './examined-pages.ts'
import { stateOf, tagsOf } from './fields.ts'
import { valueWordsOf } from './value-words.ts'

type Message = 'none' | 'incomplete' | 'doubtful'

const maxEvidence = 5

/** Do pages carry the classification metadata? Source: 002:30, 003:240-247; facts 3. */
export default defineCheck({
  id: 'classification/metadata-present',
  version: 2,
  question: '網頁是否標示分類檢索詮釋資料？',
  needs: [],
  measures: {
    complete: { title: '詮釋資料完整之網頁', unit: 'page' },
    classified: { title: '標有主題、施政、服務分類之網頁', unit: 'page' },
    dublinCore: { title: '都柏林核心集15項均有內容之網頁', unit: 'page' },
    keywords: { title: '標有關鍵字之網頁', unit: 'page' },
  },
  messages: {
    none: '全部 {pages} 頁均未標示分類檢索詮釋資料（DC 15 項及主題、施政、服務分類）。',
    incomplete: '詮釋資料不完整（同版型 {pages} 頁）：{missing}。',
    doubtful: '詮釋資料欄位無內容（同版型 {pages} 頁）：{missing}；如確無此項資料，請人工確認。',
  },
  run(snapshot, context) {
    const { pages: examined, unknown, reason } = examinedPages(snapshot, context)
    if (reason !== null) return { status: 'undetermined', reason }
    const fault: Verdict = context.agency.kind === 'school' ? 'needs-review' : 'violates'
    return {
      status: 'done',
      measures: countPages(examined, unknown, context.terms.classification.dublinCore),
      findings: examined.every(saysNothing)
        ? [nothingFinding(examined, fault)]
        : groupAlike(examined).map((group) => groupFinding(snapshot, group, fault)),
      detail: {
        kind: 'classification',
        pages: examined.map((one) => rowOf(one, valueWordsOf(snapshot, one.page, context))),
      },
    }
  },
})

function countPages(examined: readonly Classification[], unknown: number, dublinCore: readonly string[]) {
  const outOf = examined.length + unknown
  const perhaps = examined.filter((one) => lacksNothing(one) && one.doubtful.length > 0).length
  const complete = examined.filter(lacksNothing).length - perhaps
  const classified = examined.filter(({ isClassified }) => isClassified).length
  return {
    complete: { value: complete, unknown: unknown + perhaps, outOf },
    classified: { value: classified, unknown, outOf },
    dublinCore: { value: examined.filter((one) => isFilled(one, dublinCore)).length, unknown, outOf },
    keywords: { value: examined.filter((one) => isFilled(one, ['Keywords'])).length, unknown, outOf },
  }
}

function isFilled({ tags }: Classification, fields: readonly string[]): boolean {
  return fields.every((field) => stateOf(tags, field) === 'filled')
}

function lacksNothing({ absent, empty }: Classification): boolean {
  return absent.length === 0 && empty.length === 0
}

/** Pages of one template with the same gaps; those without a gap are in no group. */
function groupAlike(examined: readonly Classification[]): Classification[][] {
  const groups = groupBy(examined, (one) => {
    const gaps = gapsOf(one)
    return gaps.length === 0 ? null : [one.page.templateId, ...gaps].join(' ')
  })
  return [...groups.values()]
}

/** As in 「缺 DC.Title」, 「DC.Date 空白」. */
function gapsOf(one: Classification): string[] {
  if (saysNothing(one)) return ['未標示任何欄位']
  const { absent, empty, doubtful } = one
  return [...absent.map((field) => `缺 ${field}`), ...[...empty, ...doubtful].map((field) => `${field} 空白`)]
}

function nothingFinding(examined: readonly Classification[], verdict: Verdict): DraftFinding<Message> {
  const pages = examined.length
  const url = examined[0]?.page.url ?? ''
  return { key: ['none'], messageId: 'none', values: { pages }, verdict, url, pages, evidence: [absenceOn(examined)] }
}

function groupFinding(snapshot: Snapshot, group: readonly Classification[], fault: Verdict): DraftFinding<Message> {
  const [first] = group
  if (first === undefined) throw new Error('a group has at least one page')
  const gaps = gapsOf(first)
  const isFault = !lacksNothing(first)
  return {
    key: [first.page.templateId, ...gaps],
    messageId: isFault ? 'incomplete' : 'doubtful',
    values: { pages: group.length, missing: gaps.join('、') },
    verdict: isFault ? fault : 'needs-review',
    url: first.page.url,
    pages: group.length,
    evidence: [absenceOn(group), ...emptyTags(snapshot, first)],
  }
}

function absenceOn(group: readonly Classification[]): Evidence {
  const pageIds = group.map(({ page }) => page.id)
  return { kind: 'absence', lookedFor: 'meta[name^="DC."], meta[name^="Category."]', pageIds }
}

/** The tags without content, on the first page of the group. */
function emptyTags(snapshot: Snapshot, { tags, empty, doubtful }: Classification): Evidence[] {
  const found = [...empty, ...doubtful].flatMap((field) => tagsOf(tags, field))
  return found.slice(0, maxEvidence).map((tag) => metaEvidence(snapshot, tag))
}
