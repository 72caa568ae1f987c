import type { CheckResult, DocumentVerdict } from '../../store/model/check-result.ts'
import type { DocumentFacts } from '../../store/model/document-file.ts'
import type { ReportDocument, ReportFacts } from '../../store/model/run-report.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { detailsOf } from './details.ts'
import type { PlaceIndex } from './named-on.ts'
import { sortedBy } from './order.ts'

/** Every file offered, what it is and where it is named, by URL. */
export function documentsOf(snapshot: Snapshot, results: readonly CheckResult[], places: PlaceIndex): ReportDocument[] {
  const verdicts = new Map<string, DocumentVerdict>(
    detailsOf(results, 'documents').flatMap((detail) => Object.entries(detail.verdicts)),
  )
  const rows = snapshot.documents().map(({ resourceId, fileName, named, served, detected, claims, facts }) => {
    const { url } = snapshot.resource(resourceId)
    const verdict = verdicts.get(url) ?? null
    return { url, fileName, named, served, detected, claims, verdict, facts: reported(facts), ...places.placesOf(url) }
  })
  return sortedBy(rows, (row) => row.url)
}

function reported(facts: DocumentFacts): ReportFacts {
  return { ...facts, pdf: facts.pdf === null ? null : { ...facts.pdf, links: facts.pdf.links.length } }
}
