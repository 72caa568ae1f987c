import { matchesAny } from '../../labels.ts'
import { compactText } from '../../page-reading.ts'
import type { ItemSearch } from './item-search.ts'
import type { Judgement } from './judgement.ts'

/**
 * Item 10 binds only collegial bodies (Art. 7-III). Takes what was seen of it, and says whether that, or its absence,
 * counts. An agency that is none, by what we were told or by its own words, need not publish minutes.
 */
export function judgeMinutes(search: ItemSearch, seen: Judgement | null): Judgement | null {
  const { agency, terms } = search
  if (agency.isCollegial === true) return seen
  if (agency.isCollegial === false) return notApplicable('機關設定載明非合議制機關', [])
  const statement = statementPage(search)
  if (statement !== null) return notApplicable('網站載明非合議制機關', statement)
  if (seen !== null && (seen.state === 'published' || seen.state === 'not-applicable')) return seen
  const question = terms.items['10'].question
  const because = seen === null ? `未見會議紀錄。${question}` : `${seen.because}。${question}`
  return {
    state: 'undetermined',
    because,
    label: seen?.label ?? null,
    url: seen?.url ?? null,
    evidence: seen?.evidence ?? [],
    shown: [],
  }
}

function notApplicable(because: string, evidence: Judgement['evidence']): Judgement {
  return { state: 'not-applicable', because, label: null, url: null, evidence, shown: [] }
}

/** The resource of the first page that says the agency is no collegial body; `null` when none does. */
function statementPage(search: ItemSearch): Judgement['evidence'] | null {
  const { snapshot, terms } = search
  const page = snapshot.pages().find((one) => matchesAny(compactText(snapshot, one), terms.notCollegial))
  return page === undefined ? null : [{ kind: 'resource', resourceId: page.resourceId }]
}
