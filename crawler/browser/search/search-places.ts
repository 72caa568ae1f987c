import type { SearchSense, SearchTask } from '../../crawl-control.ts'
import { normalForm } from '../../normal-form.ts'
import { readSearchFields, type SeenField, searchFieldsSource } from '../in-page/search-fields.ts'
import type { Lane } from '../lane.ts'
import type { OpenPage } from '../open-page.ts'
import type { StepLimits } from '../step-limits.ts'
import { withTimeLimit } from '../time-limit.ts'
import { labelIs } from './label-is.ts'

/** Where a field stands that may search the site. */
export interface Place {
  /** Normal form of the page. */
  page: string
  /** Place of its frame among those of the page; 0 is the page itself. */
  frameIndex: number
  /** Address of the frame; `null` for the page itself. */
  frame: string | null
  field: SeenField
}

/** Fields to be tried, the likeliest first; why there is none where there is none. */
export interface FoundPlaces {
  places: readonly Place[]
  otherwise: 'none' | 'external' | 'guarded'
}

/** Pages behind links like 全站搜尋 that are looked at when the first page has no field. */
const mostLinked = 2

/** Looks for fields on the page a visitor sees first and in its frames, else behind its links to a page for searching and on other pages. */
export async function findPlaces(lane: Lane, task: SearchTask, limits: StepLimits): Promise<FoundPlaces> {
  const first = await visit(lane, task.startUrl, limits)
  const here = await placesOn(first, task.startUrl)
  const sure = rankedPlaces(here, task.sense).filter((place) => rankOf(place.field, task.sense) < 3)
  if (sure.length > 0) return { places: sure, otherwise: 'none' }
  const isOthers = hasOthers(first, here, task)
  const behind: Place[] = []
  const linked = searchPagesOf(first, task).slice(0, mostLinked)
  for (const url of linked) behind.push(...(await fieldsAt(lane, url, limits)))
  // What stands in the middle of some page searches what that page is about.
  const isOfSite = ({ field }: Place) => field.region !== 'main' || field.isInSearch
  const others = behind.length > 0 ? [] : task.otherPages.filter((url) => !linked.includes(url))
  for (const url of others) behind.push(...(await fieldsAt(lane, url, limits)).filter(isOfSite))
  const places = rankedPlaces([...behind, ...here], task.sense)
  if (places.length > 0) return { places, otherwise: 'none' }
  if ([...here, ...behind].some(({ field }) => isGuarded(field, task.sense))) return { places, otherwise: 'guarded' }
  return { places, otherwise: isOthers ? 'external' : 'none' }
}

/** Opens a page of the site and waits until it stands still. */
export function visit(lane: Lane, url: string, limits: StepLimits): Promise<OpenPage> {
  return lane.visit({ id: 0, url, templateId: '', isShell: false, isKey: true }, limits)
}

async function fieldsAt(lane: Lane, url: string, limits: StepLimits): Promise<Place[]> {
  try {
    return await placesOn(await visit(lane, url, limits), url)
  } catch {
    // A page for searching that cannot be opened holds no field that could be used.
    return []
  }
}

const readMs = 10_000

/** Every text field of the open page and its frames. A frame that goes away meanwhile holds none. @throws TimeLimitError */
export function placesOn(open: OpenPage, page: string): Promise<Place[]> {
  return withTimeLimit('reading fields', readMs, readPlaces(open, page))
}

async function readPlaces({ world }: OpenPage, page: string): Promise<Place[]> {
  const frameIds = await world.frameIds()
  const each = frameIds.map(async (id, frameIndex): Promise<Place[]> => {
    const fields = await world.evaluate<SeenField[]>(
      `(() => { ${searchFieldsSource}; return ${readSearchFields.name}() })()`,
      id,
    )
    const frame = frameIndex === 0 ? null : await world.evaluate<string>('location.href', id)
    return fields.map((field) => ({ page, frameIndex, frame, field }))
  })
  const seen = await Promise.all(each.map((places) => places.catch(() => [])))
  return seen.flat()
}

/** Those that may search the site, the likeliest first, as they stand. */
export function rankedPlaces(places: readonly Place[], sense: SearchSense): Place[] {
  return places
    .filter(({ field }) => isUsable(field, sense))
    .map((place, at) => ({ place, at, rank: rankOf(place.field, sense) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ place }) => place)
}

/** True for a field that searches the site, or may do so, and asks for no code. */
export function isUsable(field: SeenField, sense: SearchSense): boolean {
  return rankOf(field, sense) < 9 && !isGuarded(field, sense)
}

/** 9: no search of the site. What a visitor sees comes before what is folded away, what surely searches before what may. */
function rankOf(field: SeenField, sense: SearchSense): number {
  const { form, control, isInSearch, isVisible } = field
  const hidden = isVisible ? 0 : 0.5
  const says = isInSearch || sense.saysSearch(control)
  if (form === null) return says ? 1 + hidden : 9
  const kind = sense.kindOf(form)
  if (kind === null || kind === 'external' || (!says && isAmongOthers(field, sense))) return 9
  if (kind === 'maybe') return form.method === 'get' ? 3 + hidden : 9
  return (form.method === 'post' ? 2 : 0) + hidden
}

/** A form around the whole page may hold the log-in as well. */
function isAmongOthers({ form, further, control }: SeenField, sense: SearchSense): boolean {
  const fields =
    form?.controls.filter(({ tag, type }) => tag === 'input' && (type === 'text' || type === 'search')) ?? []
  const isCondition = sense.conditionOf({ ...control, hint: '' }) === 'words'
  return fields.length > 1 && !(isCondition && further.every((input) => sense.conditionOf(input) !== null))
}

function isGuarded({ form }: SeenField, { codes }: SearchSense): boolean {
  return form !== null && form.text.length <= 300 && form.controls.some(({ label }) => labelIs(label, codes))
}

function hasOthers({ network }: OpenPage, places: readonly Place[], { sense }: SearchTask): boolean {
  const byForm = places.some(({ field: { form } }) => form !== null && sense.kindOf(form) === 'external')
  return byForm || [...network.pulledIn().keys()].some(sense.isOthers)
}

function searchPagesOf({ reading }: OpenPage, { sense, isOwn, startUrl }: SearchTask): string[] {
  const links = reading.links.filter(({ url, text }) => isOwn(url) && labelIs(text, sense.searchPages))
  const urls = links.map(({ url }) => normalForm(new URL(url)))
  return [...new Set(urls)].filter((url) => url !== startUrl)
}
