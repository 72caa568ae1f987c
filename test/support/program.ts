import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
export const program = join(root, 'dist/cli/main.js')

/** How a program ended, and what it said. */
export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the built program to its end. */
export function mingjing(...args: string[]): Promise<Ended> {
  return mingjingIn({}, ...args)
}

/** As {@link mingjing}, with other variables in its environment. */
export function mingjingIn(environment: Record<string, string>, ...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: root, env: { ...process.env, ...environment } })
    const ended: Ended = { code: null, stdout: '', stderr: '' }
    child.stdout.on('data', (chunk) => (ended.stdout += chunk))
    child.stderr.on('data', (chunk) => (ended.stderr += chunk))
    child.on('close', (code) => resolve({ ...ended, code }))
  })
}

/** A new folder of nobody else's. */
export function folder(): string {
  return mkdtempSync(join(tmpdir(), 'mingjing-'))
}

/** Two pages and a dead link, as files. */
export function smallSite(): string {
  const site = folder()
  const page = (title: string, body: string) =>
    `<!doctype html><html lang="zh-Hant-TW"><title>${title}</title><main>${body}</main></html>`
  writeFileSync(
    join(site, 'index.html'),
    page('首頁', '<a href="about.html">關於本局</a> <a href="gone.html">不存在的頁面</a>'),
  )
  writeFileSync(join(site, 'about.html'), page('關於本局', '<p>本局辦理水資源業務。<a href="index.html">回首頁</a>'))
  return site
}

/** The folder of the only run of an agency below `out`. */
export function runFolder(out: string, agency: string): string {
  const agencyFolder = join(out, agency)
  const run = readdirSync(agencyFolder).find((name) => name !== 'latest')
  return join(agencyFolder, run ?? 'none')
}
