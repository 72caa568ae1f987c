import SqliteDatabase, { type Database } from 'better-sqlite3'
import type { Artifact } from '../model/artifact.ts'
import type { Assignment } from '../model/assignment.ts'
import type { Confirmation } from '../model/confirmation.ts'
import type { DocumentFile } from '../model/document-file.ts'
import type { Sha256 } from '../model/fetch-outcome.ts'
import type { PageResourceKind, Resource } from '../model/page.ts'
import type { Run } from '../model/run.ts'
import { AnswerTexts } from './answer-texts.ts'
import { Batch } from './batch.ts'
import { Bodies } from './bodies.ts'
import { Confirmations } from './confirmations.ts'
import { EarlierRun } from './earlier-run.ts'
import type { ExtractedPage, ExtractedStyleReference, PagePlace } from './extracted-page.ts'
import { Frontier } from './frontier.ts'
import { LinkAsking } from './link-asking.ts'
import { PageWriter } from './page-writer.ts'
import { resourceRow } from './resource-row.ts'
import { pageIndexes, snapshotSchema } from './schema.ts'
import { SecondLooks } from './second-looks.ts'
import { assignImportedStyles, assignPageResources, assignShortestPaths, assignTargets } from './shortest-paths.ts'
import { WorkingState } from './working-state.ts'
import { Written } from './written.ts'

/** Writes one snapshot while a crawl goes on. One writer a file. */
export class SnapshotWriter {
  readonly database: Database
  readonly frontier: Frontier
  /** What the snapshot already holds. */
  readonly written: Written
  /** What the run must remember to be taken up again. */
  readonly working: WorkingState
  /** The run before, whose unchanged parts are taken over; `null` when there is none. */
  earlier: EarlierRun | null = null
  readonly #batch
  /** What links led to beside pages of the site. */
  readonly linkAsking: LinkAsking
  readonly answerTexts: AnswerTexts
  /** What a browser showed of addresses that had refused. */
  readonly secondLooks: SecondLooks
  readonly #bodies
  readonly #confirmations
  readonly #pages
  readonly #resource
  readonly #pageResource
  readonly #styleReference
  readonly #documentFile
  readonly #artifact
  readonly #renderedBody
  readonly #run
  readonly #resourceId
  readonly #linkTargets

