import type { ItemNumber } from './check-result.ts'
import type { ClassificationTerms } from './classification-terms.ts'
import type { Declarable } from './declaration.ts'
import type { OpenDataTerms } from './open-data-terms.ts'
import type { ParticipationTerms } from './participation-terms.ts'
import type { Pattern } from './pattern.ts'
import type { ServiceTerms } from './service-terms.ts'

export type { Pattern } from './pattern.ts'

/** Word lists of the domain, from `config/terms/`. */
export interface Terms {
  disclosure: DisclosureTerms
  serviceInformation: {
    kinds: Readonly<
      Record<ServiceInformationKind, { title: string; labels: readonly Pattern[]; not: readonly Pattern[] }>
    >
    other: readonly { title: string; labels: readonly Pattern[] }[]
    /** What is older than so many months is not current. */
    currentMonths: number
  }
  publication: PublicationTerms
  freshness: FreshnessTerms
  content: ContentTerms
  services: ServiceTerms
  siteMap: readonly Pattern[]
  /** Of labels on the home page that lead to what is newest. */
  newest: readonly Pattern[]
  search: SearchTerms
  layout: LayoutTerms
  documents: {
    formLabels: readonly Pattern[]
    /** Labels of documents nobody fills in, and of what bears such words and is a picture. */
    finalLabels: readonly Pattern[]
    notFinal: readonly Pattern[]
    scanLabels: readonly Pattern[]
  }
  accessibility: AccessibilityTerms
  links: LinkTerms
  /** Texts of links that say nothing of where they lead, names for the same thing, and texts that rightly lead home. */
  linkTexts: { generic: readonly Pattern[]; same: readonly Pattern[]; home: readonly Pattern[] }
  hijack: HijackTerms
  /** What an agency may say of itself. */
  declarables: readonly Declarable[]
  classification: ClassificationTerms
  participation: ParticipationTerms
  openData: OpenDataTerms
}

/** What a home page is made of. */
export interface LayoutTerms {
  /** Statements a site of the government links to from its home page. */
  policies: readonly { title: string; labels: readonly Pattern[] }[]
  /** Label of the way to a version in another language. */
  languages: Pattern
  /** The way from the home page to where the reader is: words before it, names of its element. */
  trail: { text: Pattern; names: Pattern }
}

/** How a search of the site shows itself, and what its results say. */
export interface SearchTerms {
  controls: readonly Pattern[]
  buttons: readonly Pattern[]
  names: readonly Pattern[]
  /** Labels of fields that ask for one record, a person or an address: no search of the site. */
  not: readonly Pattern[]
  externalEngines: readonly Pattern[]
  /** Labels of fields that ask for a code against programs. */
  codes: readonly Pattern[]
  /** What a choice beside the field narrows by, by its label; `none`: by nothing. */
  choices: Readonly<Record<'none' | 'category' | 'fields', Pattern>>
  /** Labels of fields beside the first: for words in one part of a page, and for a day. */
  conditions: Readonly<Record<'words' | 'day', Pattern>>
  /** Options that look in titles alone, and such that stand for everything or nothing. */
  titleOptions: readonly Pattern[]
  allOptions: readonly Pattern[]
  /** These are applied to text in NFKC without white space; of `counts` the first group that matched is the number. */
  nothing: readonly Pattern[]
  counts: readonly Pattern[]
  pagers: readonly Pattern[]
  pagerTexts: readonly Pattern[]
  orderings: readonly Pattern[]
  help: readonly Pattern[]
  explanations: readonly Pattern[]
  examples: readonly Pattern[]
  advice: readonly Pattern[]
  popular: readonly Pattern[]
}

/** Words of a yearly paper on the quality of services. */
export interface PaperTerms {
  title: string
  labels: readonly Pattern[]
  not: readonly Pattern[]
}

export type PaperKind = 'plan' | 'selfAssessment' | 'inspection' | 'performanceReport'

