import type { Page } from '../../../store/model/page.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { foldText } from '../../labels.ts'
import { aboveNamed, elementsBeneath, type MarkupElement, proseBeneath } from '../../markup-walk.ts'
import { compactText } from '../../page-reading.ts'
import { rootOf } from '../../seen-page.ts'

/** Elements that hold one item of what a page tells: entries of lists, questions, pictures with their words. */
const items = ['li', 'dt', 'summary', 'figure', 'h3', 'h4', 'h5'] as const
const shortestItem = 4
/** A paragraph that asks: 「Q1：權狀遺失如何補發？」 */
const question = /^(?:q\d{0,3}|問\d{0,3}|問題[一二三四五六七八九十\d]{0,3})[.:、][^?]{2,80}\??$|^[^?。]{4,60}\?$/iu

/**
 * Items of the content of a page that are told and not linked to: books with author and year, questions with their answers,
 * pictures of events. What stands on the home page too is part of every page.
 */
export function toldItems(snapshot: Snapshot, page: Page): string[] {
  const main = compactText(snapshot, page)
  const home = homeText(snapshot)
  const texts = elementsBeneath(rootOf(snapshot, page), ...items, 'p', 'div')
    .filter((element) => aboveNamed(element, 'nav', 'header', 'footer') === null && !isLink(element))
    .map((element) => ({ name: element.name, text: foldText(proseBeneath(element)).replace(/\s+/gu, '') }))
    .filter(({ name, text }) => (name !== 'p' && name !== 'div') || question.test(text))
    .map(({ text }) => text)
  return [...new Set(texts)].filter(
    (text) => text.length >= shortestItem && main.includes(text) && !home.includes(text),
  )
}

function isLink(element: MarkupElement): boolean {
  return elementsBeneath(element, 'a').some(({ attribs }) => /^(?!#)./u.test(attribs['href'] ?? ''))
}

function homeText(snapshot: Snapshot): string {
  const home = snapshot.pages().find((page) => page.depthHops === 0)
  return home === undefined ? '' : compactText(snapshot, home)
}
