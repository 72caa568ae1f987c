import { linesOf } from '../checks/disclosure/article7/item-node.ts'
import { normaliseLabel } from '../checks/labels.ts'
import type { RunReport } from '../store/model/run-report.ts'
import type { DisclosureTerms, ServiceInformationKind } from '../store/model/terms.ts'
import { type Confusion, count } from './confusion.ts'

/** A judgement by eye. */
interface Judgement {
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

function compareService(confusion: Confusion, labels: SiteLabels, report: RunReport, miss: (text: string) => void) {
  for (const [name, kind] of Object.entries(serviceKinds)) {
    const value = labels.serviceInformation[name]?.value ?? 'undetermined'
    const truth = value === 'undetermined' ? null : value === 'present'
    const measure = report.measures[`disclosure/service-information#${kind}`]
    const isOpen =
      measure === undefined || measure.value === null || (measure.value === 0 && (measure.unknown ?? 0) > 0)
    const said = isOpen ? null : measure.value === 1
    count(confusion, said, truth)
    if (truth !== null && said !== null && said !== truth) miss(`${labels.site}: ${kind} is ${value}, said ${said}`)
  }
}
