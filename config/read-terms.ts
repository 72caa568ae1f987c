import { type ZodType, z } from 'zod'
import type { Declarable } from '../store/model/declaration.ts'
import type { Terms } from '../store/model/terms.ts'
import { classificationShape } from './classification-shape.ts'
import { openDataShape } from './open-data-shape.ts'
import { packagePath } from './package-file.ts'
import { participationShape } from './participation-shape.ts'
import { hostName, name, pattern, patterns, somePatterns } from './pattern-shape.ts'
import { readYaml } from './read-yaml.ts'
import { serviceTerms } from './service-terms.ts'

const itemNumber = z.enum(['1', '2', '3', '4', '5a', '5b', '5c', '6', '7', '8', '9', '10'])
const contactFact = z.enum(['organisation', 'duties', 'address', 'phone', 'fax', 'website', 'email'])
const kind = z.enum(['serviceMeasure', 'faq', 'event', 'promotion', 'publication'])

const item = z.strictObject({
  title: name,
  labels: somePatterns,
  not: patterns,
  outside: somePatterns.optional(),
  weak: patterns,
  proof: patterns,
  facts: z.array(z.strictObject({ title: name, text: somePatterns })).optional(),
  question: name,
})

const nationalSystem = z.strictObject({
  host: z.string().regex(/^[a-z0-9*.-]+$/),
  name,
  items: z.array(itemNumber).min(1),
  needsDeepLink: z.boolean(),
})

const disclosure = z.strictObject({
  section: somePatterns,
  weakSection: patterns,
  falseFriends: patterns,
  items: z.record(itemNumber, item),
  nationalSystems: z.array(nationalSystem),
  emptyList: somePatterns,
  missingPage: somePatterns,
  notApplicable: somePatterns,
  notCollegial: somePatterns,
  parentMark: patterns,
  templateResidue: z.array(z.strictObject({ label: pattern, unless: pattern, agency: name })),
  contact: z.record(contactFact, z.strictObject({ title: name, isEssential: z.boolean(), text: somePatterns })),
  catalogue: z.strictObject({ title: name, labels: somePatterns }),
  ages: z.strictObject({
    budgetUntilMonth: z.int().min(0).max(12),
    accountsUntilMonth: z.int().min(0).max(12),
    statisticsMonths: z.int().positive(),
  }),
  books: z.strictObject({ budget: somePatterns, finalAccounts: somePatterns }),
})

const serviceInformation = z.strictObject({
  kinds: z.record(kind, z.strictObject({ title: name, labels: somePatterns, not: patterns })),
  other: z.array(z.strictObject({ title: name, labels: somePatterns })),
  currentMonths: z.int().positive(),
})

const paper = z.strictObject({ title: name, labels: somePatterns, not: patterns })
const publication = z.strictObject({
  kinds: z.strictObject({ plan: paper, selfAssessment: paper, inspection: paper, performanceReport: paper }),
  headings: z.array(z.strictObject({ title: name, text: somePatterns })).min(1),
  vagueDeadlines: z.array(name),
  mostPages: z.int().positive(),
})

const freshness = z.strictObject({
  dateLabels: z.strictObject({ updated: somePatterns, published: somePatterns }),
  policy: z.strictObject({ labels: somePatterns, not: patterns, sop: somePatterns }),
  cycles: z.array(z.strictObject({ title: name, text: somePatterns, lateAfterDays: z.int().positive() })).min(1),
  promise: z.strictObject({
    acts: pattern,
    ofPage: z.array(name.refine((source) => source.includes('%cycle%'), { message: 'lacks %cycle%' })).min(1),
    ofSite: pattern,
  }),
})

const content = z.strictObject({
  errors: z.strictObject({
    garbled: somePatterns,
    inText: somePatterns,
    placeholder: somePatterns,
    placeholderName: somePatterns,
    test: somePatterns,
    underConstruction: somePatterns,
    longestUnderConstruction: z.int().positive(),
    publisherTags: z.array(name).min(1),
    copyright: pattern,
  }),
  expired: z.strictObject({
    current: pattern,
    endBefore: pattern,
    endBehind: pattern,
    deadlines: pattern,
    homeAfterDays: z.int().positive(),
    currentAfterDays: z.int().positive(),
    newsLists: pattern,
    newsAfterDays: z.int().positive(),
  }),
  sources: z.strictObject({ line: pattern, own: pattern, others: pattern }),
})

