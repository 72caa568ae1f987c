import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type DraftFinding, defineCheck } from '../check.ts'
import { atLeastOne, metaEvidence } from '../element-evidence.ts'
import { type Classification, saysNothing } from './classify-page.ts'
import { examinedPages } from './examined-pages.ts'
import { type Fault, metadataFaults } from './metadata-faults.ts'

const maxEvidence = 5
const longestContent = 80

/** Is what the classification metadata says right as far as it shows? Source: 002:30, 003:240-247; facts 3.2 to 3.4. */
export default defineCheck({
  id: 'classification/metadata-valid',
  version: 1,
  question: '分類檢索詮釋資料之內容是否正確？',
  needs: [],
  measures: {
    valid: { title: '詮釋資料內容查無錯誤之網頁', unit: 'page' },
    faulty: { title: '詮釋資料內容有誤之網頁', unit: 'page' },
  },
  messages: {
    valid: '{pages} 頁之詮釋資料內容查無錯誤。',
    'malformed-code': '{field} 之代碼「{content}」格式不符（{pages} 頁）。',
    'unlisted-code': '{field} 之代碼「{content}」未見於本工具所列該類別之全部代碼（{pages} 頁），請人工確認。',
    separator: '{field} 之內容「{content}」有多餘之分隔符號（{pages} 頁）。',
    'date-form': '{field} 非 YYYY-MM-DD 之日期，如「{content}」（{pages} 頁）。',
    coverage: '{field} 之涵蓋期間不可能，如「{content}」（{pages} 頁）。',
    'left-over': '{field} 之內容「{content}」係範本或測試內容（{pages} 頁）。',
    diverse: '{field} 有 {contents} 種內容屬「{fault}」，如「{content}」（{pages} 頁）。',
    identifier: '{field} 之內容「{content}」未載機關或資料代碼（{pages} 頁），請人工確認。',
    constant: '{field} 於 {pages} 頁均為「{content}」，{because}。',
    'constant-classes': '全部 {pages} 頁之主題、施政、服務分類均為「{content}」，是否逐頁選定，請人工確認。',
    'other-oid': 'DC.Identifier 之機關代碼「{content}」{because}（{pages} 頁）。',
    'known-oid': 'DC.Identifier 之機關代碼「{content}」為{whose}之代碼（{pages} 頁），請人工確認。',
    'other-area': '{pages} 頁之 {content} 屬「{whose}」，與網站所載業務似不相關，請人工確認是否沿用他機關範本。',
  },
  run(snapshot, context) {
    const { pages: examined, unknown, reason } = examinedPages(snapshot, context)
    if (reason !== null) return { status: 'undetermined', reason }
    const carriers = examined.filter((one) => !saysNothing(one))
    if (carriers.length === 0) return { status: 'not-applicable', reason: '網頁均未標示詮釋資料，無內容可查核。' }
    const faults = metadataFaults(snapshot, carriers, context)
    const faulty = pagesOf(faults.filter(({ verdict }) => verdict === 'violates'))
    const doubtful = pagesOf(faults.filter(({ verdict }) => verdict === 'needs-review'))
    const doubt = [...doubtful].filter((id) => !faulty.has(id)).length
    const sound = carriers.filter(({ page }) => !faulty.has(page.id) && !doubtful.has(page.id))
    const outOf = carriers.length + unknown
    return {
      status: 'done',
      measures: {
        valid: { value: sound.length, unknown: unknown + doubt, outOf },
        faulty: { value: faulty.size, unknown: unknown + doubt, outOf },
      },
      findings: [...faults.map((fault) => findingOf(snapshot, fault)), ...soundFinding(snapshot, sound)],
    }
  },
})

/** A fault, or what is sound. */
type Shown = Omit<Fault, 'messageId'> & { messageId: Fault['messageId'] | 'valid' }

function pagesOf(faults: readonly Fault[]): Set<number> {
  return new Set(faults.flatMap(({ tags }) => tags.map(({ pageId }) => pageId)))
}

function findingOf(
  snapshot: Snapshot,
  { key, messageId, values, verdict, tags }: Shown,
): DraftFinding<Fault['messageId'] | 'valid'> {
  const pages = new Set(tags.map(({ pageId }) => pageId))
  const [first = 0] = pages
  const shown = Object.entries(values).map(([name, value]) => [name, value.slice(0, longestContent)])
  const evidence = atLeastOne(tags.slice(0, maxEvidence).map((tag) => metaEvidence(snapshot, tag)))
  return {
    key,
    messageId,
    values: { ...Object.fromEntries(shown), pages: pages.size },
    verdict,
    url: snapshot.page(first).url,
    pages: pages.size,
    evidence,
  }
}

function soundFinding(
  snapshot: Snapshot,
  sound: readonly Classification[],
): DraftFinding<Fault['messageId'] | 'valid'>[] {
  const tags = sound.flatMap((one) => one.tags.slice(0, 1))
  if (tags.length === 0) return []
  return [findingOf(snapshot, { key: ['valid'], messageId: 'valid', values: {}, verdict: 'conforms', tags })]
}
