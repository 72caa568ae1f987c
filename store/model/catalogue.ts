import type { ItemNumber, ItemState } from './check-result.ts'

/** One thing published, as a catalogue lists it: 003:212, 003:216. */
export interface CatalogueEntry {
  /** 資訊名稱: the label on the site. */
  label: string
  /** 摘要內容: the first names it lists, or the beginning of its text; empty when nothing was read. */
  summary: string
  url: string | null
  /** 筆數: what it lists; `null` when it was not read, or is text without entries. */
  count: number | null
  /** 最新日期, ISO; `null` when none is named. */
  newest: string | null
  /** 格式: as in `HTML`, `PDF`; sorted. */
  formats: readonly string[]
}

/** A line of Article 7 in the catalogue of disclosed information: 003:212. */
export interface DisclosureCatalogueLine {
  item: ItemNumber
  state: ItemState
  /** 適用與否及理由, 已公開否: why this state, in Traditional Chinese. */
  because: string
  entries: readonly CatalogueEntry[]
}

/** A kind of information in the catalogue of service information: 003:216. */
export interface ServiceCatalogueLine {
  /** Its name in Traditional Chinese. */
  title: string
  /** False for 其他重要資訊, which is in no share. */
  isDue: boolean
  state: 'offered' | 'missing' | 'undetermined'
  because: string
  entries: readonly CatalogueEntry[]
}

/** A question of the site's 常見問答 with its answer, both cut where they are long: 003:52. */
export interface FaqQuestion {
  question: string
  answer: string
  /** The page it stands on. */
  url: string
}
