import { numberText } from '../store/model/number-text.ts'

type CrawlStage = 'crawl' | 'documents' | 'browser' | 'external' | 'confirm'

/** What a stage tells while it runs. */
export type ProgressEvent =
  | { stage: CrawlStage; done: number; known: number; pages: number; requests: number }
  | { stage: 'check'; findings: number }
  | { stage: 'score'; schemes: number }
  | { stage: 'report'; folder: string }

/** Where progress goes: a line that is rewritten, plain lines, JSON lines, or nowhere. */
export interface Progress {
  tell(event: ProgressEvent): void
  /** Ends the last line of a stage. */
  close(): void
}

/** Stream and clock of a progress display; a test hands in its own. */
export interface Terminal {
  write(text: string): void
  isTty: boolean
  nowMs(): number
}

export type ProgressMode = 'terminal' | 'json' | 'quiet'

const redrawMs = 100
const plainLineMs = 5000

/** The display for a mode; on a terminal one line a stage, elsewhere a line now and then. */
export function makeProgress(mode: ProgressMode, terminal: Terminal): Progress {
  if (mode === 'quiet') return { tell: nothing, close: nothing }
  if (mode === 'json') return { tell: (event) => terminal.write(`${JSON.stringify(event)}\n`), close: nothing }
  return new LineProgress(terminal)
}

function nothing(): void {
  return
}

class LineProgress implements Progress {
  readonly #terminal: Terminal
  #startedMs: number
  #shownMs = Number.NEGATIVE_INFINITY
  #stage: ProgressEvent['stage'] | null = null
  #pending: ProgressEvent | null = null

  constructor(terminal: Terminal) {
    this.#terminal = terminal
    this.#startedMs = terminal.nowMs()
  }

  tell(event: ProgressEvent): void {
    if (event.stage !== this.#stage) this.#begin(event.stage)
    this.#pending = event
    const interval = this.#terminal.isTty ? redrawMs : plainLineMs
    if (this.#terminal.nowMs() - this.#shownMs >= interval) this.#show(event)
  }

  #begin(stage: ProgressEvent['stage']): void {
    this.close()
    this.#stage = stage
    this.#startedMs = this.#terminal.nowMs()
  }

  close(): void {
    if (this.#pending !== null) this.#show(this.#pending)
    if (this.#stage !== null && this.#terminal.isTty) this.#terminal.write('\n')
    this.#stage = null
    this.#shownMs = Number.NEGATIVE_INFINITY
  }

  #show(event: ProgressEvent): void {
    const seconds = (this.#terminal.nowMs() - this.#startedMs) / 1000
    const line = describe(event, seconds)
    this.#terminal.write(this.#terminal.isTty ? `\r\u001b[2K${line}` : `${line}\n`)
    this.#shownMs = this.#terminal.nowMs()
    this.#pending = null
  }
}

/** One line for a person, in Traditional Chinese. */
export function describe(event: ProgressEvent, seconds: number): string {
  switch (event.stage) {
    case 'crawl':
      return `擷取　${numberText(event.done)}／${numberText(event.known)} 個網址・${numberText(event.pages)} 頁・${rate(event.requests, seconds)}・${timeOf(event, seconds)}`
    case 'documents':
      return `閱讀文件　${numberText(event.done)}／${numberText(event.known)} 件・${timeOf(event, seconds)}`
    case 'browser':
      return `瀏覽器檢測　${numberText(event.done)}／${numberText(event.known)} 頁・${timeOf(event, seconds)}`
    case 'external':
      return `站外連結　${numberText(event.done)}／${numberText(event.known)} 個網址・${timeOf(event, seconds)}`
    case 'confirm':
      return `失效確認　${numberText(event.done)}／${numberText(event.known)} 個網址`
    case 'check':
      return `判定　發現 ${numberText(event.findings)} 項`
    case 'score':
      return `評分　${event.schemes} 個評分方案`
    case 'report':
      return `報告　${event.folder}`
  }
}

function rate(requests: number, seconds: number): string {
  return `${numberText(requests)} 次請求（每秒 ${(requests / Math.max(seconds, 0.1)).toFixed(1)} 次）`
}

/** Fewer say nothing of the pace. */
const fewestToJudgeBy = 10

/** Time spent, and what is left at this pace for what is known so far. */
function timeOf({ done, known }: { done: number; known: number }, seconds: number): string {
  const spent = `已 ${duration(seconds)}`
  return done < fewestToJudgeBy || done >= known
    ? spent
    : `${spent}，約剩 ${duration((seconds / done) * (known - done))}`
}

function duration(seconds: number): string {
  const whole = Math.round(seconds)
  return whole < 60 ? `${whole} 秒` : `${Math.floor(whole / 60)} 分 ${whole % 60} 秒`
}
