import type { ReflowArtifact } from '../../store/model/artifact.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import type { Page } from '../../store/model/page.ts'
import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { fitsWindow } from '../accessibility/narrow-window.ts'
import type { DraftFinding, DraftMeasure } from '../check.ts'
import { matchesAny } from '../labels.ts'
import { scriptedFields } from '../search/scripted-fields.ts'
import { searchKindOf } from '../search/search-control.ts'
import { domOf, isReadable } from '../seen-page.ts'

/** One thing a home page is asked for: its number, and what a person is told; `null`: nothing. */
export interface Part {
  key: string
  measure: DraftMeasure
  said: {
    messageId: string
    verdict: DraftFinding['verdict']
    values: DraftFinding['values']
    evidence: readonly Evidence[]
  } | null
}

/** What was not seen on the home page is asked about: whether something else serves for it is for a person to say. */
export function askedPart(
  key: string,
  isThere: boolean,
  home: Page,
  absent: { messageId: string; lookedFor: string; values?: DraftFinding['values'] },
): Part {
  if (isThere) return { key, measure: { value: 1, basis: [] }, said: null }
  const { messageId, lookedFor, values = {} } = absent
  const evidence: Evidence[] = [{ kind: 'absence', lookedFor, pageIds: [home.id] }]
  return {
    key,
    measure: { value: 0, unknown: 1, basis: [[key]] },
    said: { messageId, verdict: 'needs-review', values, evidence },
  }
}

const mostInner = 60
/** CSS pixels of a usual telephone. */
const phoneWidth = 390

/** Whether inner pages show where the reader is; of at most sixty, in order of their URLs. */
export function trails(snapshot: Snapshot, home: Page, terms: Terms): Part {
  const inner = snapshot
    .pages()
    .filter((page) => page.id !== home.id && page.refreshUrl === null && isReadable(snapshot, page))
    .slice(0, mostInner)
  const without = inner.filter((page) => !hasTrail(snapshot, page, terms.layout.trail))
  const key = 'breadcrumb'
  const seen = inner.length - without.length
  if (inner.length === 0) return { key, measure: { value: 0, unknown: 1, basis: [] }, said: null }
  if (without.length * 5 <= inner.length)
    return { key, measure: { value: seen, outOf: inner.length, basis: [] }, said: null }
  const evidence: Evidence[] = [
    { kind: 'absence', lookedFor: '所在位置（麵包屑）', pageIds: without.map(({ id }) => id) },
  ]
  const messageId = seen === 0 ? 'no-trail' : 'some-trail'
  const values = { seen: inner.length, missing: without.length }
  const measure = { value: seen, unknown: without.length, outOf: inner.length, basis: [[key]] }
  return { key, measure, said: { messageId, verdict: 'needs-review', values, evidence } }
}

function hasTrail(snapshot: Snapshot, page: Page, { text, names }: Terms['layout']['trail']): boolean {
  const dom = domOf(snapshot, page)
  const named = dom('[class], [id], [aria-label]').toArray()
  const isNamed = named.some((element) => {
    const { class: classes = '', id = '', 'aria-label': label = '' } = dom(element).attr() ?? {}
    return matchesAny(`${classes} ${id} ${label}`, [names]) || matchesAny(label, [text])
  })
  return isNamed || matchesAny(dom.root().text().slice(0, 20_000), [text])
}

/** A field that searches the site outside of the middle of the page. */
export function headSearch(snapshot: Snapshot, home: Page, terms: Terms): Part {
  const forms = snapshot.forms(home.id).filter((form) => searchKindOf(form, terms.search) !== null)
  const isThere = forms.some(({ region }) => region !== 'footer' && region !== 'main')
  const key = 'head-search'
  if (isThere) return { key, measure: { value: 1, basis: [] }, said: null }
  const elsewhere = [...forms, ...scriptedFields(snapshot, home, terms.search)]
  // Where in the page a field stands that a script puts there, the source does not tell.
  if (elsewhere.length > 0) return { key, measure: { value: 0, unknown: 1, basis: [] }, said: null }
  return askedPart(key, false, home, { messageId: 'no-head-search', lookedFor: '頁首之檢索欄位' })
}

/** Whether the home page fits a telephone. What is wide and two-dimensional (a table, a map) may be; a page without viewport is shrunk. */
export function narrowWidth(snapshot: Snapshot, home: Page): Part {
  const key = 'narrow'
  const artifact = snapshot.artifacts('reflow').find(({ pageId }) => pageId === home.id)
  const measured = artifact === undefined ? null : snapshot.artifactContent<ReflowArtifact>(artifact)
  const at = measured?.views.findIndex(({ windowWidth }) => windowWidth === phoneWidth) ?? -1
  const view = measured?.views[at]
  if (artifact === undefined || view === undefined)
    return { key, measure: { value: 0, unknown: 1, basis: [] }, said: null }
  const hasViewport = snapshot.metaTags(home.id).some(({ name }) => name.toLowerCase() === 'viewport')
  const isFit = fitsWindow(view)
  if (isFit && hasViewport) return { key, measure: { value: 1, basis: [] }, said: null }
  const pointer = `/views/${at}`
  const evidence: Evidence[] = [{ kind: 'artifact', artifactId: artifact.id, body: artifact.body, pointer }]
  const isSure = !isFit && view.wide.some(({ isTwoDimensional }) => !isTwoDimensional)
  const said = {
    messageId: isSure ? 'wide' : isFit ? 'no-viewport' : 'maybe-wide',
    verdict: isSure ? ('violates' as const) : ('needs-review' as const),
    values: { width: view.scrollWidth },
    evidence,
  }
  return { key, measure: { value: 0, unknown: isSure ? 0 : 1, basis: [[key]] }, said }
}

/** Names that are nobody's on the network: this machine's, and those kept for tests (RFC 6761). */
const local = /^(127\.|\[::1\]|localhost$)|\.(localhost|test)$/

/** Whether the site is served encrypted; of a folder or of this machine itself that says nothing. */
export function encryption(snapshot: Snapshot, home: Page): Part {
  const key = 'https'
  const { protocol, hostname } = new URL(home.url)
  if (protocol === 'https:') return { key, measure: { value: 1, basis: [] }, said: null }
  if (snapshot.run.isFolder || local.test(hostname))
    return { key, measure: { value: 0, unknown: 1, basis: [] }, said: null }
  const evidence: Evidence[] = [{ kind: 'resource', resourceId: home.resourceId }]
  return {
    key,
    measure: { value: 0, basis: [[key]] },
    said: { messageId: 'http', verdict: 'violates', values: {}, evidence },
  }
}
