import { numberText } from '../../store/model/number-text.ts'
import type { RunReport } from '../../store/model/run-report.ts'
import type { Citation } from '../../store/model/scheme.ts'
import type { ScoreLine, ScorePart, ScoreSheet } from '../../store/model/score-sheet.ts'
import { assessedBy, reachedLabels } from '../words/labels.ts'
import { chanceText, estimateText, intervalText, pointsSentence } from '../words/numbers.ts'
import { siteEvidenceTitle } from '../words/site-evidence.ts'
import { checklistDetails } from './checklist-details.ts'
import { intervalBar } from './interval-bar.ts'
import { type Html, html } from './markup.ts'
import { measureDetails } from './measure-details.ts'
import { badge, code, facts } from './pieces.ts'
import { reviewNotes } from './review-notes.ts'
import { lineAnchor, scoreHeadlines, scoreTable } from './score-table.ts'
import { type SitePlan, slug } from './site-plan.ts'

/** All lines of one scheme, each walked back to findings and stored bytes, and up to the lines of the regulation. */
export function schemePage(report: RunReport, sheet: ScoreSheet, plan: SitePlan): Html {
  return html`<div>
    <h1>${sheet.title}</h1>
    <p class="lead">自動預評結果（供自評參考，非正式考核成績）</p>
    ${scoreHeadlines(sheet).map((line) => html`<p class="score">${line}</p>`)}
    ${scoreTable(sheet, (criterionId) => `#${lineAnchor(criterionId)}`)}
    <h2>各項判定理由</h2>
    ${sheet.lines.map((line) => lineSection(report, sheet, line, plan))}
    <h2>評分表版本</h2>
    ${facts([
      ['評分表代號', code(sheet.schemeId)],
      ['評分表 SHA-256', code(sheet.schemeSha256)],
      ['本工具版本', sheet.toolVersion],
      ['執行編號', code(sheet.runId)],
    ])}
  </div>`
}

function lineSection(report: RunReport, sheet: ScoreSheet, line: ScoreLine, plan: SitePlan): Html {
  const id = lineAnchor(line.criterionId)
  const citations = report.citations[`${sheet.schemeId}#${line.criterionId}`] ?? []
  return html`<section class="line" id=${id}>
    <h3>${line.title}</h3>
    ${facts(lineFacts(sheet, line))}
    ${line.assumption === null ? null : html`<p class="assumption">本工具假設：${line.assumption}</p>`}
    ${reviewNotes(line.reviews)}
    ${questions(line.openQuestions)}
    ${line.parts.length === 0 ? null : partsDetails(report, line, plan, id)}
    ${line.checklist === null ? null : checklistDetails(report, line.checklist, plan, id)}
    ${line.checklist === null ? becauseDetails(report, line, plan, `${id}-because`) : null}
    ${siteEvidenceDetails(report, line, plan, `${id}-site`)}
    ${citationDetails(citations, `${id}-cites`)}
  </section>`
}

function lineFacts({ scale }: ScoreSheet, line: ScoreLine): (readonly [string, unknown])[] {
  const how = ['判定方式', badge(assessedBy(line))] as const
  if (scale.kind === 'checklist' || line.max === null) {
    return [['判定', badge(reachedLabels[line.reached])], how, ...reachedSources(line), ...printFact(line)]
  }
  const bar = line.final === null ? null : intervalBar(line.final, line.max)
  return [
    ['滿分', `${numberText(line.max)}分`],
    ['採計推估', estimateText(line.final)],
    ['採計區間', html`<span class="range">${intervalText(line.final)}${bar}</span>`],
    how,
    ...sources(line),
    ...chanceFact(line),
    ...printFact(line),
  ]
}

/** Each source of points beside what counts. */
function sources({ measured, declared, reviewed }: ScoreLine): (readonly [string, string])[] {
  const all = [
    ['網站實測', measured],
    ['機關自填', declared],
    ['人工審認', reviewed],
  ] as const
  return all.map(([name, points]) => [name, points === null ? '－' : pointsSentence(points)] as const)
}

