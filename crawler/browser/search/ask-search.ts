import type { SearchPurpose, SearchQuery } from '../../../store/model/artifact.ts'
import type { SearchTask } from '../../crawl-control.ts'
import { normalForm } from '../../normal-form.ts'
import { markDocument, readResults, type SeenResults } from '../in-page/read-results.ts'
import { everywhere, searchFieldsSource } from '../in-page/search-fields.ts'
import { type SearchMove, useSearch, useSearchSource } from '../in-page/use-search.ts'
import type { Lane } from '../lane.ts'
import type { OpenPage } from '../open-page.ts'
import { failureDetail } from '../page-failure.ts'
import { settled } from '../settled.ts'
import type { StepLimits } from '../step-limits.ts'
import { TimeLimitError, withTimeLimit } from '../time-limit.ts'
import { type Arrival, awaitResults } from './await-results.ts'
import { type Place, placesOn, rankedPlaces, visit } from './search-places.ts'

/** What is typed where, and what for. */
export interface Question {
  purpose: SearchPurpose
  words: string
  expected: readonly string[]
  settings: readonly (SearchMove['settings'][number] & { label: string; choice: string })[]
  /** Text within the signs of markup; `''` when there are none. */
  token: string
}

/** A query with what is not part of the artifact. */
export interface SeenQuery {
  query: SearchQuery
  html: string | null
  picture: Uint8Array | null
  /** Fields on a page of results that has an address of its own. */
  fields: readonly Place[]
  /** Links of the page the field stands on. */
  startLinks: readonly { url: string; text: string }[]
}

const [pictureMs, frameMs, queryMs] = [20_000, 1_000, 90_000]

/** Opens the page of the field, uses it once, and reads what is shown. Whatever goes wrong is an outcome. */
export async function askSearch(
  lane: Lane,
  task: SearchTask,
  limits: StepLimits,
  question: Question,
  place: Place,
): Promise<SeenQuery> {
  try {
    return await withTimeLimit('query', queryMs, ask(lane, task, limits, question, place))
  } catch (error) {
    if (error instanceof TimeLimitError) lane.spoil()
    const detail = failureDetail(error)
    return unseen(question, place, { outcome: detail === 'time-limit' ? 'time-limit' : 'failed', detail })
  }
}

async function ask(
  lane: Lane,
  task: SearchTask,
  limits: StepLimits,
  question: Question,
  place: Place,
): Promise<SeenQuery> {
  const open = await visit(lane, place.page, limits)
  const startLinks = open.reading.links
  const arrival = await use(open, task, question, place)
  if (arrival.outcome !== 'shown') return { ...unseen(question, place, arrival), startLinks }
  return readShown(open, task, limits, question, place, startLinks)
}

async function use(open: OpenPage, task: SearchTask, question: Question, place: Place): Promise<Arrival> {
  const { browserPage, world } = open
  // A frame that was refused has no scripts to wait for: it never answers.
  const frames = browserPage.frames().map((frame) => settled(withTimeLimit('frame', frameMs, frame.evaluate(openHere))))
  await Promise.all(frames)
  const { index } = await sameField(open, place)
  for (const by of ['button', 'enter'] as const) {
    const frameIds = await world.frameIds()
    await Promise.all(frameIds.map((id) => settled(world.call(markDocument, id))))
    const move: SearchMove = {
      index,
      words: question.words,
      settings: question.settings,
      buttons: task.sense.buttons,
      by,
    }
    const call = `${useSearch.name}(${JSON.stringify(move)}, ${everywhere.name})`
    const script = `(() => { ${searchFieldsSource}; ${useSearchSource}; ${call} })()`
    const start = () => settled(world.evaluate(script, frameIds[place.frameIndex]))
    const arrival = await awaitResults(open, task, start)
    if (arrival.outcome !== 'unchanged' || by === 'enter') return arrival
  }
  return { outcome: 'unchanged', detail: null }
}

/** What a script opens in a new window is seen in this one. It runs among the page's own scripts. */
function openHere(): void {
  window.open = (url) => {
    if (url !== undefined && String(url) !== '') location.href = String(url)
    return window
  }
}

/** The field as it stands now: scripts may have put others before it. @throws Error when it is gone */
async function sameField(open: OpenPage, { page, frameIndex, field }: Place): Promise<{ index: number }> {
  const now = (await placesOn(open, page)).filter((place) => place.frameIndex === frameIndex)
  const isSame = ({ control }: typeof field) =>
    control.name === field.control.name && control.label === field.control.label
  const alike = now.filter((place) => isSame(place.field))
  const same = alike.find((place) => place.field.index === field.index) ?? alike[0]
  // The words of the last search may stand in it as its label.
  const there = same ?? now.find((place) => place.field.index === field.index)
  if (there === undefined) throw new Error('field-gone')
  return there.field
}

async function readShown(
  open: OpenPage,
  task: SearchTask,
  limits: StepLimits,
  question: Question,
  place: Place,
  startLinks: SeenQuery['startLinks'],
): Promise<SeenQuery> {
  const { world } = open
  const frameIds = await world.frameIds()
  const read = `(${readResults})(${JSON.stringify({ words: question.words, token: question.token })})`
  const each = frameIds.map((id) => world.evaluate<SeenResults>(read, id).catch(() => null))
  const seen = (await withTimeLimit('reading results', limits.readMs, Promise.all(each))).filter((one) => one !== null)
  const [top] = seen
  if (top === undefined) throw new Error('navigated-away')
  const shown = seen.find(({ isOld }) => !isOld) ?? top
  const fields = shown === top && !top.isOld ? await placesOn(open, normalForm(new URL(top.url))) : []
  const query: SearchQuery = {
    ...headOf(question, place),
    outcome: 'shown',
    detail: null,
    url: /^https?:/.test(shown.url) ? normalForm(new URL(shown.url)) : null,
    status: shown.status === 0 || shown.isOld ? null : shown.status,
    title: shown.title,
    text: seen
      .map(({ text }) => text)
      .join(' ')
      .slice(0, 20_000),
    links: seen.flatMap(({ links }) => links),
    echo: question.token === '' ? null : echoOf(seen),
    highlights: seen.reduce((sum, { highlights }) => sum + highlights, 0),
    controls: seen.flatMap(({ controls }) => controls),
    body: null,
  }
  const picture = question.expected.length > 0 ? await pictureOf(open) : null
  return { query, html: shown.html, picture, fields: rankedPlaces(fields, task.sense), startLinks }
}

function echoOf(seen: readonly SeenResults[]): SearchQuery['echo'] {
  return seen.find(({ echo }) => echo === 'markup')?.echo ?? seen.find(({ echo }) => echo === 'text')?.echo ?? 'none'
}

/** From the top of the page, at most 2000 pixels; `null` when none could be taken. */
async function pictureOf({ browserPage }: OpenPage): Promise<Uint8Array | null> {
  const options = { type: 'png', animations: 'disabled', timeout: pictureMs } as const
  return browserPage.screenshot(options).catch(() => null)
}

function headOf({ purpose, words, expected, settings }: Question, { page }: Place) {
  return { purpose, words, expected, from: page, settings: settings.map(({ label, choice }) => ({ label, choice })) }
}

function unseen(question: Question, place: Place, { outcome, detail }: Arrival): SeenQuery {
  const nothing = {
    url: null,
    status: null,
    title: '',
    text: '',
    links: [],
    echo: null,
    highlights: 0,
    controls: [],
    body: null,
  }
  return {
    query: { ...headOf(question, place), outcome, detail, ...nothing },
    html: null,
    picture: null,
    fields: [],
    startLinks: [],
  }
}
