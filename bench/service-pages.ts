import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { findPersonalForms } from '../checks/services/personal-forms.ts'
import { findServices } from '../checks/services/procedures/find-services.ts'
import { packagePath } from '../config/package-file.ts'
import { readTerms } from '../config/read-terms.ts'
import type { Page } from '../store/model/page.ts'
import { openSnapshot } from '../store/snapshot/open.ts'
import { type Confusion, count, denialPrecision, emptyConfusion, precision, recall } from './confusion.ts'

const [labelFolder, siteFolder, out] = process.argv.slice(2)
if (labelFolder === undefined || siteFolder === undefined || out === undefined) {
  process.stderr.write(
    'usage: service-pages.js <folder of label files> <folder of site folders> <folder for reports>\n',
  )
  process.exitCode = 2
} else {
  process.stdout.write(compareAll(labelFolder, siteFolder, out))
}

type Fact = 'procedure' | 'personalForm'
interface PageLabel {
  path: string
  fact: Fact
  value: 'present' | 'near-miss' | 'unsure'
}
interface SiteLabels {
  site: string
  services: { pages?: readonly PageLabel[] }
}

/** Which pages of each folder tell how to apply, and which ask who one is, against the labels by eye: every page is one case. */
function compareAll(labelFolder: string, siteFolder: string, out: string): string {
  const confusions: Record<Fact, Confusion> = { procedure: emptyConfusion(), personalForm: emptyConfusion() }
  const misses: string[] = []
  for (const name of readdirSync(labelFolder).filter((one) => one.endsWith('.json'))) {
    const { site, services } = JSON.parse(readFileSync(join(labelFolder, name), 'utf8')) as SiteLabels
    if (services.pages === undefined) continue
    const seen = readSite(site, siteFolder, out)
    for (const fact of ['procedure', 'personalForm'] as const) {
      const labels = services.pages.filter((one) => one.fact === fact)
      misses.push(
        ...comparePages(confusions[fact], labels, seen.paths, seen.said[fact]).map((miss) => `${site}/${miss}`),
      )
    }
  }
  const lines = Object.entries(confusions).map(([fact, one]) => line(fact, one))
  return `${[...lines, ...misses.map((miss) => `    ${miss}`)].join('\n')}\n`
}

/** Counts every page as one case; what was got wrong comes out. */
function comparePages(
  confusion: Confusion,
  labels: readonly PageLabel[],
  paths: readonly string[],
  said: ReadonlySet<string>,
): string[] {
  const values = new Map(labels.map(({ path, value }) => [path, value]))
  return paths.flatMap((path) => {
    const value = values.get(path) ?? 'absent'
    const truth = value === 'unsure' ? null : value === 'present'
    count(confusion, said.has(path), truth)
    return truth === null || said.has(path) === truth ? [] : [`${path}: ${labels[0]?.fact ?? ''} is ${value}`]
  })
}

/** Audits a copy of the folder from a page that leads to every other one: builds leave most of theirs unlinked. */
function readSite(site: string, siteFolder: string, out: string) {
  const folder = join(out, 'folders', site)
  cpSync(join(siteFolder, site), folder, { recursive: true, filter: (path) => !path.endsWith('.git') })
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.html?$/i.test(entry.name) && entry.name !== 'all-pages.html')
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  const links = paths.map((path) => `<li><a href="/${encodeURI(path)}">${path}</a></li>`)
  writeFileSync(join(folder, 'all-pages.html'), `<!DOCTYPE html><title>pages</title><ul>${links.join('\n')}</ul>`)
  const host = `${site.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.example`
  const given = [
    '--start',
    '/all-pages.html',
    '--external',
    'none',
    '--browser',
    'none',
    '--out',
    out,
    '--format',
    'json',
  ]
  const program = packagePath('dist/cli/main.js')
  execFileSync(process.execPath, [program, 'audit', '--dir', folder, '--as', `https://${host}`, ...given, '--quiet'])
  const snapshot = openSnapshot(join(out, host, 'latest', 'snapshot.sqlite'))
  const pathOf = (page: Page) => decodeURI(new URL(page.url).pathname.slice(1))
  const services = findServices(snapshot, readTerms()).flatMap(({ page, others }) => [page, ...others])
  const forms = findPersonalForms(snapshot, readTerms()).map(({ page }) => page)
  const fetched = new Set(snapshot.pages().map(pathOf))
  const said = { procedure: new Set(services.map(pathOf)), personalForm: new Set(forms.map(pathOf)) }
  snapshot.close()
  return { said, paths: paths.filter((path) => fetched.has(path)) }
}

function line(name: string, confusion: Confusion): string {
  const share = (value: number | null) => (value === null ? '-' : value.toFixed(3))
  const { truePositive, falsePositive, falseNegative, trueNegative } = confusion
  const counts = `tp ${truePositive} fp ${falsePositive} fn ${falseNegative} tn ${trueNegative}`
  return `${name}: precision ${share(precision(confusion))} recall ${share(recall(confusion))} denials right ${share(denialPrecision(confusion))} (${counts})`
}
