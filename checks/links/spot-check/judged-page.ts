import type { Page } from '../../../store/model/page.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import type { EarlierResults } from '../../check.ts'
import { isReadable } from '../../seen-page.ts'
import { LinkReasons } from './link-reasons.ts'
import { type PageReason, pageVerdicts } from './page-verdicts.ts'

/** What a draw is judged by: both together (002:114-116), or each by itself (003:234, 236). */
export type Side = 'joint' | 'content' | 'links'

/** A page as one piece of information: `open` when something about it is for a person to settle. */
export interface JudgedPage {
  page: Page
  verdict: 'correct' | 'wrong' | 'open'
  reasons: readonly PageReason[]
}

/** Checks whose findings make a piece wrong, with what they are called. */
const contentChecks = [
  ['content/no-evident-errors', '明顯錯誤'],
  ['content/not-expired', '過期資訊'],
] as const
const linkChecks = [
  ['links/title-matches-target', '標題與內容一致'],
  ['content/sources-cited', '標明引用出處'],
] as const

/** Every check that pieces are judged by. */
export const judgingChecks: readonly string[] = [
  ...['links/internal-resolve', 'links/external-resolve'],
  ...[...contentChecks, ...linkChecks].map(([id]) => id),
]

/** Judges pages from what the checks found on them. */
export class PieceJudge {
  readonly #snapshot: Snapshot
  readonly #links
  readonly #sides

  constructor(snapshot: Snapshot, earlier: EarlierResults) {
    this.#snapshot = snapshot
    this.#links = new LinkReasons(snapshot, earlier)
    const read = (checks: readonly (readonly [string, string])[]) =>
      checks.map(([id, subject]) => pageVerdicts(snapshot, earlier.get(id), subject))
    this.#sides = { content: read(contentChecks), links: read(linkChecks) }
  }

  judge(page: Page, side: Side): JudgedPage {
    const reasons = this.#reasonsOf(page, side)
    if (reasons.some(({ isProven }) => isProven)) return { page, verdict: 'wrong', reasons: reasons.filter(isProven) }
    return { page, verdict: reasons.length > 0 ? 'open' : 'correct', reasons }
  }

  #reasonsOf(page: Page, side: Side): PageReason[] {
    if (!isReadable(this.#snapshot, page)) return [{ isProven: false, text: '內容由程式產生，未能查核', evidence: [] }]
    const content = side === 'links' ? [] : this.#sides.content
    const links = side === 'content' ? [] : this.#sides.links
    const said = [...content, ...links].flatMap((verdicts) => verdicts.of(page.id) ?? [])
    return side === 'content' ? said : [...said, ...this.#links.of(page)]
  }
}

function isProven(reason: PageReason): boolean {
  return reason.isProven
}
