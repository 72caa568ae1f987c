import type { Form, FormControl } from '../../store/model/page.ts'
import type { Terms } from '../../store/model/terms.ts'
import { matchesAny, normaliseLabel } from '../labels.ts'

/** How surely a form searches the site; `null`: it does not. */
export type SearchKind = 'search' | 'maybe' | 'external' | null

/** A form of the served HTML, or one that a script put on the page. */
type AnyForm = Pick<Form, 'action' | 'controls' | 'region' | 'text'>

/** Beyond this the text of a form is the page's: ASP.NET wraps whole pages in one form. */
const maxOwnText = 200

/** Tells a search of the site from log-ins, subscriptions, mail forms and inquiries by number. Source: facts 6.4, 002:30. */
export function searchKindOf(form: AnyForm, terms: Terms['search']): SearchKind {
  const fields = form.controls.filter(isTextField)
  const strong = fields.some((field) => saysSearch(field, terms))
  if (fields.length > 0 && matchesAny(form.action ?? '', terms.externalEngines)) return 'external'
  if (strong) return isInquiry(form, terms) ? null : 'search'
  return searchKindByButton(form, fields, terms)
}

/** A field that takes words. */
export function isTextField({ tag, type }: FormControl): boolean {
  return tag === 'input' && (type === 'text' || type === 'search')
}

/** True when type, label or name of a field say that words are searched for. */
export function saysSearch({ type, label, name }: FormControl, terms: Terms['search']): boolean {
  const said = normaliseLabel(label)
  if (matchesAny(said, terms.not)) return false
  return type === 'search' || matchesAny(said, terms.controls) || matchesAny(shortName(name), terms.names)
}

/** `ctl00$header$txtSearch` of ASP.NET is `txtSearch`. */
function shortName(name: string | null): string {
  return (name ?? '').split(/[$:]/).at(-1) ?? ''
}

/** 案件進度查詢: what the form says outside of its fields makes it an inquiry, unless a field asks for words by label. */
function isInquiry(form: AnyForm, terms: Terms['search']): boolean {
  const asksForWords = form.controls.some(
    (field) => isTextField(field) && matchesAny(normaliseLabel(field.label), terms.controls),
  )
  return !asksForWords && saysOtherwise(form, terms)
}

function saysOtherwise({ text }: AnyForm, terms: Terms['search']): boolean {
  return text.length <= maxOwnText && matchesAny(normaliseLabel(text), terms.not)
}

/** 標題 and 內文: each field looks in one part of a page. */
function isOfConditions(fields: readonly FormControl[], { conditions }: Terms['search']): boolean {
  return fields.length > 1 && fields.every(({ label }) => matchesAny(normaliseLabel(label), [conditions.words]))
}

/** One nameless field, or fields for parts of a page, beside a button 「搜尋」; in the middle of a page it may search anything. */
function searchKindByButton(form: AnyForm, fields: readonly FormControl[], terms: Terms['search']): SearchKind {
  const open = fields.filter(({ label }) => !matchesAny(normaliseLabel(label), terms.not))
  const isOneField = (fields.length === 1 || isOfConditions(fields, terms)) && open.length === fields.length
  const otherKinds = form.controls.some(({ type }) => ['password', 'email', 'textarea', 'file', 'tel'].includes(type))
  if (!isOneField || otherKinds || saysOtherwise(form, terms)) return null
  const buttons = form.controls.filter(({ type }) => type === 'submit' || type === 'button' || type === 'image')
  if (!buttons.some(({ label }) => matchesAny(normaliseLabel(label), terms.buttons))) return null
  return form.region === 'main' ? 'maybe' : 'search'
}
