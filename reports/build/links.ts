import type { CheckResult, LinkVerdict } from '../../store/model/check-result.ts'
import type { DeadLink, RunReport } from '../../store/model/run-report.ts'
import { detailsOf } from './details.ts'
import type { PlaceIndex } from './named-on.ts'
import { sortedBy, tally } from './order.ts'

const deadVerdicts: readonly LinkVerdict['verdict'][] = ['broken', 'soft-404', 'malformed']
const unclearVerdicts: readonly LinkVerdict['verdict'][] = [
  'unconfirmed',
  'broken-if-used',
  'unstable',
  'redirected-home',
  'server-error',
  'timeout',
  'blocked',
  'tls-issue',
  'unreachable',
  'hijack-suspect',
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

function withPlaces({ url, verdict, status, reason, isExternal }: LinkVerdict, places: PlaceIndex): DeadLink {
  const more = { ...(reason !== null && { reason }), ...(isExternal && { isExternal }) }
  return { url, verdict, status, ...more, ...places.placesOf(url) }
}
