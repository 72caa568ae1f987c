import type { ExpectedError } from '../store/model/expected-error.ts'

/** What the shell is told; listed in `--help` and README. */
export const exitCode = {
  done: 0,
  belowTarget: 1,
  operator: 2,
  site: 3,
  machine: 4,
  bug: 70,
} as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

/** The exit code of an expected error. */
export function exitCodeOf(error: ExpectedError): ExitCode {
  return error.fault === 'operator' ? exitCode.operator : exitCode.machine
}
