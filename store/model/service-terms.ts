import type { Pattern } from './pattern.ts'

/** The five kinds of online services: 002:31, 003:265. */
export type OnlineServiceKind = 'application' | 'formDownload' | 'payment' | 'pickupNotice' | 'appointment'

/** What 001:89 wants told of a service, beside its name. */
export type ServiceFacet = 'contact' | 'laws' | 'procedure' | 'papers' | 'examples'

/** How the progress of a case can be asked for: 001:91, 002:102. */
export type QueryWay = 'counter' | 'phone' | 'mobile'

/** Words that name something, in labels in normal form. */
export interface NamedWords {
  title: string
  labels: readonly Pattern[]
  not: readonly Pattern[]
}

/** A system that many agencies share. Recognised, never crawled. */
export interface SharedSystem {
  /** Host suffix; `*` stands for one label or more. */
  host: string
  name: string
  kinds: readonly OnlineServiceKind[]
  /** Its bare front door, as in every footer, is no service. */
  needsDeepLink: boolean
}

/** Words of services, their forms and what must be told of them, from `config/terms/services.yaml`. */
export interface ServiceTerms {
  kinds: Readonly<Record<OnlineServiceKind, NamedWords>>
  /** Text of a page, without white space, that tells of notices sent when something can be fetched. */
  pickupNoticeText: readonly Pattern[]
  systems: readonly SharedSystem[]
  /** Names of what people apply for. */
  service: { labels: readonly Pattern[]; not: readonly Pattern[] }
  /** Applied to text without white space. */
  facets: Readonly<Record<ServiceFacet, { title: string; text: readonly Pattern[] }>>
  /** Labels of pages and files beside a service where the rest of it stands. */
  furtherPapers: readonly Pattern[]
  caseQuery: {
    labels: readonly Pattern[]
    not: readonly Pattern[]
    /** Labels of the fields by which one case is asked for. */
    fields: readonly Pattern[]
    /** Labels of the number of a case: who asks by it is known already. */
    numbers: readonly Pattern[]
    ways: Readonly<Record<QueryWay, { title: string; text: readonly Pattern[] }>>
  }
  foreign: {
    /** Names of services that foreigners apply for. */
    services: readonly Pattern[]
    /** Labels of other languages, applied to folded text. */
    languages: readonly { title: string; labels: readonly Pattern[] }[]
    /** Words of applying in other languages, applied to folded text. */
    applying: readonly Pattern[]
  }
  privacy: {
    labels: readonly Pattern[]
    not: readonly Pattern[]
    /** Labels of fields that ask for what tells one person from another. */
    personalFields: readonly Pattern[]
    /** Titles and labels of forms that keep nothing: they send a page on to a friend, or translate a name. */
    notKept: readonly Pattern[]
    /** Text beside a form, without white space, that tells what becomes of what is entered. */
    notice: readonly Pattern[]
  }
  /** Labels of a version of the site for telephones. */
  mobileVersion: readonly Pattern[]
  forms: {
    /** With one group: the number of a form. */
    numbers: readonly Pattern[]
    /** With one group: the version of a form, or the day it was made. */
    versions: readonly Pattern[]
    /** Filled examples: no blank forms. */
    examples: readonly Pattern[]
    /** Text of a row that names a service class. */
    classes: readonly Pattern[]
  }
}
