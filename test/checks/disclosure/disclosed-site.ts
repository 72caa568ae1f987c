import { checks } from '../../../checks/index.ts'
import { runChecks } from '../../../checks/run-checks.ts'
import { readStandard } from '../../../config/read-standards.ts'
import { readTerms } from '../../../config/read-terms.ts'
import type { CheckResult, ItemState } from '../../../store/model/check-result.ts'
import { type SiteAnswer, type SnapshotOptions, snapshotOf } from '../../support/snapshot-of.ts'

const terms = readTerms()

/** A page with the usual furniture around its content, long enough to be no shell. */
export function pageOf(title: string, main: string, nav = ''): string {
  return `<!doctype html><html lang="zh-Hant-TW"><head><meta charset="utf-8"><title>${title}</title></head><body>
    <header><a href="/">測試機關全球資訊網</a> <a href="/sitemap">網站導覽</a></header><nav><ul>${nav}</ul></nav>
    <main><h1>${title}</h1>${main}</main><footer>測試機關版權所有 ${'服務時間週一至週五上午八時至下午五時。'.repeat(12)}</footer></body></html>`
}

/** A list of links, from [label, address] pairs. */
export function listOf(...entries: readonly (readonly [string, string])[]): string {
  return `<ul>${entries.map(([label, href]) => `<li><a href="${href}">${label}</a></li>`).join('')}</ul>`
}

/** A site whose section 政府資訊公開 lists `entries`; the pages behind them are in `files`. */
export function siteWithSection(
  entries: readonly (readonly [string, string])[],
  files: Record<string, SiteAnswer>,
): Record<string, SiteAnswer> {
  const section = '<li><a href="/open">政府資訊公開</a></li>'
  return {
    '/': pageOf('測試機關', '<p>歡迎</p>', section),
    '/sitemap': pageOf('網站導覽', listOf(['政府資訊公開', '/open'])),
    '/open': pageOf('政府資訊公開', listOf(...entries)),
    ...files,
  }
}

/** The result of one check over a made-up site. */
export async function resultOf(
  checkId: string,
  files: Record<string, SiteAnswer>,
  options: SnapshotOptions = {},
): Promise<CheckResult> {
  const snapshot = await snapshotOf(files, options)
  const context = { terms, agency: snapshot.run.agency, declarations: [], standard: readStandard('110.07') }
  const [result] = runChecks(
    snapshot,
    checks.filter((check) => check.id === checkId),
    context,
  )
  if (result === undefined) throw new Error(`there is no check ${checkId}`)
  if (result.status === 'crashed') throw new Error(result.reason ?? checkId)
  return result
}

/** State of one line of Article 7 on a made-up site, and why. */
export async function lineOf(
  item: string,
  files: Record<string, SiteAnswer>,
  options: SnapshotOptions = {},
): Promise<{ state: ItemState; because: string }> {
  const { detail } = await resultOf('disclosure/article7-items', files, options)
  const line = detail?.kind === 'disclosure-items' ? detail.items.find((one) => one.item === item) : undefined
  if (line === undefined) throw new Error(`no line ${item}`)
  return { state: line.state, because: line.because }
}
