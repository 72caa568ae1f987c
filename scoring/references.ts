import type { MeasureRef } from '../store/model/measure.ts'
import type { Band, Bound, Condition, Criterion, Formula, Part, Placement } from '../store/model/scheme.ts'

/** What a rule asks for: measures and names of declarations, in the order of the scheme, each once. */
export interface References {
  measures: readonly MeasureRef[]
  declarations: readonly string[]
}

type Reference = { measure: MeasureRef } | { declared: string }

/** What the bands of a part or criterion ask for. */
export function referencesOfBands(bands: readonly Band[]): References {
  return distinct(bands.flatMap(ofBand))
}

/** What a whole criterion asks for: its bands, parts or items, and all that stands beside them. */
export function referencesOfCriterion(criterion: Criterion): References {
  const { bands, parts = [], bounds = [], items = [], formulas = [], adjustments = [] } = criterion
  const ofParts = parts.flatMap((part: Part) => part.bands.flatMap(ofBand))
  const ofList = [...items, ...adjustments].flatMap(({ when }) => ofCondition(when))
  const own = [...bands.flatMap(ofBand), ...ofParts, ...bounds.flatMap(ofBound), ...ofList]
  return distinct([...own, ...formulas.flatMap(ofFormula)])
}

/** What stands before a person who decides on a criterion: what it asks for, and what the site shows beside it. */
export function measuresBefore(criterion: Criterion): readonly MeasureRef[] {
  return [...new Set([...referencesOfCriterion(criterion).measures, ...(criterion.siteEvidence ?? [])])]
}

/** What a single condition asks for. */
export function referencesOfCondition(condition: Condition): References {
  return distinct(ofCondition(condition))
}

/** Id of the check that answers a measure. */
export function checkIdOf(ref: MeasureRef): string {
  return ref.slice(0, ref.indexOf('#'))
}

function ofBand({ when, place }: Band): Reference[] {
  return [...ofCondition(when), ...(place === undefined ? [] : ofPlacement(place))]
}

function ofBound({ when }: Bound): Reference[] {
  return when === undefined ? [] : ofCondition(when)
}

function ofFormula(formula: Formula): Reference[] {
  if ('ratio' in formula) return [{ measure: formula.ratio }]
  const measured = formula.measure === undefined ? [] : [{ measure: formula.measure }]
  return [...measured, { declared: formula.growthOf }, { declared: formula.since }]
}

function ofCondition(condition: Condition): Reference[] {
  if ('all' in condition) return condition.all.flatMap(ofCondition)
  if ('any' in condition) return condition.any.flatMap(ofCondition)
  if ('not' in condition) return ofCondition(condition.not)
  if ('human' in condition) return []
  return 'declared' in condition ? [{ declared: condition.declared }] : [{ measure: condition.measure }]
}

/** What a band's chance is read from is asked for like anything else. */
function ofPlacement(place: Placement): Reference[] {
  const chance = place.chance === undefined ? [] : [{ measure: place.chance }]
  return [...ofPlacing(place), ...chance]
}

function ofPlacing(place: Placement): Reference[] {
  if ('at' in place) return []
  if ('base' in place) return place.add.flatMap(({ when }) => ofCondition(when))
  if ('by' in place) return [{ measure: place.by }]
  return [{ declared: place.declared }, ...(place.outOf === undefined ? [] : [{ declared: place.outOf }])]
}

function distinct(references: readonly Reference[]): References {
  const measures = references.flatMap((one) => ('measure' in one ? [one.measure] : []))
  const declarations = references.flatMap((one) => ('declared' in one ? [one.declared] : []))
  return { measures: [...new Set(measures)], declarations: [...new Set(declarations)] }
}