/** Who came to what on a checklist, where more than the site alone was asked. */
function reachedSources({ reachedBy }: ScoreLine): (readonly [string, unknown])[] {
  if (reachedBy === undefined) return []
  const all = [
    ['網站實測', reachedBy.measured],
    ['機關自填', reachedBy.declared],
    ['人工審認', reachedBy.reviewed],
  ] as const
  const known = all.filter(([, reached]) => reached !== null)
  return known.length < 2
    ? []
    : known.map(([name, reached]) => [name, reached === null ? '－' : badge(reachedLabels[reached])] as const)
}

/** Worded as what it is: others may draw what looks suspicious. */
function chanceFact({ chances = [] }: ScoreLine): (readonly [string, unknown])[] {
  if (chances.length === 0) return []
  return [
    ['若隨機抽15件', html`<span>${chances.map((one) => html`<span class="short">${chanceText(one)}</span> `)}</span>`],
  ]
}

/** What a review of the line must name as its evidence. */
function printFact({ fingerprint }: ScoreLine): (readonly [string, unknown])[] {
  return fingerprint === undefined ? [] : [['佐證碼', code(fingerprint)]]
}

function questions(lines: readonly string[]): Html | null {
  if (lines.length === 0) return null
  return html`<div class="questions"><p>待釐清事項</p><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></div>`
}

function partsDetails(report: RunReport, line: ScoreLine, plan: SitePlan, id: string): Html {
  return html`<details id="${id}-parts" open>
    <summary>配分細項：${line.parts.length}項</summary>
    ${line.parts.map((part) => partDetails(report, part, plan, `${id}-part-${slug(part.id)}`))}
  </details>`
}

function partDetails(report: RunReport, part: ScorePart, plan: SitePlan, id: string): Html {
  const points =
    part.points === null ? '尚待認定' : `推估${estimateText(part.points)}，區間${intervalText(part.points)}`
  return html`<details id=${id}>
    <summary>${part.title}（滿分${numberText(part.maxPoints)}分）：<strong>${points}</strong></summary>
    ${questions(part.openQuestions)}
    ${part.because.map((ref, index) => measureDetails(report, plan, ref, `${id}-measure-${index + 1}`))}
  </details>`
}

function becauseDetails(report: RunReport, line: ScoreLine, plan: SitePlan, id: string): Html | null {
  const { because, siteEvidence } = line
  if (because.length === 0) return siteEvidence === undefined ? html`<p>本項無網站實測依據。</p>` : null
  return html`<details id=${id} open>
    <summary>實測依據：${because.length}項</summary>
    ${because.map((ref, index) => measureDetails(report, plan, ref, `${id}-${index + 1}`))}
  </details>`
}

/** What a person who assesses the line finds on the site. */
function siteEvidenceDetails(
  report: RunReport,
  { siteEvidence = [] }: ScoreLine,
  plan: SitePlan,
  id: string,
): Html | null {
  if (siteEvidence.length === 0) return null
  return html`<details id=${id} open>
    <summary>${siteEvidenceTitle}：${siteEvidence.length}項</summary>
    ${siteEvidence.map((ref, index) => measureDetails(report, plan, ref, `${id}-${index + 1}`))}
  </details>`
}

function citationDetails(citations: readonly Citation[], id: string): Html | null {
  if (citations.length === 0) return null
  return html`<details id=${id}>
    <summary>規定出處：${citations.length}處</summary>
    ${citations.map(
      ({ file, lines, sha256, mentions }) => html`<div class="citation">
        <p>${code(file)} ${citedLines(lines)}</p>
        <p>關鍵詞：${mentions.join('、')}</p>
        <p>檔案 SHA-256：${code(sha256)}</p>
      </div>`,
    )}
  </details>`
}

/** As in 「第114行」 or 「第114至116行」. */
function citedLines([from, to]: readonly [number, number]): string {
  return from === to ? `第${from}行` : `第${from}至${to}行`
}
