import { artifactTitles } from '../../store/model/artifact.ts'
import type { ServiceCatalogueLine } from '../../store/model/catalogue.ts'
import type {
  CheckStatus,
  DocumentVerdict,
  ItemState,
  LinkVerdict,
  OnlineServiceLine,
} from '../../store/model/check-result.ts'
import type { FileFormat } from '../../store/model/document-file.ts'
import type { Verdict } from '../../store/model/finding.ts'
import type { RunOutcome } from '../../store/model/run.ts'
import type { ReportEvidence } from '../../store/model/run-report.ts'
import type { Reached, ScoreLine } from '../../store/model/score-sheet.ts'

/** What kind of news a label is; names a colour, which never stands alone. */
export type Tone = 'good' | 'bad' | 'warn' | 'unknown' | 'plain'

/** A word for the reader, with its tone. */
export interface Label {
  text: string
  tone: Tone
}

/** States of an Article 7 line. */
export const itemStates: Readonly<Record<ItemState, Label>> = {
  published: { text: '已公開', tone: 'good' },
  incomplete: { text: '公開不完整', tone: 'warn' },
  'not-published': { text: '未公開', tone: 'bad' },
  'not-applicable': { text: '不適用（待審認）', tone: 'plain' },
  undetermined: { text: '無法判定', tone: 'unknown' },
}

/** Kinds of service information. */
export const serviceStates: Readonly<Record<ServiceCatalogueLine['state'], Label>> = {
  offered: { text: '已公開', tone: 'good' },
  missing: { text: '未公開', tone: 'bad' },
  undetermined: { text: '無法判定', tone: 'unknown' },
}

/** What became of what a site calls an online service. */
export const onlineServiceStates: Readonly<Record<OnlineServiceLine['state'], Label>> = {
  offered: { text: '可使用', tone: 'good' },
  dead: { text: '無法使用', tone: 'bad' },
  unsure: { text: '待人工確認', tone: 'warn' },
}

/** How a check ended. */
export const checkStatuses: Readonly<Record<CheckStatus, Label>> = {
  done: { text: '已判定', tone: 'plain' },
  'not-applicable': { text: '不適用（待審認）', tone: 'plain' },
  undetermined: { text: '無法判定', tone: 'unknown' },
  crashed: { text: '無法判定（檢測程式異常）', tone: 'unknown' },
}

/** Verdicts of findings. */
export const verdicts: Readonly<Record<Verdict, Label>> = {
  violates: { text: '不符合', tone: 'bad' },
  'needs-review': { text: '待人工確認', tone: 'warn' },
  conforms: { text: '符合', tone: 'good' },
}

/** Verdicts on link targets. */
export const linkVerdicts: Readonly<Record<LinkVerdict['verdict'], Label>> = {
  ok: { text: '正常', tone: 'good' },
  'redirected-permanent': { text: '正常，已永久轉址', tone: 'good' },
  'redirected-home': { text: '被導向首頁，請人工確認', tone: 'warn' },
  broken: { text: '連結失效，經二次確認', tone: 'bad' },
  'broken-if-used': { text: '網址無效，僅樣式或程式提及，請人工確認', tone: 'warn' },
  unstable: { text: '首次查核失敗，再次查核正常', tone: 'warn' },
  unconfirmed: { text: '疑似失效，請人工開啟確認', tone: 'warn' },
  'soft-404': { text: '連結失效，回應之網頁表示查無內容', tone: 'bad' },
  malformed: { text: '網址格式錯誤', tone: 'bad' },
  'server-error': { text: '主機回應錯誤，請人工開啟確認', tone: 'warn' },
  timeout: { text: '連線逾時，請人工開啟確認', tone: 'warn' },
  blocked: { text: '對方網站拒絕自動查核，請人工開啟確認', tone: 'warn' },
  unreachable: { text: '無法連線，請人工開啟確認', tone: 'warn' },
  'tls-issue': { text: '安全連線（TLS）有問題，請人工開啟確認', tone: 'warn' },
  'hijack-suspect': { text: '疑似網域遭他人接手，請人工開啟確認', tone: 'warn' },
  skipped: { text: '未查核', tone: 'unknown' },
}

