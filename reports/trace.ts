import { ExpectedError } from '../store/model/expected-error.ts'
import { numberText } from '../store/model/number-text.ts'
import type { ReportEvidence, ReportFinding, RunReport } from '../store/model/run-report.ts'
import type { Criterion, Scheme } from '../store/model/scheme.ts'
import type { ChecklistLine, ScoreLine } from '../store/model/score-sheet.ts'
import { adjustmentText, formulaText, metLabels, metText } from './words/checklist.ts'
import { failureText } from './words/failures.ts'
import { assessedBy, evidenceLabel, reachedLabels, verdicts } from './words/labels.ts'
import { chanceText, estimateText, intervalText, measureText, pointsSentence } from './words/numbers.ts'
import { decisionText, reviewerText, reviewState } from './words/reviews.ts'
import { siteEvidenceTitle } from './words/site-evidence.ts'
import { visible } from './words/visible.ts'

/** What a trace needs of a report: see `tracedParts`. */
export type Traced = Pick<RunReport, 'sheets' | 'measures' | 'checks' | 'findings'>

/**
 * The way from a criterion to its source lines, its score, the measures and findings behind it, and the stored bytes: one line of text each, indented by depth.
 * @throws ExpectedError when the scheme has no such criterion, or the report no sheet of the scheme.
 */
export function traceCriterion(report: Traced, scheme: Scheme, criterionId: string): string[] {
  const criterion = scheme.criteria.find(({ id }) => id === criterionId)
  if (criterion === undefined) throw unknownCriterion(scheme, criterionId)
  const line = report.sheets
    .find(({ schemeId }) => schemeId === scheme.id)
    ?.lines.find((candidate) => candidate.criterionId === criterionId)
  if (line === undefined) {
    throw new ExpectedError('operator', 'trace/no-sheet', `此報告未以評分表 ${scheme.id} 評分`, {
      hint: '請以 score 指令重新評分。',
    })
  }
  const measures = [...new Set([...line.because, ...line.parts.flatMap((part) => part.because)])]
  const lines = [
    ...criterionLines(scheme, criterion),
    ...scoreLines(line),
    ...measures.flatMap((ref) => measureLines(report, ref)),
    ...siteEvidenceLines(report, line),
  ]
  return lines.map(oneLine)
}

function unknownCriterion(scheme: Scheme, criterionId: string): ExpectedError {
  const known = scheme.criteria.map(({ id }) => id).join('、')
  return new ExpectedError('operator', 'trace/unknown-criterion', `評分表 ${scheme.id} 沒有項目 ${criterionId}`, {
    hint: `可用項目：${known}`,
  })
}

function criterionLines(scheme: Scheme, { id, path, title, cites }: Criterion): string[] {
  return [
    `${scheme.title}（${scheme.id}）`,
    `項目：${[...path.filter((step) => step !== title), title].join('＞')}（${id}）`,
    ...cites.flatMap(({ file, lines: [from, to], sha256, mentions }) => [
      `  規定出處：${file} 第${from}${from === to ? '' : `至${to}`}行（SHA-256 ${sha256}）`,
      `    關鍵詞：${mentions.join('、')}`,
    ]),
  ]
}

function scoreLines(line: ScoreLine): string[] {
  if (line.checklist !== null) return checklistLines(line, line.checklist)
  const max = line.max === null ? '' : `，滿分${numberText(line.max)}分`
  return [
    `  得分：推估${estimateText(line.final)}，區間${intervalText(line.final)}${max}（${assessedBy(line).text}）`,
    ...sourceLines(line),
    ...(line.chances ?? []).map((one) => `    若隨機抽15件，${chanceText(one)}`),
    ...reviewLines(line),
    ...(line.assumption === null ? [] : [`    本工具假設：${line.assumption}`]),
    ...line.parts.map(
      ({ title, maxPoints, points }) =>
        `    配分細項：${title}，推估${estimateText(points)}，區間${intervalText(points)}，滿分${numberText(maxPoints)}分`,
    ),
    ...line.openQuestions.map((question) => `    待釐清事項：${question}`),
  ]
}

