import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { History } from '../../store/history/history.ts'
import type { CheckResult } from '../../store/model/check-result.ts'
import type { HistoryEntry, YearBefore } from '../../store/model/history.ts'
import type { ScoreSheet } from '../../store/model/score-sheet.ts'
import type { NamedSnapshot } from './with-snapshot.ts'

/** Below the folder of reports, beside the agencies. */
export const historyFile = 'history.sqlite'

/** Adds a run that has ended to the history below `out`. */
export function recordRun(
  out: string,
  { snapshot, sha256 }: NamedSnapshot,
  results: readonly CheckResult[],
  sheets: readonly ScoreSheet[],
): void {
  const { id, agency, origin, startedAt, finishedAt, outcome, toolVersion, policy } = snapshot.run
  const head = { runId: id, agencyId: agency.id, agencyName: agency.name, origin, startedAt, finishedAt, outcome }
  const run = { ...head, toolVersion, standard: policy.standard, snapshotSha256: sha256 }
  withHistory(join(out, historyFile), (history) => history.append({ run, ...rowsOf(results, sheets) }))
}

/** What the history below the folder of a run's agency knows of the year before it; `null` when there is no such history. */
export function yearBefore({ snapshot, path }: NamedSnapshot): YearBefore | null {
  const { agency, startedAt } = snapshot.run
  const ofAgency = dirname(dirname(resolve(path)))
  const file = join(dirname(ofAgency), historyFile)
  if (basename(ofAgency) !== agency.id || !existsSync(file)) return null
  return withHistory(file, (history) => history.yearBefore(agency.id, startedAt))
}

/** Opens the history at `path` for `use`, and closes it whatever happens. */
export function withHistory<T>(path: string, use: (history: History) => T): T {
  const history = new History(path)
  try {
    return use(history)
  } finally {
    history.close()
  }
}

function rowsOf(results: readonly CheckResult[], sheets: readonly ScoreSheet[]): Omit<HistoryEntry, 'run'> {
  return {
    measures: results.flatMap(({ checkId, checkVersion, status, measures }) =>
      measures.map(({ name, value, unknown, outOf }) => {
        return { ref: `${checkId}#${name}`, checkVersion, status, value, unknown, outOf }
      }),
    ),
    sheets: sheets.map(({ schemeId, title, schemeSha256, scale, measured, notAssessedMax }) => {
      return { schemeId, title, schemeSha256, scale: scale.kind, measured, notAssessedMax }
    }),
    lines: sheets.flatMap(({ schemeId, lines }) =>
      lines.map(({ criterionId, max, measured, declared, reviewed, final, reached }) => {
        return { schemeId, criterionId, max, measured, declared, reviewed, final, reached }
      }),
    ),
    findings: results.flatMap(({ findings }) => findings.map(({ id, checkId, verdict }) => ({ id, checkId, verdict }))),
  }
}
