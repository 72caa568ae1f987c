import { numberText } from '../../store/model/number-text.ts'
import type { ReportCoverage } from '../../store/model/run-report.ts'
import { failureText, skipText } from '../words/failures.ts'
import { type Html, html } from './markup.ts'
import { facts, short, table } from './pieces.ts'

/** What was seen, what was not, and why. An address that leads out of the site is none of its pages, so it was not missed. */
export function coverageSection(coverage: ReportCoverage): Html {
  const { external: _outside, ...missable } = coverage.skipped
  const rows = [...reasons(coverage.failed, failureText), ...reasons(missable, skipText)]
  const missed = rows.reduce((sum, [, count]) => sum + count, 0)
  return html`<section id="coverage">
    <h2>查核範圍</h2>
    <p class="lead">本次查核${numberText(coverage.pagesFetched)}頁，未能查核${numberText(missed)}頁${missed === 0 ? '' : '，原因如附'}。</p>
    <p>${fatesText(coverage)}</p>
    ${rows.length === 0 ? null : reasonTable(rows)}
    ${facts([
      ['已知網址', `${numberText(coverage.urlsKnown)}個`],
      ['取得網頁', `${numberText(coverage.pagesFetched)}頁`],
      ['瀏覽器開啟', `${numberText(coverage.pagesRendered)}頁`],
      ['無障礙檢測', `${numberText(coverage.pagesExamined)}頁`],
      ['文件', `${numberText(coverage.documents)}件`],
      ['連結', `${numberText(coverage.links)}條`],
      ['站外網址', `${numberText(coverage.externalKnown)}個（另計）`],
      ['請求', requestsText(coverage)],
    ])}
  </section>`
}

/** Every known address in one clause: the numbers add up. */
function fatesText({ urlsKnown, fetched, notModified, skipped, failed }: ReportCoverage): string {
  const parts = [
    ['網頁', fetched.pages],
    ['文件', fetched.documents],
    ['轉址', fetched.redirects],
    ['回應錯誤', fetched.errors],
    ['其他資源', fetched.others],
  ] as const
  const kinds = parts.map(([name, count]) => `${name}${numberText(count)}`).join('、')
  const unchanged = notModified === 0 ? '' : `，其中${numberText(notModified)}個自前次查核後未更動`
  const [answered, left, unanswered] = [fetched, skipped, failed].map((counts) => sumOf(Object.values(counts)))
  return `已知網址${numberText(urlsKnown)}個：取得${numberText(answered ?? 0)}個（${kinds}${unchanged}）、未查閱${numberText(left ?? 0)}個、未能取得${numberText(unanswered ?? 0)}個。`
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

function reasons(counts: Readonly<Record<string, number>>, text: (code: string) => string): [string, number][] {
  return Object.entries(counts).map(([code, count]) => [text(code), count])
}

function reasonTable(rows: readonly (readonly [string, number])[]): Html {
  const cells = rows.map(([reason, count]) => ({ cells: [reason, short(`${numberText(count)}頁`)] }))
  return table({ caption: '未能查核之原因（以網址計）', columns: ['原因', '數量'], rows: cells })
}

function requestsText({ requests, first, retries, confirmations, probes, external }: ReportCoverage): string {
  const parts = [
    ['首次', first],
    ['重試', retries],
    ['失效確認', confirmations],
    ['試探', probes],
  ] as const
  const detail = parts.map(([name, count]) => `${name}${numberText(count)}`).join('、')
  return `${numberText(requests)}次（${detail}）；外部網站${numberText(external)}次`
}
