import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import noEvidentErrors from '../checks/content/no-evident-errors.ts'
import { ShownDates } from '../checks/freshness/shown-dates.ts'
import updatePolicyPublished from '../checks/freshness/update-policy-published.ts'
import { normaliseLabel } from '../checks/labels.ts'
import titleMatchesTarget from '../checks/links/title-matches-target.ts'
import { runChecks } from '../checks/run-checks.ts'
import { readStandard } from '../config/read-standards.ts'
import { readTerms } from '../config/read-terms.ts'
import type { CheckResult } from '../store/model/check-result.ts'
import { openSnapshot } from '../store/snapshot/open.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { type Confusion, count, emptyConfusion, precision, recall } from './confusion.ts'

/** The part of a label file that is compared here. */
interface ContentLabels {
  site: string
  freshness: {
    updatePolicy: { value: string }
    contentErrors: readonly { kind: string; text: string; path: string }[]
    pages?: readonly { path: string; value: string }[]
  }
  titles: { links: readonly { from: string; text: string; to: string; value: string }[] }
}

const told: ReadonlySet<string> = new Set([
  'placeholder',
  'lorem-ipsum',
  'test',
  'template-title',
  'under-construction',
  'mojibake',
])
const topics = ['dates of pages', 'rule of updating', 'texts of links that differ', 'evident errors'] as const
type Topic = (typeof topics)[number]

const [labelFolder, snapshots] = process.argv.slice(2)
if (labelFolder === undefined || snapshots === undefined) {
  process.stderr.write(
    'usage: content-labels.js <folder of label files> <folder with <site>.sqlite, crawled from the list of templates>\n',
  )
  process.exitCode = 2
} else process.stdout.write(compareAll(labelFolder, snapshots))

function compareAll(labelFolder: string, snapshots: string): string {
  const confusions = new Map<Topic, Confusion>(topics.map((topic) => [topic, emptyConfusion()]))
  const misses: string[] = []
  for (const name of readdirSync(labelFolder).filter((file) => file.endsWith('.json'))) {
    const labels = JSON.parse(readFileSync(join(labelFolder, name), 'utf8')) as ContentLabels
    const snapshot = openSnapshot(join(snapshots, name.replace(/json$/, 'sqlite')))
    compareSite(snapshot, labels, (topic, said, truth, what) => {
      count(confusions.get(topic) ?? emptyConfusion(), said, truth)
      if (truth !== null && said !== truth)
        misses.push(`    ${topic}: ${labels.site} ${what}: is ${truth}, said ${said}`)
    })
    snapshot.close()
  }
  return [...[...confusions].map(([topic, one]) => lineOf(topic, one)), ...misses, ''].join('\n')
}

type Tell = (topic: Topic, said: boolean | null, truth: boolean | null, what: string) => void

function compareSite(snapshot: Snapshot, labels: ContentLabels, tell: Tell): void {
  const results = resultsOf(snapshot)
  comparePages(snapshot, labels, tell)
  const published = results.get(updatePolicyPublished.id)
  const { value } = labels.freshness.updatePolicy
  tell('rule of updating', published?.status === 'done', value === 'undetermined' ? null : value === 'present', value)
  compareTitles(snapshot, labels, results.get(titleMatchesTarget.id), tell)
  compareErrors(labels, results.get(noEvidentErrors.id), tell)
}

function resultsOf(snapshot: Snapshot): Map<string, CheckResult> {
  const context = {
    terms: readTerms(),
    agency: snapshot.run.agency,
    declarations: [],
    standard: readStandard('110.07'),
  }
  const results = runChecks(snapshot, [updatePolicyPublished, titleMatchesTarget, noEvidentErrors], context)
  return new Map(results.map((result) => [result.checkId, result]))
}

function comparePages(snapshot: Snapshot, { freshness }: ContentLabels, tell: Tell): void {
  const dates = new ShownDates(snapshot, readTerms().freshness)
  for (const { path, value } of freshness.pages ?? []) {
    const page = snapshot.pageAt(new URL(path, snapshot.run.start).href)
    if (page === null) continue
    const shown = dates.of(page)
    const said = shown !== null ? true : dates.hasBareDate(page) ? null : false
    tell('dates of pages', said, value === 'undetermined' ? null : value !== 'absent', path)
  }
}

/** A link is said to differ when a finding names it; what is not asked about is said to agree. */
function compareTitles(
  snapshot: Snapshot,
  { titles }: ContentLabels,
  result: CheckResult | undefined,
  tell: Tell,
): void {
  const named = new Set(result?.findings.map(({ key }) => key.join(' ')))
  for (const { from, text, to, value } of titles.links) {
    const target = new URL(to, snapshot.run.start).href
    if (snapshot.pageAt(new URL(from, snapshot.run.start).href) === null || snapshot.pageAt(target) === null) continue
    const label = normaliseLabel(text.replace(/^\[img\] /, ''))
    tell(
      'texts of links that differ',
      named.has(`${target} ${label}`),
      value === 'undetermined' ? null : value === 'differs',
      `「${text}」 -> ${to}`,
    )
  }
}

function compareErrors({ freshness }: ContentLabels, result: CheckResult | undefined, tell: Tell): void {
  const quotes = (result?.findings ?? []).map(({ values }) => compact(String(values['quote'] ?? '')).replace('…', ''))
  for (const { kind, text, path } of freshness.contentErrors) {
    if (!told.has(kind)) continue
    const label = compact(text)
    const said = quotes.some(
      (quote) => quote.length > 2 && (label.includes(quote) || quote.includes(label) || quote.startsWith(label)),
    )
    tell('evident errors', said, true, `${kind} 「${text}」 on ${path}`)
  }
}

function compact(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
}

function lineOf(topic: Topic, confusion: Confusion): string {
  const percent = (value: number | null) => (value === null ? '-' : value.toFixed(3))
  const { truePositive, falsePositive, falseNegative, trueNegative, openPositive, openNegative } = confusion
  const counts = `tp ${truePositive} fp ${falsePositive} fn ${falseNegative} tn ${trueNegative} open ${openPositive}+${openNegative}`
  return `${topic}: precision ${percent(precision(confusion))} recall ${percent(recall(confusion))} (${counts})`
}
