import type { CatalogueEntry, DisclosureCatalogueLine, ServiceCatalogueLine } from '../../../store/model/catalogue.ts'
import type { CheckContext } from '../../check.ts'
import { sectionTermsOf, targetOf } from '../../targets.ts'
import type { ItemNode } from '../article7/item-node.ts'
import type { ItemSearch } from '../article7/item-search.ts'
import type { JudgedLine } from '../article7/judgement.ts'
import { otherLines } from '../article7/other-lines.ts'
import { type JudgedKind, judgeKind } from '../service/judge-kind.ts'
import { serviceKinds } from '../service/kinds.ts'
import { type Describing, describeBlock, describeLink, describeList } from './describe-entry.ts'

/** Things listed for one line. */
const mostEntries = 20

/** The twelve lines as the catalogue lists them: 003:212. */
export function disclosureLines(search: ItemSearch, lines: readonly JudgedLine[]): DisclosureCatalogueLine[] {
  return lines.map(({ item, state, because, shown }) => {
    const { snapshot, terms, today } = search
    const describing = { snapshot, words: terms, today, ignored: otherLines(search, item) }
    return { item, state, because, entries: distinct(shown.map((node) => entryOf(describing, node))) }
  })
}

function entryOf(describing: Describing, node: ItemNode): CatalogueEntry {
  if (node.kind === 'block') return describeBlock(describing, node.block)
  const { kind } = targetOf(describing.snapshot, node.link, describing.words.links)
  return kind === 'here'
    ? describeList(describing, node.label, null, node.below)
    : describeLink(describing, node.label, node.link)
}

/** The five kinds of service information, and what else there is: 003:216. */
export function serviceLines(search: ItemSearch, { terms }: CheckContext): ServiceCatalogueLine[] {
  const { snapshot, navigation, today } = search
  const words = sectionTermsOf(terms)
  const describing = { snapshot, words, today }
  const judge = (kind: Parameters<typeof judgeKind>[2]) => judgeKind(snapshot, navigation, kind, words)
  const due = serviceKinds.map((kind) => {
    const words = terms.serviceInformation.kinds[kind]
    return serviceLine(describing, words.title, true, judge(words))
  })
  const others = terms.serviceInformation.other.map((family) =>
    serviceLine(describing, family.title, false, judge(family)),
  )
  return [...due, ...others.filter(({ state }) => state === 'offered')]
}

function serviceLine(describing: Describing, title: string, isDue: boolean, one: JudgedKind): ServiceCatalogueLine {
  const entry = entryOfKind(describing, one)
  return { title, isDue, state: one.state, because: one.because, entries: entry === null ? [] : [entry] }
}

/** What is offered of a kind; `null` when it is not. */
export function entryOfKind(
  describing: Describing,
  { state, label, url, links, isList }: JudgedKind,
): CatalogueEntry | null {
  const [link] = links
  if (state !== 'offered' || label === null || link === undefined) return null
  return isList ? describeList(describing, label, url, links) : describeLink(describing, label, link)
}

function distinct(entries: readonly CatalogueEntry[]): CatalogueEntry[] {
  const byAddress = new Map(entries.map((entry) => [entry.url ?? entry.label, entry] as const).reverse())
  return [...byAddress.values()].reverse().slice(0, mostEntries)
}
