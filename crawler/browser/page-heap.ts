import type { CDPSession } from 'playwright'

/** How much of a browser is used up before it is tidied or another takes its place. */
export interface LaneBounds {
  /** Pages one browser opens. */
  maxPages: number
  /** Memory of scripts and DOM above which what earlier pages left is collected: left to itself, Chromium lets it grow fourfold. */
  tidyAboveBytes: number
  /** The same memory, after that, above which the page itself is too much. */
  mostBytes: number
}

export const laneBounds: LaneBounds = { maxPages: 200, tidyAboveBytes: 96e6, mostBytes: 384e6 }

/** The memory of scripts and DOM behind a session. */
export class PageHeap {
  readonly #session

  constructor(session: CDPSession) {
    this.#session = session
  }

  /** Collects what is no longer used once there is much. Returns whether what is left lies within the bounds. */
  async tidy({ tidyAboveBytes, mostBytes }: LaneBounds): Promise<boolean> {
    if ((await this.#bytes()) <= tidyAboveBytes) return true
    await this.#session.send('HeapProfiler.collectGarbage')
    return (await this.#bytes()) <= mostBytes
  }

  async #bytes(): Promise<number> {
    const { usedSize, embedderHeapUsedSize, backingStorageSize } = await this.#session.send('Runtime.getHeapUsage')
    return usedSize + embedderHeapUsedSize + backingStorageSize
  }
}
