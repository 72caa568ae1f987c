import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, it } from 'vitest'
import { bodyReaderOf } from '../../reports/body-reader.ts'
import { render } from '../../reports/render.ts'
import { buildRunReport, type RunReportInput } from '../../reports/run-report.ts'
import { tracedParts } from '../../reports/traced-parts.ts'
import type { AxeArtifact } from '../../store/model/artifact.ts'
import type { CheckCard } from '../../store/model/check-card.ts'
import type { CheckResult } from '../../store/model/check-result.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import type { Finding } from '../../store/model/finding.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { criterionOf, schemeOf, sheetOf } from '../scoring/sample-facts.ts'
import { odt } from '../support/sample-files.ts'
import { type SiteAnswer, snapshotOf } from '../support/snapshot-of.ts'

const origin = 'http://agency.test'
const validate = new Ajv2020({ strictTypes: false }).compile(
  JSON.parse(readFileSync(new URL('../../reports/report.schema.json', import.meta.url), 'utf8')),
)

const site: Record<string, SiteAnswer> = {
  '/': '<html lang="zh-Hant"><title>首頁</title><nav><a href="/gone">舊公告</a></nav><a href="/a.odt">申請書</a><a href="/b">乙頁</a>',
  '/b': '<main><a href="/gone">再一次</a><a href="/down">沒回應</a></main>',
  '/gone': { status: 404, body: '<p>找不到您的頁面' },
  '/down': { failure: 'connect-timeout' },
  '/a.odt': odt(),
}
const axe: AxeArtifact = { axeVersion: '4.14.1', status: 'examined', detail: null, isStable: true, groups: [] }
const rendering = (status: 'rendered' | 'failed') => ({
  status,
  detail: null,
  textLength: 9,
  isStable: true,
  links: [],
})
const options = {
  artifacts: { '/': { axe, rendering: rendering('rendered') }, '/b': { rendering: rendering('failed') } },
  unfetched: ['/later'],
}

const card: CheckCard = {
  id: 'links/alive',
  version: 3,
  question: '站內連結是否有效？',
  measures: { dead: { title: '失效連結', unit: 'link' } },
  messages: { broken: '「{text}」連結失效，經二次確認。' },
}

function finding(key: string, url: string, evidence: readonly [Evidence, ...Evidence[]]): Finding {
  const head = { id: key.padEnd(16, '0'), checkId: card.id, key: [key], messageId: 'broken' }
  return {
    ...head,
    values: { text: '舊公告' },
    verdict: 'violates',
    url,
    pages: 2,
    inferredPages: 0,
    evidence,
    fingerprint: '',
  }
}

function resultsOf(snapshot: Snapshot): CheckResult[] {
  const home = snapshot.pageAt(`${origin}/`)
  const link = snapshot.linksTo(`${origin}/gone`)[0]
  const gone = snapshot.resourceAt(`${origin}/gone`)
  const artifact = snapshot.artifacts('axe')[0]
  if (!home || !link || !gone || !artifact) throw new Error('the made site lost a part')
  const { selector, start, end } = link
  const findings = [
    finding('bb', `${origin}/gone`, [
      { kind: 'element', pageId: link.pageId, view: 'static', body: home.body, selector, start, end },
      { kind: 'resource', resourceId: gone.id, header: 'Content-Type' },
    ]),
    finding('aa', `${origin}/`, [
      { kind: 'absence', lookedFor: '網站導覽', pageIds: snapshot.pages().map(({ id }) => id) },
      { kind: 'artifact', artifactId: artifact.id, body: artifact.body, pointer: '/axeVersion' },
    ]),
  ]
  const verdicts = [
    { url: `${origin}/gone`, verdict: 'broken' as const, status: 404, reason: null },
    { url: `${origin}/down`, verdict: 'timeout' as const, status: null, reason: null },
    { url: `${origin}/flaky`, verdict: 'unstable' as const, status: 404, reason: null },
    { url: `${origin}/once`, verdict: 'unconfirmed' as const, status: 404, reason: null },
    { url: `${origin}/styled`, verdict: 'broken-if-used' as const, status: 404, reason: null },
    { url: `${origin}/b`, verdict: 'ok' as const, status: 200, reason: null },
  ]
  const measure = { name: 'dead', value: 1, unknown: 1, outOf: 3, unit: 'link', basis: ['bb00', 'aa00'] }
  return [
    {
      checkId: card.id,
      checkVersion: 3,
      status: 'done',
      reason: null,
      measures: [{ ...measure, basis: ['bb', 'aa'].map((key) => key.padEnd(16, '0')) }],
      findings,
      detail: { kind: 'links', verdicts: verdicts.map((verdict) => ({ ...verdict, isExternal: false })) },
    },
  ]
}

async function inputOf(): Promise<RunReportInput> {
  const snapshot = await snapshotOf(site, options)
  return { snapshot, snapshotSha256: '0'.repeat(64), cards: [card], results: resultsOf(snapshot), sheets: [] }
}

