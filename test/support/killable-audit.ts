import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { type Mark, type Moment, markOfLine, marks, ReachedMarks } from './audit-marks.ts'
import { program, root } from './program.ts'

/** How a program ended. */
export interface EndedAudit {
  /** `null` when it was killed. */
  code: number | null
  stderr: string
  /** The last mark it had reached. */
  reached: Mark
}

/** A program that audits, or takes an audit up. */
export class KillableAudit {
  readonly #child
  readonly #marks = new ReachedMarks()
  readonly ended: Promise<EndedAudit>

  constructor(args: readonly string[]) {
    this.#child = spawn(process.execPath, [program, 'audit', ...args, '--json'], { cwd: root })
    this.#marks.reach('started')
    createInterface(this.#child.stdout).on('line', (line) => this.reach(markOfLine(line)))
    this.ended = this.#end()
  }

  /** Notes a sign of a mark; `null`: of none. */
  reach(mark: Mark | null): void {
    if (mark !== null) this.#marks.reach(mark)
  }

  /**
   * Kills it at the moment, at the latest when the next mark is reached, unless it ends before; `usualMs` tells how long a run
   * that nobody touches takes from a mark to the next.
   */
  async killAt({ after, share }: Moment, usualMs: (mark: Mark) => number): Promise<EndedAudit> {
    let timer: NodeJS.Timeout | undefined
    this.#marks.once(after, (reached) => {
      timer = setTimeout(() => this.kill(), share * usualMs(reached))
      const next = marks[marks.indexOf(reached) + 1]
      if (next !== undefined) this.#marks.once(next, () => this.kill())
    })
    const ended = await this.ended
    clearTimeout(timer)
    return ended
  }

  kill(): void {
    this.#child.kill('SIGKILL')
  }

  /** Milliseconds from a mark to the next one; 0 for a mark nobody saw. */
  lastedMs(mark: Mark): number {
    return this.#marks.lastedMs(mark)
  }

  #end(): Promise<EndedAudit> {
    let stderr = ''
    this.#child.stderr.on('data', (chunk) => (stderr += chunk))
    return new Promise((resolve) => {
      this.#child.on('close', (code) => {
        resolve({ code, stderr, reached: this.#marks.last() })
      })
    })
  }
}