/** What the site, the agency and a person each came to, where there is more than one of them. */
function sourceLines({ measured, declared, reviewed }: ScoreLine): string[] {
  const all = [
    ['網站實測', measured],
    ['機關自填', declared],
    ['人工審認', reviewed],
  ] as const
  const known = all.flatMap(([name, points]) => (points === null ? [] : [`    ${name}：${pointsSentence(points)}`]))
  return known.length < 2 ? [] : known
}

function reviewLines({ reviews = [] }: ScoreLine): string[] {
  return reviews.map((review) => {
    return `    人工審認：${decisionText(review.decision)}（${reviewState(review).text}；${reviewerText(review)}）`
  })
}

function checklistLines(line: ScoreLine, { met, items, formulas, adjustments }: ChecklistLine): string[] {
  return [
    `  判定：${reachedLabels[line.reached].text}，${metText(met)}（${assessedBy(line).text}）`,
    ...reviewLines(line),
    ...(line.assumption === null ? [] : [`    本工具假設：${line.assumption}`]),
    ...formulas.map((formula) => `    計算式：${formula.title}＝${formulaText(formula)}`),
    ...adjustments.map((adjustment) => `    ${adjustmentText(adjustment)}`),
    ...items.flatMap((item) => [
      `    檢核事項：${item.title}，${metLabels[item.met].text}`,
      ...item.openQuestions.map((question) => `      待釐清事項：${question}`),
    ]),
    ...line.openQuestions.map((question) => `    待釐清事項：${question}`),
  ]
}

function siteEvidenceLines(report: Traced, { siteEvidence = [] }: ScoreLine): string[] {
  if (siteEvidence.length === 0) return []
  return [`  ${siteEvidenceTitle}`, ...siteEvidence.flatMap((ref) => measureLines(report, ref, '佐證'))]
}

function measureLines(report: Traced, ref: string, word: '依據' | '佐證' = '依據'): string[] {
  const measure = report.measures[ref]
  if (measure === undefined) return [`  ${word}：${ref} 本次未執行此檢測`]
  const reason = report.checks.find(({ id }) => id === ref.split('#')[0])?.reason
  const basis = new Set(measure.basis)
  return [
    `  ${word}：${ref} ${measureText(measure)}`,
    ...(reason === null || reason === undefined ? [] : [`    原因：${reason}`]),
    ...report.findings.filter(({ id }) => basis.has(id)).flatMap(findingLines),
  ]
}

function findingLines({ id, verdict, message, url, evidence }: ReportFinding): string[] {
  return [`    ${verdicts[verdict].text}：${message}（${id}）`, `      ${url}`, ...evidence.flatMap(evidenceLines)]
}

function evidenceLines(evidence: ReportEvidence): string[] {
  const head = `      佐證（${evidenceLabel(evidence)}）`
  switch (evidence.kind) {
    case 'element':
      return [
        `${head}：${evidence.page}`,
        `        位置：${evidence.selector}，第${evidence.start + 1}至${evidence.end}字元`,
        `        SHA-256：${evidence.body}`,
      ]
    case 'resource':
      return [`${head}：${evidence.url} ${answerText(evidence)}`, `        SHA-256：${evidence.body ?? '未保存內容'}`]
    case 'artifact':
      return [`${head}：${evidence.page}`, `        紀錄位置：${evidence.pointer}`, `        SHA-256：${evidence.body}`]
    case 'absence':
      return [
        `${head}：已查閱${numberText(evidence.pageCount)}頁，未見：${evidence.lookedFor}`,
        ...evidence.pages.map((page) => `        ${page}`),
      ]
    case 'declared':
      return [`${head}：${evidence.declarationId}`]
  }
}

function answerText({ status, failure, header }: Extract<ReportEvidence, { kind: 'resource' }>): string {
  const answer = failure === null ? `狀態碼${status ?? '不明'}` : failureText(failure)
  return header === undefined ? answer : `${answer}，標頭 ${header.name}：${header.value ?? '無'}`
}

/** Text of a site can hold line feeds: they must not make lines of their own in a terminal. */
function oneLine(text: string): string {
  return visible(text.replace(/[\r\n\t]+/g, ' '))
}
