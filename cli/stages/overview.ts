import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type OverviewRow, overviewFiles } from '../../reports/html/overview-page.ts'
import type { RunReport } from '../../store/model/run-report.ts'
import { writeRunFile } from './run-folder.ts'

/** Writes `<out>/index.html`: every agency that has a report, with the newest run of each. */
export function writeOverview(out: string): void {
  const agencies = readdirSync(out).filter((name) => statSync(join(out, name)).isDirectory())
  const rows = agencies.sort().flatMap((agency) => rowOf(out, agency))
  for (const file of overviewFiles(rows)) writeRunFile(out, file.path, file.content)
}

/** Run ids begin with their time, so the last one in order is the newest. */
function rowOf(out: string, agency: string): OverviewRow[] {
  const runs = readdirSync(join(out, agency)).filter((run) => existsSync(join(out, agency, run, 'report.json')))
  const newest = runs
    .filter((run) => run !== 'latest')
    .sort()
    .at(-1)
  if (newest === undefined) return []
  const report = JSON.parse(readFileSync(join(out, agency, newest, 'report.json'), 'utf8')) as RunReport
  return [{ report, href: `${encodeURIComponent(agency)}/${newest}/index.html` }]
}
