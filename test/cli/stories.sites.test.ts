import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { siteOfFolder } from '../../fixtures/serve.ts'
import type { RunReport } from '../../store/model/run-report.ts'
import type { Agency } from '../../store/model/site.ts'
import { auditOf } from '../support/audit.ts'
import { foundLike, linesOf } from '../support/expected-findings.ts'
import { assertFatesAddUp } from '../support/fates-add-up.ts'

const stories = join(dirname(fileURLToPath(import.meta.url)), '../../fixtures/sites')

interface ExpectedResult {
  status?: string
  measures?: Record<string, number>
  items?: Record<string, string>
  findings?: { verdict: string; url: string; messageId?: string }[]
}

interface Story {
  story: string
  agency?: Partial<Agency>
  results: [checkId: string, expected: ExpectedResult][]
}

function storyOf(name: string): Story {
  const { story, agency, ...checks } = JSON.parse(readFileSync(join(stories, name, 'expected.json'), 'utf8'))
  const results = Object.entries<ExpectedResult & { withoutBrowser?: ExpectedResult }>(checks)
  return { story, agency, results: results.map(([id, result]) => [id, result.withoutBrowser ?? result]) }
}

function compare(report: RunReport, checkId: string, expected: ExpectedResult): void {
  const check = report.checks.find(({ id }) => id === checkId)
  if (expected.status !== undefined) expect(check?.status, `${checkId}: ${check?.reason}`).toBe(expected.status)
  for (const [name, value] of Object.entries(expected.measures ?? {})) {
    expect(report.measures[`${checkId}#${name}`]?.value, `${checkId}#${name}`).toBe(value)
  }
  const states = Object.fromEntries(report.disclosure.items.map(({ item, state }) => [item, state]))
  if (expected.items !== undefined) expect(states).toMatchObject(expected.items)
  if (expected.findings !== undefined) compareFindings(report, checkId, expected.findings)
}

/** The list is complete for what violates and what a person is asked; of what conforms it names what matters. */
function compareFindings(report: RunReport, checkId: string, findings: NonNullable<ExpectedResult['findings']>): void {
  const own = { ...report, findings: report.findings.filter((finding) => finding.checkId === checkId) }
  for (const verdict of ['violates', 'needs-review', 'conforms']) {
    const wanted = findings.filter((finding) => finding.verdict === verdict).map((finding) => ({ checkId, ...finding }))
    const found = foundLike(own, verdict, wanted)
    if (verdict === 'conforms') expect(found).toEqual(expect.arrayContaining(linesOf(wanted)))
    else expect(found, `${checkId} ${verdict}`).toEqual(linesOf(wanted))
  }
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

const names = readdirSync(stories).filter((name) => existsSync(join(stories, name, 'expected.json')))

describe.each(names)('%s', (name) => {
  const story = storyOf(name)

  it(story.story, async () => {
    const options = story.agency === undefined ? {} : { agency: story.agency }
    const { report, served } = await auditOf(siteOfFolder(join(stories, name)), {
      ...options,
      flags: { browser: 'none' },
    })
    for (const [checkId, expected] of story.results) compare(report, checkId, expected)
    const { coverage } = report
    expect(coverage.urlsKnown).toBe(coverage.distinctUrls + sumOf(coverage.skipped))
    assertFatesAddUp(coverage)
    const firstRequests = served.requests.slice(0, coverage.first)
    expect(new Set(firstRequests).size).toBe(coverage.first)
    expect(coverage.requests).toBe(served.requests.length)
  })
})

it('there are stories', () => {
  expect(names.length).toBeGreaterThan(5)
})
