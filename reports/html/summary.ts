import type { RunReport } from '../../store/model/run-report.ts'
import { agencyTitle } from '../words/agency-title.ts'
import { adviceSection } from './advice-section.ts'
import { catalogueSection } from './catalogue-section.ts'
import { checksSection } from './checks-section.ts'
import { coverageSection } from './coverage-section.ts'
import { declaredSection } from './declared-section.ts'
import { disclosureSection } from './disclosure-section.ts'
import { documentsSection } from './documents-section.ts'
import { linksSection } from './links-section.ts'
import { type Html, html } from './markup.ts'
import { code } from './pieces.ts'
import { reviewsSection } from './review-notes.ts'
import { outcomeNotice, runFacts } from './run-facts.ts'
import { lineAnchor, scoreHeadlines, scoreTable } from './score-table.ts'
import { type SitePlan, schemePath } from './site-plan.ts'
import { unknownsSection } from './unknowns-section.ts'

/** The first page: what a reviewer reads before anything else. */
export function summaryPage(report: RunReport, plan: SitePlan): Html {
  return html`<div>
    <header class="title">
      <h1>${agencyTitle(report)}<span>自動預評結果（供自評參考，非正式考核成績）</span></h1>
    </header>
    ${sectionLinks(report)}
    ${outcomeNotice(report.run)}
    ${runFacts(report.run)}
    ${coverageSection(report.coverage)}
    ${scoresSection(report)}
    ${adviceSection(report, plan)}
    ${declaredSection(report)}
    ${reviewsSection(report)}
    ${disclosureSection(report)}
    ${catalogueSection(report)}
    ${checksSection(report)}
    ${linksSection(report, 'summary')}
    ${documentsSection(report.documents, 'summary')}
    ${unknownsSection(report)}
  </div>`
}

const sections = [
  ['run', '查核概要'],
  ['coverage', '查核範圍'],
  ['scores', '評分推估'],
  ['advice', '優先改善事項'],
  ['disclosure', '主動公開資訊'],
  ['checks', '檢測結果'],
  ['links', '失效連結'],
  ['documents', '文件格式'],
  ['unknowns', '無法判定及尚待認定事項'],
] as const

function sectionLinks({ advice }: RunReport): Html {
  const shown = sections.filter(([id]) => id !== 'advice' || advice.length > 0)
  const items = shown.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)
  return html`<nav class="sections" aria-label="本頁內容"><ul class="inline">${items}</ul></nav>`
}

/** Sheets with points first; the code of a scheme stands beside its title, for advice names schemes by it. */
function scoresSection({ sheets }: RunReport): Html {
  const points = sheets.filter(({ scale }) => scale.kind === 'points')
  const checklists = sheets.filter(({ scale }) => scale.kind === 'checklist')
  const note = '點選項目名稱，可查看實測依據、佐證及規定出處。尚待認定及無法判定者不以零分計。'
  return html`<section id="scores">
    <h2>評分推估</h2>
    <p class=${sheets.length === 0 ? undefined : 'note'}>${sheets.length === 0 ? '本次未進行評分。' : note}</p>
    ${[...points, ...checklists].map((sheet) => {
      const path = schemePath(sheet.schemeId)
      const lines = scoreTable(sheet, (criterionId) => `${path}#${lineAnchor(criterionId)}`)
      return html`<div class="sheet">
        <h3><a href=${path}>${sheet.title}</a> <small>${code(sheet.schemeId)}</small></h3>
        ${scoreHeadlines(sheet).map((line) => html`<p class="score">${line}</p>`)}
        ${sheet.scale.kind === 'points' ? lines : html`<details><summary>各項判定</summary>${lines}</details>`}
      </div>`
    })}
  </section>`
}