/** Verdicts on documents; `null` stands for a document no check judged. */
export const documentVerdicts: Readonly<Record<DocumentVerdict, Label>> = {
  odf: { text: 'ODF格式', tone: 'good' },
  'has-odf-twin': { text: '另提供ODF格式', tone: 'good' },
  'office-only': { text: '僅提供Office格式，未提供ODF格式', tone: 'bad' },
  final: { text: '非可編輯文件', tone: 'plain' },
  archive: { text: '壓縮檔', tone: 'plain' },
  other: { text: '其他格式', tone: 'plain' },
  unreadable: { text: '檔案無法讀取', tone: 'warn' },
}

/** How the run ended. */
export const outcomes: Readonly<Record<RunOutcome, Label>> = {
  complete: { text: '查核完成', tone: 'good' },
  partial: { text: '查核中止，僅得部分結果', tone: 'warn' },
  unreachable: { text: '網站無法連線，未能查核', tone: 'bad' },
}

/** How a line of a checklist came out. */
export const reachedLabels: Readonly<Record<Reached, Label>> = {
  sure: { text: '符合', tone: 'good' },
  partly: { text: '部分符合', tone: 'warn' },
  possible: { text: '無法判定', tone: 'unknown' },
  none: { text: '不符合', tone: 'bad' },
  'not-assessed': { text: '尚待認定', tone: 'unknown' },
}

/** Who said what counts for a line. */
export function assessedBy(line: ScoreLine): Label {
  if (line.reached === 'not-assessed') return { text: '尚待認定', tone: 'unknown' }
  const { reachedBy = { declared: null, reviewed: null } } = line
  if (line.reviewed !== null || reachedBy.reviewed !== null) return { text: '人工審認', tone: 'plain' }
  const isDeclared = line.declared !== null || reachedBy.declared !== null
  return isDeclared ? { text: '機關自填', tone: 'plain' } : { text: '網站實測', tone: 'plain' }
}

const evidenceKinds: Readonly<Record<ReportEvidence['kind'], string>> = {
  element: '網頁內容',
  resource: '伺服器回應',
  artifact: '瀏覽器檢測紀錄',
  absence: '查無',
  declared: '機關自填',
}

/** What a piece of evidence is. */
export function evidenceLabel(evidence: ReportEvidence): string {
  if (evidence.kind === 'artifact') return artifactTitles[evidence.name] ?? evidenceKinds.artifact
  if (evidence.kind === 'element' && evidence.view === 'rendered') return '瀏覽器呈現後之網頁內容'
  return evidenceKinds[evidence.kind]
}

const formats: Partial<Record<FileFormat, string>> = {
  ooxml: 'Office（OOXML）',
  ole: 'Office（舊版）',
  empty: '空檔',
  txt: '純文字',
  html: '網頁',
}

/** A file format as people write it; `null`: 不明. */
export function formatText(format: FileFormat | null): string {
  return format === null ? '不明' : (formats[format] ?? format.toUpperCase())
}

/** Formats a form is offered in, as `ODT、PDF`. */
export function formatsText(formats: readonly string[]): string {
  return formats.map((format) => (format === '?' ? '不明' : format.toUpperCase())).join('、')
}

const browserReasons: Readonly<Record<string, string>> = {
  'none-found': '本機未安裝瀏覽器',
  'switched-off': '依設定未使用瀏覽器',
  'no-pages': '沒有可供檢測之網頁',
  stopped: '查核中止',
  budget: '已達設定之時間上限',
  crashed: '瀏覽器異常中止',
}

/** Why no browser examined the pages. */
export function browserMissingText(reason: string): string {
  return browserReasons[reason] ?? reason
}
