import type { Pattern } from '../../store/model/terms.ts'
import { matchesAny, normaliseLabel } from '../labels.ts'
import type { OfferedDocument } from './offered-document.ts'

/** True when the name of a document, or a link to it, says that people fill it in: 000:149, facts 5. */
export function isBlankForm({ fileName, links }: OfferedDocument, formLabels: readonly Pattern[]): boolean {
  return [fileName, ...links.map(({ text }) => text)].some((label) => matchesAny(normaliseLabel(label), formLabels))
}
