import type { Pattern } from './pattern.ts'

export type CategoryField = 'Category.Theme' | 'Category.Cake' | 'Category.Service'

/** The ways of 分類檢索: 主題, 施政, 服務. Source: 002:30, 003:244. */
export type Axis = 'theme' | 'cake' | 'service'

/** The kinds of information that are to be classified. Source: 003:243. */
export type InformationType = 'gazette' | 'announcement' | 'law' | 'form' | 'plan' | 'event' | 'news'

interface Labels {
  title: string
  labels: readonly Pattern[]
}

/** What is known of the metadata of 行政機關電子資料流通詮釋資料及分類檢索規範 and of the searches that use it. */
export interface ClassificationTerms {
  /** Every name that must stand on a page: the fifteen of Dublin Core and the three classes. */
  required: readonly string[]
  dublinCore: readonly string[]
  codeForms: Readonly<Record<CategoryField, readonly Pattern[]>>
  /** Areas of which every code is known; `prefix` is how all of them begin. */
  wholeAreas: readonly { field: CategoryField; title: string; prefix: string; codes: readonly string[] }[]
  /** Codes that belong to one kind of agency, and words of which such an agency has one. */
  areas: readonly { field: CategoryField; codes: readonly Pattern[]; title: string; words: readonly Pattern[] }[]
  leftOvers: {
    certain: readonly Pattern[]
    /** None where the page itself is called so. */
    soft: readonly Pattern[]
  }
  coverage: { earliestYear: number; yearsAhead: number }
  /** A content that so many pages share, and no page goes without, is a template's. */
  constantFromPages: number
  /** 機關OID at the start of an identifier; its first group is the OID. */
  oid: Pattern
  knownOids: readonly { oid: string; name: string }[]
  informationTypes: Readonly<Record<InformationType, Labels & { not: readonly Pattern[] }>>
  searchEntry: {
    axes: Readonly<Record<Axis, Labels>>
    /** Labels of the page that leads to the three ways. */
    hub: readonly Pattern[]
    portalLabel: readonly Pattern[]
    portalHosts: readonly string[]
    /** Up to so many sub-categories a link to the portal's area will do. */
    fewSubcategories: number
  }
}
