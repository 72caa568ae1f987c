import type { Confirmation } from '../../../store/model/confirmation.ts'
import type { Resource } from '../../../store/model/page.ts'
import type { LinkTerms } from '../../../store/model/terms.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { groupBy } from '../../group-by.ts'
import { matchesAny } from '../../labels.ts'
import { type AnswerView, bodyView, compact, viewOf } from './answer-view.ts'
import { directoryOf, isHomeAddress } from './home.ts'
import { isNear } from './near.ts'
import { OwnText } from './own-text.ts'
import { isLogin, type Print, Prints } from './prints.ts'
import { saysMissing, saysNoDocument } from './says-missing.ts'

/** What an answer under 2xx gives away. Reasons in Traditional Chinese. */
export type Absence =
  /** It is a page that says that there is none. */
  | { kind: 'soft-404'; reason: string }
  /** It is the home page, and nobody knows whether that is an answer. */
  | { kind: 'redirected-home'; reason: string }
  /** It is an error page that does not say of what. */
  | { kind: 'error-page'; reason: string }

/** Where this many addresses of a directory read like its print and nothing says that they are missing, the print proves nothing. */
const mostAlike = 0.5

/** Tells pages that answer 200 though there is nothing at their address. Source: facts 9, peers C.6. */
export class MissingPages {
  readonly #snapshot: Snapshot
  readonly #terms: LinkTerms
  readonly #own: OwnText
  readonly #prints: Prints
  readonly #alike = new Map<string, boolean>()
  #living: ReadonlySet<string> | null = null
  #byDirectory: ReadonlyMap<string, readonly Resource[]> | null = null

