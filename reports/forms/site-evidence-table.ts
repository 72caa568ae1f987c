import { numberText } from '../../store/model/number-text.ts'
import type { RunReport } from '../../store/model/run-report.ts'
import type { ScoreLine } from '../../store/model/score-sheet.ts'
import { type Cell, cell, headCell, type Table } from '../office/office-document.ts'
import { verdicts } from '../words/labels.ts'
import { siteEvidenceText, siteFindings } from '../words/site-evidence.ts'

/** Findings quoted behind one measure; the report holds all. */
const quoted = 2

/** What the site shows of each line that people assess, a row a measure, with the addresses to look at; `null` where there is none. */
export function siteEvidenceTable(
  report: RunReport,
  lines: readonly ScoreLine[],
  columnsMm: readonly number[],
): Table | null {
  const rows = lines.flatMap((line) => lineRows(report, line))
  if (rows.length === 0) return null
  const head = [headCell('項目'), headCell('網站上可見之佐證', { colSpan: 3 }), headCell('網址')]
  return { kind: 'table', name: '網站上可見之佐證', columnsMm, headRows: 1, rows: [head, ...rows] }
}

/** A finding behind several measures is said once. */
function lineRows(report: RunReport, { title, siteEvidence = [] }: ScoreLine): Cell[][] {
  const said = new Set<string>()
  return siteEvidence.map((ref, index) => {
    const cells = measureCells(report, ref, said)
    return index === 0 ? [{ ...cell(title), rowSpan: siteEvidence.length }, ...cells] : cells
  })
}

function measureCells(report: RunReport, ref: string, said: Set<string>): Cell[] {
  const findings = siteFindings(report, ref)
  const shown = findings.slice(0, quoted)
  const news = shown.filter(({ id }) => !said.has(id))
  for (const { id } of news) said.add(id)
  const rest = findings.length - shown.length
  const more = rest > 0 ? [`另${numberText(rest)}筆，見報告。`] : []
  const quotes = news.map(({ verdict, message }) => `${verdicts[verdict].text}：${message}`)
  const text = [siteEvidenceText(report, ref), ...quotes, ...more]
  return [{ text, colSpan: 3 }, { text: [...new Set(shown.map(({ url }) => url))] }]
}
