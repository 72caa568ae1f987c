import type { SearchQuery } from '../../../store/model/artifact.ts'
import type { SearchTask } from '../../crawl-control.ts'
import { normalForm } from '../../normal-form.ts'
import type { SeenChoice, SeenInput } from '../in-page/search-fields.ts'
import type { Lane } from '../lane.ts'
import type { StepLimits } from '../step-limits.ts'
import type { Question, SeenQuery } from './ask-search.ts'
import { labelIs } from './label-is.ts'
import { type Place, placesOn, rankedPlaces, visit } from './search-places.ts'

interface Narrowing {
  question: Question
  place: Place
}

/** Labels of the way to a page with more fields: facts 6.4. */
const furtherPages = ['^(進階|複合|詳細|多條件|條件)(搜尋|檢索|查詢)', 'advancedsearch']

/**
 * Queries that set a second condition and a category: on the page of results, on the page of the first field, or behind a link
 * 進階搜尋, whichever has such a choice, or a second field. Empty when none has.
 */
export async function narrowings(
  lane: Lane,
  task: SearchTask,
  limits: StepLimits,
  place: Place,
  first: SeenQuery,
  queries: readonly SearchQuery[],
): Promise<Narrowing[]> {
  const found: Narrowing[] = []
  for (const candidate of [...first.fields, place]) addFrom(candidate, task, queries, found)
  if (found.length >= 2) return found
  for (const url of advancedPages(first, task)) {
    const open = await visit(lane, url, limits).catch(() => null)
    if (open === null) continue
    for (const candidate of rankedPlaces(await placesOn(open, url), task.sense))
      addFrom(candidate, task, queries, found)
  }
  return found
}

function addFrom(place: Place, task: SearchTask, queries: readonly SearchQuery[], found: Narrowing[]): void {
  for (const choice of place.field.choices) {
    const purpose = task.sense.purposeOf(choice)
    if (purpose === null || found.some(({ question }) => question.purpose === purpose)) continue
    const question = questionOf(purpose, choice, task, queries)
    if (question !== null) found.push({ question, place })
  }
  if (found.some(({ question }) => question.purpose === 'fields')) return
  const question = conditionsOf(place.field.further, task)
  if (question !== null) found.push({ question, place })
}

/** Before there were pages of the web in Chinese. */
const longAgo = ['1990-01-01', '1990-12-31']

/**
 * A second condition in a field of its own: beside the word of a title one nobody wrote, or days of long ago. Where both conditions
 * are heeded, results vanish.
 */
function conditionsOf(further: readonly SeenInput[], { sense, words }: SearchTask): Question | null {
  const known = further.map((input) => ({ input, condition: sense.conditionOf(input) }))
  const forWords = known.filter(({ condition }) => condition === 'words').slice(0, 1)
  const forDays = known.filter(({ condition }) => condition === 'day').slice(0, 2)
  const settings = (forWords.length > 0 ? forWords : forDays).map(({ input: { index, label }, condition }, at) => {
    const written = condition === 'words' ? words.nonsense : (longAgo[at] ?? '')
    return { kind: 'input' as const, index, label, choice: written, words: written }
  })
  if (settings.length === 0 || words.title === null) return null
  return { purpose: 'fields', words: words.title.word, expected: [], settings, token: '' }
}

/** A body word looked for in titles alone is to vanish; any other choice is to give other results for the word of a title. */
function questionOf(
  purpose: 'fields' | 'category',
  choice: SeenChoice,
  { sense, words }: SearchTask,
  queries: readonly SearchQuery[],
): Question | null {
  const inTitles = purpose === 'fields' ? sense.titleOption(choice.options) : -1
  const hadBody = queries.some((query) => query.purpose === 'body' && query.outcome === 'shown')
  const isByTitle = inTitles >= 0 && inTitles !== choice.chosen && words.body !== null && hadBody
  const option = isByTitle
    ? inTitles
    : choice.options.findIndex((text, at) => at !== choice.chosen && !sense.isAll(text))
  const known = isByTitle ? words.body : words.title
  if (option < 0 || known === null) return null
  const settings = [{ ...choice, option, choice: choice.options[option] ?? '' }]
  return { purpose, words: known.word, expected: known.urls, settings, token: '' }
}

function advancedPages({ query, startLinks }: SeenQuery, { isOwn }: SearchTask): string[] {
  const links = [...query.links, ...startLinks].filter(({ url, text }) => isOwn(url) && labelIs(text, furtherPages))
  return [...new Set(links.map(({ url }) => normalForm(new URL(url))))].slice(0, 1)
}
