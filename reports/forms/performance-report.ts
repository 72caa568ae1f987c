import type { FormLayout } from '../../store/model/form-layout.ts'
import type { RunReport } from '../../store/model/run-report.ts'
import type { ScoreSheet } from '../../store/model/score-sheet.ts'
import { type FontSetting, type OfficeDocument, type Paragraph, paragraph } from '../office/office-document.ts'
import { agencyTitle } from '../words/agency-title.ts'
import { measureText } from '../words/numbers.ts'
import { suggestions } from './remarks.ts'

/** 標楷體 14, 固定行高 21 (002:199-201). */
const font: FontSetting = { name: '標楷體', sizePt: 14, lineHeightPt: 21 }

/** Prefilled lines, so that the whole stays within three pages when the agency has written its part. */
const mostFacts = 6
const mostCases = 3
const mostProblems = 6
const longest = 64

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const toFill = '（請機關填寫）'

/** The skeleton of 附錄2 績效總報告 (002:181-201): only what a web site shows is filled in, as a draft. */
export function performanceReport(report: RunReport, sheet: ScoreSheet, layout: FormLayout): OfficeDocument {
  const form = layout.performanceReport
  const title = form.title.replace('(機關名稱)', agencyTitle(report))
  return {
    title,
    sheet: '附錄2',
    isLandscape: false,
    font,
    blocks: [
      paragraph(title, 'title'),
      paragraph(form.deadline),
      paragraph(form.performance, 'heading'),
      paragraph(form.performanceNote, 'note'),
      ...form.headings.flatMap(({ title: heading, isMeasured }) => [
        paragraph(heading, 'heading'),
        ...(isMeasured === true ? measuredLines(report, sheet) : [paragraph(toFill)]),
      ]),
      paragraph(form.review, 'heading'),
      paragraph(form.reviewNote, 'note'),
      ...problemLines(report),
      paragraph(form.instructions, 'note'),
    ],
  }
}

function measuredLines(report: RunReport, sheet: ScoreSheet): Paragraph[] {
  const facts = factsOf(report, sheet).slice(0, mostFacts)
  const cases = casesOf(report, sheet).slice(0, mostCases)
  return [
    paragraph('（以下草稿由自動預評結果帶入，請審酌修正）', 'note'),
    ...enumerated([...facts, ...cases.map((one) => `案例：${one}`)]),
  ]
}

/** Measures behind the lines of the sheet, each once, where there is something to show. */
function factsOf({ measures }: RunReport, { lines }: ScoreSheet): string[] {
  const refs = lines.flatMap(({ because, parts }) => [...because, ...parts.flatMap((part) => part.because)])
  return [...new Set(refs)].flatMap((ref) => {
    const measure = measures[ref]
    // A thing that there is one of, at most, is no number to be proud of.
    const isTelling = measure !== undefined && (measure.value ?? 0) > 0 && measure.outOf !== 1
    return isTelling ? [`${measure.title}：${measureText(measure)}。`] : []
  })
}

/** What was found to conform under the checks the sheet looks at, with its address. */
function casesOf({ findings }: RunReport, { checkVersions }: ScoreSheet): string[] {
  const good = findings.filter(({ checkId, verdict }) => verdict === 'conforms' && checkId in checkVersions)
  const firstOfCheck = good.filter(({ checkId }, index) => good.findIndex((one) => one.checkId === checkId) === index)
  return firstOfCheck.map(({ message, url }) => {
    const said = message.replace(/。$/, '')
    const hasRoom = [...said, ...url].length < longest
    return hasRoom ? `${said}（${url}）。` : `${said}。`
  })
}

function problemLines(report: RunReport): Paragraph[] {
  const lines = suggestions(report).slice(0, mostProblems)
  return lines.length === 0 ? [paragraph(toFill)] : enumerated(lines)
}

function enumerated(lines: readonly string[]): Paragraph[] {
  return lines.map((line, index) => paragraph(`(${numerals[index] ?? index + 1})${short(line)}`, 'clause'))
}

function short(text: string): string {
  const characters = [...text]
  return characters.length <= longest ? text : `${characters.slice(0, longest).join('')}…`
}
