import type { Pattern } from '../../store/model/terms.ts'
import { matchesAny, normaliseLabel } from '../labels.ts'
import type { OfferedDocument } from './offered-document.ts'

/** True when the name of a document, a link to it or the row of the link says that people fill it in: 000:149, facts 5. */
export function isBlankForm({ fileName, links, rowNames }: OfferedDocument, formLabels: readonly Pattern[]): boolean {
  return [fileName, ...links.map(({ text }) => text), ...rowNames].some((label) =>
    matchesAny(normaliseLabel(label), formLabels),
  )
}
