import type { InformationType } from '../../store/model/classification-terms.ts'
import type { Verdict } from '../../store/model/finding.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type DraftFinding, type DraftMeasure, defineCheck } from '../check.ts'
import { atLeastOne, metaEvidence } from '../element-evidence.ts'
import { navigationOf } from '../navigation.ts'
import type { Classification } from './classify-page.ts'
import { examinedPages } from './examined-pages.ts'
import { tagsOf } from './fields.ts'
import { pagesOfType } from './pages-of-type.ts'

const types: readonly InformationType[] = ['gazette', 'announcement', 'law', 'form', 'plan', 'event', 'news']

const maxEvidence = 3

/** How much of each kind of information carries its classes: 公報, 公告, 法令, 電子表單, 施政計畫, 機關活動, 新聞? Source: 003:243-247. */
export default defineCheck({
  id: 'classification/by-information-type',
  version: 1,
  question: '公報、公告、法令、電子表單、施政計畫、機關活動及新聞之網頁，標示分類之比例各為何？',
  needs: [],
  measures: {
    gazette: { title: '公報：已標示分類之網頁', unit: 'page' },
    announcement: { title: '公告：已標示分類之網頁', unit: 'page' },
    law: { title: '法令：已標示分類之網頁', unit: 'page' },
    form: { title: '電子表單：已標示分類之網頁', unit: 'page' },
    plan: { title: '施政計畫：已標示分類之網頁', unit: 'page' },
    event: { title: '機關活動：已標示分類之網頁', unit: 'page' },
    news: { title: '新聞：已標示分類之網頁', unit: 'page' },
    classified: { title: '各類資訊中已標示分類之網頁', unit: 'page' },
    types: { title: '網站所見之資訊種類（七類）', unit: 'kind' },
  },
  messages: {
    all: '{title}：全部 {outOf} 頁均標有主題、施政、服務分類。',
    some: '{title}：{outOf} 頁中 {classified} 頁標有主題、施政、服務分類，{pages} 頁未標。',
    none: '{title}：全部 {outOf} 頁均未標齊主題、施政、服務分類。',
    unknown: '{title}：{outOf} 頁之內容由程式產生，無法查核其分類，請人工確認。',
  },
  run(snapshot, context) {
    const { pages: examined, reason } = examinedPages(snapshot, context)
    if (reason !== null) return { status: 'undetermined', reason }
    const known = new Map(examined.map((one) => [one.page.id, one]))
    const navigation = navigationOf(snapshot, context.terms.siteMap)
    const words = context.terms.classification.informationTypes
    const shares = types.map((type): Share => {
      const pages = pagesOfType(snapshot, navigation, words[type], context)
      const judged = pages.flatMap((page) => known.get(page.id) ?? [])
      return { type, title: words[type].title, ids: pages.map(({ id }) => id), judged }
    })
    const seen = shares.filter(({ ids }) => ids.length > 0)
    if (seen.length === 0) return { status: 'undetermined', reason: '未見公報、公告、法令等各類資訊之網頁，無法計算。' }
    const fault: Verdict = context.agency.kind === 'school' ? 'needs-review' : 'violates'
    const numbers = Object.fromEntries(shares.map((share) => [share.type, measureOf(share)]))
    return {
      status: 'done',
      measures: {
        ...(numbers as Record<InformationType, DraftMeasure>),
        classified: wholeOf(seen),
        types: { value: seen.length, outOf: types.length },
      },
      findings: seen.map((share) => findingOf(snapshot, share, fault)),
    }
  },
})

/** The pages of one kind of information, and those of them whose metadata could be judged. */
interface Share {
  type: InformationType
  title: string
  ids: readonly number[]
  judged: readonly Classification[]
}

function measureOf({ type, ids, judged }: Share): DraftMeasure {
  const value = judged.filter(({ isClassified }) => isClassified).length
  return { value, unknown: ids.length - judged.length, outOf: ids.length, basis: ids.length === 0 ? [] : [[type]] }
}

/** A page that two lists name is counted once. */
function wholeOf(shares: readonly Share[]): DraftMeasure {
  const ids = new Set(shares.flatMap((share) => share.ids))
  const judged = new Map(shares.flatMap((share) => share.judged.map((one) => [one.page.id, one] as const)))
  const value = [...judged.values()].filter(({ isClassified }) => isClassified).length
  return { value, unknown: ids.size - judged.size, outOf: ids.size, basis: shares.map(({ type }) => [type]) }
}

function findingOf(snapshot: Snapshot, { type, title, ids, judged }: Share, fault: Verdict): Draft {
  const lacking = judged.filter(({ isClassified }) => !isClassified)
  const shown = lacking.length > 0 ? lacking.map(({ page }) => page.id) : ids
  const values = { title, outOf: ids.length, classified: judged.length - lacking.length, pages: lacking.length }
  const url = snapshot.page(shown[0] ?? 0).url
  const absence = { kind: 'absence', lookedFor: 'meta[name^="Category."]', pageIds: shown } as const
  const finding = { key: [type] as const, values, url, pages: shown.length, evidence: [absence] as const }
  if (judged.length === 0) return { ...finding, messageId: 'unknown', verdict: 'needs-review' }
  if (lacking.length > 0)
    return { ...finding, messageId: lacking.length === judged.length ? 'none' : 'some', verdict: fault }
  const tags = judged.flatMap((one) => tagsOf(one.tags, 'Category.Theme').slice(0, 1)).slice(0, maxEvidence)
  const evidence = atLeastOne(tags.map((tag) => metaEvidence(snapshot, tag)))
  return { ...finding, messageId: 'all', verdict: 'conforms', evidence }
}

type Draft = DraftFinding<'all' | 'some' | 'none' | 'unknown'>
