import type { Evidence } from '../../store/model/evidence.ts'
import type { Page } from '../../store/model/page.ts'
import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { foldText } from '../labels.ts'
import { saysSearch } from '../search/search-control.ts'
import { type Dom, domOf } from '../seen-page.ts'

type Selection = ReturnType<Dom>

/** A field for visitors to fill in, in the content of a page. */
export interface ContentField {
  /** As in `text`, `email`, `select`, `textarea`, `password`. */
  type: string
  name: string | null
  /** What names it, folded; `''` when nothing does. */
  label: string
  /** Where its form sends to; `null` when no form holds it. */
  action: string | null
  evidence: Evidence
}

const outside =
  'header, nav, footer, aside, [role="search"], [role="banner"], [role="navigation"], [role="contentinfo"]'
const notFilledIn: ReadonlySet<string> = new Set([
  ...['hidden', 'submit', 'button', 'reset', 'image', 'checkbox', 'radio', 'range', 'color'],
])
const fieldTags = 'input, textarea, select'
const longestLabel = 60

/** Fields of the content of a page, those of searches of the site left out, in a form or not. */
export function contentFields(snapshot: Snapshot, page: Page, terms: Terms['search']): ContentField[] {
  const $ = domOf(snapshot, page)
  const main = $('main, [role="main"]').first()
  const labels = labelsIn($)
  // The tags of a body may be left out.
  const fields = (main.length > 0 ? main.find(fieldTags) : $(fieldTags)).toArray().flatMap((element) => {
    const field = $(element)
    const type = typeOf(field)
    if (notFilledIn.has(type) || field.closest(outside).length > 0) return []
    const name = field.attr('name') ?? null
    const action = field.closest('form').attr('action') ?? null
    const label = labelOf(field, labels)
    return [{ type, name, label, action, evidence: evidenceOf(snapshot, page, field) }]
  })
  return fields.filter(({ type, name, label }) => !saysSearch({ tag: 'input', type, name, label }, terms))
}

function typeOf(field: Selection): string {
  return field.is('input') ? (field.attr('type') ?? 'text').toLowerCase() : (field.prop('tagName') ?? '').toLowerCase()
}

function labelOf(field: Selection, labels: ReadonlyMap<string, string>): string {
  const said = [
    labels.get(field.attr('id') ?? ''),
    withoutOptions(field.closest('label')),
    field.attr('aria-label'),
    field.closest('td, dd').prev('th, td, dt').text(),
    field.attr('title'),
    textAround(field),
    field.attr('placeholder'),
  ]
  return said.map(plainLabel).find((text) => text !== '') ?? ''
}

/** Texts of labels by what they are for, the first of each. */
function labelsIn($: Dom): Map<string, string> {
  // An empty `for` names nothing: fields without an id are many.
  const labels = $('label[for]:not([for=""])').toArray().reverse()
  return new Map(labels.map((label) => [$(label).attr('for') ?? '', $(label).text()]))
}

/** What stands around a field that is the only one there, as in `<div><p>姓名</p><div><input></div></div>`. */
function textAround(field: Selection): string {
  let text = ''
  let around = field.parent()
  for (let steps = 0; steps < 4 && around.find(fieldTags).length === 1; steps += 1) {
    text = withoutOptions(around) || text
    around = around.parent()
  }
  return text.length <= longestLabel ? text : ''
}

function withoutOptions(element: Selection): string {
  const copy = element.clone()
  copy.find('option, script, style, button').remove()
  return foldText(copy.text().slice(0, 300))
}

/** Without the marks of a field that must be filled in. */
function plainLabel(text: string | undefined): string {
  const plain = foldText((text ?? '').slice(0, 300)).replace(/^[*＊\s]*(必填)?[*＊\s]*/u, '')
  return plain.replace(/[\s:*]+$/u, '').slice(0, longestLabel)
}

function evidenceOf(snapshot: Snapshot, page: Page, field: Selection): Evidence {
  const [element] = field.toArray()
  const [start, end] = [element?.startIndex ?? 0, (element?.endIndex ?? -1) + 1]
  const id = field.attr('id')
  const selector = id === undefined ? (field.prop('tagName') ?? 'input').toLowerCase() : `[id=${JSON.stringify(id)}]`
  const isRendered = domOf(snapshot, page) !== snapshot.dom(page)
  const body = isRendered ? page.renderedBody : page.body
  if (body === null) return { kind: 'resource', resourceId: page.resourceId }
  return { kind: 'element', pageId: page.id, view: isRendered ? 'rendered' : 'static', body, selector, start, end }
}

/** Account, pass word, a code against programs, and one to spare. */
const mostOfLogIn = 4

/** True when the content is the door of a system: a pass word is asked for, and little else. */
export function isLogIn(fields: readonly ContentField[]): boolean {
  const asks = fields.some(({ type, label }) => type === 'password' || /^(密碼|password)/iu.test(label))
  return asks && fields.length <= mostOfLogIn
}
