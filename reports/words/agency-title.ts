import type { RunReport } from '../../store/model/run-report.ts'

/** Name of the agency; its id when nobody told us the name. */
export function agencyTitle({ run }: Pick<RunReport, 'run'>): string {
  return run.agencyName ?? run.agency
}
