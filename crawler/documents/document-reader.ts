import { detectFormat } from './detect.ts'
import { type Detection, plainDetection, withFacts } from './detection.ts'
import { type FileLimits, ReaderProcess, type ReadResult } from './reader-process.ts'

/** What reading documents may cost. */
export interface ReaderLimits extends FileLimits {
  maxHeapBytes: number
  /** A process that has read so many files makes room for a new one. */
  filesPerProcess: number
  /** So does one that holds so much after a file. */
  recycleAboveBytes: number
}

const megabyte = 1024 * 1024

/** A bound PDF of hundreds of scanned pages needs a few seconds and some 200 MB. */
export const usualReaderLimits: ReaderLimits = {
  timeoutMs: 30_000,
  maxResidentBytes: 340 * megabyte,
  maxHeapBytes: 200 * megabyte,
  filesPerProcess: 500,
  recycleAboveBytes: 240 * megabyte,
}

/**
 * Reads documents in a process of its own, one after another, because no limit inside a process bounds what a hostile file
 * takes. A file that takes too long or too much ends that process and nothing else: the next file gets a new one.
 */
export class DocumentReader {
  readonly #limits: ReaderLimits
  #process: ReaderProcess | null = null
  #files = 0
  #queue: Promise<unknown> = Promise.resolve()
  /** Set when the machine cannot start the process: then nobody looks inside of files. */
  #isDisabled = false
  #isClosed = false

  constructor(limits: ReaderLimits = usualReaderLimits) {
    this.#limits = limits
  }

  /** What a file is and what it holds; of one that ended its reader what was known by then, and why. Never rejects. */
  read(content: Uint8Array): Promise<Detection> {
    const turn = this.#queue.then(() => this.#read(content))
    this.#queue = turn
    return turn
  }

  /** Starts the process before there is anything to read: it takes its time. */
  prepare(): void {
    this.#queue = this.#queue.then(() => this.#ready())
  }

  /** Ends the process for good. A file under way is then one that ended its reader. */
  close(): void {
    this.#isClosed = true
    this.#end()
  }

  #end(): void {
    this.#process?.kill('reader-died')
    this.#process = null
  }

  async #read(content: Uint8Array): Promise<Detection> {
    const isFresh = this.#process === null
    const result = await this.#attempt(content)
    if (result === null) return unread(await detectFormat(content), 'reader-died')
    if (result.kind === 'inspected') return result.detection
    // What earlier files left behind may have been too much, not this one.
    if (!isFresh && result.problem !== 'reader-timeout') return this.#read(content)
    return unread(result.detection ?? plainDetection(null, content), result.problem)
  }

  async #attempt(content: Uint8Array): Promise<ReadResult | null> {
    const reader = await this.#ready()
    if (reader === null) return null
    const result = await reader.read(content, this.#limits)
    this.#files += 1
    if (result.kind === 'ended') this.#process = null
    else await this.#recycle(reader)
    return result
  }

  async #ready(): Promise<ReaderProcess | null> {
    if (this.#process?.hasEnded === false) return this.#process
    if (this.#isDisabled || this.#isClosed) return null
    this.#files = 0
    this.#process = await ReaderProcess.start(this.#limits.maxHeapBytes)
    this.#isDisabled = this.#process === null
    if (this.#isClosed) this.#end()
    return this.#process
  }

  async #recycle(reader: ReaderProcess): Promise<void> {
    const isWorn = this.#files >= this.#limits.filesPerProcess
    if (isWorn || (await reader.residentBytes()) > this.#limits.recycleAboveBytes) this.#end()
  }
}

function unread(detection: Detection, problem: 'reader-died' | 'reader-memory' | 'reader-timeout'): Detection {
  return withFacts(detection, { isReadable: detection.facts.isReadable === false ? false : null, problem })
}
