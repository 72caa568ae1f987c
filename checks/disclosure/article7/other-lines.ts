import type { ItemNumber } from '../../../store/model/check-result.ts'
import { addressOf } from './item-node.ts'
import type { ItemSearch } from './item-search.ts'

const known = new WeakMap<ItemSearch, Map<ItemNumber, ReadonlySet<string>>>()

/** Addresses of the other lines: a side menu that names them beside the list holds no entries of this one. */
export function otherLines(search: ItemSearch, item: ItemNumber): ReadonlySet<string> {
  const byItem = known.get(search) ?? new Map<ItemNumber, ReadonlySet<string>>()
  known.set(search, byItem)
  const lines = byItem.get(item) ?? collect(search, item)
  byItem.set(item, lines)
  return lines
}

function collect(search: ItemSearch, item: ItemNumber): ReadonlySet<string> {
  const own = new Set((search.inSection.get(item) ?? []).map(addressOf))
  const others = [...search.inSection.values()].flatMap((nodes) => nodes.map(addressOf))
  const sections = search.sections.map((section) => section.link.target)
  return new Set([...others, ...sections].filter((target): target is string => target !== null && !own.has(target)))
}
