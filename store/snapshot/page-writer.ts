import type { Database } from 'better-sqlite3'
import type { ExtractedPage, PagePlace } from './extracted-page.ts'
import { LinkWriter } from './link-writer.ts'
import { RowsInsert } from './rows-insert.ts'

/** Writes what one pass over a page yielded into its tables. */
export class PageWriter {
  readonly #page
  readonly #links
  readonly #metaTag
  readonly #heading
  readonly #pageDate
  readonly #form
  readonly #surface

  constructor(database: Database) {
    this.#page = database.prepare(
      `INSERT INTO page (url, resourceId, body, encoding, title, language, mainText, textLength, isShell, refreshUrl, templateId)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#surface = database.prepare('INSERT INTO pageSurface (pageId, features) VALUES (?, ?)')
    this.#links = new LinkWriter(database)
    this.#metaTag = new RowsInsert(database, 'metaTag', ['pageId', 'name', 'content', 'start', 'end'])
    this.#heading = new RowsInsert(database, 'heading', ['pageId', 'level', 'text', 'start'])
    this.#pageDate = new RowsInsert(database, 'pageDate', ['pageId', 'text', 'date', 'label', 'region', 'start'])
    this.#form = database.prepare(
      `INSERT INTO form (pageId, action, method, region, selector, start, end, controls, text)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
  }

  /** Returns the id of the page. */
  write(page: ExtractedPage, place: PagePlace): number {
    const pageId = this.#writePage(page, place)
    this.#surface.run(pageId, JSON.stringify(page.surface))
    this.#links.write(pageId, page.links, place.isInternal)
    this.#metaTag.run(page.metaTags.flatMap((m) => [pageId, m.name, m.content, m.start, m.end]))
    this.#heading.run(page.headings.flatMap((h) => [pageId, h.level, h.text, h.start]))
    this.#pageDate.run(page.dates.flatMap((d) => [pageId, d.text, d.date, d.label, d.region, d.start]))
    for (const f of page.forms) {
      const controls = JSON.stringify(f.controls)
      this.#form.run(pageId, f.action, f.method, f.region, f.selector, f.start, f.end, controls, f.text)
    }
    return pageId
  }

  #writePage(page: ExtractedPage, place: PagePlace): number {
    const { lastInsertRowid } = this.#page.run(
      place.url,
      place.resourceId,
      place.body,
      page.encoding,
      page.title,
      page.language,
      page.mainText,
      page.textLength,
      page.isShell ? 1 : 0,
      page.refreshUrl,
      page.templateId,
    )
    return Number(lastInsertRowid)
  }
}
