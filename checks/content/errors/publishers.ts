import type { Evidence } from '../../../store/model/evidence.ts'
import type { Page } from '../../../store/model/page.ts'
import type { ErrorTerms } from '../../../store/model/terms.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { metaEvidence } from '../../element-evidence.ts'
import { foldText } from '../../labels.ts'

/** An agency that pages name as who publishes them, though it is not the one whose site this is. */
export interface Stranger {
  name: string
  pages: Page[]
  evidence: Evidence[]
}

/** So many characters in common are the name of a superior agency, a city, a ministry: the same house. */
const sameHouse = 3
const agencyName = /[\p{sc=Han}]{2,24}?(?:部|署|局|處|委員會|院|館|所|中心|大學|學院|公所|市政府|縣政府|基金會)/u
/** The same to its last such word, so that what a title adds is left out. */
const wholeAgency = new RegExp(agencyName.source.replace('?(', '('), 'u')
const mostEvidence = 3

/** Publishers named by metadata or by the line of copyright that share nothing with the names of the site. `names`: of agency and home page. */
export function strangersOf(snapshot: Snapshot, names: readonly string[], words: ErrorTerms): Stranger[] {
  const own = names.map(plain).filter((name) => agencyName.test(name))
  if (own.length === 0) return []
  const strangers = new Map<string, Stranger>()
  for (const page of snapshot.pages()) {
    for (const { name, evidence } of publishersOf(snapshot, page, words)) {
      if (own.some((one) => isSameHouse(one, name))) continue
      const known = strangers.get(name) ?? { name, pages: [], evidence: [] }
      strangers.set(name, known)
      if (known.pages.at(-1) !== page) known.pages.push(page)
      if (known.evidence.length < mostEvidence) known.evidence.push(evidence)
    }
  }
  return [...strangers.values()]
}

interface Publisher {
  name: string
  evidence: Evidence
}

function publishersOf(snapshot: Snapshot, page: Page, { publisherTags, copyright }: ErrorTerms): Publisher[] {
  const tags = snapshot
    .metaTags(page.id)
    .filter(({ name, content }) => publisherTags.includes(name.toLowerCase()) && agencyName.test(plain(content)))
    .map((tag) => ({ name: plain(tag.content), evidence: metaEvidence(snapshot, tag) }))
  const [, behind, before] = new RegExp(copyright, 'iu').exec(lastLine(snapshot, page)) ?? []
  const line = behind ?? before
  const resource: Evidence = { kind: 'resource', resourceId: page.resourceId }
  return line === undefined ? tags : [...tags, { name: plain(line), evidence: resource }]
}

const copyrightSign = /版權所有|著作權|copyright|©|&copy;/giu
/** Characters of the source around the last such sign: a line and its markup. */
const reach = 300

/** The line of copyright at the end of a page, cut out of its source: a tree of every page of a site would cost too much. */
function lastLine(snapshot: Snapshot, page: Page): string {
  const html = snapshot.html(page)
  const at = [...html.matchAll(copyrightSign)].at(-1)?.index
  if (at === undefined) return ''
  const around = html.slice(Math.max(0, at - reach), at + reach)
  return foldText(
    around
      .replace(/^[^<]*>/u, '')
      .replace(/<[^>]*>?/gu, ' ')
      .replace(/&copy;/giu, '©'),
  )
}

function plain(name: string): string {
  return foldText(name).replace(/[^\p{sc=Han}]/gu, '')
}

/** The end two offices of one kind share: 鄉公所, 事務所, 博物館. */
const sharedKind = 3

/** True for two offices of one kind with names of their own: two townships of one county, two museums. */
function areSisters(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => [...(wholeAgency.exec(name)?.[0] ?? name)])
  if (a === undefined || b === undefined) return false
  const start = a.findIndex((character, at) => character !== b[at])
  const end = a.toReversed().findIndex((character, at) => character !== b.at(-1 - at))
  return start >= 0 && end >= sharedKind && start + end < Math.min(a.length, b.length)
}

/** True when one name holds the other, or both share so many characters in a row: a ministry and its bureau, a city and its office. */
export function isSameHouse(one: string, other: string): boolean {
  if (one.includes(other) || other.includes(one)) return true
  if (areSisters(one, other)) return false
  const pieces = [...other].slice(0, -(sameHouse - 1)).map((_, at) => other.slice(at, at + sameHouse))
  return pieces.some((piece) => one.includes(piece))
}
