import type { Confirmation } from '../../../store/model/confirmation.ts'
import type { Resource } from '../../../store/model/page.ts'
import type { LinkTerms } from '../../../store/model/terms.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { matchesAny } from '../../labels.ts'
import { type AnswerView, bodyView, plainText, viewOf } from './answer-view.ts'
import { directoryOf, isHomeAddress, isProgram, isSentHome } from './home.ts'
import { isEmpty, Neighbours } from './neighbours.ts'
import { OwnText } from './own-text.ts'
import { PrintProof } from './print-proof.ts'
import { isLogin, type PagePrint, Prints } from './prints.ts'
import { Promises } from './promises.ts'
import { says, saysMissing, saysNoDocument } from './says-missing.ts'

/** What an answer under 2xx gives away. Reasons in Traditional Chinese. */
export type Absence =
  /** It is a page that says that there is none. */
  | { kind: 'soft-404'; reason: string }
  /** It is the home page, and nobody knows whether that is an answer. */
  | { kind: 'redirected-home'; reason: string }
  /** It is an error page that does not say of what, or a notice that the site is being maintained. */
  | { kind: 'error-page'; reason: string }
  /** It is the notice of something that keeps its reader out. */
  | { kind: 'blocked'; reason: string }

/** Of a page that says nothing but that a list is empty. */
const longestEmpty = 40

/** A line of plain text has neither title nor heading. */
const silent = { title: '', headings: [] }

/** Tells pages that answer 200 though there is nothing at their address. Source: facts 9, peers C.6. */
export class MissingPages {
  readonly #snapshot: Snapshot
  readonly #terms: LinkTerms
  readonly #own: OwnText
  readonly #prints: Prints
  readonly #promises: Promises
  readonly #neighbours: Neighbours
  readonly #proof: PrintProof

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
    this.#promises = new Promises(snapshot)
    this.#neighbours = new Neighbours(snapshot)
    this.#proof = new PrintProof(snapshot, this.#own, this.#neighbours)
  }

  /** Whether a 2xx answer is no real one; `null`: nothing speaks against it. */
  of(resource: Resource): Absence | null {
    if (isHomeAddress(this.#snapshot, resource.url)) return null
    const view = viewOf(this.#snapshot, resource)
    const isSent = resource.redirects.length > 0
    if (isSent && isHomeAddress(this.#snapshot, resource.finalUrl)) return this.#sentHome(resource, resource.finalUrl)
    if (isEmpty(resource)) return this.#sayingNothing(resource)
    if (view === null) return null
    const absence = this.#read(resource.url, view, isSent)
    if (absence !== null) return this.#promises.isKept(resource.url, view, this.#own.of(view.mainText)) ? null : absence
    return view.goesTo !== null && isSentHome(this.#snapshot, view) ? this.#sentHome(resource, view.goesTo) : null
  }

  /** Nothing at all is what is missing where a random address gets nothing and others get something. */
  #sayingNothing({ url }: Resource): Absence | null {
    const print = this.#prints.of(url)
    if (print?.kind !== 'empty' || !this.#proof.isException(print.scope, isEmpty)) return null
    return { kind: 'soft-404', reason: '回應內容為空，與不存在之網址相同' }
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
    if (view === null) return saysNoDocument(silent, plainText(this.#snapshot, resource), this.#terms.missing)
    return saysNoDocument(view, this.#own.of(view.mainText), this.#terms.missing)
  }

  /** True when the answer asks who one is. */
  isLogin(resource: Resource): boolean {
    const view = viewOf(this.#snapshot, resource)
    return view !== null && isLogin(view, this.#terms)
  }

  #read(asked: string, view: AnswerView, isSent: boolean): Absence | null {
    const own = this.#own.of(view.mainText)
    const { refused, maintained } = this.#terms.notNow
    if (says(own, refused)) return { kind: 'blocked', reason: '網頁內容為拒絕連線之訊息' }
    if (says(own, maintained)) return { kind: 'error-page', reason: '網頁內容為系統維護之訊息' }
    if (saysMissing(view, own, this.#terms.missing)) {
      // Who links to the error page itself may mean to.
      if (this.#isErrorAddress(asked)) return { kind: 'error-page', reason: '網址本身即為錯誤訊息頁' }
      return { kind: 'soft-404', reason: '網頁內容為「找不到網頁」' }
    }
    if (isLogin(view, this.#terms)) return null
    const print = this.#prints.of(asked)
    if (print?.kind === 'page' && this.#proof.holds(asked, { view, own, isSent }, print))
      return this.#alike(view, own, print)
    return isSent && this.#isErrorAddress(view.url) ? { kind: 'error-page', reason: '轉址至錯誤訊息頁' } : null
  }

  /** Within the frame of the site a category that has no entries yet says so in the words of a record that is gone. */
  #alike({ textLength }: AnswerView, own: string, { scope, isExcuse }: PagePrint): Absence {
    const isShort = own.length <= longestEmpty && textLength > longestEmpty
    if (!isExcuse && isProgram(scope) && isShort && matchesAny(own, this.#terms.missing.noEntries))
      return { kind: 'error-page', reason: '網頁只說明查無資料，無法分辨為無此筆資料或尚無資料' }
    return { kind: 'soft-404', reason: '網頁內容與同一目錄或程式下不存在之網址相同' }
  }

  #isErrorAddress(url: string): boolean {
    const { pathname, search } = new URL(url)
    return matchesAny(pathname + search, this.#terms.missing.errorPaths)
  }

  #sentHome({ url }: Resource, home: string): Absence | null {
    if (this.#promises.isHome(url, this.#terms.home)) return null
    const reason = `轉址至首頁（${home}）`
    if (this.#prints.of(url)?.kind !== 'home') return { kind: 'redirected-home', reason }
    const isRule = this.#prints.ofRoot(url)?.kind === 'home' && this.#neighbours.areAlive(`${new URL(url).origin}/`)
    if (!isRule && !this.#neighbours.areAlive(directoryOf(url))) return { kind: 'redirected-home', reason }
    return { kind: 'soft-404', reason: '不存在之網址均轉址至首頁，此網址亦同' }
  }
}
