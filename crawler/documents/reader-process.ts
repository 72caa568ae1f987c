import { type ChildProcess, fork } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DocumentProblem } from '../../store/model/document-file.ts'
import type { Detection } from './detection.ts'
import type { ReaderAnswer, ReaderRequest } from './reader-messages.ts'
import { residentBytes } from './resident-memory.ts'

/** What one file may cost. */
export interface FileLimits {
  timeoutMs: number
  /** Of the whole process, buffers included. */
  maxResidentBytes: number
}

/** What is known of a file: all, or what was known when the process ended, and why it did. */
export type ReadResult =
  | { kind: 'inspected'; detection: Detection }
  | { kind: 'ended'; detection: Detection | null; problem: ReaderProblem }

type ReaderProblem = Extract<DocumentProblem, `reader-${string}`>

const pieceBytes = 1024 * 1024
const watchEveryMs = 40
const startTimeoutMs = 60_000

/** A process that reads files, one at a time. Once it has ended it reads none. */
export class ReaderProcess {
  readonly #child: ChildProcess
  readonly #ended: Promise<ReaderProblem>
  #cause: ReaderProblem | null = null
  #hasEnded = false

  private constructor(child: ChildProcess) {
    this.#child = child
    this.#ended = new Promise((resolve) => {
      const end = (problem: ReaderProblem) => {
        this.#hasEnded = true
        resolve(this.#cause ?? problem)
      }
      child.on('error', () => end('reader-died'))
      // The engine aborts itself where its heap is full.
      child.on('exit', (_code, signal) => end(signal === 'SIGABRT' ? 'reader-memory' : 'reader-died'))
    })
  }

  /** A process that is ready to read; `null` when this machine cannot start one. */
  static async start(maxHeapBytes: number): Promise<ReaderProcess | null> {
    const reader = new ReaderProcess(forkReader(maxHeapBytes))
    const clock = setTimeout(() => reader.kill('reader-died'), startTimeoutMs)
    const ready = new Promise<true>((resolve) => reader.#child.once('message', () => resolve(true)))
    const isReady = await Promise.race([ready, reader.#ended.then(() => false)])
    clearTimeout(clock)
    return isReady ? reader : null
  }

  get hasEnded(): boolean {
    return this.#hasEnded
  }

  /** Memory it holds; 0 when it has ended, or the system does not tell. */
  async residentBytes(): Promise<number> {
    const { pid } = this.#child
    return this.#hasEnded || pid === undefined ? 0 : ((await residentBytes(pid)) ?? 0)
  }

  /** Reads a file; a process that takes too long or too much is ended. Never rejects. */
  async read(content: Uint8Array, limits: FileLimits): Promise<ReadResult> {
    const clock = setTimeout(() => this.kill('reader-timeout'), limits.timeoutMs)
    const watch = setInterval(() => void this.#watch(limits.maxResidentBytes), watchEveryMs)
    const hearing = new Hearing(this.#child)
    try {
      // What earlier files left behind counts, too: a short file would end before the first look.
      await this.#watch(limits.maxResidentBytes)
      await this.#handOver(content)
      const detection = await Promise.race([hearing.inspected, this.#ended.then(() => null)])
      if (detection !== null) return { kind: 'inspected', detection }
      return { kind: 'ended', detection: hearing.detected, problem: await this.#ended }
    } finally {
      clearTimeout(clock)
      clearInterval(watch)
      hearing.end()
    }
  }

  kill(cause: ReaderProblem): void {
    this.#cause ??= cause
    this.#child.kill('SIGKILL')
  }

  async #watch(maxResidentBytes: number): Promise<void> {
    if ((await this.residentBytes()) > maxResidentBytes) this.kill('reader-memory')
  }

  async #handOver(content: Uint8Array): Promise<void> {
    await this.#send({ kind: 'file', bytes: content.byteLength })
    for (let at = 0; at < content.byteLength && !this.#hasEnded; at += pieceBytes) {
      await this.#send({ kind: 'piece', at, bytes: content.subarray(at, at + pieceBytes) })
    }
  }

  /** A piece that cannot be sent means that the process ends: that is heard elsewhere. */
  #send(request: ReaderRequest): Promise<unknown> {
    if (!this.#child.connected) return Promise.resolve()
    const sent = new Promise((resolve) => this.#child.send(request, resolve))
    return Promise.race([sent, this.#ended])
  }
}

/** What the process says of one file. */
class Hearing {
  readonly #child: ChildProcess
  readonly #listener: (answer: ReaderAnswer) => void
  readonly inspected: Promise<Detection>
  detected: Detection | null = null

  constructor(child: ChildProcess) {
    const { promise, resolve } = withResolver<Detection>()
    this.#child = child
    this.inspected = promise
    this.#listener = (answer) => {
      if (answer.kind === 'detected') this.detected = answer.detection
      if (answer.kind === 'inspected') resolve(answer.detection)
    }
    child.on('message', this.#listener)
  }

  end(): void {
    this.#child.off('message', this.#listener)
  }
}

function withResolver<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

/**
 * The reader writes nothing, starts nothing and is told nothing of our surroundings. As TypeScript, which only tests run,
 * it needs what they need to be read at all.
 */
function forkReader(maxHeapBytes: number): ChildProcess {
  const kind = extname(fileURLToPath(import.meta.url))
  const isBuilt = kind === '.js'
  const memory = `--max-old-space-size=${Math.ceil(maxHeapBytes / 1024 / 1024)}`
  return fork(fileURLToPath(new URL(`./reader-child${kind}`, import.meta.url)), {
    execArgv: isBuilt ? [memory, permissionFlag(), '--allow-fs-read=*'] : [memory],
    env: isBuilt ? {} : process.env,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

/** Its name in Node 20, and since it is stable. */
function permissionFlag(): string {
  return process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission'
}
