import { afterAll, describe, expect, it } from 'vitest'
import type { Check } from '../../../checks/check.ts'
import externalResolve from '../../../checks/links/external-resolve.ts'
import internalResolve from '../../../checks/links/internal-resolve.ts'
import { runChecks } from '../../../checks/run-checks.ts'
import { readStandard } from '../../../config/read-standards.ts'
import { readTerms } from '../../../config/read-terms.ts'
import type { LinkVerdict } from '../../../store/model/check-result.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { crawled, site } from '../../support/crawled-sites.ts'
import { labelledSites } from '../../support/labelled-sites.ts'
import { loopbackPolicy } from '../../support/policy.ts'

const terms = readTerms()
const control = { missingPage: terms.links.missing }

function verdictsOf(snapshot: Snapshot, check: Check): Record<string, LinkVerdict['verdict']> {
  const context = { terms, agency: snapshot.run.agency, declarations: [], standard: readStandard('110.07') }
  const [result] = runChecks(snapshot, [check], context)
  if (result?.detail?.kind !== 'links') throw new Error(result?.reason ?? 'no verdicts')
  return Object.fromEntries(result.detail.verdicts.map(({ url, verdict }) => [url, verdict]))
}

/** Soft 404s that were found, missed, and called so by mistake. */
const counts = { found: 0, missed: 0, mistaken: 0 }

function count(truth: string, said: string | undefined): void {
  if (truth === 'soft-404') counts[said === 'soft-404' ? 'found' : 'missed'] += 1
  else if (said === 'soft-404') counts.mistaken += 1
}

/** To a person it is the same whether a page moved for good. */
function asLabelled(verdict: LinkVerdict['verdict'] | undefined): LinkVerdict['verdict'] | undefined {
  return verdict === 'redirected-permanent' ? 'ok' : verdict
}

describe.each(labelledSites)('$name', ({ routes, labels }) => {
  it('gets the verdicts of a person who opened its links', async () => {
    const served = await site(routes)
    const snapshot = await crawled(served.origin, { control })
    const verdicts = verdictsOf(snapshot, internalResolve)
    for (const [path, truth] of Object.entries(labels)) count(truth, verdicts[served.origin + path])
    const said = Object.keys(labels).map((path) => [path, asLabelled(verdicts[served.origin + path])])
    expect(Object.fromEntries(said)).toEqual(labels)
  })
})

/** A site that links to all the others: their home pages are seen by nobody, and each is asked no more than it must. */
it('the same pages linked from another site are accused of nothing that they are not', async () => {
  const others = await Promise.all(
    labelledSites.map(async ({ routes, labels, name }, index) => {
      const served = await site(routes, `127.0.0.${index + 2}`)
      return Object.entries(labels).map(([path, truth]) => ({ url: served.origin + path, truth, name }))
    }),
  )
  const links = others.flat()
  const list = links.map(({ url }) => `<li><a href="${url}">${url}</a>`).join('')
  const served = await site({ '/': `<title>相關連結</title><main><ul>${list}</ul></main>` })
  const snapshot = await crawled(served.origin, { policy: loopbackPolicy({ external: 'check' }), control })
  const verdicts = verdictsOf(snapshot, externalResolve)
  const accused = links.filter(({ url, truth }) => verdicts[url] === 'soft-404' && truth !== 'soft-404')
  expect(accused).toEqual([])
  const softs = links.filter(({ truth }) => truth === 'soft-404')
  const unseen = softs.filter(({ url }) => asLabelled(verdicts[url]) === 'ok')
  // Without a word that tells, a stranger's page is not suspected, and nobody asks its host for a random address.
  const wordless = /no-known-words|lost|echoing/
  expect(unseen.filter(({ name }) => !wordless.test(name))).toEqual([])
})

afterAll(() => {
  const { found, missed, mistaken } = counts
  const precision = found / Math.max(1, found + mistaken)
  const recall = found / Math.max(1, found + missed)
  process.stdout.write(
    `soft 404: ${found} found, ${missed} missed, ${mistaken} mistaken; precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n`,
  )
  expect(found).toBeGreaterThan(30)
  expect(precision).toBeGreaterThanOrEqual(0.99)
  expect(recall).toBeGreaterThanOrEqual(0.97)
})
