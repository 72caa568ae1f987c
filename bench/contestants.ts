import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import internalResolve from '../checks/links/internal-resolve.ts'
import { runChecks } from '../checks/run-checks.ts'
import { readStandard } from '../config/read-standards.ts'
import { readTerms } from '../config/read-terms.ts'
import { openSnapshot } from '../store/snapshot/open.ts'
import { measured, type Usage } from './measured.ts'

/** One crawl of a site by one program. */
export interface Crawled extends Usage {
  /** Addresses it calls dead. */
  dead: Set<string>
  /** Requests beyond the first and its retries: a second look at what seemed dead. */
  confirmations: number
}

export const concurrency = 8
/** The newest whose `engines` admit Node 20. */
const linkinatorVersion = '7.6.1'
const root = join(import.meta.dirname, '../../..')

/** Our crawl stage alone: every fact a check needs is extracted and the sealed snapshot lies on disk; no browser. */
export async function crawlByUs(origin: string, extra: readonly string[] = []): Promise<Crawled> {
  const out = mkdtempSync(join(tmpdir(), 'mingjing-crawl-'))
  const flags =
    `crawl ${origin}/ --allow-private --browser none --external none --confirm-after 0 --concurrency ${concurrency}
    --max-pages 50000 --out ${out} --json`.split(/\s+/)
  const { code, stdout, ...usage } = await measured(join(root, 'dist/cli/main.js'), [...flags, ...extra])
  const summary = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { snapshotPath: string; outcome: string }
  if (code !== 0) throw new Error(`the crawl ended as ${summary.outcome}, exit code ${code}`)
  const found = foundIn(summary.snapshotPath)
  rmSync(out, { recursive: true })
  return { ...usage, ...found }
}

function foundIn(snapshotPath: string): Pick<Crawled, 'dead' | 'confirmations'> {
  const snapshot = openSnapshot(snapshotPath)
  const { agency, standard } = { agency: snapshot.run.agency, standard: readStandard(snapshot.run.policy.standard) }
  const context = { terms: readTerms(), agency, declarations: [], standard }
  const findings = runChecks(snapshot, [internalResolve], context).flatMap((result) => result.findings)
  const { confirmations } = snapshot.run.requests
  snapshot.close()
  return {
    dead: new Set(findings.filter(({ verdict }) => verdict === 'violates').map(({ url }) => url)),
    confirmations,
  }
}

/** linkinator, installed in a temporary folder when it is not there: it is no dependency of ours. */
export async function crawlByLinkinator(origin: string): Promise<Crawled> {
  const program = join(linkinatorFolder(), 'node_modules/linkinator/build/src/cli.js')
  const host = origin.replace(/[.]/g, '\\.')
  const flags = [`${origin}/`, '--recurse', '--format', 'json', '--skip', `^(?!${host})`]
  const { code, stdout, ...usage } = await measured(program, flags)
  if (code !== 0 && code !== 1) throw new Error(`linkinator ended with ${code}`)
  const { links } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as { links: { url: string; state: string }[] }
  const dead = links.filter(({ state }) => state === 'BROKEN').map(({ url }) => url)
  return { ...usage, dead: new Set(dead), confirmations: 0 }
}

function linkinatorFolder(): string {
  const folder = join(tmpdir(), `mingjing-bench-linkinator-${linkinatorVersion}`)
  if (existsSync(join(folder, 'node_modules/linkinator'))) return folder
  mkdirSync(folder, { recursive: true })
  const install = ['install', '--no-audit', '--no-fund', '--silent', '--prefix', folder]
  execFileSync('npm', [...install, `linkinator@${linkinatorVersion}`], { stdio: 'inherit' })
  return folder
}
