import type { CategoryField, ClassificationTerms } from '../../store/model/classification-terms.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import type { Verdict } from '../../store/model/finding.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type DraftFinding, defineCheck } from '../check.ts'
import { atLeastOne, metaEvidence } from '../element-evidence.ts'
import { navigationOf } from '../navigation.ts'
import type { Classification } from './classify-page.ts'
import { categoryFields, codesOf, isWellFormed } from './codes.ts'
import { classesOf } from './constant-contents.ts'
import { examinedPages } from './examined-pages.ts'
import { tagsOf } from './fields.ts'

const axisNames: Readonly<Record<CategoryField, string>> = {
  'Category.Theme': '主題分類',
  'Category.Cake': '施政分類',
  'Category.Service': '服務分類',
}

const maxEvidence = 3
const missingKey = ['missing'] as const

/** On which of the three axes are pages classified: 主題, 施政, 服務? Source: 002:30, 003:244. */
export default defineCheck({
  id: 'classification/three-axes-covered',
  version: 1,
  question: '網頁是否分別標示主題、施政及服務三種分類？',
  needs: [],
  measures: {
    axes: { title: '有網頁標示之分類方式（主題、施政、服務）', unit: 'kind' },
    theme: { title: '標有主題分類代碼之網頁', unit: 'page' },
    cake: { title: '標有施政分類代碼之網頁', unit: 'page' },
    service: { title: '標有服務分類代碼之網頁', unit: 'page' },
    subcategories: { title: '全站標示之不同分類代碼', unit: 'kind' },
    combinations: { title: '全站主題、施政、服務分類之不同組合', unit: 'kind' },
  },
  messages: {
    covered: '{axis}：{pages} 頁標有代碼，共 {codes} 種。',
    missing: '{axes}：全部 {pages} 頁均未標示代碼。',
  },
  run(snapshot, context) {
    const { pages, unknown, reason } = examinedPages(snapshot, context)
    if (reason !== null) return { status: 'undetermined', reason }
    const terms = context.terms.classification
    const outOf = pages.length + unknown
    const fault: Verdict = context.agency.kind === 'school' ? 'needs-review' : 'violates'
    const carriers = categoryFields.map((field) => pages.filter((page) => coded(page, field, terms).length > 0))
    const [theme = [], cake = [], service = []] = carriers
    const each = categoryFields.map((field, index) => [field, carriers[index] ?? []] as const)
    const carried = each.filter(([, found]) => found.length > 0)
    const missing = each.flatMap(([field, found]) => (found.length === 0 ? [field] : []))
    const covered = carried.length
    const codes = new Set(pages.flatMap((page) => categoryFields.flatMap((field) => named(page, field, terms))))
    const tuples = new Set(pages.filter(({ isClassified }) => isClassified).map(classesOf))
    // A page nobody fetched may be the one that carries an axis.
    const isWhole = unknown === 0 && navigationOf(snapshot, context.terms.siteMap).isSeen
    const more = isWhole ? 0 : categoryFields.length - covered
    return {
      status: 'done',
      measures: {
        axes: { value: covered, unknown: more, outOf: categoryFields.length },
        theme: { value: theme.length, unknown, outOf, basis: [keyOf('Category.Theme', theme)] },
        cake: { value: cake.length, unknown, outOf, basis: [keyOf('Category.Cake', cake)] },
        service: { value: service.length, unknown, outOf, basis: [keyOf('Category.Service', service)] },
        subcategories: { value: codes.size, unknown },
        combinations: { value: tuples.size, unknown },
      },
      findings: [
        ...carried.map(([field, found]) => coveredFinding(snapshot, field, found, terms)),
        ...missingFindings(missing, pages, isWhole ? fault : 'needs-review'),
      ],
    }
  },
})

function coded({ tags }: Classification, field: CategoryField, terms: ClassificationTerms): string[] {
  return codesOf(tags, field).filter((code) => isWellFormed(code, field, terms))
}

/** As in `Category.Theme 770`: the same three characters mean another thing on another axis. */
function named(page: Classification, field: CategoryField, terms: ClassificationTerms): string[] {
  return coded(page, field, terms).map((code) => `${field} ${code}`)
}

type Draft = DraftFinding<'covered' | 'missing'>

function coveredFinding(
  snapshot: Snapshot,
  field: CategoryField,
  pages: readonly Classification[],
  terms: ClassificationTerms,
): Draft {
  const tags = pages.slice(0, maxEvidence).flatMap((page) => tagsOf(page.tags, field).slice(0, 1))
  const codes = new Set(pages.flatMap((page) => coded(page, field, terms)))
  return {
    key: [field],
    messageId: 'covered',
    values: { axis: axisNames[field], pages: pages.length, codes: codes.size },
    verdict: 'conforms',
    url: pages[0]?.page.url ?? '',
    pages: pages.length,
    evidence: atLeastOne(tags.map((tag) => metaEvidence(snapshot, tag))),
  }
}

/** Axes that no page carries are one fault. */
function missingFindings(
  fields: readonly CategoryField[],
  pages: readonly Classification[],
  verdict: Verdict,
): Draft[] {
  if (fields.length === 0) return []
  const lookedFor = fields.map((field) => `meta[name="${field}"]`).join('、')
  const absence: Evidence = { kind: 'absence', lookedFor, pageIds: pages.map(({ page }) => page.id) }
  const axes = fields.map((field) => axisNames[field]).join('、')
  return [
    {
      key: missingKey,
      messageId: 'missing',
      values: { axes, pages: pages.length },
      verdict,
      url: pages[0]?.page.url ?? '',
      pages: pages.length,
      evidence: [absence],
    },
  ]
}

function keyOf(field: CategoryField, found: readonly Classification[]): readonly [string] {
  return found.length > 0 ? [field] : missingKey
}