  /** Takes a database with the snapshot's schema: see {@link createSnapshot}. */
  constructor(database: Database) {
    this.database = database
    this.#batch = new Batch(database)
    this.frontier = new Frontier(database)
    this.written = new Written(database)
    this.working = new WorkingState(database)
    this.linkAsking = new LinkAsking(database)
    this.answerTexts = new AnswerTexts(database)
    this.secondLooks = new SecondLooks(database)
    this.#bodies = new Bodies(database)
    this.#confirmations = new Confirmations(database)
    this.#pages = new PageWriter(database)
    this.#resource = database.prepare(
      `INSERT INTO resource VALUES (NULL, $url, $finalUrl, $redirects, $via, $fetchedAt, $durationMs, $tls, $kind, $status,
       $headers, $mediaType, $charset, $body, $bodyBytes, $truncated, $code, $detail)`,
    )
    this.#pageResource = database.prepare('INSERT OR IGNORE INTO pageResource VALUES (?, ?, ?)')
    this.#styleReference = database.prepare('INSERT OR IGNORE INTO styleReference VALUES (?, ?, ?, ?, ?, ?)')
    this.#documentFile = database.prepare('INSERT INTO documentFile VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)')
    this.#artifact = database.prepare('INSERT OR REPLACE INTO artifact VALUES (NULL, ?, ?, ?, ?)')
    this.#renderedBody = database.prepare('UPDATE page SET renderedBody = ? WHERE id = ?')
    this.#run = database.prepare('INSERT OR REPLACE INTO run VALUES (1, ?)')
    this.#resourceId = database.prepare<[string], number>('SELECT id FROM resource WHERE url = ?').pluck()
    this.#linkTargets = database
      .prepare<[number], string>('SELECT target FROM link WHERE pageId = ? AND target IS NOT NULL')
      .pluck()
  }

  /**
   * Runs `write` as a whole, kept together with all that is written before the event loop turns; returns what it returns.
   * When it throws, what was not kept yet is undone and nothing more can be written: the run ends and can be taken up again.
   */
  transaction<T>(write: () => T): T {
    return this.#batch.whole(write)
  }

  /** Keeps everything written so far. Otherwise it happens when the event loop turns. */
  flush(): void {
    this.#batch.close()
  }

  /** Whoever is about to ask for more waits for this: it resolves when everything written so far is kept; `null` when it is. */
  kept(): Promise<void> | null {
    return this.#batch.kept()
  }

  /** From now on what the sealed snapshot at `path` holds may be taken over. */
  attachEarlier(path: string): void {
    this.flush()
    this.earlier = new EarlierRun(this.database, path)
  }

  putBody(content: Uint8Array, mediaType: string | null): Sha256 {
    this.#batch.open()
    return this.#bodies.put(content, mediaType)
  }

  getBody(address: Sha256): Uint8Array | null {
    return this.#bodies.get(address)
  }

  /** Returns the id of the resource. */
  addResource(resource: Omit<Resource, 'id'>): number {
    return Number(this.#resource.run(resourceRow(resource)).lastInsertRowid)
  }

  /** Keeps what a resource answered when it was asked a second time; once a resource. */
  addConfirmation(confirmation: Confirmation): void {
    this.#confirmations.add(confirmation)
  }

  /** Returns the id of the page. */
  addPage(page: ExtractedPage, place: PagePlace): number {
    return this.#pages.write(page, place)
  }

  /** Keeps what a style sheet names; once a style sheet. */
  addStyleReferences(resourceId: number, references: readonly ExtractedStyleReference[]): void {
    for (const { start, end, kind, href, target } of references)
      this.#styleReference.run(resourceId, start, end, kind, href, target)
  }

  addDocument(file: Omit<DocumentFile, 'id'>): void {
    const { resourceId, named, served, detected, claims, fileName, facts } = file
    const texts = [JSON.stringify(claims), fileName, JSON.stringify(facts)]
    this.#documentFile.run(resourceId, named, served, detected, ...texts)
  }

  /** The resource stored under a normal URL; `null` when there is none yet. */
  resourceIdAt(url: string): number | null {
    return this.#resourceId.get(url) ?? null
  }

  /** Where the links in the served HTML of a page lead, in normal form. */
  linkTargetsOf(pageId: number): Set<string> {
    return new Set(this.#linkTargets.all(pageId))
  }

  addPageResource(pageId: number, resourceId: number, kind: PageResourceKind): void {
    this.#pageResource.run(pageId, resourceId, kind)
  }

  addArtifact(artifact: Omit<Artifact, 'id'>): void {
    this.#artifact.run(artifact.pageId, artifact.name, artifact.observerVersion, artifact.body)
  }

  setRenderedBody(pageId: number, body: Sha256): void {
    this.#renderedBody.run(body, pageId)
  }

  setRun(run: Run): void {
    this.#run.run(JSON.stringify(run))
  }

  /** Makes what pages hold quick to be found, by page and by where links lead; call it when most pages are written. */
  indexPages(): void {
    this.database.exec(pageIndexes)
  }

  /** Settles what is known only at the end: where links lead, what pages pull in, and the shortest path to each page from `startUrl`. */
  finish(startUrl: string): void {
    this.indexPages()
    this.transaction(() => {
      assignTargets(this.database)
      assignPageResources(this.database)
      assignImportedStyles(this.database)
      assignShortestPaths(this.database, startUrl)
    })
  }
}

/**
 * Makes an empty snapshot at `path` (`:memory:` for one that is never sealed); it is there whole, with its assignment, or
 * not at all.
 */
export function createSnapshot(path: string, assignment: Assignment | null = null): SnapshotWriter {
  const database = new SqliteDatabase(path)
  prepareForWriting(database)
  return database.transaction(() => {
    database.exec(snapshotSchema)
    const writer = new SnapshotWriter(database)
    if (assignment !== null) writer.working.assign(assignment)
    return writer
  })()
}

/** What is committed outlives the end of this program at any moment; only a power failure may take the last moments. */
export function prepareForWriting(database: Database): void {
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = NORMAL')
  // 32 MB: pages that are written again and again are carried over, and the disk waited for, less often.
  database.pragma('wal_autocheckpoint = 8000')
  // 8 MB: what is written is seldom read again, and sorting takes as much once more when indices are made.
  database.pragma('cache_size = -8000')
}
