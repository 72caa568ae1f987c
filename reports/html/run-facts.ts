import { numberText } from '../../store/model/number-text.ts'
import type { ReportRun } from '../../store/model/run-report.ts'
import { browserMissingText, outcomes } from '../words/labels.ts'
import { taipeiTime } from '../words/taipei-time.ts'
import { type Html, html } from './markup.ts'
import { badge, code, facts, siteLink } from './pieces.ts'

/** Said plainly before anything else when the run is not whole; `null` when it is. */
export function outcomeNotice(run: ReportRun): Html | null {
  if (run.outcome === 'complete') return null
  if (run.outcome === 'partial') {
    return html`<p class="notice warn"><strong>查核中止，僅得部分結果。</strong>以下數據僅涵蓋中止前已查核之範圍，未查核部分一律列為無法判定。</p>`
  }
  return html`<p class="notice bad"><strong>網站無法連線，未能查核。</strong>${sentence(run.unreachableBecause)}以下各項均為無法判定，不代表機關未辦理。</p>`
}

function sentence(text: string | null): string {
  return text === null || text === '' || text.endsWith('。') ? (text ?? '') : `${text}。`
}

/** When, where and with what the site was audited. */
export function runFacts(run: ReportRun): Html {
  return html`<section id="run">
    <h2>查核概要</h2>
    ${facts([
      ['網站', siteLink(run.start)],
      ['查核結果', badge(outcomes[run.outcome])],
      ['開始時間', `${taipeiTime(run.startedAt)}（臺北時間）`],
      ['完成時間', `${taipeiTime(run.finishedAt)}（臺北時間）`],
      ['瀏覽器檢測', browserText(run)],
      ['無障礙規範版本', run.standard],
      ...(run.isFolder ? [['資料來源', '以資料夾檔案代替線上網站，憑證、回應標頭及日期無法判定'] as const] : []),
    ])}
    <details>
      <summary>執行紀錄及查核設定</summary>
      ${facts([
        ['執行編號', code(run.id)],
        ['機關代號', code(run.agency)],
        ['本工具版本', run.toolVersion],
        ['快照檔 SHA-256', code(run.snapshotSha256)],
        ...policyFacts(run.policy),
      ])}
    </details>
  </section>`
}

function browserText({ browserVersion, browserMissing }: ReportRun): string {
  if (browserVersion !== null) return browserVersion
  return `未執行（${browserMissing === null ? '原因不明' : browserMissingText(browserMissing)}），相關項目無法判定`
}

const browserModes = { all: '逐頁檢測', sample: '各版型抽樣檢測', none: '不使用' } as const

function policyFacts({ limits, politeness, browser, external, seed }: ReportRun['policy']): [string, unknown][] {
  return [
    ['頁數上限', `${numberText(limits.maxPages)}頁`],
    ['時間上限', limits.maxMinutes === null ? '不限' : `${numberText(limits.maxMinutes)}分鐘`],
    ['層數上限', limits.depth === null ? '不限' : `${numberText(limits.depth)}層`],
    ['限定範圍', globs(limits.include)],
    ['排除範圍', globs(limits.exclude)],
    ['每秒請求數', politeness.ratePerSecond === null ? '不限' : `${numberText(politeness.ratePerSecond)}次`],
    ['瀏覽器檢測範圍', browserModes[browser]],
    ['外部連結', external === 'check' ? '查核' : '不查核'],
    ['自動查閱規則（robots.txt）', politeness.ignoreRobots ? '依指示未遵循' : '遵循'],
    ['抽樣種子', code(seed)],
  ]
}

function globs(patterns: readonly string[]): string {
  return patterns.length === 0 ? '無' : patterns.join('、')
}
