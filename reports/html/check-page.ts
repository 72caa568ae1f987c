import type { Verdict } from '../../store/model/finding.ts'
import { numberText } from '../../store/model/number-text.ts'
import type { ReportCheck, ReportFinding, ReportMeasure, RunReport } from '../../store/model/run-report.ts'
import { checkStatuses, verdicts } from '../words/labels.ts'
import { measureText } from '../words/numbers.ts'
import { evidenceItem } from './evidence-item.ts'
import { type Html, html } from './markup.ts'
import { badge, code, facts, siteLink, table } from './pieces.ts'
import { reviewNotes } from './review-notes.ts'
import { type CheckPagePlan, checkPath, slug } from './site-plan.ts'

/** Everything one check measured and found. */
export function checkPage(report: RunReport, check: ReportCheck, plan: CheckPagePlan): Html {
  return html`<div>
    <h1>${check.question}</h1>
    ${facts([
      ['檢測項代號', code(check.id)],
      ['檢測項版次', `第${check.version}版`],
      ['結果', badge(checkStatuses[check.status])],
      ...(check.reason === null ? [] : [['原因', check.reason] as const]),
    ])}
    ${measureTable(report, check.id)}
    ${plan.parts > 1 ? html`<p>本頁為第${plan.part}部分，共${plan.parts}部分。${partLinks(plan)}</p>` : null}
    ${plan.findings.length === 0 ? html`<p>本項無逐筆檢測結果。</p>` : verdictGroups(plan.findings)}
  </div>`
}

function partLinks({ checkId, parts }: CheckPagePlan): Html {
  const file = checkPath(checkId).replace('pages/', '')
  const links = Array.from({ length: parts }, (_, index) => {
    const href = index === 0 ? file : file.replace(/\.html$/, `-${index + 1}.html`)
    return html`<li><a href=${href}>第${index + 1}部分</a></li>`
  })
  return html`<ul class="inline">${links}</ul>`
}

/** The measures of one check, each with the anchor that score lines link to. */
function measureTable({ measures }: RunReport, checkId: string): Html | null {
  const own = Object.entries(measures).filter(([ref]) => ref.startsWith(`${checkId}#`))
  if (own.length === 0) return null
  const rows = own.map(([ref, measure]) => ({
    id: measureAnchor(ref),
    cells: [measure.title, measureText(measure), basisText(measure)],
  }))
  return table({ caption: '量測結果', columns: ['量測項', '結果', '依據之檢測結果'], rows })
}

/** Anchor of a measure on the page of its check. */
export function measureAnchor(ref: string): string {
  return `measure-${slug(ref.replace('#', '-'))}`
}

function basisText({ basis }: ReportMeasure): string {
  return basis.length === 0 ? '－' : `${numberText(basis.length)}筆`
}

const order: readonly Verdict[] = ['violates', 'needs-review', 'conforms']

function verdictGroups(findings: readonly ReportFinding[]): Html {
  const groups = order.map((verdict) => findings.filter((finding) => finding.verdict === verdict))
  return html`<div>${groups.filter((group) => group.length > 0).map(verdictGroup)}</div>`
}

function verdictGroup(findings: readonly ReportFinding[]): Html {
  const verdict = findings[0]?.verdict ?? 'needs-review'
  const articles = findings.map(findingArticle)
  return html`<section>
    <h2>${verdicts[verdict].text}：${numberText(findings.length)}筆</h2>
    ${articles}
  </section>`
}

function findingArticle(finding: ReportFinding): Html {
  return html`<article class="finding ${verdicts[finding.verdict].tone}" id="finding-${slug(finding.id)}">
    <h3>${finding.message}</h3>
    <p>${siteLink(finding.url)}</p>
    <p class="note">${extentText(finding)}編號 ${code(finding.id)}${printText(finding)}</p>
    ${reviewNotes(finding.review === undefined ? [] : [finding.review])}
    <ul class="plain">${finding.evidence.map((evidence) => evidenceItem(evidence, '../'))}</ul>
  </article>`
}

/** What a review must name; nothing in reports that are older than reviews. */
function printText({ fingerprint }: ReportFinding): Html | null {
  return fingerprint === undefined ? null : html`<span>　佐證碼 ${code(fingerprint)}</span>`
}

/** On how many pages it was seen, and on how many like ones it is only inferred; nothing for what was seen once or not at all. */
function extentText({ pages, inferredPages }: ReportFinding): string {
  if (pages <= 1 && inferredPages === 0) return ''
  const inferred = inferredPages === 0 ? '' : `，另推定${numberText(inferredPages)}頁相同（未逐頁檢測）`
  return `見於${numberText(pages)}頁${inferred}　`
}
