import type { Resource } from '../../../store/model/page.ts'
import type { LinkTerms } from '../../../store/model/terms.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { matchesAny } from '../../labels.ts'
import { type AnswerView, compact, viewOf } from './answer-view.ts'
import { directoryOf, isHomeAddress } from './home.ts'
import { isNear } from './near.ts'
import type { OwnText } from './own-text.ts'
import { saysMissing } from './says-missing.ts'

/** What a host answers, in one directory, for an address that cannot exist. */
export type Print =
  /** Sends its reader to the home page. */
  | { kind: 'home' }
  /** Shows a page with 200; `isExcuse`: which says that there is none. */
  | { kind: 'page'; url: string; isRedirected: boolean; title: string; own: string; isExcuse: boolean }
  /** Says 404, or something that proves nothing: a log-in, a shell, the home page itself, the list above it. */
  | { kind: 'nothing' }

/** The prints of all directories that were probed. */
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
      this.#prints.set(directory, this.#printOf(snapshot.resource(resourceId)))
    }
  }

  /** The print of the directory an address lies in; `null` when it was not probed. */
  of(url: string): Print | null {
    return this.#prints.get(directoryOf(url)) ?? null
  }

  /** The print of the root of an address's host. */
  ofRoot(url: string): Print | null {
    return this.#prints.get(`${new URL(url).origin}/`) ?? null
  }

  #printOf(probe: Resource): Print {
    const { outcome, redirects, finalUrl } = probe
    if (outcome.kind === 'failure' || outcome.status > 299) return { kind: 'nothing' }
    const isRedirected = redirects.length > 0
    if (isRedirected && isHomeAddress(this.#snapshot, finalUrl)) return { kind: 'home' }
    const view = viewOf(this.#snapshot, probe)
    if (view === null || isLogin(view, this.#terms)) return { kind: 'nothing' }
    const own = this.#own.of(view.mainText)
    const isExcuse = saysMissing(view, own, this.#terms.missing)
    if (!isExcuse && (own === '' || this.#isFallback(probe, view, own))) return { kind: 'nothing' }
    return { kind: 'page', url: finalUrl, isRedirected, title: compact(view.title), own, isExcuse }
  }

  /** True when the host shows the home page or a list above for whatever it does not know: then everything is near it. */
  #isFallback(probe: Resource, view: AnswerView, own: string): boolean {
    const home = this.#snapshot.homePage()
    const above = addressesAbove(probe.url).flatMap((url) => this.#snapshot.resourceAt(url) ?? [])
    const views = above.flatMap((resource) => viewOf(this.#snapshot, resource) ?? [])
    if (home !== null && isSameReading(view, own, home.title ?? '', this.#own.of(home.mainText))) return true
    return views.some((other) => isSameReading(view, own, other.title, this.#own.of(other.mainText)))
  }
}

function isSameReading(view: AnswerView, own: string, title: string, otherOwn: string): boolean {
  return compact(view.title) === compact(title) && isNear(own, otherOwn)
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
