import type { Resource } from '../../../store/model/page.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { viewOf } from './answer-view.ts'
import { directoryOf, isHomeAddress, isSentHome, programsOf } from './home.ts'

/** What everybody gets, as pictures and styles, is no sign that a directory lets its readers in. */
const contents = /^(text\/html|application\/(pdf|zip|msword|octet-stream|vnd\.[\w.-]+))$/

/** What was asked for in a directory, or of a program whose records were probed; probes left out. */
export class Neighbours {
  readonly #snapshot: Snapshot
  #scopes: ReadonlyMap<string, readonly Resource[]> | null = null
  #living: ReadonlySet<string> | null = null

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot
  }

  of(scope: string): readonly Resource[] {
    return this.#byScope().get(scope) ?? []
  }

  /** True when a page or file in the directory, or below the root of a host, is not home: who sends everybody home asks for a log-in or a cookie. */
  areAlive(directory: string): boolean {
    this.#living ??= this.#livingDirectories()
    return this.#living.has(directory)
  }

  #livingDirectories(): Set<string> {
    const living = new Set<string>()
    for (const [scope, resources] of this.#byScope()) {
      if (resources.some((resource) => this.#isOfItsOwn(resource))) living.add(scope).add(`${new URL(scope).origin}/`)
    }
    return living
  }

  #byScope(): ReadonlyMap<string, readonly Resource[]> {
    this.#scopes ??= byScope(this.#snapshot)
    return this.#scopes
  }

  #isOfItsOwn(resource: Resource): boolean {
    const { url, finalUrl, outcome } = resource
    if (outcome.kind === 'failure' || !isGood(resource) || !contents.test(outcome.mediaType ?? '')) return false
    if (isHomeAddress(this.#snapshot, url) || isHomeAddress(this.#snapshot, finalUrl)) return false
    const view = viewOf(this.#snapshot, resource)
    return view === null || !isSentHome(this.#snapshot, view)
  }
}

export function isGood({ outcome }: Resource): boolean {
  return outcome.kind === 'response' && outcome.status <= 299
}

/** True for an answer of 200 without a byte. */
export function isEmpty({ outcome }: Resource): boolean {
  return outcome.kind === 'response' && outcome.status === 200 && outcome.bodyBytes === 0
}

function byScope(snapshot: Snapshot): Map<string, Resource[]> {
  const probes = snapshot.probes()
  const [ids, scopes] = [new Set(probes.map((one) => one.resourceId)), new Set(probes.map((one) => one.directory))]
  const found = new Map<string, Resource[]>()
  for (const resource of snapshot.resources()) {
    if (ids.has(resource.id)) continue
    const programs = programsOf(resource.url).filter((program) => scopes.has(program))
    for (const scope of [directoryOf(resource.url), ...programs]) {
      const group = found.get(scope)
      if (group === undefined) found.set(scope, [resource])
      else group.push(resource)
    }
  }
  return found
}
