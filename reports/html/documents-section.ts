import type { FileFormat } from '../../store/model/document-file.ts'
import { numberText } from '../../store/model/number-text.ts'
import type { ReportDocument } from '../../store/model/run-report.ts'
import { claimsText, contentTexts, problemText } from '../words/documents.ts'
import { documentVerdicts, formatText, type Label } from '../words/labels.ts'
import { bytesText } from '../words/numbers.ts'
import { placesList } from './links-section.ts'
import { type Html, html } from './markup.ts'
import { badge, short, siteLink, table } from './pieces.ts'

const shownInSummary = 20

/** Where the whole list stands. */
export const documentsPath = 'documents.html'

/** True when the summary cannot show all of them. */
export function needsDocumentsPage(documents: readonly ReportDocument[]): boolean {
  return documents.length > shownInSummary
}

/** How many files of which kind, and what each one is: those with a fault first. */
export function documentsSection(documents: readonly ReportDocument[], place: 'summary' | 'own-page'): Html {
  const sorted = [...documents].sort((a, b) => rank(a) - rank(b))
  const rows = place === 'summary' ? sorted.slice(0, shownInSummary) : sorted
  return html`<section id="documents">
    <h2>文件格式</h2>
    ${documents.length === 0 ? html`<p>本次查核範圍內未取得文件。</p>` : html`<p class="lead">${countSentence(documents)}</p>`}
    ${documents.length === 0 ? null : documentTable(rows)}
    ${place === 'summary' && needsDocumentsPage(documents) ? html`<p><a href=${documentsPath}>完整清單</a></p>` : null}
  </section>`
}

function rank({ verdict }: ReportDocument): number {
  const order = ['bad', 'warn', 'unknown', 'plain', 'good']
  return order.indexOf(labelOf(verdict).tone)
}

function labelOf(verdict: ReportDocument['verdict']): Label {
  return verdict === null ? { text: '無法判定', tone: 'unknown' } : documentVerdicts[verdict]
}

function countSentence(documents: readonly ReportDocument[]): string {
  const counts = new Map<string, number>()
  for (const { verdict } of documents) {
    const { text } = labelOf(verdict)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const parts = [...counts].map(([text, count]) => `${text}${numberText(count)}件`)
  return `共${numberText(documents.length)}件：${parts.join('、')}。`
}

function documentTable(documents: readonly ReportDocument[]): Html {
  return table({
    caption: '提供下載之文件',
    columns: ['檔案', '判定', '標示格式', '實際格式', '大小', '所在網頁'],
    rows: documents.map(({ url, fileName, verdict, named, served, detected, claims, facts, ...places }) => ({
      cells: [
        html`<span>${fileName}<small>${siteLink(url)}</small></span>`,
        html`<span>${badge(labelOf(verdict))}${remarks(problems({ verdict, named, detected, facts }))}</span>`,
        html`<span>${formatText(named ?? served)}${remarks([claimsText({ claims, detected })])}</span>`,
        html`<span>${formatText(detected)}${remarks(contentTexts(facts))}</span>`,
        short(bytesText(facts.bytes)),
        placesList(places),
      ],
    })),
  })
}

function remarks(texts: readonly (string | null)[]): Html[] {
  return texts.filter((text) => text !== null).map((text) => html`<small>${text}</small>`)
}

/** Formats whose bytes leave no doubt; plain text and Office containers of unknown kind do. */
const certain: readonly (FileFormat | null)[] = [
  ...(['odt', 'ods', 'odp', 'odg', 'pdf', 'doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'rtf'] as const),
  ...(['zip', 'rar', '7z', 'html'] as const),
]

function problems({
  verdict,
  named,
  detected,
  facts,
}: Pick<ReportDocument, 'verdict' | 'named' | 'detected' | 'facts'>) {
  const isMisnamed = named !== detected && certain.includes(named) && certain.includes(detected)
  return [
    ...(isMisnamed ? ['檔案副檔名與實際格式不符'] : []),
    ...(facts.isReadable === false && verdict !== 'unreadable' ? ['檔案無法讀取'] : []),
    ...[problemText(facts.problem) ?? []].flat(),
    ...(facts.isEncrypted === true ? ['檔案已加密'] : []),
  ]
}
