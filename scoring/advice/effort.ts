import type { EffortClass, MeasureChange } from '../../store/model/advice.ts'
import { checkIdOf } from '../references.ts'

/** By the area of the check: who keeps that part of a site. What is not named is in the hands of its editors. */
const byArea: Readonly<Record<string, EffortClass>> = {
  accessibility: 'template',
  classification: 'template',
  participation: 'build',
  privacy: 'template',
  search: 'build',
  services: 'build',
  transport: 'template',
}

const order: readonly EffortClass[] = ['answer', 'edit', 'template', 'build']

/** The hardest of what the changes need; what only has to be settled or declared needs an answer. */
export function effortOf(changes: readonly MeasureChange[]): EffortClass {
  const ranks = changes.map((change) => order.indexOf(effortOfChange(change)))
  return order[Math.max(0, ...ranks)] ?? 'answer'
}

function effortOfChange({ measure, steps, settles }: MeasureChange): EffortClass {
  if (settles === steps) return 'answer'
  return byArea[checkIdOf(measure).split('/')[0] ?? ''] ?? 'edit'
}
