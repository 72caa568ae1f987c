import type { Resource } from '../../../store/model/page.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { mainTextOf, titlesOf } from '../../seen-page.ts'

/** What a reader sees of an HTML answer, whether it is a page of the site or not. */
export interface AnswerView {
  url: string
  title: string
  /** Of the first two levels. */
  headings: readonly string[]
  mainText: string
  /** Of the whole answer. */
  textLength: number
  asksForPassword: boolean
}

/** The view of what stands at the end of a resource's redirects; `null` when that is no HTML or was not read. */
export function viewOf(snapshot: Snapshot, { finalUrl, outcome }: Resource): AnswerView | null {
  const page = snapshot.pageAt(finalUrl)
  if (page !== null) {
    const controls = snapshot.forms(page.id).flatMap((form) => form.controls)
    return {
      url: finalUrl,
      title: page.title ?? '',
      headings: titlesOf(snapshot, page),
      mainText: mainTextOf(snapshot, page),
      textLength: page.textLength,
      asksForPassword: controls.some(({ type }) => type === 'password'),
    }
  }
  return outcome.kind === 'failure' || outcome.body === null ? null : bodyView(snapshot, outcome.body, finalUrl)
}

/** The view of an answer that is no page of the site. */
export function bodyView(snapshot: Snapshot, body: string, url: string): AnswerView | null {
  const text = snapshot.answerText(body)
  if (text === null) return null
  const { headings, mainText, textLength, asksForPassword } = text
  return { url, title: text.title ?? '', headings, mainText, textLength, asksForPassword }
}

/** Text as the patterns of `config/terms/links.yaml` want it: NFKC, 台 as 臺, without white space. */
export function compact(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').replaceAll('台', '臺')
}
