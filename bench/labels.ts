import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagePath } from '../config/package-file.ts'
import { readTerms } from '../config/read-terms.ts'
import type { RunReport } from '../store/model/run-report.ts'
import { type Confusion, denialPrecision, emptyConfusion, precision, recall } from './confusion.ts'
import { comparisonsOf, type SiteLabels } from './label-comparisons.ts'

const [labelFolder, siteFolder, out] = process.argv.slice(2)
if (labelFolder === undefined || siteFolder === undefined || out === undefined) {
  process.stderr.write('usage: labels.js <folder of label files> <folder of site folders> <folder for reports>\n')
  process.exitCode = 2
} else {
  process.stdout.write(compareAll(labelFolder, siteFolder, out))
}

/** Audits the folder of every label file, and prints how often each check agrees with the labels. */
function compareAll(labelFolder: string, siteFolder: string, out: string): string {
  const comparisons = comparisonsOf(readTerms().disclosure).map((one) => ({
    ...one,
    confusion: emptyConfusion(),
    misses: [] as string[],
  }))
  const names = readdirSync(labelFolder).filter((name) => name.endsWith('.json'))
  for (const name of names) {
    const labels = JSON.parse(readFileSync(join(labelFolder, name), 'utf8')) as SiteLabels
    const report = audit(labels, siteFolder, out)
    for (const { compare, confusion, misses } of comparisons)
      compare(confusion, labels, report, (text) => misses.push(text))
  }
  const rows = comparisons.map(({ name, confusion, misses }) =>
    [line(name, confusion), ...misses.map((miss) => `    ${miss}`)].join('\n'),
  )
  return `${names.length} sites\n${rows.join('\n')}\n`
}

function audit({ site, start }: SiteLabels, siteFolder: string, out: string): RunReport {
  const host = `${site.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.example`
  const program = packagePath('dist/cli/main.js')
  const flags = [
    '--start',
    `/${start}`,
    '--external',
    'none',
    '--browser',
    'none',
    '--out',
    out,
    '--format',
    'json',
    '--quiet',
  ]
  execFileSync(process.execPath, [
    program,
    'audit',
    '--dir',
    join(siteFolder, site),
    '--as',
    `https://${host}`,
    ...flags,
  ])
  return JSON.parse(readFileSync(join(out, host, 'latest', 'report.json'), 'utf8')) as RunReport
}

function line(name: string, confusion: Confusion): string {
  const percent = (value: number | null) => (value === null ? '-' : value.toFixed(3))
  const { truePositive, falsePositive, falseNegative, trueNegative, openPositive, openNegative } = confusion
  const counts = `tp ${truePositive} fp ${falsePositive} fn ${falseNegative} tn ${trueNegative} open ${openPositive}+${openNegative}`
  return `${name}: precision ${percent(precision(confusion))} recall ${percent(recall(confusion))} denials right ${percent(denialPrecision(confusion))} (${counts})`
}
