import type { Database } from 'better-sqlite3'
import type { ExtractedPage, PagePlace } from './extracted-page.ts'
import { LinkWriter } from './link-writer.ts'

/** Writes what one pass over a page yielded into its tables. */
export class PageWriter {
  readonly #page
  readonly #links
  readonly #metaTag
  readonly #heading
  readonly #pageDate
  readonly #form

  constructor(database: Database) {
    this.#page = database.prepare(
      `INSERT INTO page (url, resourceId, body, encoding, title, language, mainText, textLength, isShell, refreshUrl, templateId)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#links = new LinkWriter(database)
    this.#metaTag = database.prepare('INSERT INTO metaTag (pageId, name, content, start, end) VALUES (?, ?, ?, ?, ?)')
    this.#heading = database.prepare('INSERT INTO heading (pageId, level, text, start) VALUES (?, ?, ?, ?)')
    this.#pageDate = database.prepare(
      'INSERT INTO pageDate (pageId, text, date, label, region, start) VALUES (?, ?, ?, ?, ?, ?)',
    )
    this.#form = database.prepare(
      `INSERT INTO form (pageId, action, method, region, selector, start, end, controls, text)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
  }

  /** Returns the id of the page. */
  write(page: ExtractedPage, place: PagePlace): number {
    const pageId = this.#writePage(page, place)
    for (const link of page.links) this.#links.write(pageId, link, place.isInternal)
    for (const m of page.metaTags) this.#metaTag.run(pageId, m.name, m.content, m.start, m.end)
    for (const h of page.headings) this.#heading.run(pageId, h.level, h.text, h.start)
    for (const d of page.dates) this.#pageDate.run(pageId, d.text, d.date, d.label, d.region, d.start)
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