/** The yearly papers, and the form of the plan. */
export interface PublicationTerms {
  kinds: Readonly<Record<PaperKind, PaperTerms>>
  headings: readonly { title: string; text: readonly Pattern[] }[]
  /** Plain words, not patterns. */
  vagueDeadlines: readonly string[]
  mostPages: number
}

/** Evident errors of pages, notices that are over, and sources of what is quoted. */
export interface ContentTerms {
  errors: ErrorTerms
  expired: {
    current: Pattern
    endBefore: Pattern
    endBehind: Pattern
    deadlines: Pattern
    homeAfterDays: number
    currentAfterDays: number
    newsLists: Pattern
    newsAfterDays: number
  }
  sources: { line: Pattern; own: Pattern; others: Pattern }
}

/** `garbled` and `inText` run over text as it stands, the others over whole titles, headings, texts of links and of pages. */
export interface ErrorTerms {
  garbled: readonly Pattern[]
  inText: readonly Pattern[]
  placeholder: readonly Pattern[]
  /** Of titles and headings alone. */
  placeholderName: readonly Pattern[]
  test: readonly Pattern[]
  underConstruction: readonly Pattern[]
  longestUnderConstruction: number
  /** Names of meta tags in lower case. */
  publisherTags: readonly string[]
  /** With the name in the first bracket. */
  copyright: Pattern
}

/** How sites say when they were updated, and how often they promise to. */
export interface FreshnessTerms {
  /** Applied to the label before a date, without white space. */
  dateLabels: Readonly<Record<'updated' | 'published', readonly Pattern[]>>
  /** The rule of how the site is kept up to date; `sop` is sought in its text. */
  policy: { labels: readonly Pattern[]; not: readonly Pattern[]; sop: readonly Pattern[] }
  /** In the order in which they are tried. */
  cycles: readonly UpdateCycle[]
  /** `%cycle%` in `ofPage` stands for the words of a cycle. */
  promise: { acts: Pattern; ofPage: readonly string[]; ofSite: Pattern }
}

export interface UpdateCycle {
  title: string
  text: readonly Pattern[]
  /** Older than so many days, what was promised so often is late. */
  lateAfterDays: number
}

/** Words of the disclosure section and of the twelve lines of Article 7. */
export interface DisclosureTerms {
  /** Labels that name the section by themselves. */
  section: readonly Pattern[]
  /** Labels that name it only where the page behind lists several of the twelve lines. */
  weakSection: readonly Pattern[]
  falseFriends: readonly Pattern[]
  items: Readonly<Record<ItemNumber, ItemTerms>>
  /** Host suffix -> items it publishes, and its name; `*` stands for one label or more. Recognised, never crawled. */
  nationalSystems: readonly NationalSystem[]
  emptyList: readonly Pattern[]
  /** Said by a page that answers 200 though there is nothing at its address. */
  missingPage: readonly Pattern[]
  notApplicable: readonly Pattern[]
  /** The agency says that it is no collegial body: item 10 does not apply. */
  notCollegial: readonly Pattern[]
  parentMark: readonly Pattern[]
  /** Labels of a template's sample menu, the words in the agency's name that make them its own, and whose they are. */
  templateResidue: readonly { label: Pattern; unless: Pattern; agency: string }[]
  /** The seven facts of item 3, in the order of the law; applied to text, not to labels. */
  contact: Readonly<Record<ContactFact, { title: string; isEssential: boolean; text: readonly Pattern[] }>>
  /** How old what is published may be; months of the year are 1 to 12. */
  ages: {
    /** Until this month last year's budget will do. */
    budgetUntilMonth: number
    /** Until this month the final accounts of the year before last will do. */
    accountsUntilMonth: number
    statisticsMonths: number
  }
  /** A catalogue of disclosed information that the site itself publishes. */
  catalogue: { title: string; labels: readonly Pattern[] }
  /** The two books of item 6. */
  books: { budget: readonly Pattern[]; finalAccounts: readonly Pattern[] }
}

