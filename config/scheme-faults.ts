import type { Band, Criterion, Part, Placement, Scheme } from '../store/model/scheme.ts'

/** What a shape alone cannot tell: a place below the value that was looked at, and the reason in Traditional Chinese. */
export interface Fault {
  path: readonly (string | number)[]
  message: string
}

/** Faults inside one criterion: order of bands, points, parts and what must stand beside them. */
export function criterionFaults(criterion: Criterion): Fault[] {
  const { bands, parts, bounds, maxPoints, assumption } = criterion
  const ceiling = maxPoints ?? Number.POSITIVE_INFINITY
  const faults = [...under(['bands'], bandFaults(bands, ceiling))]
  if (parts === undefined && bounds !== undefined)
    faults.push({ path: ['bounds'], message: '僅配分（parts）可設上下限' })
  bounds?.forEach(({ points }, index) => {
    faults.push(...under(['bounds', index, 'points'], pointFaults(points, ceiling)))
  })
  faults.push(...under(['items'], duplicates(criterion.items ?? [])), ...siteEvidenceFaults(criterion))
  if (parts === undefined) return [...faults, ...emptinessFaults(criterion)]
  if (bands.length > 0) faults.push({ path: ['parts'], message: 'bands 與 parts 只能擇一' })
  if (assumption === undefined) faults.push({ path: [], message: '自訂配分（parts）須載明 assumption' })
  return [...faults, ...under(['parts'], partsFaults(parts, maxPoints))]
}

/** Faults between criteria: ids given twice, points missing, too many, or out of place. */
export function schemeFaults({ scale, criteria }: Scheme): Fault[] {
  const faults = under(['criteria'], duplicates(criteria))
  const isPoints = scale.kind === 'points'
  criteria.forEach(({ maxPoints }, index) => {
    if (isPoints && maxPoints === undefined) faults.push({ path: ['criteria', index], message: '缺少 maxPoints' })
    if (!isPoints && maxPoints !== undefined) {
      faults.push({ path: ['criteria', index, 'maxPoints'], message: '檢核表不計分' })
    }
    for (const key of (isPoints ? checklistKeys : pointKeys).filter((one) => isGiven(criteria[index]?.[one]))) {
      const message = isPoints ? '僅檢核表可列，本表計分' : '檢核表以 items 列出檢核事項，不設級距及配分'
      faults.push({ path: ['criteria', index, key], message })
    }
  })
  const sum = criteria.reduce((total, { maxPoints }) => total + (maxPoints ?? 0), 0)
  if (isPoints && sum > scale.max) {
    faults.push({ path: ['scale', 'max'], message: `各項滿分合計 ${sum} 分，超過總分 ${scale.max} 分` })
  }
  return faults
}

const checklistKeys = ['items', 'formulas', 'adjustments'] as const
const pointKeys = ['bands', 'parts'] as const

function isGiven(value: readonly unknown[] | undefined): boolean {
  return value !== undefined && value.length > 0
}

function emptinessFaults({ assess, bands, items }: Criterion): Fault[] {
  const isHuman = assess === 'human'
  if (isHuman && bands.length > 0) return [{ path: ['bands'], message: '人工審認項目不設級距' }]
  if (isHuman && items !== undefined) return [{ path: ['items'], message: '人工審認項目不列檢核事項' }]
  const isEmpty = bands.length === 0 && items === undefined
  return !isHuman && isEmpty ? [{ path: ['bands'], message: '缺少級距（檢核表為 items）' }] : []
}

/** What the site alone decides has its conditions for evidence. */
function siteEvidenceFaults({ assess, siteEvidence = [] }: Criterion): Fault[] {
  if (assess === 'measured' && siteEvidence.length > 0) {
    return [{ path: ['siteEvidence'], message: '僅供人工審認之項目列出，網站實測項目之佐證即其條件所據' }]
  }
  return siteEvidence.flatMap((ref, index) => {
    const isFirst = siteEvidence.indexOf(ref) === index
    return isFirst ? [] : [{ path: ['siteEvidence', index], message: `量測值「${ref}」重複` }]
  })
}

function partsFaults(parts: readonly Part[], maxPoints: number | undefined): Fault[] {
  const sum = parts.reduce((total, part) => total + part.maxPoints, 0)
  const faults = duplicates(parts)
  if (sum !== maxPoints)
    faults.push({ path: [], message: `配分合計 ${sum} 分，與滿分 ${maxPoints ?? '（未定）'} 不符` })
  const inner = parts.flatMap((part, index) => under([index, 'bands'], bandFaults(part.bands, part.maxPoints)))
  return [...faults, ...inner]
}

function bandFaults(bands: readonly Band[], ceiling: number): Fault[] {
  return bands.flatMap((band, index) => {
    const faults = under([index, 'points'], pointFaults(band.points, ceiling))
    const above = bands[index - 1]
    if (above !== undefined && band.points[1] >= above.points[0]) {
      faults.push({ path: [index, 'points'], message: '級距須由高至低排列且不得重疊' })
    }
    return [...faults, ...under([index, 'place'], placementFaults(band.place, band.points))]
  })
}

function pointFaults([low, high]: readonly [number, number], ceiling: number): Fault[] {
  if (low > high) return [{ path: [], message: '下限不得大於上限' }]
  return high > ceiling ? [{ path: [], message: `超過滿分 ${ceiling} 分` }] : []
}

function placementFaults(place: Placement | undefined, [floor, ceiling]: Band['points']): Fault[] {
  if (place === undefined) return []
  const isInside = (points: number): boolean => points >= floor && points <= ceiling
  if ('at' in place) return isInside(place.at) ? [] : [{ path: ['at'], message: '須在級距之內' }]
  if ('base' in place) return isInside(place.base) ? [] : [{ path: ['base'], message: '須在級距之內' }]
  if ('from' in place) return place.from === place.to ? [{ path: ['to'], message: 'from 與 to 不得相同' }] : []
  return place.through.flatMap(([at, points], index) => {
    const before = place.through[index - 1]
    if (!isInside(points)) return [{ path: ['through', index], message: '須在級距之內' }]
    return before !== undefined && before[0] >= at ? [{ path: ['through', index], message: '須由小至大排列' }] : []
  })
}

function duplicates(items: readonly { id: string }[]): Fault[] {
  return items.flatMap(({ id }, index) => {
    const isFirst = items.findIndex((item) => item.id === id) === index
    return isFirst ? [] : [{ path: [index, 'id'], message: `代號「${id}」重複` }]
  })
}

function under(path: Fault['path'], faults: readonly Fault[]): Fault[] {
  return faults.map((fault) => ({ ...fault, path: [...path, ...fault.path] }))
}
