import { existsSync } from 'node:fs'
import type { CandidatePage } from '../../../crawler/browser/candidate-page.ts'
import { type BrowserOutcome, type BrowserPhase, examinePages } from '../../../crawler/browser/examine.ts'
import { ownBrowserPath } from '../../../crawler/browser/launch.ts'
import { findBrowser } from '../../../crawler/find-browser.ts'
import type { Answerer, StoredAnswer } from '../../../crawler/stored-answer.ts'
import type { ArtifactName } from '../../../store/model/artifact.ts'
import { createSnapshot, type SnapshotWriter } from '../../../store/snapshot/writer.ts'

/** The browser the suite runs with; a suite without one fails, since set-up installs it. */
export function browserPath(): string {
  const path = findBrowser(process.env, ownBrowserPath(), existsSync)
  if (path === null) throw new Error('no browser: run `npm test`, which installs one')
  return path
}

/** HTML, or a whole answer, under its URL. */
export type Answers = Readonly<Record<string, string | StoredAnswer>>

/** A site in memory that remembers what it was asked for. */
export interface AnsweredSite {
  answer: Answerer
  asked: string[]
}

export function siteOf(answers: Answers): AnsweredSite {
  const asked: string[] = []
  const answer: Answerer = async (url) => {
    asked.push(url)
    const found = answers[url]
    return typeof found === 'string' ? html(found) : (found ?? null)
  }
  return { answer, asked }
}

export function html(text: string): StoredAnswer {
  return answerOf('text/html; charset=utf-8', text)
}

export function answerOf(type: string, body: string | Uint8Array, headers: Record<string, string> = {}): StoredAnswer {
  return { status: 200, headers: { 'content-type': type, ...headers }, body: Buffer.from(body) }
}

/** Enough text to be a page. */
export const prose = `<p>${'本機關提供便民服務與最新消息，歡迎民眾多加利用。'.repeat(12)}</p>`

/** A whole page with enough text around `body`. */
export function pageWith(body: string, head = ''): string {
  return `<!doctype html><html lang="zh-Hant-TW"><head><meta charset="utf-8"><title>測試</title>${head}</head><body><main><h1>測試</h1>${prose}${body}</main></body></html>`
}

export function addPage(writer: SnapshotWriter, url: string, isShell = false): CandidatePage {
  const body = writer.putBody(Buffer.from(url), 'text/html')
  const response = { kind: 'response', status: 200, headers: {}, mediaType: 'text/html', charset: null, body } as const
  const resourceId = writer.addResource({
    url,
    finalUrl: url,
    redirects: [],
    via: 'static',
    fetchedAt: '2026-11-22T00:00:00.000Z',
    durationMs: 1,
    tls: null,
    outcome: { ...response, bodyBytes: 1, truncated: false },
  })
  const facts = {
    encoding: 'utf-8',
    title: null,
    language: null,
    mainText: '',
    textLength: 0,
    isShell,
    refreshUrl: null,
    templateId: 't',
  }
  const extracted = { ...facts, surface: [], links: [], metaTags: [], headings: [], dates: [], forms: [] }
  const id = writer.addPage(extracted, { url, resourceId, body, isInternal: () => true })
  return { id, url, templateId: 't', isShell, isKey: false }
}

export interface Examined {
  outcome: BrowserOutcome
  writer: SnapshotWriter
  asked: string[]
  /** Bytes of an artifact of the page at `url`; `null` when there is none. */
  bytes(url: string, name: ArtifactName): Uint8Array | null
  /** The same as JSON. */
  artifact<T>(url: string, name: ArtifactName): T
}

/** Opens `urls` (default: every HTML answer) of the site in the real browser. */
export async function examine(
  answers: Answers,
  urls: readonly string[] = Object.keys(answers).filter((url) => typeof answers[url] === 'string'),
  changes: Partial<BrowserPhase> & { shells?: readonly string[]; before?: (writer: SnapshotWriter) => void } = {},
): Promise<Examined> {
  const writer = createSnapshot(':memory:')
  const { shells = [], before, ...phase } = changes
  before?.(writer)
  const pages = urls.map((url) => addPage(writer, url, shells.includes(url)))
  const site = siteOf(answers)
  const outcome = await examinePages({
    mode: 'all',
    randomRest: { share: 0, atLeast: 0 },
    seed: '',
    executablePath: browserPath(),
    startUrl: urls[0] ?? '',
    pages,
    answer: site.answer,
    writer,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...phase,
  })
  const select = writer.database.prepare<[string, string], { body: string }>(
    'SELECT artifact.body FROM artifact JOIN page ON page.id = pageId WHERE page.url = ? AND name = ?',
  )
  const bytes = (url: string, name: ArtifactName) => {
    const row = select.get(url, name)
    return row === undefined ? null : writer.getBody(row.body)
  }
  const artifact = (url: string, name: ArtifactName) => JSON.parse(Buffer.from(bytes(url, name) ?? 'null').toString())
  return { outcome, writer, asked: site.asked, bytes, artifact }
}
