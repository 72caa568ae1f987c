import type { Resource } from '../../../store/model/page.ts'
import type { LinkTerms } from '../../../store/model/terms.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { matchesAny } from '../../labels.ts'
import { type AnswerView, compact, viewOf } from './answer-view.ts'
import { directoryOf, isHomeAddress, isProgram, isSentHome, programsOf } from './home.ts'
import { isNear, leastText } from './near.ts'
import { isEmpty } from './neighbours.ts'
import type { OwnText } from './own-text.ts'
import { isTitledMissing, says, saysMissing } from './says-missing.ts'

/** What a host answers, in one directory or for the records of one program, for an address that cannot exist. */
export type Print =
  /** Sends its reader to the home page. */
  | { kind: 'home' }
  /** Says nothing at all with 200. */
  | { kind: 'empty'; scope: string }
  /** Shows a page with 200; `isExcuse`: which says that there is none, `isTitled`: already in its title. */
  | PagePrint
  /** Says 404, or something that proves nothing: a log-in, a shell, the home page itself, the list above it. */
  | { kind: 'nothing' }

export interface PagePrint {
  kind: 'page'
  /** The directory or program it stands for, as in `Probe`. */
  scope: string
  isRedirected: boolean
  view: AnswerView
  /** Its text without what stands on every page, compact. */
  own: string
  isExcuse: boolean
  isTitled: boolean
}

/** An excuse stands first; what may follow are other news and ways back. */
export const openingLength = 40

/** What a program shows for a record it has not is short; one that shows a list or another record instead proves nothing. */
const longestOfProgram = 160

/** The prints of all directories and programs that were probed. */
export class Prints {
  readonly #snapshot: Snapshot
  readonly #terms: LinkTerms
  readonly #own: OwnText
  readonly #prints = new Map<string, Print>()

  constructor(snapshot: Snapshot, terms: LinkTerms, own: OwnText) {
    this.#snapshot = snapshot
    this.#terms = terms
    this.#own = own
    for (const { directory, resourceId } of snapshot.probes()) {
      this.#prints.set(directory, this.#printOf(directory, snapshot.resource(resourceId)))
    }
  }

  /** The print of the program that answers an address, or of the directory it lies in; `null` when neither was probed. */
  of(url: string): Print | null {
    const prints = [...programsOf(url), directoryOf(url)].flatMap((scope) => this.#prints.get(scope) ?? [])
    return prints.find(({ kind }) => kind !== 'nothing') ?? prints[0] ?? null
  }

  /** The print of the root of an address's host. */
  ofRoot(url: string): Print | null {
    return this.#prints.get(`${new URL(url).origin}/`) ?? null
  }

  #printOf(scope: string, probe: Resource): Print {
    const { outcome, redirects, finalUrl } = probe
    if (outcome.kind === 'failure' || outcome.status > 299) return { kind: 'nothing' }
    if (isEmpty(probe)) return { kind: 'empty', scope }
    const isRedirected = redirects.length > 0
    if (isRedirected && isHomeAddress(this.#snapshot, finalUrl)) return { kind: 'home' }
    const view = viewOf(this.#snapshot, probe)
    if (view === null || isLogin(view, this.#terms)) return { kind: 'nothing' }
    const own = this.#own.of(view.mainText)
    const isExcuse =
      saysMissing(view, own, this.#terms.missing) || says(own.slice(0, openingLength), this.#terms.missing.said)
    if (!isExcuse && isSentHome(this.#snapshot, view)) return { kind: 'home' }
    if (!isExcuse && (isLong(scope, own) || this.#isFallback(probe, view, own))) return { kind: 'nothing' }
    const isTitled = isTitledMissing(view, this.#terms.missing)
    return { kind: 'page', scope, isRedirected, view, own, isExcuse, isTitled }
  }

  /** True when the host shows the home page or a list above for whatever it does not know: then everything is near it. */
  #isFallback(probe: Resource, view: AnswerView, own: string): boolean {
    const home = this.#snapshot.homePage()
    const above = addressesAbove(probe.url).flatMap((url) => this.#snapshot.resourceAt(url) ?? [])
    const views = above.flatMap((resource) => viewOf(this.#snapshot, resource) ?? [])
    const readings = [
      ...(home === null ? [] : [viewOf(this.#snapshot, this.#snapshot.resource(home.resourceId))]),
      ...views,
    ]
    return readings.some(
      (other) => other !== null && isSameReading({ view, own }, { view: other, own: this.#own.of(other.mainText) }),
    )
  }
}

interface Reading {
  view: AnswerView
  own: string
}

/** True when two answers read alike. Those of hardly a word must be one markup: a map in a frame has no words either. */
export function isSameReading(one: Reading, other: Reading): boolean {
  if (compact(one.view.title) !== compact(other.view.title)) return false
  if (one.own.length >= leastText || other.own.length >= leastText) return isNear(one.own, other.own)
  return one.view.isShown && other.view.isShown && one.view.html() === other.view.html()
}

function isLong(scope: string, own: string): boolean {
  return isProgram(scope) && own.length > longestOfProgram
}

/** Every directory above an address, with and without its slash and the usual first pages. */
function addressesAbove(url: string): string[] {
  const { origin, pathname } = new URL(url)
  const segments = pathname.split('/').slice(1, -1)
  return segments.flatMap((_, index) => {
    const path = `${origin}/${segments.slice(0, index + 1).join('/')}`
    return [path, `${path}/`, ...firstPages.map((name) => `${path}/${name}`)]
  })
}

const firstPages = ['index.html', 'index.htm', 'index.php', 'index.aspx', 'default.aspx', 'index.jsp']

/** True for a page where one has to say who one is. */
export function isLogin(view: AnswerView, { login }: LinkTerms): boolean {
  const { pathname, search } = new URL(view.url)
  return (
    view.asksForPassword || matchesAny(pathname + search, login.paths) || matchesAny(compact(view.title), login.titles)
  )
}
