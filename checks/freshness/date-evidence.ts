import type { Evidence } from '../../store/model/evidence.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { elementEvidence } from '../element-evidence.ts'
import type { ShownDate, TemplateDate } from './shown-dates.ts'

/** The string of a date as it stands in the served HTML; of one that scripts wrote, the answer with the page. */
export function dateEvidence(snapshot: Snapshot, { pageId, start, text }: ShownDate): Evidence {
  if (start === null) return { kind: 'resource', resourceId: snapshot.page(pageId).resourceId }
  return textEvidence(snapshot, pageId, start, text)
}

/** The first place of a template's date. */
export function templateEvidence(snapshot: Snapshot, { pageId, start, text }: TemplateDate): Evidence {
  return textEvidence(snapshot, pageId, start, text.slice(text.indexOf('：') + 1))
}

/** A string of the served HTML as evidence. */
export function textEvidence(snapshot: Snapshot, pageId: number, start: number, text: string): Evidence {
  return elementEvidence(snapshot, { pageId, selector: 'body', start, end: start + text.length })
}
