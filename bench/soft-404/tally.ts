import type { LinkVerdict } from '../../store/model/check-result.ts'
import type { Truth } from './site.ts'

type Said = LinkVerdict['verdict'] | 'none'

/** Verdicts that lower a score. */
const dead: ReadonlySet<Said> = new Set(['broken', 'soft-404', 'malformed'])
/** Verdicts that somebody has to look at: neither said to be dead nor to be well. */
const open: ReadonlySet<Said> = new Set([
  'redirected-home',
  'unconfirmed',
  'unstable',
  'broken-if-used',
  'blocked',
  'server-error',
  'unreachable',
  'timeout',
  'skipped',
  'none',
])
const isSoft = (truth: Truth): boolean => truth === 'soft' || truth === 'untold'

/** What was said of addresses, against what is true of them. */
export class Tally {
  static readonly head = [
    '| kind | soft 404s: said so | left open | said to be well | living: called dead | left open | walled or down: called dead | `blocked` or an error of the server | honest 404s: said dead | precision | recall |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
  ].join('\n')

  readonly name: string
  /** Each address told wrongly: path, what is true, what was said. */
  readonly wrong: string[] = []
  readonly #cases: { truth: Truth; said: Said }[] = []

  constructor(name: string) {
    this.name = name
  }

  count(path: string, truth: Truth, said: Said): void {
    this.#cases.push({ truth, said })
    if (!isRight(truth, said)) this.wrong.push(`${path}: ${truth}, said ${said}`)
  }

  add(other: Tally): void {
    this.#cases.push(...other.#cases)
  }

  row(): string {
    const soft = this.#of('soft')
    const [alive, barred] = [this.#of('alive', 'home'), this.#of('walled', 'down')]
    const gone = this.#of('gone')
    const cells = [
      this.name,
      counted(soft, (said) => dead.has(said)),
      counted(soft, (said) => open.has(said), true),
      counted(soft, (said) => !dead.has(said) && !open.has(said), true),
      counted(alive, (said) => dead.has(said)),
      counted(alive, (said) => open.has(said), true),
      counted(barred, (said) => dead.has(said)),
      counted(barred, (said) => said === 'blocked' || said === 'server-error'),
      counted(gone, (said) => dead.has(said)),
      this.#precision(),
      ratio(soft.filter((said) => dead.has(said)).length, soft.length),
    ]
    return `| ${cells.join(' | ')} |`
  }

  /** Of what was called a soft 404, the share that is one: an `untold` one is, though nobody could know. */
  #precision(): string {
    const called = this.#cases.filter(({ said }) => said === 'soft-404')
    return ratio(called.filter(({ truth }) => isSoft(truth)).length, called.length)
  }

  #of(...truths: Truth[]): Said[] {
    return this.#cases.filter(({ truth }) => truths.includes(truth)).map(({ said }) => said)
  }
}

function isRight(truth: Truth, said: Said): boolean {
  if (truth === 'soft' || truth === 'gone') return dead.has(said)
  if (truth === 'walled') return said === 'blocked'
  if (truth === 'alive') return !dead.has(said) && !open.has(said)
  return !dead.has(said)
}

function counted(said: readonly Said[], holds: (said: Said) => boolean, alone = false): string {
  if (said.length === 0) return ''
  const count = said.filter(holds).length
  return alone ? String(count) : `${count} of ${said.length}`
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '' : (part / whole).toFixed(3)
}
