import type { Database } from 'better-sqlite3'
import type { FormControl } from '../model/page.ts'

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
  const asked = fieldsByPath(database)
  return database
    .prepare<[number, number], PageText>(
      `SELECT url, coalesce(title, '') AS title, substr(mainText, 1, ?) AS text FROM page
       WHERE refreshUrl IS NULL AND isShell = 0 ORDER BY url LIMIT ?`,
    )
    .all(mostText, mostPages)
    .filter(({ url }) => !answersForm(url, asked.get(pathOf(url))))
}

/** Names of what a visitor fills in, by the path that a form on another page sends it to. */
function fieldsByPath(database: Database): Map<string, Set<string>> {
  const rows = database
    .prepare<[], { action: string; controls: string; url: string }>(
      `SELECT DISTINCT action, controls, url FROM form JOIN page ON page.id = pageId
       WHERE method = 'get' AND action IS NOT NULL`,
    )
    .all()
  const fields = new Map<string, Set<string>>()
  for (const { action, controls, url } of rows) {
    const path = pathOf(action)
    // A form without an action of its own leads to whatever page it stands on.
    if (path === pathOf(url)) continue
    const names = (JSON.parse(controls) as FormControl[]).filter(({ type }) => type !== 'hidden')
    fields.set(path, new Set([...(fields.get(path) ?? []), ...names.flatMap(({ name }) => name ?? [])]))
  }
  return fields
}

/** One program may write all pages of a site: those whose query bears other names answer no form. */
function answersForm(url: string, fields: ReadonlySet<string> | undefined): boolean {
  if (fields === undefined) return false
  const { searchParams } = new URL(url)
  return searchParams.size === 0 || fields.size === 0 || [...searchParams.keys()].some((name) => fields.has(name))
}

function pathOf(url: string): string {
  return url.replace(/[?#].*$/s, '')
}

/** True when the label of some link holds the word. */
export function isOnLink(database: Database, word: string): boolean {
  const rows = database.prepare<[string], number>('SELECT 1 FROM reference WHERE instr(text, ?) > 0 LIMIT 1')
  return rows.pluck().get(word) !== undefined
}