  constructor(snapshot: Snapshot, terms: LinkTerms) {
    this.#snapshot = snapshot
    this.#terms = terms
    const nothing = new OwnText(snapshot, null, () => true)
    this.#own = new OwnText(snapshot, snapshot.homePage(), (page) => {
      const resource = snapshot.resource(page.resourceId)
      const view = viewOf(snapshot, resource)
      return (
        view !== null &&
        saysMissing({ ...view, headings: view.headings.slice(0, 2) }, nothing.of(page.mainText), terms.missing)
      )
    })
    this.#prints = new Prints(snapshot, terms, this.#own)
  }

  /** Whether a 2xx answer is no real one; `null`: nothing speaks against it. */
  of(resource: Resource): Absence | null {
    if (isHomeAddress(this.#snapshot, resource.url)) return null
    const view = viewOf(this.#snapshot, resource)
    const isSent = resource.redirects.length > 0
    if (isSent && isHomeAddress(this.#snapshot, resource.finalUrl)) return this.#sentHome(resource)
    return view === null ? null : this.#read(resource.url, view, isSent)
  }

  /** True when the second answer shows nothing either; for an answer that was missing the first time. */
  isMissingAgain(resource: Resource, { outcome }: Confirmation): boolean {
    if (outcome.kind === 'failure') return false
    const { status, finalUrl = resource.finalUrl, body } = outcome
    if (status === 404 || status === 410) return true
    if (status > 299) return false
    const isSent = finalUrl !== resource.url
    if (isSent && isHomeAddress(this.#snapshot, finalUrl)) return true
    const view = body === undefined ? null : bodyView(this.#snapshot, body, finalUrl)
    return view !== null && this.#read(resource.url, view, isSent)?.kind === 'soft-404'
  }

  /** True when an answer in the place of a document says that there is none. */
  isMissingDocument(resource: Resource): boolean {
    const view = viewOf(this.#snapshot, resource)
    return view !== null && saysNoDocument(view, this.#own.of(view.mainText), this.#terms.missing)
  }

  /** True when the answer asks who one is. */
  isLogin(resource: Resource): boolean {
    const view = viewOf(this.#snapshot, resource)
    return view !== null && isLogin(view, this.#terms)
  }

  #read(asked: string, view: AnswerView, isSent: boolean): Absence | null {
    const own = this.#own.of(view.mainText)
    if (saysMissing(view, own, this.#terms.missing)) {
      // Who links to the error page itself may mean to.
      if (this.#isErrorAddress(asked)) return { kind: 'error-page', reason: '網址本身即為錯誤訊息頁' }
      return { kind: 'soft-404', reason: '網頁內容為「找不到網頁」' }
    }
    if (isLogin(view, this.#terms)) return null
    const print = this.#prints.of(asked)
    if (print?.kind === 'page' && this.#isLikePrint(view, own, isSent, print) && this.#proves(asked, print))
      return { kind: 'soft-404', reason: '網頁內容與該目錄下不存在之網址相同' }
    return isSent && this.#isErrorAddress(view.url) ? { kind: 'error-page', reason: '轉址至錯誤訊息頁' } : null
  }

  #isErrorAddress(url: string): boolean {
    const { pathname, search } = new URL(url)
    return matchesAny(pathname + search, this.#terms.missing.errorPaths)
  }

  #isLikePrint(view: AnswerView, own: string, isSent: boolean, print: Extract<Print, { kind: 'page' }>): boolean {
    if (isSent && print.isRedirected && view.url === print.url) return true
    return own !== '' && compact(view.title) === print.title && isNear(own, print.own)
  }

  /** An excuse is one wherever it stands; any other page is one only where most of its neighbours are none. */
  #proves(asked: string, print: Extract<Print, { kind: 'page' }>): boolean {
    if (print.isExcuse) return true
    const directory = directoryOf(asked)
    if (asked === directory) return false
    const known = this.#alike.get(directory) ?? this.#areMostUnlike(directory, print)
    this.#alike.set(directory, known)
    return known
  }

  #areMostUnlike(directory: string, print: Extract<Print, { kind: 'page' }>): boolean {
    const views = this.#in(directory).flatMap((resource) => {
      const view = viewOf(this.#snapshot, resource)
      return view === null ? [] : [{ view, isSent: resource.redirects.length > 0 }]
    })
    const alike = views.filter(({ view, isSent }) =>
      this.#isLikePrint(view, this.#own.of(view.mainText), isSent, print),
    )
    return alike.length <= views.length * mostAlike
  }

  #sentHome({ url, finalUrl }: Resource): Absence {
    const reason = `轉址至首頁（${finalUrl}）`
    if (this.#prints.of(url)?.kind !== 'home') return { kind: 'redirected-home', reason }
    const isRule = this.#prints.ofRoot(url)?.kind === 'home' && this.#isAlive(`${new URL(url).origin}/`)
    if (!isRule && !this.#isAlive(directoryOf(url))) return { kind: 'redirected-home', reason }
    return { kind: 'soft-404', reason: '不存在之網址均轉址至首頁，此網址亦同' }
  }

  /** True when a page in the directory, or below the root of a host, is not home: who sends everybody home asks for a log-in or a cookie. */
  #isAlive(directory: string): boolean {
    this.#living ??= livingDirectories(this.#snapshot, this.#directories())
    return this.#living.has(directory)
  }

  #directories(): ReadonlyMap<string, readonly Resource[]> {
    this.#byDirectory ??= byDirectory(this.#snapshot)
    return this.#byDirectory
  }

  /** What was asked for in a directory, probes left out. */
  #in(directory: string): readonly Resource[] {
    return this.#directories().get(directory) ?? []
  }
}

/** Directories with a page that is no home page, and the roots of their hosts. */
function livingDirectories(snapshot: Snapshot, directories: ReadonlyMap<string, readonly Resource[]>): Set<string> {
  const living = new Set<string>()
  for (const [directory, resources] of directories) {
    if (resources.some((resource) => isPageOfItsOwn(snapshot, resource)))
      living.add(directory).add(`${new URL(directory).origin}/`)
  }
  return living
}

function isPageOfItsOwn(snapshot: Snapshot, { url, finalUrl, outcome }: Resource): boolean {
  if (outcome.kind === 'failure' || outcome.status > 299 || outcome.mediaType !== 'text/html') return false
  return !isHomeAddress(snapshot, url) && !isHomeAddress(snapshot, finalUrl)
}

function byDirectory(snapshot: Snapshot): Map<string, Resource[]> {
  const probes = new Set(snapshot.probes().map(({ resourceId }) => resourceId))
  return groupBy(snapshot.resources(), ({ id, url }) => (probes.has(id) ? null : directoryOf(url)))
}
