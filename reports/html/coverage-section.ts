import type { ReportCoverage } from '../../store/model/run-report.ts'
import { failureText, skipText } from '../words/failures.ts'
import { numberText } from '../words/numbers.ts'
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
    ${rows.length === 0 ? null : reasonTable(rows)}
    ${facts([
      ['已知網址', `${numberText(coverage.urlsKnown)}個`],
      ['取得網頁', `${numberText(coverage.pagesFetched)}頁`],
      ['瀏覽器開啟', `${numberText(coverage.pagesRendered)}頁`],
      ['無障礙檢測', `${numberText(coverage.pagesExamined)}頁`],
      ['文件', `${numberText(coverage.documents)}件`],
      ['連結', `${numberText(coverage.links)}條`],
      ['請求', requestsText(coverage)],
    ])}
  </section>`
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
