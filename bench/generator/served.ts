import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { ServerMessage } from './server.ts'
import type { ServerCounts } from './watch.ts'

/** A generated site in a process of its own, so that its work is not measured with that of who asks. */
export class GeneratedServer {
  readonly origin: string
  /** Paths that are linked and gone. */
  readonly dead: readonly string[]
  readonly #process: ChildProcess

  private constructor(server: ChildProcess, { origin, dead }: { origin: string; dead: readonly string[] }) {
    this.#process = server
    this.origin = origin
    this.dead = dead
  }

  /** Resolves when the site may be asked. */
  static async start(pages: number, seed: number): Promise<GeneratedServer> {
    const program = join(import.meta.dirname, 'server.js')
    const server = fork(program, [String(pages), String(seed)], { execArgv: [] })
    const [ready] = await once(server, 'message')
    return new GeneratedServer(server, ready as { origin: string; dead: string[] })
  }

  /** Every answer waits `latencyMs` from now on; counts begin anew. */
  async begin(latencyMs: number): Promise<void> {
    await this.#ask({ begin: latencyMs })
  }

  async counts(): Promise<ServerCounts> {
    return (await this.#ask({ counts: true })) as ServerCounts
  }

  async #ask(message: ServerMessage): Promise<unknown> {
    this.#process.send(message)
    const [reply] = await once(this.#process, 'message')
    return reply
  }

  async stop(): Promise<void> {
    this.#process.kill()
    await once(this.#process, 'exit')
  }
}
