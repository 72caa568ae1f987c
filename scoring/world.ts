import type { Declaration } from '../store/model/declaration.ts'
import type { Measure, MeasureRef } from '../store/model/measure.ts'
import type { Condition } from '../store/model/scheme.ts'
import { anyCount, anyShare, exactly, type Range } from './range.ts'
import type { Truth } from './truth.ts'

/** What conditions are asked of. */
export interface World {
  valueOf(ref: MeasureRef): Range
  ratioOf(ref: MeasureRef): Range
  outOf(ref: MeasureRef): Range
  declared(name: string): Range
  /** `declared(name)` divided by `declared(outOf)`. */
  declaredRatio(name: string, outOf: string): Range
  /** The answer to a question for a person. */
  answer(question: HumanQuestion): Truth
}

/** Measures by reference. A reference that is not there is unknown over its whole range. */
/** As a condition puts it. */
export type HumanQuestion = Extract<Condition, { human: string }>
/** What people answered, by the words of the question. */
export type AnswerTable = ReadonlyMap<string, boolean>
export type MeasureTable = ReadonlyMap<MeasureRef, Measure>
export type DeclarationTable = ReadonlyMap<string, Declaration['value']>

/** How a measure is read. */
interface Reading {
  value(measure: Measure): Range
  ratio(measure: Measure): Range
  answer: World['answer']
}

/** The world as far as it is certain: every unknown stands open over its whole range, and so does every question for a person that nobody answered. */
export function certainWorld(
  measures: MeasureTable,
  declarations: DeclarationTable,
  answers: AnswerTable = new Map(),
): World {
  const answer = ({ human }: HumanQuestion): Truth => truthOf(answers.get(human))
  return worldOf(measures, declarations, { value: wholeRange, ratio: wholeShare, answer })
}

/**
 * The world the estimate is made for: what could not be looked at is taken to be as what was (the share of the known part),
 * and questions for a person as they were answered, else as the scheme presumes. Where nothing was looked at, it stays unknown.
 */
export function likelyWorld(
  measures: MeasureTable,
  declarations: DeclarationTable,
  answers: AnswerTable = new Map(),
): World {
  const answer = ({ human, presume }: HumanQuestion): Truth => truthOf(answers.get(human) ?? presume)
  return worldOf(measures, declarations, { value: likelyValue, ratio: likelyShare, answer })
}

/** What is not known is unknown. */
export function truthOf(isSo: boolean | undefined): Truth {
  if (isSo === undefined) return 'unknown'
  return isSo ? 'yes' : 'no'
}

function worldOf(measures: MeasureTable, declarations: DeclarationTable, { value, ratio, answer }: Reading): World {
  const read = (ref: MeasureRef, range: (measure: Measure) => Range, otherwise: Range): Range => {
    const measure = measures.get(ref)
    return measure === undefined ? otherwise : range(measure)
  }
  const declared = (name: string): Range => declaredRange(declarations.get(name))
  return {
    valueOf: (ref) => read(ref, value, anyCount),
    ratioOf: (ref) => read(ref, ratio, anyShare),
    outOf: (ref) => read(ref, ({ outOf }) => (outOf === null ? anyCount : exactly(outOf)), anyCount),
    declared,
    declaredRatio: (name, outOf) => quotient(declared(name), declared(outOf)),
    answer,
  }
}

function wholeRange({ value, unknown }: Measure): Range {
  return { low: value, high: value + unknown }
}

/** Unknown members cannot lift a share above one. */
function wholeShare({ value, unknown, outOf }: Measure): Range {
  if (outOf === null || outOf <= 0) return anyShare
  return { low: value / outOf, high: Math.max(value / outOf, Math.min(1, (value + unknown) / outOf)) }
}

function likelyValue(measure: Measure): Range {
  const { value, unknown, outOf } = measure
  if (unknown === 0) return exactly(value)
  const looked = outOf === null ? value : outOf - unknown
  if (looked <= 0) return wholeRange(measure)
  return exactly(outOf === null ? value : within(wholeRange(measure), (value * outOf) / looked))
}

function likelyShare(measure: Measure): Range {
  const { value, unknown, outOf } = measure
  const whole = wholeShare(measure)
  if (outOf === null || outOf - unknown <= 0) return whole
  return exactly(within(whole, value / (outOf - unknown)))
}

function within({ low, high }: Range, number: number): number {
  return Math.min(high, Math.max(low, number))
}

function declaredRange(value: Declaration['value'] | undefined): Range {
  if (typeof value === 'boolean') return exactly(value ? 1 : 0)
  return typeof value === 'number' ? exactly(value) : anyCount
}

function quotient(number: Range, outOf: Range): Range {
  const isKnown = number.low === number.high && outOf.low === outOf.high && outOf.low > 0
  return isKnown ? exactly(number.low / outOf.low) : anyShare
}
