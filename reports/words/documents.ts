import type { ArchiveFacts, ClaimSource, DocumentProblem, FileFormat } from '../../store/model/document-file.ts'
import { numberText } from '../../store/model/number-text.ts'
import type { ReportDocument, ReportFacts } from '../../store/model/run-report.ts'
import { formatText } from './labels.ts'

const problems: Readonly<Record<DocumentProblem, string>> = {
  empty: '空檔（0 位元組）',
  'body-limit': '檔案過大，僅保存開頭部分',
  'rtf-truncated': '檔案不完整',
  'ole-truncated': '檔案不完整',
  'zip-truncated': '檔案不完整',
  'zip-too-many-entries': '壓縮檔內檔案過多，僅查閱部分',
  'zip-expands-too-much': '壓縮檔解開後過大，未解開',
  'odf-incomplete': '缺少 ODF 必要之檔案',
  'ooxml-incomplete': '缺少 OOXML 必要之檔案',
  'content-malformed': '內容非格式正確之 XML',
  'pdf-truncated': '檔尾不完整',
  'pdf-broken': 'PDF 無法開啟',
  'pdf-password': '須輸入密碼始能開啟',
  'reader-timeout': '讀取程式逾時而停止，未能查核內容',
  'reader-memory': '讀取程式超過記憶體上限而停止，未能查核內容',
  'reader-died': '讀取程式異常結束，未能查核內容',
}

/** What is odd about a file, in Traditional Chinese; `null` when nothing is. A code of another version stands as it is. */
export function problemText(problem: string | null): string | null {
  if (problem === null) return null
  return Object.hasOwn(problems, problem) ? problems[problem as DocumentProblem] : problem
}

/** What a file holds, in Traditional Chinese, a remark each; unknown facts are left out. */
export function contentTexts({ pdf, archive, office }: ReportFacts): string[] {
  return [
    ...(pdf === null || pdf.needsPassword ? [] : pdfTexts(pdf)),
    ...(archive === null ? [] : [archiveText(archive)]),
    ...(office?.isMimetypeFirst === false ? ['mimetype 非首個未壓縮項目'] : []),
  ]
}

function pdfTexts(pdf: NonNullable<ReportFacts['pdf']>): string[] {
  const { pages, examinedPages, textPages, scannedPages, isTagged, title, language, uaPart } = pdf
  const examined = pages !== null && examinedPages < pages ? `（讀取${numberText(examinedPages)}頁）` : ''
  return [
    ...(pages === null ? [] : [`${numberText(pages)}頁${examined}`]),
    `文字頁${numberText(textPages)}、圖像頁${numberText(scannedPages)}`,
    ...(isTagged === null ? [] : [isTagged ? '具標籤' : '無標籤']),
    ...(title === null ? [] : [title === '' ? '未載標題' : `標題：${title}`]),
    ...(language === null ? [] : [language === '' ? '未載語言' : `語言：${language}`]),
    ...(uaPart ? [`自稱符合PDF/UA-${uaPart}`] : []),
  ]
}

function archiveText({ files, formats, unread }: ArchiveFacts): string {
  const held = (Object.entries(formats) as [FileFormat, number][])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([format, count]) => `${formatText(format)} ${numberText(count)}`)
  const parts = [`內含${numberText(files)}個檔案`, ...held, ...(unread > 0 ? [`未能查核 ${numberText(unread)}`] : [])]
  return parts.join('、')
}

const sources: Readonly<Record<ClaimSource, string>> = {
  icon: '下載參數 icon',
  parameter: '下載參數之檔名',
  path: '網址副檔名',
  'link-text': '連結文字',
  'content-disposition': '伺服器檔名',
  'content-type': 'Content-Type',
}

/** Every promise that another one or the bytes contradict, in Traditional Chinese; `null` when all agree. */
export function claimsText({ claims, detected }: Pick<ReportDocument, 'claims' | 'detected'>): string | null {
  const said = new Set([...claims.map(({ format }) => format), ...(detected === null ? [] : [detected])])
  if (said.size <= 1) return null
  return claims.map(({ source, format }) => `${sources[source]}：${formatText(format)}`).join('、')
}
