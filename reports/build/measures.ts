import type { CheckCard } from '../../store/model/check-card.ts'
import type { CheckResult } from '../../store/model/check-result.ts'
import type { Verdict } from '../../store/model/finding.ts'
import type { ReportCheck, ReportMeasure } from '../../store/model/run-report.ts'
import { compareText, sortedBy, sortedRecord } from './order.ts'

type Cards = ReadonlyMap<string, CheckCard>

/** One line a check, in order of id. */
export function checksOf(results: readonly CheckResult[], cards: Cards): ReportCheck[] {
  const lines = results.map((result) => ({
    id: result.checkId,
    version: result.checkVersion,
    question: cards.get(result.checkId)?.question ?? result.checkId,
    status: result.status,
    reason: reasonOf(result),
    counts: {
      conforms: countOf(result, 'conforms'),
      violates: countOf(result, 'violates'),
      needsReview: countOf(result, 'needs-review'),
    },
  }))
  return sortedBy(lines, (line) => line.id)
}

/** The stack of a crashed check names files of the machine it ran on: only its first line stands in a report. */
function reasonOf({ status, reason }: CheckResult): string | null {
  return status === 'crashed' ? (reason?.split('\n')[0] ?? null) : reason
}

function countOf(result: CheckResult, verdict: Verdict): number {
  return result.findings.filter((finding) => finding.verdict === verdict).length
}

/** Every measure, also of checks that could not look: those have `null` for a number. */
export function measuresOf(results: readonly CheckResult[], cards: Cards): Record<string, ReportMeasure> {
  return sortedRecord(results.flatMap((result) => entriesOf(result, cards.get(result.checkId))))
}

function entriesOf(result: CheckResult, card: CheckCard | undefined): [string, ReportMeasure][] {
  const { checkId, status } = result
  if (status !== 'done') {
    const empty = { value: null, unknown: null, outOf: null, status, basis: [] }
    return Object.entries(card?.measures ?? {}).map(([name, { title, unit }]) => [
      `${checkId}#${name}`,
      { ...empty, title, unit },
    ])
  }
  return result.measures.map(({ name, value, unknown, outOf, unit, basis }) => [
    `${checkId}#${name}`,
    {
      title: card?.measures[name]?.title ?? name,
      value,
      unknown,
      outOf,
      unit,
      status,
      basis: [...basis].sort(compareText),
    },
  ])
}
