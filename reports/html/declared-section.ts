import type { Declaration } from '../../store/model/declaration.ts'
import type { RunReport } from '../../store/model/run-report.ts'
import { periodText, valueText } from '../words/declared.ts'
import { rocDay } from '../words/taipei-time.ts'
import { type Html, html } from './markup.ts'
import { short, siteLink, type TableRow, table } from './pieces.ts'

/** What the agency said of itself, with its sources; `null` when it said nothing. */
export function declaredSection({ declarations = [] }: RunReport): Html | null {
  if (declarations.length === 0) return null
  const columns = ['項目', '自填數值', '期間', '來源', '申報人', '申報日期']
  return html`<section id="declared">
    <h2>機關自填資料</h2>
    <p class="note">下列數據由機關提供，另列一欄，不與網站實測混計。</p>
    ${table({ caption: '機關自填資料', columns, rows: declarations.map(declaredRow) })}
  </section>`
}

function declaredRow({ id, title, value, unit, period, source, declaredBy, declaredOn }: Declaration): TableRow {
  return {
    id: `declared-${id.replace(/[^\w-]/g, '-')}`,
    cells: [
      title,
      valueText(value, unit),
      period === null ? '－' : periodText(period),
      source.includes('://') ? siteLink(source) : source,
      declaredBy,
      short(rocDay(declaredOn)),
    ],
  }
}
