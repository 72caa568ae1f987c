import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/** Memory a process holds, in bytes, buffers outside the JavaScript heap included; `null` where the system does not tell. */
export async function residentBytes(pid: number): Promise<number | null> {
  const kilobytes = process.platform === 'linux' ? await fromProc(pid) : await fromPs(pid)
  return kilobytes === null ? null : kilobytes * 1024
}

async function fromProc(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(gone)
  const written = /^VmRSS:\s*(\d+) kB$/m.exec(status ?? '')?.[1]
  return written === undefined ? null : Number(written)
}

/** macOS and the BSDs; elsewhere there is no such program. */
function fromPs(pid: number): Promise<number | null> {
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, output) => {
      const kilobytes = Number.parseInt(output, 10)
      resolve(error !== null || Number.isNaN(kilobytes) ? null : kilobytes)
    })
  })
}

/** A process that has ended holds nothing. */
function gone(error: unknown): null {
  if (error instanceof Error) return null
  throw error
}
