import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What one run of a Node program took. */
export interface Usage {
  /** From start to end of the process. */
  seconds: number
  /** User and system time of all its threads. */
  cpuSeconds: number
  /** Peak resident set, in megabytes of 10^6 bytes. */
  peakMegabytes: number
}

export interface Measured extends Usage {
  code: number | null
  stdout: string
}

/** Runs a Node program in a process of its own and measures it. @throws Error when it leaves no usage behind. */
export async function measured(program: string, args: readonly string[]): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'mingjing-measured-'))
  const usage = join(folder, 'usage.json')
  const preload = ['--import', join(import.meta.dirname, 'usage-at-exit.js')]
  const begun = performance.now()
  // A file, not a pipe: a program that ends itself does not wait until a pipe is read.
  const output = openSync(join(folder, 'stdout'), 'w')
  const child = spawn(process.execPath, [...preload, program, ...args], {
    stdio: ['ignore', output, 'inherit'],
    env: { ...process.env, MEASURED_USAGE: usage },
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  const seconds = (performance.now() - begun) / 1000
  closeSync(output)
  const stdout = readFileSync(join(folder, 'stdout'), 'utf8')
  const used = JSON.parse(readFileSync(usage, 'utf8')) as NodeJS.ResourceUsage
  rmSync(folder, { recursive: true })
  const cpuSeconds = (used.userCPUTime + used.systemCPUTime) / 1e6
  return { seconds, cpuSeconds, peakMegabytes: (used.maxRSS * 1024) / 1e6, code, stdout }
}

/** The middle one; of an even number the mean of the middle two. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const [low = Number.NaN, high = Number.NaN] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]]
  return (low + high) / 2
}
