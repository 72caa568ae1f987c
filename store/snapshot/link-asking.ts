import type { Database } from 'better-sqlite3'
import type { Probe } from '../model/probe.ts'

/** What was asked, and what was not, only to judge where links lead. */
export class LinkAsking {
  readonly #leave
  readonly #left
  readonly #addProbe
  readonly #probes

  constructor(database: Database) {
    this.#leave = database.prepare('INSERT OR REPLACE INTO leftLink VALUES (?, ?)')
    this.#left = database.prepare<[], { url: string; reason: string }>('SELECT url, reason FROM leftLink ORDER BY url')
    this.#addProbe = database.prepare('INSERT OR IGNORE INTO probe VALUES ($directory, $resourceId)')
    this.#probes = database.prepare<[], Probe>('SELECT directory, resourceId FROM probe ORDER BY directory')
  }

  /** Notes why an address on another host was not asked for, as a code. */
  leave(url: string, reason: string): void {
    this.#leave.run(url, reason)
  }

  /** Addresses on other hosts that were not asked for, in order, with the reason. */
  left(): { url: string; reason: string }[] {
    return this.#left.all()
  }

  addProbe(probe: Probe): void {
    this.#addProbe.run(probe)
  }

  /** In order of directories. */
  probes(): Probe[] {
    return this.#probes.all()
  }
}
