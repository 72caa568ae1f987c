import { numberText } from '../../store/model/number-text.ts'
import type { RunReport } from '../../store/model/run-report.ts'
import type { ReportFile } from '../report-file.ts'
import { agencyTitle } from '../words/agency-title.ts'
import { outcomes } from '../words/labels.ts'
import { taipeiTime } from '../words/taipei-time.ts'
import { pageText } from './layout.ts'
import { html } from './markup.ts'
import { badge, listOrDash, table } from './pieces.ts'
import { scoreHeadlines } from './score-table.ts'
import { stylesheet } from './stylesheet.ts'

/** The newest run of one agency, and where its report lies from the folder of all agencies. */
export interface OverviewRow {
  report: Pick<RunReport, 'run' | 'sheets'>
  href: string
}

/** The page that lists all agencies with their newest run, and its style sheet. */
export function overviewFiles(rows: readonly OverviewRow[]): ReportFile[] {
  const title = '各機關自動預評結果'
  const content = html`<div>
    <h1>${title}</h1>
    <p>自動預評結果（供自評參考，非正式考核成績）</p>
    ${table({ caption: `共${numberText(rows.length)}個機關`, columns: ['機關', '查核時間', '結果', '評分'], rows: rows.map(overviewRow) })}
  </div>`
  const text = pageText({ title, root: '', agencyName: '', isSummary: true, content })
  return [
    { path: 'index.html', mediaType: 'text/html', content: text },
    { path: 'style.css', mediaType: 'text/css', content: stylesheet },
  ]
}

function overviewRow({ report, href }: OverviewRow): { cells: unknown[] } {
  const { run, sheets } = report
  return {
    cells: [
      html`<a href=${href}>${agencyTitle(report)}</a>`,
      taipeiTime(run.startedAt),
      badge(outcomes[run.outcome]),
      listOrDash(sheets.flatMap(scoreHeadlines)),
    ],
  }
}
