import { numberText } from '../../store/model/number-text.ts'
import type { RunReport } from '../../store/model/run-report.ts'
import type { ScoreLine } from '../../store/model/score-sheet.ts'
import { type Cell, cell, headCell, type Table } from '../office/office-document.ts'
import { verdicts } from '../words/labels.ts'
import { type SiteEvidence, siteEvidenceOf, siteFindings } from '../words/site-evidence.ts'

/** Findings quoted behind one measure; the report holds all. */
const quoted = 2

/** What the site shows of each line that people assess, with the addresses to look at; `null` where there is none. */
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
  const seen = siteEvidenceOf(report, siteEvidence)
  return seen.map((one, index) => {
    const cells = evidenceCells(report, one, said)
    return index === 0 ? [{ ...cell(title), rowSpan: seen.length }, ...cells] : cells
  })
}

function evidenceCells(report: RunReport, { text, refs }: SiteEvidence, said: Set<string>): Cell[] {
  const findings = refs.flatMap((ref) => siteFindings(report, ref))
  const shown = findings.slice(0, quoted)
  const news = shown.filter(({ id }) => !said.has(id))
  for (const { id } of news) said.add(id)
  const rest = findings.length - shown.length
  const more = rest > 0 ? [`另${numberText(rest)}筆，見報告。`] : []
  const quotes = news.map(({ verdict, message }) => `${verdicts[verdict].text}：${message}`)
  return [{ text: [text, ...quotes, ...more], colSpan: 3 }, { text: [...new Set(shown.map(({ url }) => url))] }]
}
