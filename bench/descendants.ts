import { readdirSync, readFileSync } from 'node:fs'

/** Watches the processes a program started (Linux): their time and memory. */
export class Descendants {
  /** Process id -> clock ticks it used when it was last seen. */
  readonly #ticks = new Map<number, number>()
  readonly #clock: NodeJS.Timeout
  megabytes = 0
  peakMegabytes = 0

  constructor(everyMs = 500) {
    this.#clock = setInterval(() => this.look(), everyMs)
    this.#clock.unref()
  }

  /** Takes their measure now; those that end between two looks keep their last one. */
  look(): void {
    let bytes = 0
    for (const id of descendantsOf(process.pid)) {
      const ticks = ticksOf(id)
      if (ticks !== null) this.#ticks.set(id, ticks)
      bytes += proportionalBytes(id)
    }
    this.megabytes = bytes / 1e6
    this.peakMegabytes = Math.max(this.peakMegabytes, this.megabytes)
  }

  /** User and system time of all of them so far. */
  cpuSeconds(): number {
    return [...this.#ticks.values()].reduce((sum, ticks) => sum + ticks, 0) / ticksPerSecond
  }

  stop(): void {
    clearInterval(this.#clock)
  }
}

const ticksPerSecond = 100

function descendantsOf(root: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = Number(statOf(Number(name))?.[1])
    if (parent > 0) children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const found: number[] = []
  for (const line = [...(children.get(root) ?? [])]; line.length > 0; ) {
    const id = line.pop() ?? 0
    found.push(id)
    line.push(...(children.get(id) ?? []))
  }
  return found
}

/** The fields after the name, state first; `null` when the process is gone. */
function statOf(id: number): string[] | null {
  const text = readOrNull(`/proc/${id}/stat`)
  return text === null ? null : text.slice(text.lastIndexOf(')') + 2).split(' ')
}

function ticksOf(id: number): number | null {
  const stat = statOf(id)
  return stat === null ? null : Number(stat[11]) + Number(stat[12])
}

/** Memory shared by several processes counts in each by its part. */
function proportionalBytes(id: number): number {
  const kilobytes = /^Pss:\s+(\d+)/m.exec(readOrNull(`/proc/${id}/smaps_rollup`) ?? '')?.[1]
  return Number(kilobytes ?? 0) * 1024
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The process ended meanwhile.
    return null
  }
}
