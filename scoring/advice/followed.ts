import type { CheckResult } from '../../store/model/check-result.ts'
import type { Facts } from '../facts.ts'
import type { Change } from './smallest-change.ts'

const supposedId = 'advice-'

/** Whether a declaration is only supposed by advice that was followed. */
export function isSupposed({ id }: { id: string }): boolean {
  return id.startsWith(supposedId)
}

/** The facts as they would be with a change made: measures where they must come to, numbers declared at the least that is asked. */
export function followed<Given extends Facts>(facts: Given, { changes, declares }: Change): Given {
  const targets = new Map(changes.map(({ measure, to }) => [measure, to]))
  const declared = declares.map(({ name, atLeast }) => ({
    id: `${supposedId}${name}`,
    name,
    title: name,
    value: atLeast,
    unit: null,
    period: { from: '9999-01-01', to: '9999-12-31' },
    source: '',
    declaredBy: '',
    declaredOn: '9999-12-31',
  }))
  const results = facts.results.map((result) => withNumbers(result, targets))
  return { ...facts, results, declarations: [...facts.declarations, ...declared] }
}

function withNumbers(
  result: CheckResult,
  targets: ReadonlyMap<string, { value: number; unknown: number }>,
): CheckResult {
  if (!result.measures.some(({ name }) => targets.has(`${result.checkId}#${name}`))) return result
  const measures = result.measures.map((one) => ({ ...one, ...targets.get(`${result.checkId}#${one.name}`) }))
  return { ...result, measures }
}
