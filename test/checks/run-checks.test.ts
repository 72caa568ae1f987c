import { expect, it } from 'vitest'
import { type Answer, type Check, type CheckContext, defineCheck } from '../../checks/check.ts'
import { checks } from '../../checks/index.ts'
import { findingId, runChecks } from '../../checks/run-checks.ts'
import { readStandard } from '../../config/read-standards.ts'
import { readTerms } from '../../config/read-terms.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import { runOf } from '../support/run-of.ts'
import { type SiteAnswer, snapshotOf } from '../support/snapshot-of.ts'

const { agency } = runOf('http://agency.test')
const context: CheckContext = { terms: readTerms(), agency, declarations: [], standard: readStandard('110.07') }
const snapshot = await snapshotOf({ '/': '<p>首頁' })
const evidence: readonly [Evidence] = [{ kind: 'absence', lookedFor: 'x', pageIds: [] }]

function checkThat(run: Check['run'], needs: Check['needs'] = []): Check {
  const words = {
    question: '有嗎？',
    measures: { found: { title: '找到', unit: 'page' } },
    messages: { found: '有。' },
  }
  return defineCheck({ id: 'area/question', version: 3, needs, ...words, run })
}

function resultOf(check: Check) {
  const [result] = runChecks(snapshot, [check], context)
  if (result === undefined) throw new Error('no result')
  return result
}

function findingAt(url: string, key: string) {
  return { key: [key] as const, messageId: 'found', values: {}, verdict: 'violates' as const, url, evidence }
}

it('a check that throws is crashed, and the others go on', () => {
  const broken = checkThat(() => {
    throw new Error('a bug of ours')
  })
  const [first, second] = runChecks(
    snapshot,
    [broken, checkThat(() => ({ status: 'not-applicable', reason: '無' }))],
    context,
  )
  expect(first).toMatchObject({ status: 'crashed', measures: [], findings: [] })
  expect(first?.reason).toContain('a bug of ours')
  expect(second).toMatchObject({ status: 'not-applicable', reason: '無' })
})

it('a check whose artifact nobody made is undetermined and does not run', () => {
  const result = resultOf(
    checkThat(() => {
      throw new Error('must not run')
    }, ['axe']),
  )
  expect(result).toMatchObject({ status: 'undetermined', measures: [], findings: [] })
  expect(result.reason).toContain('無障礙檢測紀錄')
})

it('a check that comes by the same proof twice tells it once', () => {
  const other: Evidence = { kind: 'absence', lookedFor: 'y', pageIds: [] }
  const twice = [...evidence, other, ...evidence, other] as const
  const answer: Answer = {
    status: 'done',
    measures: { found: { value: 1 } },
    findings: [{ ...findingAt('http://a/', '1'), evidence: [twice[0], ...twice.slice(1)] }],
  }
  expect(resultOf(checkThat(() => answer)).findings[0]?.evidence).toEqual([...evidence, other])
})

it('findings are sorted by address, carry the id of their key and count one page unless told', () => {
  const result = resultOf(
    checkThat(() => ({
      status: 'done',
      measures: { found: { value: 2 } },
      findings: [findingAt('http://b/', '2'), { ...findingAt('http://a/', '1'), pages: 7, inferredPages: 3 }],
    })),
  )
  expect(result.findings).toMatchObject([
    { id: findingId('area/question', ['1']), url: 'http://a/', pages: 7, inferredPages: 3, checkId: 'area/question' },
    { id: findingId('area/question', ['2']), url: 'http://b/', pages: 1, inferredPages: 0 },
  ])
  expect(result.measures).toEqual([
    { name: 'found', value: 2, unknown: 0, outOf: null, unit: 'page', basis: result.findings.map(({ id }) => id) },
  ])
})

it('a measure rests on the findings it names', () => {
  const answer: Answer = {
    status: 'done',
    measures: { found: { value: 1, unknown: 4, outOf: 9, basis: [['2']] } },
    findings: [findingAt('http://a/', '1'), findingAt('http://b/', '2')],
  }
  expect(resultOf(checkThat(() => answer)).measures).toMatchObject([
    { value: 1, unknown: 4, outOf: 9, basis: [findingId('area/question', ['2'])] },
  ])
})

it('an undetermined check keeps what it saw, and gives no numbers', () => {
  const result = resultOf(
    checkThat(() => ({ status: 'undetermined', reason: '看不到', findings: [findingAt('http://a/', '1')] })),
  )
  expect(result).toMatchObject({ status: 'undetermined', measures: [], reason: '看不到' })
  expect(result.findings).toHaveLength(1)
})

it('two findings of one key, and a measure without an answer, are our bugs', () => {
  const twins = [findingAt('http://a/', '1'), findingAt('http://b/', '1')]
  expect(
    resultOf(checkThat(() => ({ status: 'done', measures: { found: { value: 0 } }, findings: twins }))).status,
  ).toBe('crashed')
  expect(resultOf(checkThat(() => ({ status: 'done', measures: {}, findings: [] }))).status).toBe('crashed')
})

it('the id of a finding does not change from run to run', () => {
  expect(findingId('links/internal-resolve', ['http://agency.test/gone'])).toMatch(/^[0-9a-f]{16}$/)
  expect(findingId('a/b', ['c', 'd'])).toBe(findingId('a/b', ['c', 'd']))
  expect(findingId('a/b', ['c', 'd'])).not.toBe(findingId('a/b', ['cd']))
})

/** Sites that nobody would build. */
const oddSites: Record<string, Record<string, SiteAnswer>> = {
  'no page at all': {},
  'a start page that fails': { '/': { failure: 'tls' } },
  'an empty page': { '/': '' },
  'markup that never ends': { '/': `<a href="/x.docx"><form><input name=q><table><tr><li>${'<div>'.repeat(500)}` },
  'names as markup': {
    '/': '<a href="/%22%3E%3Cscript%3E.docx">"&gt;&lt;script&gt;</a><meta name=\'DC.Title"]\' content="&quot;"><meta name="DC.Title" content="">',
  },
  'binary bytes as HTML': { '/': Uint8Array.from({ length: 4000 }, (_, index) => (index * 37) % 256) },
}

it.each(Object.keys(oddSites))('no check crashes on %s, and each answers twice the same', async (name) => {
  const odd = await snapshotOf(oddSites[name] ?? {})
  const results = runChecks(odd, checks, context)
  expect(results.filter(({ status }) => status === 'crashed')).toEqual([])
  expect(runChecks(odd, checks, context)).toEqual(results)
})
