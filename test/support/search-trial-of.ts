import type { SearchPurpose, SearchQuery, SearchTrialArtifact } from '../../store/model/artifact.ts'

const home = 'http://agency.test/'

/** A query that was answered with a page of results at an address of its own, unless `changes` say otherwise. */
export function queryOf(purpose: SearchPurpose, changes: Partial<SearchQuery> = {}): SearchQuery {
  const words = purpose === 'nonsense' ? 'zqxj' : purpose === 'markup' ? '<b id=zqxjb>' : '水權'
  return {
    purpose,
    words,
    expected: [],
    from: home,
    settings: purpose === 'fields' || purpose === 'category' ? [{ label: '分類', choice: '甲類' }] : [],
    outcome: 'shown',
    detail: null,
    url: `${home}search?q=${encodeURIComponent(changes.words ?? words)}&for=${purpose}`,
    status: 200,
    title: '搜尋結果',
    text: '',
    links: [],
    echo: purpose === 'markup' ? 'text' : null,
    highlights: 0,
    controls: [],
    body: null,
    ...changes,
  }
}

/** A trial of a GET form on the home page, unless `changes` say otherwise. */
export function trialOf(
  queries: readonly SearchQuery[],
  changes: Partial<SearchTrialArtifact> = {},
): SearchTrialArtifact {
  const field = { tag: 'input', type: 'text', name: 'q', label: '關鍵字' }
  return {
    status: 'tried',
    detail: null,
    place: { page: home, frame: null, field, method: 'get' },
    queries,
    ...changes,
  }
}

/** Links to paths of the site, as a page of results shows them. */
export function linksTo(...paths: string[]): SearchQuery['links'] {
  return paths.map((path) => ({ url: new URL(path, home).href, text: `結果 ${path}` }))
}
