import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CrawlFlags, policyOfFlags } from '../../cli/policy-of-flags.ts'
import { makeProgress } from '../../cli/progress.ts'
import { type Audit, runAudit } from '../../cli/run-audit.ts'
import { unknownAgency } from '../../config/read-agency.ts'
import type { SampleSite } from '../../fixtures/sample-site.ts'
import { type ServedSite, serveSite } from '../../fixtures/serve.ts'
import type { Agency } from '../../store/model/site.ts'

/** What a test tells an audit beside the site. */
export interface AuditOptions {
  flags?: CrawlFlags
  agency?: Partial<Agency>
}

/** The whole way from requests to report over a site served on loopback, in a fresh folder. */
export async function auditOf(site: SampleSite, options: AuditOptions = {}): Promise<Audit & { served: ServedSite }> {
  const served = await serveSite(site)
  try {
    const agency = { ...unknownAgency('agency.test'), ...options.agency }
    const target = { agency, origin: served.origin, start: `${served.origin}/`, folder: null }
    const policy = policyOfFlags(target, { allowPrivate: true, ...options.flags }, new Date('2026-11-22T02:00:00Z'))
    const out = mkdtempSync(join(tmpdir(), 'mingjing-'))
    const request = { site: target, policy, out, schemeIds: [], formats: ['json' as const] }
    const quiet = makeProgress('quiet', { write: () => undefined, isTty: false, nowMs: () => 0 })
    return { ...(await runAudit(request, quiet, new AbortController().signal)), served }
  } finally {
    await served.close()
  }
}
