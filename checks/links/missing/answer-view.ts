import { decodeText } from '../../../store/decode-text.ts'
import type { Sha256 } from '../../../store/model/fetch-outcome.ts'
import type { Page, Resource } from '../../../store/model/page.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { isServed, mainTextOf, titlesOf } from '../../seen-page.ts'
import { type ScriptedAnswer, scriptedAnswer } from './scripted-answer.ts'

/** What a reader sees of an HTML answer, whether it is a page of the site or not. */
export interface AnswerView {
  url: string
  title: string
  /** Of the first two levels. */
  headings: readonly string[]
  /** Of an answer that shows nothing: what its script says in an `alert()`. */
  mainText: string
  /** Of the whole answer. */
  textLength: number
  asksForPassword: boolean
  /** Where an answer that shows nothing else sends its reader, absolute; `null` for every other. */
  goesTo: string | null
  /** False for a shell that only scripts fill, and nobody saw filled. */
  isShown: boolean
  /** Its markup, decoded. */
  html(): string
}

/** The view of what stands at the end of a resource's redirects; `null` when that is no HTML or was not read. */
export function viewOf(snapshot: Snapshot, { finalUrl, outcome }: Resource): AnswerView | null {
  const page = snapshot.pageAt(finalUrl)
  if (page !== null) return pageView(snapshot, page, finalUrl)
  return outcome.kind === 'failure' || outcome.body === null ? null : bodyView(snapshot, outcome.body, finalUrl)
}

function pageView(snapshot: Snapshot, page: Page, url: string): AnswerView {
  const controls = snapshot.forms(page.id).flatMap((form) => form.controls)
  const html = () => snapshot.html(page)
  const mainText = mainTextOf(snapshot, page)
  const script = mainText === '' ? ofScript(html, page.textLength, url) : null
  return {
    url,
    title: page.title ?? '',
    headings: titlesOf(snapshot, page),
    mainText: mainText === '' ? (script?.words ?? '') : mainText,
    textLength: page.textLength,
    asksForPassword: controls.some(({ type }) => type === 'password'),
    goesTo: page.refreshUrl ?? script?.goesTo ?? null,
    isShown: isServed(snapshot, page),
    html,
  }
}

/** The view of an answer that is no page of the site. */
export function bodyView(snapshot: Snapshot, body: Sha256, url: string): AnswerView | null {
  const text = snapshot.answerText(body)
  if (text === null) return null
  const { headings, mainText, textLength, asksForPassword, encoding } = text
  const html = () => decodeText(snapshot.body(body) ?? new Uint8Array(), encoding)
  const script = ofScript(html, textLength, url)
  return {
    url,
    title: text.title ?? '',
    headings,
    mainText: mainText === '' ? (script?.words ?? '') : mainText,
    textLength,
    asksForPassword,
    goesTo: script?.goesTo ?? null,
    isShown: true,
    html,
  }
}

/** The text of a short plain answer, decoded as UTF-8: an excuse of another encoding is not read. */
export function plainText(snapshot: Snapshot, { outcome }: Resource): string {
  if (outcome.kind === 'failure' || outcome.body === null || outcome.mediaType !== 'text/plain') return ''
  return compact(decodeText(snapshot.body(outcome.body) ?? new Uint8Array(), 'utf-8'))
}

function ofScript(html: () => string, textLength: number, url: string): ScriptedAnswer | null {
  return textLength === 0 ? scriptedAnswer(html(), url) : null
}

/** Text as the patterns of `config/terms/links.yaml` want it: NFKC, 台 as 臺, without white space. */
export function compact(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').replaceAll('台', '臺')
}
