import type { Database } from 'better-sqlite3'
import type { ArtifactName } from '../model/artifact.ts'
import type { FetchOutcome, Sha256 } from '../model/fetch-outcome.ts'
import type { PageResourceKind, Resource } from '../model/page.ts'
import type { Run } from '../model/run.ts'
import { type BodyRow, unpacked } from './bodies.ts'
import { type ResourceRow, resourceOf } from './resource-row.ts'

/** What a browser left of a page in the run before. */
export interface EarlierPage {
  renderedBody: Sha256 | null
  artifacts: readonly { name: ArtifactName; observerVersion: number; body: Sha256 }[]
  resources: readonly { resource: Resource; kind: PageResourceKind }[]
}

/** The snapshot of an earlier run, attached to the one in work: what has not changed is copied, so that the new one is whole. */
export class EarlierRun {
  /** The head of that run. */
  readonly run: Run
  readonly #database
  readonly #answer
  readonly #copyBody

  /** Attaches the sealed snapshot at `path`, of this version of the schema; not within a transaction. */
  constructor(database: Database, path: string) {
    database.prepare('ATTACH ? AS earlier').run(path)
    this.#database = database
    this.run = JSON.parse(database.prepare('SELECT content FROM earlier.run').pluck().get() as string) as Run
    this.#answer = database.prepare<[string], ResourceRow>(
      `SELECT * FROM earlier.resource WHERE url = ? AND kind = 'response' AND status = 200 AND redirects = '[]'
       AND body IS NOT NULL AND truncated = 0`,
    )
    this.#copyBody = database.prepare<[string]>(
      `INSERT OR IGNORE INTO main.body (sha256, coding, bytes, stored)
       SELECT sha256, coding, bytes, stored FROM earlier.body WHERE sha256 = ?`,
    )
  }

  /** The whole 200 answer of a URL; `null` when it gave none, or only its head was kept. */
  answerOf(url: string): Extract<FetchOutcome, { kind: 'response' }> | null {
    const row = this.#answer.get(url)
    const outcome = row === undefined ? null : resourceOf(row).outcome
    return outcome?.kind === 'response' ? outcome : null
  }

  /** The bytes as they came; `null` when that run does not hold them. */
  getBody(address: Sha256): Uint8Array | null {
    const row = this.#database
      .prepare<[string], BodyRow>('SELECT coding, stored FROM earlier.body WHERE sha256 = ?')
      .get(address)
    return row === undefined ? null : unpacked(row)
  }

  /** Copies a body as it is stored, unless the new snapshot holds it. */
  copyBody(address: Sha256): void {
    this.#copyBody.run(address)
  }

  /** What a browser left of the page at a URL, when its HTML was these bytes; `null` when it was not, or nobody looked. */
  pageOf(url: string, body: Sha256): EarlierPage | null {
    const page = this.#database
      .prepare<[string, string], { id: number; renderedBody: Sha256 | null }>(
        'SELECT id, renderedBody FROM earlier.page WHERE url = ? AND body = ?',
      )
      .get(url, body)
    if (page === undefined) return null
    const artifacts = this.#artifactsOf(page.id)
    return artifacts.length === 0
      ? null
      : { renderedBody: page.renderedBody, artifacts, resources: this.#resourcesOf(page.id) }
  }

  /** A search is used anew in every run: what it shows hangs on more than the page it starts from. */
  #artifactsOf(pageId: number): EarlierPage['artifacts'] {
    return this.#database
      .prepare<[number], EarlierPage['artifacts'][number]>(
        `SELECT name, observerVersion, body FROM earlier.artifact WHERE pageId = ? AND name NOT LIKE 'search-%'
         ORDER BY name`,
      )
      .all(pageId)
  }

  #resourcesOf(pageId: number): EarlierPage['resources'] {
    const rows = this.#database.prepare<[number], ResourceRow & { pageKind: PageResourceKind }>(
      `SELECT resource.*, pageResource.kind AS pageKind FROM earlier.pageResource
       JOIN earlier.resource ON resource.id = resourceId WHERE pageId = ? ORDER BY resource.url, pageResource.kind`,
    )
    return rows.all(pageId).map(({ pageKind, ...row }) => ({ resource: resourceOf(row), kind: pageKind }))
  }
}
