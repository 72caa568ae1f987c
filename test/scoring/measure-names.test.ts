import { expect, it } from 'vitest'
import { checks } from '../../checks/index.ts'
import { readSchemes } from '../../config/read-scheme.ts'
import { checkIdOf, referencesOfCriterion } from '../../scoring/references.ts'
import type { Criterion } from '../../store/model/scheme.ts'

const declared = new Map(checks.map(({ id, measures }) => [id, Object.keys(measures)]))

/** References to a check that exists, by a name it does not declare; a check that is still to come is no fault. */
function misnamed(criteria: readonly Criterion[]): string[] {
  const refs = criteria.flatMap((criterion) => referencesOfCriterion(criterion).measures)
  return refs.filter((ref) => declared.get(checkIdOf(ref))?.includes(ref.slice(ref.indexOf('#') + 1)) === false)
}

const criteria = readSchemes().flatMap(({ scheme }) => scheme.criteria)

it('schemes ask checks only for measures that these declare', () => {
  expect(misnamed(criteria)).toEqual([])
})

/** What a person is shown must be there: here a check that is still to come is a fault too. */
function unshowable(criteria: readonly Criterion[]): string[] {
  const refs = criteria.flatMap(({ siteEvidence = [] }) => siteEvidence)
  return refs.filter((ref) => declared.get(checkIdOf(ref))?.includes(ref.slice(ref.indexOf('#') + 1)) !== true)
}

it('what the site shows beside lines that people assess is measured by checks there are', () => {
  expect(criteria.flatMap(({ siteEvidence = [] }) => siteEvidence).length).toBeGreaterThan(30)
  expect(unshowable(criteria)).toEqual([])
  expect(
    unshowable([{ siteEvidence: ['services/case-query#mispelt', 'no/check#m'] } as unknown as Criterion]),
  ).toHaveLength(2)
})

it('a measure that its check does not declare would be found', () => {
  const [known] = checks
  const [criterion] = criteria
  if (known === undefined || criterion === undefined) throw new Error('no check or no criterion')
  const bands = [{ points: [1, 1] as const, when: { measure: `${known.id}#mispelt`, atLeast: 1 } }]
  expect(misnamed([{ ...criterion, bands }])).toEqual([`${known.id}#mispelt`])
})
