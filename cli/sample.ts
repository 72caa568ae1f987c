import { Command } from 'commander'
import { generateSampleAgency } from '../fixtures/sample-agency/sample-agency.ts'
import { serveSite } from '../fixtures/serve.ts'
import type { Agency } from '../store/model/site.ts'
import { taipeiDate } from '../store/model/taipei-date.ts'
import { auditAndTell } from './audit.ts'
import type { ExitCode } from './exit-code.ts'
import { formatsOf } from './formats.ts'
import { policyOfFlags, wholeNumber } from './policy-of-flags.ts'
import type { AuditOutput } from './run-audit.ts'
import { beginRun, type RunInWork } from './stages/run-in-work.ts'
import type { OutputFlags } from './terminal.ts'

const sampleAgency: Agency = {
  id: 'sample-agency',
  name: '經濟部示範水資源局（範例）',
  kind: 'agency',
  isCollegial: null,
  parentHosts: [],
  notApplicable: {},
}

/** `sample`: audits the bundled sample agency, served on loopback. What `npm start` runs. */
export function sampleCommand(settle: (code: ExitCode) => void): Command {
  return new Command('sample')
    .description('查核內附的範例機關網站（在本機提供服務）')
    .option('--out <dir>', '輸出資料夾', 'reports-out')
    .option('--news-pages <n>', '範例網站的新聞頁數（預設 24；數千頁供量測效能）', wholeNumber)
    .option('--json', '以 JSON Lines 輸出進度')
    .option('--quiet', '不輸出進度')
    .action(async (flags: OutputFlags & { out: string; newsPages?: number }) => {
      const { newsPages } = flags
      const served = await serveSite(
        generateSampleAgency({ today: taipeiDate(new Date()), ...(newsPages === undefined ? {} : { newsPages }) }),
      )
      try {
        settle(await auditAndTell(beginSample(served.origin, flags.out), outputIn(flags.out), flags))
      } finally {
        await served.close()
      }
    })
}

function beginSample(origin: string, out: string): RunInWork {
  const site = { agency: sampleAgency, origin, start: `${origin}/`, folder: null }
  return beginRun(site, policyOfFlags(site, { allowPrivate: true }, new Date()), out)
}

function outputIn(out: string): AuditOutput {
  return { out, schemeIds: [], formats: formatsOf('html,json,csv') }
}
