import fc from 'fast-check'
import type { Band, Condition, Criterion, Part, Placement, Scheme } from '../../store/model/scheme.ts'

const refs = ['a/x#one', 'a/x#two', 'a/y#one', 'b/z-z#some'] as const
const ref = fc.constantFrom(...refs)
const number = fc.oneof(fc.nat(20), fc.double({ min: 0, max: 20, noNaN: true }))
const share = fc.constantFrom(0, 0.25, 0.5, 0.9, 1)
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => /\S/.test(text))

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ measure: ref, atLeast: number }),
  fc.record({ measure: ref, ratioAtLeast: share }),
  fc.record({ measure: ref, outOfAtLeast: fc.nat(20) }),
  fc.record({ declared: fc.constantFrom('cases', 'events'), atLeast: number }),
  fc.record({ human: words, presume: fc.boolean() }, { requiredKeys: ['human'] }),
)

const monotoneLeaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ measure: ref, atLeast: number }),
  fc.record({ measure: ref, ratioAtLeast: share }),
)

function grown(leaves: fc.Arbitrary<Condition>, hasNot: boolean): fc.Arbitrary<Condition> {
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      leaves,
      fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      ...(hasNot ? [fc.record({ not: tie('condition') })] : []),
    ),
  }))
  return condition
}

/** Any condition at all. */
export const anyCondition = grown(leaf, true)
/** A condition that a better measure can only help. */
export const risingCondition = grown(monotoneLeaf, false)

/** Bands best first, of a criterion with at most twenty points. */
export function bandsOf(condition: fc.Arbitrary<Condition>, hasPlaces: boolean): fc.Arbitrary<Band[]> {
  const edges = fc.uniqueArray(fc.nat(20), { minLength: 2, maxLength: 6 })
  return edges.chain((numbers) => {
    const sorted = [...numbers].sort((a, b) => b - a)
    const pairs = sorted.flatMap((high, index) => {
      const low = sorted[index + 1]
      return index % 2 === 0 && low !== undefined ? [[low, high] as const] : []
    })
    return fc.tuple(...pairs.map((points) => band(points, condition, hasPlaces)))
  })
}

function band(points: Band['points'], condition: fc.Arbitrary<Condition>, hasPlaces: boolean): fc.Arbitrary<Band> {
  if (!hasPlaces) return condition.map((when) => ({ points, when }))
  return fc
    .tuple(condition, fc.option(placement(points), { nil: undefined }))
    .map(([when, place]) => (place === undefined ? { points, when } : { points, when, place }))
}

function placement([floor, ceiling]: Band['points']): fc.Arbitrary<Placement> {
  const inside = fc.integer({ min: floor, max: ceiling })
  const knots = fc.uniqueArray(fc.tuple(number, inside), { minLength: 1, maxLength: 4, selector: ([at]) => at })
  const rising = knots.map((pairs) => [...pairs].sort(([a], [b]) => a - b))
  const ends = fc.tuple(number, number).filter(([from, to]) => from !== to)
  return fc.oneof(
    fc.tuple(ref, ends, fc.boolean()).map(([by, [from, to], ratio]) => ({ by, ratio, from, to })),
    fc.tuple(ref, rising).map(([by, through]) => ({ by, through, whenEmpty: 1 })),
    ends.map(([from, to]) => ({ declared: 'cases', outOf: 'events', from, to })),
    inside.map((at) => ({ at, chance: 'a/x#two' })),
    fc.tuple(inside, fc.nat(9), leaf).map(([base, points, when]) => ({ base, add: [{ points, when }] })),
  )
}

const digits = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })
const citation = fc
  .tuple(fc.integer({ min: 1, max: 99 }), fc.nat(9), digits, fc.array(words, { minLength: 1, maxLength: 3 }))
  .map(([from, more, sha256, mentions]) => ({ file: 'a_1.txt', lines: [from, from + more] as const, sha256, mentions }))

function head(index: number, path: readonly string[], title: string) {
  return { id: `line-${index}`, path, title, assess: 'measured' as const, maxPoints: 20 }
}

function criterion(index: number, bands: fc.Arbitrary<Band[]>): fc.Arbitrary<Criterion> {
  const path = fc.array(fc.constantFrom('甲', '乙', '丙'), { minLength: 1, maxLength: 4 })
  const question = fc.option(words, { nil: undefined })
  const parts = fc.tuple(bands, bands).map(([first, second]): Part[] => {
    return [first, second].map((own, at) => ({
      id: `part-${at}`,
      title: '配分',
      maxPoints: at === 0 ? 20 : 21,
      bands: own,
    }))
  })
  const shown = fc.option(fc.uniqueArray(ref, { minLength: 1 }), { nil: undefined })
  const plain = fc.tuple(path, words, citation, bands, question, shown).map((drawn): Criterion => {
    const [where, title, cite, own, ask, siteEvidence] = drawn
    const beside = siteEvidence === undefined ? {} : { assess: 'partly' as const, siteEvidence }
    const base = { ...head(index, where, title), ...beside, cites: [cite] as const, bands: own }
    return ask === undefined ? base : { ...base, openQuestion: ask, asks: [{ when: { human: ask }, question: ask }] }
  })
  const divided = fc
    .tuple(path, words, citation, parts, words)
    .map(([where, title, cite, own, assumption]): Criterion => {
      const base = { ...head(index, where, title), cites: [cite] as const, bands: [], parts: own, maxPoints: 41 }
      return { ...base, assumption, bounds: [{ points: [1, 41] }] }
    })
  return fc.oneof({ arbitrary: plain, weight: 2 }, { arbitrary: divided, weight: 1 })
}

/** A valid points scheme whose bands follow the given conditions. */
export function schemesWith(condition: fc.Arbitrary<Condition>, hasPlaces = true): fc.Arbitrary<Scheme> {
  const bands = bandsOf(condition, hasPlaces)
  return fc.integer({ min: 1, max: 4 }).chain((count) => {
    const criteria = fc.tuple(...Array.from({ length: count }, (_, index) => criterion(index, bands)))
    return fc.tuple(criteria, words).map(([own, title]): Scheme => {
      return { id: 'any', title, issuer: '署', year: 2016, scale: { kind: 'points', max: 1000 }, criteria: own }
    })
  })
}

/** Numbers for every measure of the conditions above; `unknown` and `value` stay within `outOf` where there is one. */
export const anyNumbers = fc.record(
  Object.fromEntries(
    refs.map((name) => [
      name,
      fc.tuple(fc.nat(12), fc.nat(6), fc.option(fc.nat(6), { nil: null })).map(([value, unknown, more]) => {
        return { value, unknown, outOf: more === null ? null : value + unknown + more }
      }),
    ]),
  ),
)

export type Numbers = Readonly<Record<string, { value: number; unknown: number; outOf: number | null }>>
