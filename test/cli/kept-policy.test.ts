import { expect, it } from 'vitest'
import { assertKept } from '../../cli/kept-policy.ts'
import { type CrawlFlags, policyOfFlags } from '../../cli/policy-of-flags.ts'
import { unknownAgency } from '../../config/read-agency.ts'

const startedAt = '2026-11-22T02:03:04.000Z'
const site = {
  agency: unknownAgency('www.example.gov.tw'),
  origin: 'https://www.example.gov.tw',
  start: 'https://www.example.gov.tw/',
  folder: null,
}

function keptFrom(flags: CrawlFlags) {
  return {
    runId: 'x',
    startedAt,
    toolVersion: '1',
    site,
    policy: policyOfFlags(site, flags, new Date(startedAt)),
    earlier: null,
  }
}

it('a run is taken up with no flags, or with those it began with', () => {
  const kept = keptFrom({ maxPages: 50, include: ['/news/**'], seed: 'a', confirmAfter: 3 })
  expect(() => assertKept(kept, site, {}, '1')).not.toThrow()
  const same = { maxPages: 50, include: ['/news/**'], seed: 'a', confirmAfter: 3 }
  expect(() => assertKept(kept, site, same, '1')).not.toThrow()
})

it('a flag that would change the run is refused by its name, also where it asks for the default', () => {
  const kept = keptFrom({ maxPages: 50 })
  const asked = { maxPages: 3000, ignoreRobots: true, browser: 'sample' } as const
  expect(() => assertKept(kept, site, asked, '1')).toThrow(/與 --max-pages、--ignore-robots 不同/)
})

it('another start page, another folder and another version of the program are refused', () => {
  const kept = keptFrom({})
  const elsewhere = { ...site, start: 'https://www.example.gov.tw/mp.html' }
  expect(() => assertKept(kept, elsewhere, {}, '1')).toThrow(expect.objectContaining({ code: 'resume/other-site' }))
  const folder = { ...site, folder: '/srv/site' }
  expect(() => assertKept(kept, folder, {}, '1')).toThrow(expect.objectContaining({ code: 'resume/other-site' }))
  expect(() => assertKept(kept, site, {}, '2')).toThrow(expect.objectContaining({ code: 'resume/other-version' }))
})
