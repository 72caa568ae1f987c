import type { ClassifiedPage } from '../../store/model/check-result.ts'
import type { RunReport } from '../../store/model/run-report.ts'
import { compareText } from '../build/order.ts'

/** How many pages carry one class. */
export interface ClassCount {
  /** 主題分類, 施政分類, 服務分類. */
  axis: string
  name: string
  pages: number
}

const axes: readonly (readonly [string, (page: ClassifiedPage) => readonly string[]])[] = [
  ['主題分類', ({ theme }) => theme],
  ['施政分類', ({ cake }) => cake],
  ['服務分類', ({ service }) => service],
]

/** Pages of each class on each of the three axes (003:244, 003:247), sorted by class. */
export function classCounts({ classification }: RunReport): ClassCount[] {
  return axes.flatMap(([axis, classesOf]) => {
    const counts = new Map<string, number>()
    for (const page of classification.pages) {
      for (const name of new Set(classesOf(page))) counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    return [...counts].sort(([a], [b]) => compareText(a, b)).map(([name, pages]) => ({ axis, name, pages }))
  })
}
