import { decodeText } from '../../store/decode-text.ts'
import { type Dom, parseHtml } from '../../store/html.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import type { Page } from '../../store/model/page.ts'
import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { matchesAny } from '../labels.ts'
import { saysSearch } from './search-control.ts'

/** Search fields that stand outside of any form, or that only a script puts on the page. */
export function scriptedFields(snapshot: Snapshot, page: Page, terms: Terms['search']): Evidence[] {
  const served = fieldsIn(snapshot.dom(page), 'input:not(form input)', terms)
  const place = { kind: 'element' as const, pageId: page.id }
  const evidence: Evidence[] = served.map((field) => ({ ...place, view: 'static', body: page.body, ...field }))
  const shown = page.renderedBody === null ? null : snapshot.body(page.renderedBody)
  if (evidence.length > 0 || page.renderedBody === null || shown === null) return evidence
  const body = page.renderedBody
  const rendered = fieldsIn(parseHtml(decodeText(shown, 'utf-8')), 'input', terms)
  return rendered.map((field) => ({ ...place, view: 'rendered', body, ...field }))
}

interface Field {
  selector: string
  start: number
  end: number
}

function fieldsIn(dom: Dom, selector: string, terms: Terms['search']): Field[] {
  return dom(selector)
    .toArray()
    .flatMap((element) => {
      const { type = 'text', name = null, title, placeholder, id, ...rest } = dom(element).attr() ?? {}
      const known = id === undefined ? 'input' : `input[id=${JSON.stringify(id)}]`
      const label =
        rest['aria-label'] || title || placeholder || labelFor(dom, id) || dom(element).closest('label').text()
      const control = { tag: 'input', type: type.toLowerCase(), name, label }
      const isInSearch = dom(element).closest('[role="search"]').length > 0
      if (!['text', 'search'].includes(control.type) || !(isInSearch || saysSearch(control, terms))) return []
      return [{ selector: known, start: element.startIndex ?? 0, end: (element.endIndex ?? -1) + 1 }]
    })
}

function labelFor(dom: Dom, id: string | undefined): string {
  return id === undefined ? '' : dom(`label[for=${JSON.stringify(id)}]`).text()
}

/** True when a script or a mark of an engine of somebody else stands on the page. Source: facts 6.4 (Google CSE). */
export function hasExternalEngine(snapshot: Snapshot, page: Page, terms: Terms['search']): boolean {
  const dom = snapshot.dom(page)
  if (dom('[class^="gcse-"], [class*=" gcse-"]').length > 0) return true
  return dom('script')
    .toArray()
    .some((script) => matchesAny(`${dom(script).attr('src') ?? ''} ${dom(script).text()}`, terms.externalEngines))
}