it('evidence points at addresses and bytes, with what stands there', async () => {
  const input = await inputOf()
  const report = buildRunReport(input)
  expect(report.findings.map(({ url }) => url)).toEqual([`${origin}/`, `${origin}/gone`])
  const [absence, artifact] = report.findings[0]?.evidence ?? []
  expect(absence).toEqual({
    kind: 'absence',
    lookedFor: '網站導覽',
    pages: [`${origin}/`, `${origin}/b`],
    pageCount: 2,
  })
  expect(artifact).toMatchObject({ kind: 'artifact', page: `${origin}/`, name: 'axe', excerpt: '"4.14.1"' })
  const [element, resource] = report.findings[1]?.evidence ?? []
  expect(element).toMatchObject({ page: `${origin}/`, excerpt: '<a href="/gone">舊公告</a>' })
  expect(resource).toMatchObject({ status: 404, failure: null, header: { name: 'Content-Type', value: 'text/html' } })
  expect(report.findings[1]?.message).toBe('「舊公告」連結失效，經二次確認。')
})

it('a dead link names every place it stands on; a time-out is not dead', async () => {
  const { links, linksToConfirm } = buildRunReport(await inputOf())
  expect(links.dead).toMatchObject([{ url: `${origin}/gone`, from: [{}, {}] }])
  expect(links.dead[0]?.from.map(({ page, text }) => [page, text])).toEqual([
    [`${origin}/`, '舊公告'],
    [`${origin}/b`, '再一次'],
  ])
  expect(linksToConfirm.map(({ url }) => url)).toEqual(
    ['/down', '/flaky', '/once', '/styled'].map((path) => origin + path),
  )
  expect(links.verdicts).toEqual({ broken: 1, 'broken-if-used': 1, ok: 1, timeout: 1, unconfirmed: 1, unstable: 1 })
})

it('coverage counts what was seen and gives a reason for each address that was not', async () => {
  const { coverage } = buildRunReport(await inputOf())
  expect(coverage).toMatchObject({ pagesFetched: 2, pagesRendered: 1, pagesExamined: 1, documents: 1, distinctUrls: 5 })
  expect(coverage.skipped).toEqual({ 'budget:pages': 1 })
  expect(coverage.failed).toEqual({ 'connect-timeout': 1 })
})

it('a check that could not look has no number', async () => {
  const input = await inputOf()
  const blind = {
    ...input.results[0],
    status: 'undetermined',
    reason: '未能查核',
    measures: [],
    findings: [],
    detail: null,
  }
  const report = buildRunReport({ ...input, results: [blind as CheckResult] })
  expect(report.measures).toEqual({
    'links/alive#dead': {
      title: '失效連結',
      value: null,
      unknown: null,
      outOf: null,
      unit: 'link',
      status: 'undetermined',
      basis: [],
    },
  })
  expect(report.disclosure).toEqual({ sectionState: 'undetermined', section: null, items: [] })
})

it('a crashed check says so without the places of the machine it ran on', async () => {
  const input = await inputOf()
  const reason = 'TypeError: x\n    at /home/someone/checks/a.ts:1:1'
  const crashed = { ...input.results[0], status: 'crashed', reason, measures: [], findings: [], detail: null }
  expect(buildRunReport({ ...input, results: [crashed as CheckResult] }).checks[0]?.reason).toBe('TypeError: x')
})

it('a report of a real snapshot keeps to the schema and is the same the second time', async () => {
  const [a, b] = [buildRunReport(await inputOf()), buildRunReport(await inputOf())]
  validate(a)
  expect(validate.errors).toBeNull()
  expect(JSON.stringify(a)).toBe(JSON.stringify(b))
  expect(JSON.stringify(a)).not.toMatch(/pageId|resourceId|artifactId|durationMs/)
})

it('an unreachable site says why', async () => {
  const snapshot = await snapshotOf({ '/': { failure: 'dns-not-found' } }, { run: { outcome: 'unreachable' } })
  const empty = { snapshot, snapshotSha256: '0'.repeat(64), cards: [], results: [], sheets: [] }
  const report = buildRunReport(empty)
  expect(report.run.unreachableBecause).toContain('查無此主機名稱')
  validate(report)
  expect(validate.errors).toBeNull()
})

it('pages of a real snapshot mark the cited bytes', async () => {
  const input = await inputOf()
  const files = new Map<string, string | Uint8Array>()
  for await (const { path, content } of render(buildRunReport(input), bodyReaderOf(input.snapshot), 'html')) {
    files.set(path, content)
  }
  const home = input.snapshot.pageAt(`${origin}/`)?.body
  expect(files.get(`evidence/${home}.html`)).toContain(
    '<mark id="r43-66">&lt;a href=&quot;/gone&quot;>舊公告&lt;/a></mark>',
  )
})

it('what a trace needs is what the whole report says of the checks behind a criterion', async () => {
  const input = await inputOf()
  const sheet = tracedSheet(input)
  const whole = buildRunReport({ ...input, sheets: [sheet] })
  const parts = tracedParts(input.snapshot, input.cards, input.results, { sheets: [sheet], reviews: [] }, 'one')
  const [checkId = ''] = input.results.map((result) => result.checkId)
  expect(parts.findings).toEqual(whole.findings.filter((finding) => finding.checkId === checkId))
  expect(parts.checks).toEqual(whole.checks.filter(({ id }) => id === checkId))
  expect(Object.keys(parts.measures).length).toBeGreaterThan(0)
  for (const [ref, measure] of Object.entries(parts.measures)) expect(measure).toEqual(whole.measures[ref])
})

/** A sheet of one line over the first measure of the first check. */
function tracedSheet({ results }: RunReportInput) {
  const [first] = results
  const ref = `${first?.checkId}#${first?.measures[0]?.name}`
  return sheetOf(schemeOf(criterionOf([{ points: [1, 10], when: { measure: ref, atLeast: 1 } }])), results)
}
