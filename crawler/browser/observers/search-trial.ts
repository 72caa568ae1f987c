import type { SearchPlace, SearchQuery, SearchTrialArtifact } from '../../../store/model/artifact.ts'
import { sha256 } from '../../../store/sha256.ts'
import type { SearchTask, SearchTrial } from '../../crawl-control.ts'
import type { Lane } from '../lane.ts'
import { askSearch, type Question, type SeenQuery } from '../search/ask-search.ts'
import { narrowings } from '../search/narrowings.ts'
import { findPlaces, type Place } from '../search/search-places.ts'
import type { StepLimits } from '../step-limits.ts'

/** Raised when the same search may yield another artifact. */
export const searchTrialVersion = 2

/** Queries a run sends at most. */
export const mostQueries = 6

/** Fields that are tried one after the other while using them does nothing. */
const mostPlaces = 3

/** Uses the site's own search as a visitor would: a known word, one from within a text, one nobody wrote, signs of markup, and narrowings. */
export async function trySiteSearch(lane: Lane, task: SearchTask, limits: StepLimits): Promise<SearchTrial> {
  return new Trial(lane, task, limits).run()
}

class Trial {
  readonly #lane
  readonly #task
  readonly #limits
  readonly #queries: SearchQuery[] = []
  readonly #documents: string[] = []
  #picture: Uint8Array | null = null

  constructor(lane: Lane, task: SearchTask, limits: StepLimits) {
    this.#lane = lane
    this.#task = task
    this.#limits = limits
  }

  async run(): Promise<SearchTrial> {
    const { places, otherwise } = await findPlaces(this.#lane, this.#task, this.#limits)
    if (places.length === 0) return this.#end(otherwise, null, null)
    for (const place of places.slice(0, mostPlaces)) {
      const first = await this.#ask(this.#firstQuestion(), place)
      if (first.query.outcome !== 'unchanged') return this.#goOn(place, first, places)
      // Using it did nothing and sent nothing: the next field may be the search.
      this.#queries.pop()
    }
    return this.#end('unanswered', 'unchanged', places[0] ?? null)
  }

  async #goOn(place: Place, first: SeenQuery, places: readonly Place[]): Promise<SearchTrial> {
    const { outcome, detail } = first.query
    if (outcome === 'posts' || outcome === 'barred') return this.#end(outcome, detail, place)
    for (const purpose of ['body', 'nonsense', 'markup'] as const) {
      if (this.#isOver()) return this.#end(this.#statusNow(), this.#faultNow(), place)
      const question = this.#questionOf(purpose)
      const at = purpose === 'body' ? this.#placeForTexts(place, places) : place
      if (question.words !== '' && purpose !== first.query.purpose) await this.#ask(question, at)
    }
    const further = await narrowings(this.#lane, this.#task, this.#limits, place, first, this.#queries)
    for (const { question, place: at } of further) if (!this.#isOver()) await this.#ask(question, at)
    return this.#end(this.#statusNow(), this.#faultNow(), place)
  }

  /** Beside a field for titles alone there may be one for texts. */
  #placeForTexts(place: Place, places: readonly Place[]): Place {
    const isForTitles = ({ field }: Place) => this.#task.sense.titleOption([field.control.label]) === 0
    const isBeside = (other: Place) => other.page === place.page && other.frameIndex === place.frameIndex
    if (!isForTitles(place)) return place
    return places.find((other) => isBeside(other) && !isForTitles(other)) ?? place
  }

  async #ask(question: Question, place: Place): Promise<SeenQuery> {
    const seen = await askSearch(this.#lane, this.#task, this.#limits, question, place)
    if (seen.html !== null) this.#documents.push(seen.html)
    this.#picture ??= seen.picture
    this.#queries.push({ ...seen.query, body: seen.html === null ? null : sha256(seen.html) })
    return seen
  }

  /** A site whose titles say nothing of its pages gives no word of them. */
  #firstQuestion(): Question {
    const { title, body } = this.#task.words
    return this.#questionOf(title !== null ? 'title' : body !== null ? 'body' : 'nonsense')
  }

  #questionOf(purpose: 'title' | 'body' | 'nonsense' | 'markup'): Question {
    const { title, body, nonsense } = this.#task.words
    if (purpose === 'nonsense') return { purpose, words: nonsense, expected: [], settings: [], token: '' }
    if (purpose === 'markup') {
      const token = `${nonsense}b`
      return { purpose, words: `"${nonsense}' <b id=${token}>${token}</b>`, expected: [], settings: [], token }
    }
    const known = purpose === 'title' ? title : body
    return { purpose, words: known?.word ?? '', expected: known?.urls ?? [], settings: [], token: '' }
  }

  /** Six were sent, the browser is gone, or two in a row had no answer: a search in trouble is left alone. */
  #isOver(): boolean {
    const last = this.#queries.slice(-2)
    const isSilent = last.length === 2 && last.every(({ outcome }) => outcome === 'time-limit' || outcome === 'failed')
    return isSilent || this.#queries.length >= mostQueries || this.#task.signal.aborted || !this.#lane.isUsable()
  }

  #statusNow(): SearchTrialArtifact['status'] {
    return this.#queries.some(({ outcome }) => outcome === 'shown') ? 'tried' : 'unanswered'
  }

  #faultNow(): string | null {
    return this.#queries.find(({ outcome }) => outcome !== 'shown')?.detail ?? null
  }

  #end(status: SearchTrialArtifact['status'], detail: string | null, place: Place | null): SearchTrial {
    const artifact = { status, detail, place: place === null ? null : placeOf(place), queries: this.#queries }
    return { artifact, observerVersion: searchTrialVersion, documents: this.#documents, picture: this.#picture }
  }
}

function placeOf({ page, frame, field }: Place): SearchPlace {
  return { page, frame, field: field.control, method: field.form?.method ?? null }
}

/** The trial that is kept when it broke off before it came to a query. */
export function failedTrial(detail: string): SearchTrial {
  const artifact: SearchTrialArtifact = { status: 'failed', detail, place: null, queries: [] }
  return { artifact, observerVersion: searchTrialVersion, documents: [], picture: null }
}
