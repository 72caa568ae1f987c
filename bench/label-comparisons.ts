import { linesOf } from '../checks/disclosure/article7/item-node.ts'
import { normaliseLabel } from '../checks/labels.ts'
import type { RunReport } from '../store/model/run-report.ts'
import type { DisclosureTerms, ServiceInformationKind } from '../store/model/terms.ts'
import { type Confusion, count } from './confusion.ts'
import { participationComparisons } from './participation-comparisons.ts'

/** A judgement by eye. */
export interface Judgement {
  value: string
}

/** The part of a file of `fixtures/labels/<half>/` that is compared here; its schema stands beside the files. */
export interface SiteLabels {
  site: string
  start: string
  disclosure: {
    section: Judgement
    labels: readonly { text: string; within: 'section' | 'outside'; items: readonly string[]; unsure?: true }[]
    items: Readonly<Record<string, Judgement>>
  }
  serviceInformation: Readonly<Record<string, Judgement>>
  services: Readonly<Record<string, Judgement>>
  search: { methods: Readonly<Record<'classified', Judgement>> }
  classification: { withCategory: number }
  participation: Readonly<Record<string, Judgement>>
  openData: Judgement
}

/** What one check is compared by: what it and the labels say of each case. */
export interface Comparison {
  name: string
  compare(confusion: Confusion, labels: SiteLabels, report: RunReport, miss: (text: string) => void): void
}

/** Every comparison, in the order printed. */
export function comparisonsOf(terms: DisclosureTerms): readonly Comparison[] {
  return [
    { name: 'disclosure/section-present', compare: compareSection },
    { name: 'disclosure/article7-items: label to item', compare: (...all) => compareMapping(terms, ...all) },
    { name: 'disclosure/article7-items: published', compare: compareItems },
    { name: 'disclosure/service-information', compare: compareService },
    ...serviceFacts.map(({ name, label, measure }) => ({
      name: `${measure.split('#')[0]}: ${name}`,
      compare: (...all: Parameters<Comparison['compare']>) => compareFact(label, measure, ...all),
    })),
    ...participationComparisons,
  ]
}

function compareSection(
  confusion: Confusion,
  { site, disclosure }: SiteLabels,
  report: RunReport,
  miss: (text: string) => void,
) {
  const { value } = disclosure.section
  const truth = value === 'undetermined' ? null : value === 'present'
  const { sectionState } = report.disclosure
  const said = sectionState === 'undetermined' ? null : sectionState === 'present'
  count(confusion, said, truth)
  if (truth !== null && said !== null && said !== truth) miss(`${site}: ${value}, said ${sectionState}`)
}

/** One case each item a label names, or is said to name. */
function compareMapping(
  terms: DisclosureTerms,
  confusion: Confusion,
  labels: SiteLabels,
  _: RunReport,
  miss: (text: string) => void,
) {
  for (const { text, within, items, unsure } of labels.disclosure.labels) {
    if (unsure === true) continue
    const said: readonly string[] = linesOf(normaliseLabel(text), terms, within === 'section' ? 'section' : 'elsewhere')
    for (const item of new Set([...items, ...said])) count(confusion, said.includes(item), items.includes(item))
    if (items.length === 0 && said.length === 0) count(confusion, false, false)
    if (said.join() !== items.join())
      miss(`${labels.site}: 「${text}」 (${within}) is ${items.join('+') || 'none'}, said ${said.join('+') || 'none'}`)
  }
}

function compareItems(
  confusion: Confusion,
  { site, disclosure }: SiteLabels,
  report: RunReport,
  miss: (text: string) => void,
) {
  for (const { item, state } of report.disclosure.items) {
    const value = disclosure.items[item]?.value ?? 'undetermined'
    const truth = value === 'undetermined' || value === 'not-applicable' ? null : value === 'published'
    const said = state === 'undetermined' || state === 'not-applicable' ? null : state === 'published'
    count(confusion, said, truth)
    if (truth !== null && said !== null && said !== truth) miss(`${site}: item ${item} is ${value}, said ${state}`)
  }
}

const serviceKinds: Readonly<Record<string, ServiceInformationKind>> = {
  serviceMeasures: 'serviceMeasure',
  faq: 'faq',
  events: 'event',
  promotional: 'promotion',
  publications: 'publication',
}

/** Facts of online services: the label, and the measure that says at least one. */
const serviceFacts = [
  { name: '服務申辦', label: 'onlineApplication', measure: 'services/kinds-offered#application' },
  { name: '表單下載', label: 'formDownload', measure: 'services/kinds-offered#formDownload' },
  { name: '網路繳費', label: 'payment', measure: 'services/kinds-offered#payment' },
  { name: '預約', label: 'booking', measure: 'services/kinds-offered#appointment' },
  { name: '取件通知', label: 'collectionNotice', measure: 'services/kinds-offered#pickupNotice' },
  { name: '案件查詢', label: 'caseQuery', measure: 'services/case-query#online' },
  { name: '申辦說明', label: 'procedures', measure: 'services/procedure-information#services' },
  { name: '空白表單', label: 'blankForms', measure: 'services/form-inventory#forms' },
  { name: '外語版本', label: 'otherLanguages', measure: 'services/foreign-language#languages' },
  { name: '隱私權政策', label: 'privacyPolicy', measure: 'services/privacy-notice#policy' },
  { name: '蒐集個人資料之表單', label: 'personalForms', measure: 'services/privacy-notice#forms' },
] as const

function compareFact(
  label: string,
  measureName: string,
  confusion: Confusion,
  labels: SiteLabels,
  report: RunReport,
  miss: (text: string) => void,
) {
  const value = labels.services[label]?.value ?? 'undetermined'
  const truth = value === 'undetermined' ? null : value === 'present'
  const said = saidBy(report.measures[measureName])
  count(confusion, said, truth)
  if (truth !== null && said !== null && said !== truth) miss(`${labels.site}: ${label} is ${value}, said ${said}`)
}

/** Whether there is at least one; `null` while there may be one, and where the check could not look. */
function saidBy(measure: RunReport['measures'][string] | undefined): boolean | null {
  if (measure === undefined || measure.value === null) return null
  return measure.value > 0 ? true : (measure.unknown ?? 0) > 0 ? null : false
}

function compareService(confusion: Confusion, labels: SiteLabels, report: RunReport, miss: (text: string) => void) {
  for (const [name, kind] of Object.entries(serviceKinds)) {
    const value = labels.serviceInformation[name]?.value ?? 'undetermined'
    const truth = value === 'undetermined' ? null : value === 'present'
    const said = saidBy(report.measures[`disclosure/service-information#${kind}`])
    count(confusion, said, truth)
    if (truth !== null && said !== null && said !== truth) miss(`${labels.site}: ${kind} is ${value}, said ${said}`)
  }
}
