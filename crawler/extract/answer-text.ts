import { decodeText } from '../../store/decode-text.ts'
import type { AnswerText } from '../../store/model/answer-text.ts'
import type { FetchOutcome } from '../../store/model/fetch-outcome.ts'
import { Addresses } from './addresses.ts'
import type { Collector, OpenElement } from './element.ts'
import { sniffEncoding } from './encoding.ts'
import { Headings, PageHead } from './heads.ts'
import { joinFolded, mainTextOf, PageText } from './page-text.ts'
import { walkHtml } from './walk.ts'

/** A page says what it is in fewer characters. */
const longestText = 4000
const mostHeadings = 20

/** What an HTML answer shows, without its links: for answers that are no pages of the site. Never throws, whatever the markup. */
export function readAnswer(
  content: Uint8Array,
  answer: { url: string; charset: string | null },
): Omit<AnswerText, 'body'> {
  const encoding = sniffEncoding(content, answer.charset)
  const head = new PageHead(new Addresses({ url: answer.url, encoding }))
  const text = new PageText()
  const headings = new Headings(text)
  const passwords = new PasswordFields()
  walkHtml(decodeText(content, encoding), [text, head, headings, passwords])
  const shown = text.shown()
  const titles = headings.list().filter(({ level }) => level <= 2)
  return {
    encoding,
    title: head.title,
    headings: titles.slice(0, mostHeadings).map((heading) => heading.text),
    mainText: mainTextOf(shown).slice(0, longestText),
    textLength: joinFolded(shown).length,
    asksForPassword: passwords.isAny,
  }
}

/** True for an answer that is HTML by its header; without one only its bytes could tell. */
export function isHtmlAnswer(outcome: FetchOutcome): boolean {
  return outcome.kind === 'response' && /^(text\/html|application\/xhtml\+xml)$/.test(outcome.mediaType ?? '')
}

class PasswordFields implements Collector {
  isAny = false

  open({ tag, attributes }: OpenElement): void {
    if (tag === 'input' && attributes['type']?.trim().toLowerCase() === 'password') this.isAny = true
  }
}
