import type { Evidence } from '../../store/model/evidence.ts'
import type { Link } from '../../store/model/link.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import type { DraftFinding } from '../check.ts'
import { atLeastOne } from '../element-evidence.ts'
import type { Navigation } from '../navigation.ts'
import { rocDateText } from '../periods.ts'
import { linkEvidence } from '../seen-page.ts'
import type { Place } from './data-place.ts'
import type { Dataset } from './read-datasets.ts'

const maxEvidence = 5

type Draft = DraftFinding<
  'offered' | 'portal' | 'portal-bare' | 'closed' | 'closed-some' | 'empty' | 'dead' | 'unclear' | 'stale' | 'missing'
>

/** What there is to say of the places of open data; `isStale` when the newest date is long past. */
export function dataFindings(
  snapshot: Snapshot,
  navigation: Navigation,
  places: readonly Place[],
  newest: string | null,
  isStale: boolean,
): Draft[] {
  if (places.length === 0) return [missingFinding(snapshot, navigation)]
  const isOpen = places.some(({ state }) => state === 'data' || state === 'portal')
  // Where data are offered, a second label that leads nowhere is for the checks of links.
  const told = places.filter(({ state }) => !isOpen || state === 'data' || state === 'portal')
  const findings = told.map((place) => placeFinding(snapshot, place, newest))
  const mixed = places.filter(({ state, data }) => state === 'data' && (data?.closed.length ?? 0) > 0)
  const [first] = places.filter(({ state }) => state === 'data')
  return [
    ...findings,
    ...mixed.map((place) => closedFinding(snapshot, place, 'closed-some')),
    ...(isStale && first !== undefined ? [staleFinding(snapshot, first, newest)] : []),
  ]
}

function placeFinding(snapshot: Snapshot, place: Place, newest: string | null): Draft {
  const { link, state, because, data } = place
  const head = headOf(snapshot, link, state)
  const label = link.text
  const portal = data?.portal[0] ?? data?.barePortal[0]
  const host = portal === undefined ? because : (URL.parse(portal.url ?? '')?.hostname ?? '')
  switch (state) {
    case 'data': {
      const datasets = data?.datasets ?? []
      const formats = [...new Set(datasets.flatMap((one) => one.formats))].sort().join('、')
      const said = newest === null ? '' : `最近日期${rocDateText(newest)}。`
      const values = { label, datasets: datasets.length, formats, newest: said }
      return {
        ...head,
        messageId: 'offered',
        values,
        verdict: 'conforms',
        evidence: evidenceOf(snapshot, datasets, link),
      }
    }
    case 'portal':
      return { ...head, messageId: 'portal', values: { label, host }, verdict: 'conforms' }
    case 'portal-bare':
      return { ...head, messageId: 'portal-bare', values: { label, host }, verdict: 'needs-review' }
    case 'closed':
      return closedFinding(snapshot, place, 'closed')
    case 'empty':
      return { ...head, messageId: 'empty', values: { label }, verdict: 'violates' }
    case 'dead':
      return { ...head, messageId: 'dead', values: { label, because }, verdict: 'violates' }
    default:
      return { ...head, messageId: 'unclear', values: { label, because }, verdict: 'needs-review' }
  }
}

function headOf(snapshot: Snapshot, link: Link, state: string) {
  const url = link.target ?? snapshot.page(link.pageId).url
  return { key: [state, url] as const, url, evidence: [linkEvidence(snapshot, link)] as const }
}

function closedFinding(snapshot: Snapshot, { link, data }: Place, messageId: 'closed' | 'closed-some'): Draft {
  const closed = data?.closed ?? []
  const names = closed
    .slice(0, maxEvidence)
    .map(({ name }) => `「${name}」`)
    .join('、')
  const verdict = messageId === 'closed' ? 'violates' : 'needs-review'
  const evidence = evidenceOf(snapshot, closed, link)
  return { ...headOf(snapshot, link, messageId), messageId, values: { label: link.text, names }, verdict, evidence }
}

function staleFinding(snapshot: Snapshot, { link }: Place, newest: string | null): Draft {
  const said = newest === null ? '' : `最近日期為${rocDateText(newest)}`
  return {
    ...headOf(snapshot, link, 'stale'),
    messageId: 'stale',
    values: { label: link.text, newest: said },
    verdict: 'needs-review',
  }
}

function missingFinding(snapshot: Snapshot, navigation: Navigation): Draft {
  const absence: Evidence = { kind: 'absence', lookedFor: '開放資料', pageIds: navigation.pages.map(({ id }) => id) }
  const url = navigation.home?.url ?? snapshot.run.start
  return { key: ['missing'], messageId: 'missing', values: {}, verdict: 'needs-review', url, evidence: [absence] }
}

function evidenceOf(snapshot: Snapshot, datasets: readonly Dataset[], link: Link): Draft['evidence'] {
  const links = [link, ...datasets.flatMap((one) => one.links).slice(0, maxEvidence)]
  return atLeastOne(links.map((one) => linkEvidence(snapshot, one)))
}
