import { sha256 } from '../store/sha256.ts'
import type { AskReason } from './asker.ts'
import type { CrawlParts } from './crawl-parts.ts'
import { externalGate } from './external/external-links.ts'
import { keepAnswerText } from './external/read-answers.ts'
import { externalSuspects } from './external/suspects.ts'
import { type Gate, Redirects } from './redirects.ts'
import { type Question, unmadeRecords } from './unmade-records.ts'

/** Directories of the site whose answer to a random address is looked at. */
const mostOwn = 40
/** Directories on other hosts: only where an answer looks as if there were nothing. */
const mostOutside = 60
const hostsAtOnce = 8

/** Programs whose answer to a random id is looked at: many say 404 for a path nobody has, and 200 for a record nobody has. */
const mostPrograms = 20

/** A directory and the extension its addresses mostly have, as in `.aspx`; `''` for none. */
interface Directory {
  url: string
  extension: string
}

/**
 * Asks each directory that links lead to for one address that cannot exist, and each program for one record, drawn from the run's seed: whoever
 * answers 200 there says 200 for everything that is missing. The site's busiest, and directories of other hosts that are suspected.
 */
export async function probeDirectories(parts: CrawlParts): Promise<void> {
  const { writer, asker, external, gatekeeper, control } = parts
  if (control.missingPage === undefined) return
  const { seed } = parts.policy
  const linked = writer.written.linkedHtml()
  const own = withRoot(directoriesOf(linked), parts.site.origin).slice(0, mostOwn)
  const records = unmadeRecords(linked, seed).slice(0, mostPrograms)
  await new Probing(parts, [...questionsOf(own, seed), ...records], {
    redirects: new Redirects(asker, writer),
    gate: gatekeeper.site,
    reason: 'probes',
    width: parts.policy.politeness.concurrency,
  }).run()
  const outside = directoriesOf(externalSuspects(parts).map(({ url }) => ({ url, isRedirected: true })))
  const strangers = { redirects: new Redirects(external.asker, writer), gate: externalGate(parts) }
  await new Probing(parts, questionsOf(outside.slice(0, mostOutside), seed), {
    ...strangers,
    reason: 'external',
    width: hostsAtOnce,
  }).run()
}

function questionsOf(directories: readonly Directory[], seed: string): Question[] {
  return directories.map((directory) => ({ directory: directory.url, url: randomAddress(directory, seed) }))
}

/** What the root says is the rule of the whole host. */
function withRoot(directories: readonly Directory[], origin: string): Directory[] {
  const url = `${origin}/`
  const root = directories.find((directory) => directory.url === url) ?? { url, extension: '' }
  return directories.length === 0 ? [] : [root, ...directories.filter((directory) => directory !== root)]
}

/** Those from which somebody was sent elsewhere come first, then those with most addresses. */
export function directoriesOf(answers: Iterable<{ url: string; isRedirected: boolean }>): Directory[] {
  const found = new Map<string, { count: number; sent: number; extensions: Map<string, number> }>()
  for (const { url, isRedirected } of answers) {
    const { origin, pathname } = new URL(url)
    const directory = origin + pathname.slice(0, pathname.lastIndexOf('/') + 1)
    const known = found.get(directory) ?? { count: 0, sent: 0, extensions: new Map<string, number>() }
    const extension = /\.[a-z0-9]{2,5}$/i.exec(pathname)?.[0] ?? ''
    known.count += 1
    known.sent += isRedirected ? 1 : 0
    known.extensions.set(extension, (known.extensions.get(extension) ?? 0) + 1)
    found.set(directory, known)
  }
  return [...found]
    .sort(([a, one], [b, other]) => other.sent - one.sent || other.count - one.count || (a < b ? -1 : 1))
    .map(([url, { extensions }]) => ({ url, extension: mostCommon(extensions) }))
}

function mostCommon(counts: ReadonlyMap<string, number>): string {
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? ''
}

/** An address in the directory that nobody can have made; the same in every run with this seed. */
export function randomAddress({ url, extension }: Directory, seed: string): string {
  return `${url}${sha256(`${seed} ${url}`).slice(0, 20)}${extension}`
}

/** Who is asked, as what, and how many at a time; each host at its own pace. */
interface Door {
  width: number
  redirects: Redirects
  gate: Gate
  reason: AskReason
}

class Probing {
  readonly #parts: CrawlParts
  readonly #questions: readonly Question[]
  readonly #door: Door
  #next = 0

  constructor(parts: CrawlParts, questions: readonly Question[], door: Door) {
    this.#parts = parts
    this.#questions = questions
    this.#door = door
  }

  async run(): Promise<void> {
    await Promise.all(Array.from({ length: this.#door.width }, () => this.#work()))
  }

  async #work(): Promise<void> {
    for (let next = this.#take(); next !== undefined; next = this.#take()) await this.#probe(next)
  }

  #take(): Question | undefined {
    const { control, budget, patience } = this.#parts
    if (control.signal.aborted || budget.spent() !== null || patience.isOver()) return undefined
    return this.#questions[this.#next++]
  }

  async #probe({ directory, url }: Question): Promise<void> {
    const { writer } = this.#parts
    const { redirects, gate, reason } = this.#door
    if ((await gate(url)) !== null) return
    await redirects.resolve(url, { via: 'static', gate, reason }, ({ id, finalUrl, outcome }) => {
      keepAnswerText(writer, finalUrl, outcome)
      writer.linkAsking.addProbe({ directory, resourceId: id })
    })
  }
}