const search = z.strictObject({
  controls: somePatterns,
  buttons: somePatterns,
  names: somePatterns,
  not: somePatterns,
  externalEngines: somePatterns,
  codes: somePatterns,
  choices: z.strictObject({ none: pattern, category: pattern, fields: pattern }),
  conditions: z.strictObject({ words: pattern, day: pattern }),
  titleOptions: somePatterns,
  allOptions: somePatterns,
  nothing: somePatterns,
  counts: somePatterns,
  pagers: somePatterns,
  pagerTexts: somePatterns,
  orderings: somePatterns,
  help: somePatterns,
  explanations: somePatterns,
  examples: somePatterns,
  advice: somePatterns,
  popular: somePatterns,
})

const layout = z.strictObject({
  policies: z.array(z.strictObject({ title: name, labels: somePatterns })).min(1),
  languages: pattern,
  trail: z.strictObject({ text: pattern, names: pattern }),
})

const wallMark = z.strictObject({ name, mark: z.string().regex(/^[^A-Z]{6,}$/) })

const links = z.strictObject({
  missing: z.strictObject({
    said: somePatterns,
    titles: somePatterns,
    notThis: somePatterns,
    noEntries: somePatterns,
    noDocument: somePatterns,
    errorPaths: somePatterns,
  }),
  login: z.strictObject({ paths: somePatterns, titles: somePatterns }),
  home: somePatterns,
  notNow: z.strictObject({ refused: somePatterns, maintained: somePatterns }),
  botWalls: z.strictObject({
    marks: z.array(wallMark).min(1),
    emptyMarks: z.array(wallMark).min(1),
    longestText: z.int().positive(),
    longestEmptyText: z.int().positive(),
  }),
  sharedHosts: z.array(z.string().regex(hostName)).min(1),
})

const linkTexts = z.strictObject({ generic: somePatterns, same: somePatterns, home: somePatterns })

const hijack = z.strictObject({
  safeSuffixes: z.array(z.string().regex(hostName)).min(1),
  benign: somePatterns,
  gambling: somePatterns,
  parking: somePatterns,
  longestParkingText: z.int().positive(),
})

const documents = z.strictObject({
  formLabels: somePatterns,
  finalLabels: somePatterns,
  notFinal: somePatterns,
  scanLabels: somePatterns,
})
const accessibility = z.strictObject({
  badge: z.strictObject({
    hosts: z.array(z.string().regex(hostName)).min(1),
    detail: pattern,
    labels: somePatterns,
    not: patterns,
    files: somePatterns,
    width: z.int().positive(),
    height: z.int().positive(),
    validYears: z.int().positive(),
  }),
  bricks: z.strictObject({ mark: pattern, documented: pattern, documentation: pattern }),
  skipLinks: somePatterns,
  htmlAlternatives: somePatterns,
})
const siteMap = z.strictObject({ labels: somePatterns })
const keyPages = z.strictObject({ newest: somePatterns })
const declarable = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: name,
  unit: name.nullable(),
  kind: z.enum(['count', 'share', 'flag', 'text']),
  within: name.exactOptional(),
  measure: name.exactOptional(),
})
const declarations = z.strictObject({ declarations: z.array(declarable).min(1) })

/** The word lists of `config/terms/`, strictly read. @throws ExpectedError (`config/terms`) naming file and place of the fault. */
export function readTerms(): Terms {
  return {
    ...readCrawlTerms(),
    serviceInformation: readTermFile('service-information', serviceInformation),
    publication: readTermFile('publication', publication),
    freshness: readTermFile('freshness', freshness),
    services: readTermFile('services', serviceTerms),
    content: readTermFile('content', content),
    layout: readTermFile('layout', layout),
    documents: readTermFile('documents', documents),
    accessibility: readTermFile('accessibility', accessibility),
    linkTexts: readTermFile('link-texts', linkTexts),
    hijack: readTermFile('hijack', hijack),
    declarables: readDeclarables(),
    classification: readTermFile('classification', classificationShape),
    participation: readTermFile('participation', participationShape),
    openData: readTermFile('open-data', openDataShape),
  }
}

/** Those a crawl needs: no request waits until all the others are read. @throws as {@link readTerms}. */
export function readCrawlTerms(): Pick<Terms, 'disclosure' | 'siteMap' | 'newest' | 'search' | 'links'> {
  return {
    disclosure: readTermFile('disclosure', disclosure),
    siteMap: readTermFile('site-map', siteMap).labels,
    newest: readTermFile('key-pages', keyPages).newest,
    search: readTermFile('search', search),
    links: readTermFile('links', links),
  }
}

/** What an agency may declare. @throws as {@link readTerms}. */
export function readDeclarables(): readonly Declarable[] {
  return readTermFile('declarations', declarations).declarations
}

function readTermFile<T>(topic: string, schema: ZodType<T>): T {
  return readYaml(packagePath(`config/terms/${topic}.yaml`), schema, 'config/terms')
}
