import type { Database } from 'better-sqlite3'

/** What a page says, as its search would index it. */
export interface PageText {
  url: string
  /** `''` when it has none. */
  title: string
  /** Visible text of its main region, at most 20000 characters. */
  text: string
}

const mostPages = 2_000
const mostText = 20_000

/**
 * Titles and texts of pages that show something by themselves, at most 2000, in order of their URLs. Pages of results, to which
 * a form leads, are none: a search does not find itself.
 */
export function pageTexts(database: Database): PageText[] {
  const rows = database
    .prepare<[], { action: string; url: string }>(
      `SELECT DISTINCT action, url FROM form JOIN page ON page.id = pageId WHERE method = 'get' AND action IS NOT NULL`,
    )
    .all()
  // A form without an action of its own leads to whatever page it stands on.
  const results = new Set(
    rows.filter(({ action, url }) => pathOf(action) !== pathOf(url)).map(({ action }) => pathOf(action)),
  )
  return database
    .prepare<[number, number], PageText>(
      `SELECT url, coalesce(title, '') AS title, substr(mainText, 1, ?) AS text FROM page
       WHERE refreshUrl IS NULL AND isShell = 0 ORDER BY url LIMIT ?`,
    )
    .all(mostText, mostPages)
    .filter(({ url }) => !results.has(pathOf(url)))
}

function pathOf(url: string): string {
  return url.replace(/[?#].*$/s, '')
}

/** True when the label of some link holds the word. */
export function isOnLink(database: Database, word: string): boolean {
  const rows = database.prepare<[string], number>('SELECT 1 FROM reference WHERE instr(text, ?) > 0 LIMIT 1')
  return rows.pluck().get(word) !== undefined
}
