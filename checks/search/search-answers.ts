import type { FormControl, Page } from '../../store/model/page.ts'
import type { SearchTerms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { readTrial } from './read-trial.ts'
import { isTextField, searchKindOf } from './search-control.ts'

const known = new WeakMap<Snapshot, ReadonlySet<number>>()

/** Ids of the pages on which the site's own search answers, or asks for a word: what they list is said elsewhere. */
export function searchAnswers(snapshot: Snapshot, terms: SearchTerms): ReadonlySet<number> {
  const found = known.get(snapshot) ?? collect(snapshot, terms)
  known.set(snapshot, found)
  return found
}

function collect(snapshot: Snapshot, terms: SearchTerms): Set<number> {
  const pages = snapshot.pages()
  const { fields, places } = searchesOf(snapshot, pages, terms)
  const tried = new Set(readTrial(snapshot)?.content.queries.map(({ url }) => url))
  const isAnswer = ({ url }: Page) => tried.has(url) || places.has(url) || asksFor(new URL(url), fields)
  return new Set(pages.filter(isAnswer).map(({ id }) => id))
}

/** Names of the fields for words by the address they are sent to, and where the search of the home page sends them. */
function searchesOf(snapshot: Snapshot, pages: readonly Page[], terms: SearchTerms) {
  const home = snapshot.homePage()
  const fields = new Map<string, Set<string>>()
  const places = new Set<string>()
  for (const { pageId, action, controls, ...form } of pages.flatMap(({ id }) => snapshot.forms(id))) {
    if (action === null || searchKindOf({ action, controls, ...form }, terms) !== 'search') continue
    const place = action.replace(/[?#].*$/su, '')
    const names = controls.filter(isTextField).flatMap(nameOf)
    fields.set(place, new Set([...(fields.get(place) ?? []), ...names]))
    if (pageId === home?.id) places.add(action.replace(/#.*$/su, ''))
  }
  return { fields, places }
}

function nameOf({ name }: FormControl): string[] {
  return name === null ? [] : [name]
}

/** A pager may carry the field along without a word in it. */
function asksFor({ origin, pathname, searchParams }: URL, fields: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const names = [...(fields.get(origin + pathname) ?? [])]
  return names.some((name) => (searchParams.get(name) ?? '').trim() !== '')
}
