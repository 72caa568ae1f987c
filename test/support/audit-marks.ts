/** What a run reaches one after another, as it shows from outside: by what it asks for, and by what it tells. */
export const marks = [
  'started',
  /** The first request. */
  'asking',
  /** By now a thread of its own reads the pages. */
  'halfway',
  /** The first document was read; the browser starts soon. */
  'documents',
  /** The browser has seen its first page. */
  'examined',
  /** The site's search was used. */
  'search',
  /** Another host was asked; probes and a second look at what refused follow. */
  'external',
  /** A first dead link was asked for once more. */
  'confirming',
  /** The last one was: the snapshot is sealed soon, then come the checks. */
  'confirmed',
  'checked',
  /** The reports are being written. */
  'scored',
  'reported',
] as const

export type Mark = (typeof marks)[number]

/** The mark that a line of `--json` tells of; `null` for any other, of which a program that is killed may leave half. */
export function markOfLine(line: string): Mark | null {
  if (!line.startsWith('{"stage"')) return null
  const { stage, done, known } = JSON.parse(line) as { stage: string; done?: number; known?: number }
  if (stage === 'confirm') return done === known ? 'confirmed' : 'confirming'
  return markOfStage[stage] ?? null
}

const markOfStage: Readonly<Record<string, Mark>> = {
  documents: 'documents',
  browser: 'examined',
  check: 'checked',
  score: 'scored',
  report: 'reported',
}

/** When a program is to be killed: so much of the time that passes after a mark until the next one. */
export interface Moment {
  after: Mark
  /** 0 to 1. */
  share: number
}

/**
 * Moments to kill one run at, in its order: one after each mark but the last. The one in which a program starts stands
 * anywhere among them, as whoever takes a run up starts as well; sealing is over soon, so the one that may meet it comes early.
 */
export function momentsOf(random: () => number): Moment[] {
  const drawn = marks.slice(1, -1).map((after) => ({ after, share: random() ** (after === 'confirmed' ? 3 : 1) }))
  return drawn.toSpliced(Math.floor(random() * (drawn.length + 1)), 0, { after: 'started', share: random() })
}

/** The marks one program reached, each with the first sign of it or of a later one. */
export class ReachedMarks {
  /** When each of {@link marks} was reached, in milliseconds. */
  readonly #reachedMs: number[] = []
  #awaited: { after: Mark; then: (reached: Mark) => void } | null = null

  /** Notes a sign of a mark. */
  reach(mark: Mark): void {
    while (this.#reachedMs.length <= marks.indexOf(mark)) this.#reachedMs.push(performance.now())
    this.#tell()
  }

  /** Calls once, when the mark or a later one is reached, with that one. */
  once(after: Mark, then: (reached: Mark) => void): void {
    this.#awaited = { after, then }
    this.#tell()
  }

  /** Milliseconds from a mark to the next one, or until now; 0 for a mark nobody saw. */
  lastedMs(mark: Mark): number {
    const place = marks.indexOf(mark)
    const begun = this.#reachedMs[place]
    return begun === undefined ? 0 : (this.#reachedMs[place + 1] ?? performance.now()) - begun
  }

  /** The last one. */
  last(): Mark {
    return marks[this.#reachedMs.length - 1] ?? 'started'
  }

  #tell(): void {
    const awaited = this.#awaited
    if (awaited === null || marks.indexOf(this.last()) < marks.indexOf(awaited.after)) return
    // Whoever is called may wait for a later one.
    this.#awaited = null
    awaited.then(this.last())
  }
}
