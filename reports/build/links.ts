import type { CheckResult, LinkVerdict } from '../../store/model/check-result.ts'
import type { DeadLink, RunReport } from '../../store/model/run-report.ts'
import { detailsOf } from './details.ts'
import type { PlaceIndex } from './named-on.ts'
import { sortedBy, tally } from './order.ts'

const deadVerdicts: readonly LinkVerdict['verdict'][] = ['broken', 'malformed']
const unclearVerdicts: readonly LinkVerdict['verdict'][] = [
  'unconfirmed',
  'unstable',
  'soft-404',
  'server-error',
  'timeout',
  'blocked',
  'unreachable',
]

/** Dead targets and targets a person must open, each with the places that name them, by URL. */
export function linksOf(
  results: readonly CheckResult[],
  places: PlaceIndex,
): Pick<RunReport, 'links' | 'linksToConfirm'> {
  const verdicts = sortedBy(
    detailsOf(results, 'links').flatMap((detail) => detail.verdicts),
    (verdict) => verdict.url,
  )
  const of = (wanted: readonly LinkVerdict['verdict'][]): DeadLink[] =>
    verdicts.filter(({ verdict }) => wanted.includes(verdict)).map((verdict) => withPlaces(verdict, places))
  return {
    links: { dead: of(deadVerdicts), verdicts: tally(verdicts.map(({ verdict }) => verdict)) },
    linksToConfirm: of(unclearVerdicts),
  }
}

function withPlaces({ url, verdict, status, reason }: LinkVerdict, places: PlaceIndex): DeadLink {
  return { url, verdict, status, ...(reason !== null && { reason }), ...places.placesOf(url) }
}
