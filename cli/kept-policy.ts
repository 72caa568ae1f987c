import type { Assignment } from '../store/model/assignment.ts'
import { ExpectedError } from '../store/model/expected-error.ts'
import type { CrawlPolicy } from '../store/model/run.ts'
import type { Site } from '../store/model/site.ts'
import { type CrawlFlags, policyOfFlags } from './policy-of-flags.ts'

/** Where in a policy each flag stands. */
const places: Readonly<Record<keyof CrawlFlags, (policy: CrawlPolicy) => unknown>> = {
  maxPages: ({ limits }) => limits.maxPages,
  maxMinutes: ({ limits }) => limits.maxMinutes,
  depth: ({ limits }) => limits.depth,
  include: ({ limits }) => limits.include,
  exclude: ({ limits }) => limits.exclude,
  concurrency: ({ politeness }) => politeness.concurrency,
  rate: ({ politeness }) => politeness.ratePerSecond,
  browser: ({ browser }) => browser,
  standard: ({ standard }) => standard,
  external: ({ external }) => external,
  confirmAfter: ({ confirmAfterMs }) => confirmAfterMs,
  seed: ({ seed }) => seed,
  allowPrivate: ({ politeness }) => politeness.allowPrivate,
  ignoreRobots: ({ politeness }) => politeness.ignoreRobots,
  userAgent: ({ politeness }) => politeness.userAgent,
}

/** A run that is taken up again keeps its site and its policy. @throws ExpectedError when other ones are asked for. */
export function assertKept(kept: Assignment, site: Site, flags: CrawlFlags, toolVersion: string): void {
  const { start, folder } = kept.site
  if (start !== site.start || folder !== site.folder) {
    const other = `未完成之查核始於 ${folder ?? start}，與指定者不同`
    throw new ExpectedError('operator', 'resume/other-site', other, { hint: '請以原網址接續，或另起新查核。' })
  }
  if (kept.toolVersion !== toolVersion) {
    const versions = `未完成之查核由 ${kept.toolVersion} 版執行，本程式為 ${toolVersion} 版`
    throw new ExpectedError('operator', 'resume/other-version', versions, { hint: '請另起新查核。' })
  }
  const changed = changedFlags(kept, site, flags)
  if (changed.length === 0) return
  throw new ExpectedError('operator', 'resume/other-policy', `接續之查核沿用原設定，與 ${changed.join('、')} 不同`, {
    hint: '請移除這些選項，或另起新查核。',
  })
}

function changedFlags(kept: Assignment, site: Site, flags: CrawlFlags): string[] {
  const asked = policyOfFlags(site, flags, new Date(kept.startedAt))
  const given = (Object.keys(places) as (keyof CrawlFlags)[]).filter((name) => flags[name] !== undefined)
  const isChanged = (name: keyof CrawlFlags) =>
    JSON.stringify(places[name](asked)) !== JSON.stringify(places[name](kept.policy))
  return given.filter(isChanged).map((name) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`)
}
