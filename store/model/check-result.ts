import type { DisclosureCatalogueLine, FaqQuestion, ServiceCatalogueLine } from './catalogue.ts'
import type { Finding } from './finding.ts'
import type { Measure } from './measure.ts'
import type { OnlineServiceKind } from './service-terms.ts'

export type CheckStatus = 'done' | 'not-applicable' | 'undetermined' | 'crashed'

/** What one check concluded about one snapshot. */
export interface CheckResult {
  checkId: string
  checkVersion: number
  status: CheckStatus
  /** Why it is not `done`, in Traditional Chinese; `null` when it is. For `crashed` the error's stack. */
  reason: string | null
  measures: readonly Measure[]
  findings: readonly Finding[]
  /** A table the report shows as it is, for checks whose result is more than findings (the twelve Article 7 lines, the metadata of a page); JSON, sorted. */
  detail: CheckDetail | null
}

/** The closed list of tables that checks hand to the report. */
export type CheckDetail =
  | { kind: 'disclosure-section'; section: { url: string; label: string } | null }
  | { kind: 'disclosure-items'; items: readonly DisclosureItem[] }
  | {
      kind: 'catalogue'
      disclosure: readonly DisclosureCatalogueLine[]
      service: readonly ServiceCatalogueLine[]
      /** At most fifteen (003:52). */
      questions: readonly FaqQuestion[]
    }
  | { kind: 'classification'; pages: readonly ClassifiedPage[] }
  | { kind: 'documents'; verdicts: Readonly<Record<string, DocumentVerdict>> }
  | { kind: 'links'; verdicts: readonly LinkVerdict[] }
  /** Addresses of the pages on which a fault was proven, and of those on which one may be. */
  | { kind: 'page-verdicts'; faulty: readonly string[]; doubtful: readonly string[] }
  | { kind: 'online-services'; items: readonly OnlineServiceLine[] }
  | { kind: 'forms'; forms: readonly FormLine[] }

export type ItemState = 'published' | 'incomplete' | 'not-applicable' | 'not-published' | 'undetermined'
export type ItemNumber = '1' | '2' | '3' | '4' | '5a' | '5b' | '5c' | '6' | '7' | '8' | '9' | '10'

/** One of the twelve lines of Article 7 (item 5 split into 計畫, 統計, 研究報告). */
export interface DisclosureItem {
  item: ItemNumber
  state: ItemState
  /** Label of the link on the site; `null` when none was found. */
  label: string | null
  url: string | null
  /** Why this state, in Traditional Chinese. */
  because: string
}

/** Classification metadata of one page. */
export interface ClassifiedPage {
  url: string
  /** Name as written -> contents in order. */
  fields: Readonly<Record<string, readonly string[]>>
  theme: readonly string[]
  cake: readonly string[]
  service: readonly string[]
  problems: readonly string[]
}

/** Keyed by the document's URL. */
export type DocumentVerdict = 'odf' | 'has-odf-twin' | 'office-only' | 'final' | 'archive' | 'other' | 'unreadable'

/** One online service under its kind: 003:258-286 (kinds: 003:265). */
export interface OnlineServiceLine {
  kind: OnlineServiceKind
  /** Name of the kind. */
  title: string
  name: string
  /** `null` when the label leads nowhere. */
  url: string | null
  state: 'offered' | 'dead' | 'unsure'
  place: 'own' | 'shared' | 'other'
  /** Name of the shared system; `null` elsewhere. */
  system: string | null
  because: string
}

/** One blank form with everything it is offered as: 003:283. */
export interface FormLine {
  title: string
  /** 編號 as written; `null` when none is seen on the site. */
  number: string | null
  /** 版次 or the day it was made, as written; `null` when none is seen. */
  version: string | null
  /** As in `odt`; sorted. */
  formats: readonly string[]
  /** Every address, sorted. */
  urls: readonly string[]
  /** Addresses beyond the first that hold the very same bytes. */
  copies: number
  /** Pages that offer it, sorted. */
  pages: readonly string[]
  /** Codes of Category.Service on those pages. */
  classes: readonly string[]
}

/** Verdict on one target that links lead to. */
export interface LinkVerdict {
  url: string
  verdict:
    | 'ok'
    /** Answers elsewhere, and says that it does so for good. */
    | 'redirected-permanent'
    /** Answers with the home page of its site: a person says whether that is an answer. */
    | 'redirected-home'
    /** Gone twice. */
    | 'broken'
    /** `broken`, `soft-404` or `malformed`, but only a rule of style or a script names it: a person says whether visitors go there. */
    | 'broken-if-used'
    /** Gone, then there. */
    | 'unstable'
    /** Seems gone once; nothing says that it still is, or that it really is. */
    | 'unconfirmed'
    /** Answers 200 with a page that says that there is none. */
    | 'soft-404'
    | 'server-error'
    | 'timeout'
    /** Keeps programs out: a status, a wall, a log-in. */
    | 'blocked'
    | 'tls-issue'
    | 'malformed'
    | 'unreachable'
    /** On another's domain that now serves gambling or is for sale. */
    | 'hijack-suspect'
    /** Not asked for, with the reason. */
    | 'skipped'
  /** HTTP status of the first answer; `null` when there was no response. */
  status: number | null
  reason: string | null
  /** True when it lies on another host. */
  isExternal: boolean
}
