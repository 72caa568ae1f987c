import type { AppliedReview } from '../../store/model/review.ts'
import type { DeadLink, ReportEvidence, RunReport } from '../../store/model/run-report.ts'
import type { ScoreLine } from '../../store/model/score-sheet.ts'
import { contentTexts, problemText } from '../words/documents.ts'
import {
  assessedBy,
  documentVerdicts,
  evidenceLabel,
  formatText,
  linkVerdicts,
  reachedLabels,
  verdicts,
} from '../words/labels.ts'
import { decisionText, reviewerText, reviewState } from '../words/reviews.ts'
import { siteEvidenceOf } from '../words/site-evidence.ts'

type Cell = string | number | null

/** One row a finding, with its first evidence. */
export function findingRows({ checks, findings }: RunReport): Cell[][] {
  const questions = new Map(checks.map(({ id, question }) => [id, question]))
  const head = [
    '編號',
    '檢測項代號',
    '檢測項',
    '判定',
    '說明',
    '網址',
    '檢出頁數',
    '推定頁數',
    '佐證種類',
    '佐證網址',
    '佐證位置',
    '佐證SHA-256',
  ]
  const rows = findings.map((finding) => [
    finding.id,
    finding.checkId,
    questions.get(finding.checkId) ?? '',
    verdicts[finding.verdict].text,
    finding.message,
    finding.url,
    finding.pages,
    finding.inferredPages,
    ...evidenceCells(finding.evidence[0]),
  ])
  return [head, ...rows]
}

function evidenceCells(evidence: ReportEvidence | undefined): Cell[] {
  if (evidence === undefined) return ['', '', '', '']
  const kind = evidenceLabel(evidence)
  switch (evidence.kind) {
    case 'element':
      return [kind, evidence.page, evidence.selector, evidence.body]
    case 'artifact':
      return [kind, evidence.page, evidence.pointer, evidence.body]
    case 'resource':
      return [kind, evidence.url, evidence.header?.name ?? '', evidence.body]
    case 'absence':
      return [kind, evidence.pages[0] ?? '', evidence.lookedFor, '']
    case 'declared':
      return [kind, '', evidence.declarationId, '']
  }
}

/** One row a line of every sheet; blank where nothing was assessed, never 0. */
export function scoreRows(report: RunReport): Cell[][] {
  const head = [
    '評分表',
    '項目代號',
    '構面',
    '評核項目',
    '評核指標',
    '項目',
    '滿分',
    '推估',
    '區間下限',
    '區間上限',
    '檢核表判定',
    '檢核事項數',
    '符合數下限',
    '符合數上限',
    '判定方式',
    '待釐清事項',
    '本工具假設',
    '網站實測下限',
    '網站實測上限',
    '機關自填下限',
    '機關自填上限',
    '人工審認下限',
    '人工審認上限',
    '人工審認紀錄',
    '佐證碼',
    '網站上可見之佐證',
  ]
  const rows = report.sheets.flatMap(({ title, lines, scale }) =>
    lines.map((line) => [
      title,
      line.criterionId,
      line.path[0] ?? '',
      line.path[1] ?? '',
      line.path[2] ?? '',
      line.title,
      line.max,
      line.final?.estimate ?? null,
      line.final?.low ?? null,
      line.final?.high ?? null,
      scale.kind === 'checklist' ? reachedLabels[line.reached].text : '',
      line.checklist?.met.outOf ?? null,
      line.checklist?.met.low ?? null,
      line.checklist?.met.high ?? null,
      assessedBy(line).text,
      line.openQuestions.join('；'),
      line.assumption ?? '',
      ...[line.measured, line.declared, line.reviewed].flatMap((points) => [points?.low ?? null, points?.high ?? null]),
      (line.reviews ?? []).map(reviewText).join('；'),
      line.fingerprint ?? '',
      siteEvidenceCell(report, line),
    ]),
  )
  return [head, ...rows]
}

function siteEvidenceCell(report: RunReport, { siteEvidence = [] }: ScoreLine): string {
  return siteEvidenceOf(report, siteEvidence)
    .map(({ text }) => text)
    .join('；')
}

function reviewText(review: AppliedReview): string {
  return `${decisionText(review.decision)}（${reviewState(review).text}；${reviewerText(review)}）`
}

/** One row a dead or unclear target. */
export function linkRows({ links, linksToConfirm }: RunReport): Cell[][] {
  const head = ['連結目標', '站內或站外', '判定', '狀態碼', '原因', '出現處數', '所在網頁', '連結文字', '選取器']
  return [head, ...[...links.dead, ...linksToConfirm].map(linkRow)]
}

function linkRow({ url, isExternal, verdict, status, reason, from, furtherFrom = 0 }: DeadLink): Cell[] {
  const [first] = from
  const place = [first?.page ?? '', first?.text ?? '', first?.selector ?? '']
  const where = isExternal === true ? '站外' : '站內'
  return [url, where, linkVerdicts[verdict].text, status, reason ?? '', from.length + furtherFrom, ...place]
}

/** One row a file. */
export function documentRows({ documents }: RunReport): Cell[][] {
  const head = [
    '檔案名稱',
    '網址',
    '判定',
    '標示格式',
    '伺服器宣告格式',
    '實際格式',
    '位元組數',
    '內容',
    '問題',
    '出現處數',
    '所在網頁',
  ]
  const rows = documents.map(({ fileName, url, verdict, named, served, detected, facts, from, furtherFrom = 0 }) => [
    fileName,
    url,
    verdict === null ? '無法判定' : documentVerdicts[verdict].text,
    formatText(named),
    formatText(served),
    formatText(detected),
    facts.bytes,
    contentTexts(facts).join('；'),
    problemText(facts.problem) ?? '',
    from.length + furtherFrom,
    from[0]?.page ?? '',
  ])
  return [head, ...rows]
}
