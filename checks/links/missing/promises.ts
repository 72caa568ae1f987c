import type { Pattern } from '../../../store/model/pattern.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { matchesAny } from '../../labels.ts'
import { titlesOf } from '../../seen-page.ts'
import { type AnswerView, compact } from './answer-view.ts'

/** Shorter labels (「更多」, 「下一頁」, 「最新消息」) promise nothing in particular. */
const leastLabel = 6
/** A title on more pages than this is the template's. */
const mostOwners = 2

/**
 * Tells answers that are what a link to them promised: the words of the link are their title, a heading, or stand in their text
 * and in no link there. A page that stands in for all that is missing cannot know them.
 */
export class Promises {
  readonly #snapshot: Snapshot
  #owners: ReadonlyMap<string, number> | null = null

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot
  }

  /** `own` is the answer's text without what stands on every page, compact. */
  isKept(asked: string, { url, title, headings }: AnswerView, own: string): boolean {
    const labels = this.#snapshot.linksTo(asked).map(({ text }) => compact(text))
    const titles = [title, ...headings].map(compact)
    return labels
      .filter((label) => label.length >= leastLabel && !this.#isTemplates(label))
      .some((label) => titles.some((text) => isTitleOf(text, label)) || this.#isToldBy(url, own, label))
  }

  /** True when a link to the address promises the home page: by its words, or by the name of the site. */
  isHome(asked: string, words: readonly Pattern[]): boolean {
    const home = this.#snapshot.homePage()
    const names = home === null ? [] : [home.title ?? '', ...titlesOf(this.#snapshot, home)].map(compact)
    const labels = this.#snapshot.linksTo(asked).map(({ text }) => compact(text))
    return labels.some(
      (label) => label !== '' && (matchesAny(label, words) || names.some((name) => isTitleOf(name, label))),
    )
  }

  /** Menus and lists of other news name what they lead to. */
  #isToldBy(url: string, own: string, label: string): boolean {
    if (!own.includes(label)) return false
    const page = this.#snapshot.pageAt(url)
    return page !== null && !this.#snapshot.linksOf(page.id).some(({ text }) => compact(text) === label)
  }

  /** True for words that are the title of several pages. */
  #isTemplates(label: string): boolean {
    this.#owners ??= ownersOf(this.#snapshot)
    return (this.#owners.get(label) ?? 0) > mostOwners
  }
}

/** A title is the words alone, or the words with the name of the site before or behind them. */
function isTitleOf(title: string, label: string): boolean {
  if (title === label) return true
  const rest = title.startsWith(label)
    ? title.slice(label.length)
    : title.endsWith(label)
      ? title.slice(0, -label.length)
      : ''
  return rest !== '' && /^[-–—|:：｜_＞>»]|[-–—|:：｜_＞>»]$/u.test(rest)
}

function ownersOf(snapshot: Snapshot): Map<string, number> {
  const owners = new Map<string, number>()
  for (const { title } of snapshot.pages()) {
    for (const part of new Set([title ?? '', ...(title ?? '').split(/[-–—|:：｜_＞>»]/u)].map(compact)))
      owners.set(part, (owners.get(part) ?? 0) + 1)
  }
  return owners
}
