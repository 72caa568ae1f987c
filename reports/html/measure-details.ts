import { numberText } from '../../store/model/number-text.ts'
import type { ReportFinding, RunReport } from '../../store/model/run-report.ts'
import { compareText } from '../build/order.ts'
import { verdicts } from '../words/labels.ts'
import { measureText } from '../words/numbers.ts'
import { measureAnchor } from './check-page.ts'
import { storedLink } from './evidence-item.ts'
import { type Html, html } from './markup.ts'
import { badge, code } from './pieces.ts'
import { checkPath, type SitePlan } from './site-plan.ts'

const findingsShown = 30

/** One measure behind a score: its number, its check, and the findings it rests on, down to the stored bytes. */
export function measureDetails(report: RunReport, plan: SitePlan, ref: string, id: string): Html {
  const measure = report.measures[ref]
  const checkId = ref.split('#')[0] ?? ref
  const check = report.checks.find((candidate) => candidate.id === checkId)
  const title = measure?.title ?? ref
  const value = measure === undefined ? '無法判定（本次未執行此檢測）' : measureText(measure)
  return html`<details id=${id}>
    <summary>${title}：<strong>${value}</strong></summary>
    <p>檢測項：${check === undefined ? '本次未執行此檢測' : html`<a href="../${checkPath(checkId)}#${measureAnchor(ref)}">${check.question}</a>`} ${code(ref)}</p>
    ${check === undefined || check.reason === null ? null : html`<p>原因：${check.reason}</p>`}
    ${basisList(measure?.basis ?? [], plan)}
  </details>`
}

function basisList(basis: readonly string[], plan: SitePlan): Html {
  if (basis.length === 0) return html`<p>本項無逐筆檢測結果。</p>`
  const findings = worstFirst(basis.flatMap((id) => plan.findingById.get(id) ?? []))
  const rest = findings.length - findingsShown
  return html`<ul class="plain">
    ${findings.slice(0, findingsShown).map((finding) => basisItem(finding, plan))}
    ${rest > 0 ? html`<li>其餘${numberText(rest)}筆請見檢測項頁面。</li>` : null}
  </ul>`
}

function basisItem(finding: ReportFinding, plan: SitePlan): Html {
  const href = plan.findingHref(finding.id)
  const message = href === null ? finding.message : html`<a href="../${href}">${finding.message}</a>`
  return html`<li class="basis">
    ${badge(verdicts[finding.verdict])} ${message}
    <div>${finding.evidence.slice(0, 3).map((evidence) => storedLink(evidence, '../'))}</div>
  </li>`
}

function worstFirst(findings: readonly ReportFinding[]): ReportFinding[] {
  const rank = ({ verdict }: ReportFinding) => ['violates', 'needs-review', 'conforms'].indexOf(verdict)
  return [...findings].sort((a, b) => rank(a) - rank(b) || compareText(a.url, b.url) || compareText(a.id, b.id))
}
