import type { Resource } from '../../../store/model/page.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { type AnswerView, compact, viewOf } from './answer-view.ts'
import { directoryOf } from './home.ts'
import { isGood, type Neighbours } from './neighbours.ts'
import type { OwnText } from './own-text.ts'
import { isSameReading, openingLength, type PagePrint } from './prints.ts'

/** Where more of the addresses of a directory read like its print and nothing says that they are missing, the print proves nothing. */
const mostAlike = 0.5

interface Answer {
  view: AnswerView
  /** Its text without what stands on every page, compact. */
  own: string
  /** True when a redirect led to it. */
  isSent: boolean
}

/** Tells what follows from an answer that reads like that to an address that cannot exist. */
export class PrintProof {
  readonly #snapshot: Snapshot
  readonly #own: OwnText
  readonly #neighbours: Neighbours
  readonly #exceptions = new Map<string, boolean>()

  constructor(snapshot: Snapshot, own: OwnText, neighbours: Neighbours) {
    this.#snapshot = snapshot
    this.#own = own
    this.#neighbours = neighbours
  }

  /** True when an answer is the print's. An excuse is one wherever it stands; any other page is one only where most of its neighbours are none. */
  holds(asked: string, answer: Answer, print: PagePrint): boolean {
    if (!isLike(answer, print)) return false
    if (print.isExcuse) return true
    if (asked === directoryOf(asked)) return false
    const known = this.#exceptions.get(print.scope) ?? this.isException(print.scope, (one) => this.#isLike(one, print))
    this.#exceptions.set(print.scope, known)
    return known
  }

  /** True when at most half of what was answered there is so; files that came are unlike any page. */
  isException(scope: string, isSo: (resource: Resource) => boolean): boolean {
    const answers = this.#neighbours.of(scope).filter(isGood)
    return answers.filter(isSo).length <= answers.length * mostAlike
  }

  #isLike(resource: Resource, print: PagePrint): boolean {
    const view = viewOf(this.#snapshot, resource)
    const isSent = resource.redirects.length > 0
    return view !== null && isLike({ view, own: this.#own.of(view.mainText), isSent }, print)
  }
}

function isLike({ view, own, isSent }: Answer, print: PagePrint): boolean {
  if (isSent && print.isRedirected && view.url === print.view.url) return true
  const isTitledAlike = compact(view.title) === compact(print.view.title)
  if (isTitledAlike && (print.isTitled || (print.isExcuse && isOpenedAlike(own, print.own)))) return true
  return isSameReading({ view, own }, print)
}

/** The first words are enough where they are an excuse: what follows may be other each time. */
function isOpenedAlike(own: string, other: string): boolean {
  return own.slice(0, openingLength / 2) === other.slice(0, openingLength / 2)
}
