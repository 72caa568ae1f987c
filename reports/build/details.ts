import type {
  CheckDetail,
  CheckResult,
  ClassifiedPage,
  DisclosureItem,
  ItemNumber,
} from '../../store/model/check-result.ts'
import type { ReportDisclosure, RunReport } from '../../store/model/run-report.ts'
import { sortedBy } from './order.ts'

type DetailOf<K extends CheckDetail['kind']> = Extract<CheckDetail, { kind: K }>

/** The tables of one kind that the checks handed over. */
export function detailsOf<K extends CheckDetail['kind']>(results: readonly CheckResult[], kind: K): DetailOf<K>[] {
  return results.flatMap(({ detail }) => (detail?.kind === kind ? [detail as DetailOf<K>] : []))
}

const itemOrder: readonly ItemNumber[] = ['1', '2', '3', '4', '5a', '5b', '5c', '6', '7', '8', '9', '10']

/** The section 「主動公開資訊」 and the twelve lines of Article 7. */
export function disclosureOf(results: readonly CheckResult[]): ReportDisclosure {
  const items = detailsOf(results, 'disclosure-items').flatMap((detail) => detail.items)
  return { ...sectionOf(results), items: [...items].sort(byItem) }
}

function sectionOf(results: readonly CheckResult[]): Pick<ReportDisclosure, 'sectionState' | 'section'> {
  const result = results.find(({ detail }) => detail?.kind === 'disclosure-section')
  const section = result?.detail?.kind === 'disclosure-section' ? result.detail.section : null
  if (section !== null) return { sectionState: 'present', section }
  return { sectionState: result?.status === 'done' ? 'absent' : 'undetermined', section: null }
}

function byItem(a: DisclosureItem, b: DisclosureItem): number {
  return itemOrder.indexOf(a.item) - itemOrder.indexOf(b.item)
}

/** The catalogues of disclosed and of service information, the questions of the FAQ, online services and forms; empty when the check could not look. */
export function cataloguesOf(results: readonly CheckResult[]): RunReport['catalogues'] {
  const [detail] = detailsOf(results, 'catalogue')
  return {
    disclosure: detail?.disclosure ?? [],
    service: detail?.service ?? [],
    questions: detail?.questions ?? [],
    onlineServices: detailsOf(results, 'online-services').flatMap(({ items }) => items),
    forms: detailsOf(results, 'forms').flatMap(({ forms }) => forms),
  }
}

/** The classification metadata of every page, by URL. */
export function classifiedPagesOf(results: readonly CheckResult[]): ClassifiedPage[] {
  return sortedBy(
    detailsOf(results, 'classification').flatMap((detail) => detail.pages),
    (page) => page.url,
  )
}
