import type { ProgressMode, Terminal } from './progress.ts'

/** Flags that say how much is printed. */
export interface OutputFlags {
  json?: boolean
  quiet?: boolean
}

export function progressMode(flags: OutputFlags): ProgressMode {
  if (flags.json === true) return 'json'
  return flags.quiet === true ? 'quiet' : 'terminal'
}

/** Progress for people goes to stderr, so that stdout holds results only; JSON lines are results. */
export function terminal(mode: ProgressMode): Terminal {
  const stream = mode === 'json' ? process.stdout : process.stderr
  return {
    write: (text) => {
      stream.write(text)
    },
    isTty: stream.isTTY === true,
    nowMs: () => performance.now(),
  }
}