/** Words by which what a list leads to is judged. */
export interface ListTerms extends Pick<DisclosureTerms, 'emptyList' | 'missingPage'> {
  links: LinkTerms
}

/** Words of the section, and those for what it leads to. */
export type SectionTerms = DisclosureTerms & ListTerms

export interface ItemTerms {
  title: string
  labels: readonly Pattern[]
  not: readonly Pattern[]
  /** Outside of the section only these of the labels count: the same words name something else there. `undefined`: all do. */
  outside?: readonly Pattern[] | undefined
  /** Labels that belong to the item but do not by themselves show that it is published. */
  weak: readonly Pattern[]
  /** What an entry behind a weak label must say to count. */
  proof: readonly Pattern[]
  /** What the entries must show, applied to text without white space. */
  facts?: readonly { title: string; text: readonly Pattern[] }[] | undefined
  /** What to ask a person when only weak labels are seen, in Traditional Chinese. */
  question: string
}

export interface NationalSystem {
  host: string
  name: string
  items: readonly ItemNumber[]
  /** The bare home page of the system is not enough. */
  needsDeepLink: boolean
}

export type ContactFact = 'organisation' | 'duties' | 'address' | 'phone' | 'fax' | 'website' | 'email'

export type ServiceInformationKind = 'serviceMeasure' | 'faq' | 'event' | 'promotion' | 'publication'

/** How answers to links read: as missing pages, log-ins, walls against programs. */
export interface LinkTerms {
  /** Applied to text in NFKC without white space; `errorPaths` to path and query of an address. */
  missing: MissingTerms
  login: { paths: readonly Pattern[]; titles: readonly Pattern[] }
  /** Texts of links that promise the home page. */
  home: readonly Pattern[]
  /** Sentences of pages that keep their reader out, or put him off until a site is mended. */
  notNow: { refused: readonly Pattern[]; maintained: readonly Pattern[] }
  botWalls: BotWallTerms
  /** Hosts (with their subdomains) of which only a sign of life is asked. */
  sharedHosts: readonly string[]
}

/** Words of pages that answer 200 though there is nothing at their address. */
export interface MissingTerms {
  said: readonly Pattern[]
  titles: readonly Pattern[]
  /** Words of a page that only speaks about missing pages. */
  notThis: readonly Pattern[]
  /** Of a list that is empty, or a record that is gone. */
  noEntries: readonly Pattern[]
  /** Enough where a document was promised. */
  noDocument: readonly Pattern[]
  errorPaths: readonly Pattern[]
}

/** Marks are sought in the bytes as lower-case Latin-1. A page that shows more characters than the mark's limit is no wall. */
export interface BotWallTerms {
  marks: readonly { name: string; mark: string }[]
  /** Of scripts that stand in every page of such a host. */
  emptyMarks: readonly { name: string; mark: string }[]
  longestText: number
  longestEmptyText: number
}

/** Words of a domain that somebody else took over; applied to text in NFKC with its white space folded. */
export interface HijackTerms {
  safeSuffixes: readonly string[]
  benign: readonly Pattern[]
  gambling: readonly Pattern[]
  parking: readonly Pattern[]
  longestParkingText: number
}

/** Words of accessibility: the badge, the guide bricks, the links past the menus. */
export interface AccessibilityTerms {
  badge: {
    hosts: readonly string[]
    /** Of path and query; its first group holds fourteen digits. */
    detail: Pattern
    labels: readonly Pattern[]
    not: readonly Pattern[]
    /** Of an image's file, where no text says what it shows. */
    files: readonly Pattern[]
    /** Pixels. */
    width: number
    height: number
    validYears: number
  }
  bricks: {
    mark: Pattern
    /** Key and name stand in its two groups; applied to text as it is shown. */
    documented: Pattern
    documentation: Pattern
  }
  skipLinks: readonly Pattern[]
  htmlAlternatives: readonly Pattern[]
}
