import type { Evidence } from '../../store/model/evidence.ts'
import type { Link } from '../../store/model/link.ts'
import type { FormControl, Page } from '../../store/model/page.ts'
import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { atLeastOne } from '../element-evidence.ts'
import { foldText, isLabelOf, matchesAny, normaliseLabel } from '../labels.ts'
import { compactText, contentLinks } from '../page-reading.ts'
import { saysSearch } from '../search/search-control.ts'
import { isReadable, linksOf, titlesOf } from '../seen-page.ts'
import { type ContentField, contentFields, isLogIn } from './content-fields.ts'

/** A page on which visitors enter something about themselves. */
export interface PersonalForm {
  page: Page
  name: string
  /** What is asked for, as labelled; at most five. */
  fields: readonly string[]
  state: 'informed' | 'uninformed' | 'unencrypted'
  evidence: readonly [Evidence, ...Evidence[]]
}

/** Pages of few words and many fields are looked into; those without any field are not. */
const fewestFields = 2
const mostNamed = 5
const mostLetters = 20

/** Every page whose content asks visitors who they are; log-ins and queries of a case, which keep nothing, left out. */
export function findPersonalForms(snapshot: Snapshot, terms: Terms): PersonalForm[] {
  return snapshot.pages().flatMap((page) => personalFormOn(snapshot, page, terms) ?? [])
}

function personalFormOn(snapshot: Snapshot, page: Page, terms: Terms): PersonalForm | null {
  if (!isReadable(snapshot, page) || !mayHoldFields(snapshot, page, terms)) return null
  const fields = contentFields(snapshot, page, terms.search)
  const { personalFields } = terms.services.privacy
  const personal = fields.filter(({ label, type }) => matchesAny(label, personalFields) || isPersonalType(type))
  if (personal.length === 0 || fields.length < fewestFields || isLogIn(fields)) return null
  const titles = [...ownTitles(snapshot, page), page.title ?? ''].map(foldText).filter((title) => title !== '')
  if (titles.some((title) => isLabelOf(normaliseLabel(title), terms.services.caseQuery))) return null
  if ([...titles, ...fields.map(({ label }) => label)].some((text) => matchesAny(text, terms.services.privacy.notKept)))
    return null
  return {
    page,
    name: titles[0] ?? page.url,
    fields: [...new Set(personal.map(({ label, type }) => fieldName(label) || type))].slice(0, mostNamed),
    state: stateOf(snapshot, page, personal, terms),
    evidence: atLeastOne(personal.slice(0, 3).map(({ evidence }) => evidence)),
  }
}

/** A label may hold what is said of mistakes as well: its beginning names the field. */
function fieldName(label: string): string {
  const [name = ''] = label.split(/[:：]/u)
  return name.length > mostLetters ? `${name.slice(0, mostLetters)}…` : name
}

/** Headings that the home page has not: the name of the site is no name of a form. */
function ownTitles(snapshot: Snapshot, page: Page): string[] {
  const home = snapshot.homePage()
  const ofSite = home === null || home.id === page.id ? [] : titlesOf(snapshot, home)
  return titlesOf(snapshot, page).filter((title) => !ofSite.includes(title))
}

/** The markup of every page is too much to read for the few that ask for more than words to search for. */
function mayHoldFields(snapshot: Snapshot, page: Page, terms: Terms): boolean {
  if (page.isShell) return true
  const controls = snapshot.forms(page.id).flatMap((form) => form.controls)
  const open = controls.filter((control) => isOpenField(control) && !saysSearch(control, terms.search))
  return open.length >= fewestFields && open.some(({ tag }) => tag !== 'select')
}

function isOpenField({ tag, type }: FormControl): boolean {
  if (tag !== 'input') return tag === 'select' || tag === 'textarea'
  return ['text', 'email', 'tel', 'password', 'number', 'date'].includes(type)
}

function isPersonalType(type: string): boolean {
  return type === 'email' || type === 'tel'
}

function stateOf(snapshot: Snapshot, page: Page, fields: readonly ContentField[], terms: Terms): PersonalForm['state'] {
  if (page.url.startsWith('https:') && fields.some(({ action }) => /^\s*http:/iu.test(action ?? '')))
    return 'unencrypted'
  return [page, ...pagesBefore(snapshot, page, terms)].some((each) => tellsOfUse(snapshot, each, terms))
    ? 'informed'
    : 'uninformed'
}

/** The page whose 「同意」 or 「開始填寫」 leads on to the form. */
function pagesBefore(snapshot: Snapshot, { foundByLinkId }: Page, { participation }: Terms): Page[] {
  if (foundByLinkId === null) return []
  const link = snapshot.link(foundByLinkId)
  return matchesAny(foldText(link.text).replace(/\s+/gu, ''), participation.onward) ? [snapshot.page(link.pageId)] : []
}

/** True when a page tells what becomes of personal data; the policy in a footer that every page has tells nothing of this form. */
function tellsOfUse(snapshot: Snapshot, page: Page, { services }: Terms): boolean {
  const own = contentLinks(snapshot, page)
  if (own.some(({ text }) => isLabelOf(normaliseLabel(text), services.privacy))) return true
  const around = linksOf(snapshot, page).filter((link) => !own.includes(link))
  return matchesAny(around.reduce(withoutLabel, compactText(snapshot, page)), services.privacy.notice)
}

/** Text without the last place where it bears the label of a link: footers come last, and may be marked by nothing. */
function withoutLabel(text: string, link: Link): string {
  const label = foldText(link.text).replace(/\s+/gu, '')
  const at = label === '' ? -1 : text.lastIndexOf(label)
  return at < 0 ? text : `${text.slice(0, at)}|${text.slice(at + label.length)}`
}
