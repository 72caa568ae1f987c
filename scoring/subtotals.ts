import type { ScoreLine, Subtotal } from '../store/model/score-sheet.ts'
import { sumOf } from './points.ts'
import { assessedMax } from './score-line.ts'

/** Levels of the path that are summed: 構面, 評核項目 (小計), 評核指標 (得分). */
const levels = [1, 2, 3]

/** Sums of `final` over the lines that share the head of their path, each head once, in the order of the lines. */
export function subtotalsOf(lines: readonly ScoreLine[]): Subtotal[] {
  const byHead = new Map<string, { path: readonly string[]; lines: ScoreLine[] }>()
  for (const line of lines) {
    for (const level of levels.filter((depth) => depth <= line.path.length)) {
      const path = line.path.slice(0, level)
      const head = JSON.stringify(path)
      byHead.set(head, { path, lines: [...(byHead.get(head)?.lines ?? []), line] })
    }
  }
  return [...byHead.values()].map(({ path, lines: under }) => subtotal(path, under))
}

/** Points of lines that nobody measured. */
export function notAssessedMaxOf(lines: readonly ScoreLine[]): number {
  return lines.reduce((sum, line) => sum + (line.max ?? 0) - assessedMax(line), 0)
}

function subtotal(path: readonly string[], lines: readonly ScoreLine[]): Subtotal {
  const ranges = lines.flatMap(({ final }) => (final === null ? [] : [final]))
  const max = lines.reduce((sum, line) => sum + assessedMax(line), 0)
  return { path, points: sumOf(ranges), max, notAssessedMax: notAssessedMaxOf(lines) }
}
