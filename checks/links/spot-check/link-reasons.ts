import type { CheckResult, LinkVerdict } from '../../../store/model/check-result.ts'
import type { Link } from '../../../store/model/link.ts'
import { numberText } from '../../../store/model/number-text.ts'
import type { Page } from '../../../store/model/page.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import type { EarlierResults } from '../../check.ts'
import { contentLinks } from '../../page-reading.ts'
import { linkEvidence, linksOf } from '../../seen-page.ts'
import type { PageReason } from './page-verdicts.ts'

const good: readonly LinkVerdict['verdict'][] = ['ok', 'redirected-permanent', 'unstable']
const dead: readonly LinkVerdict['verdict'][] = ['broken', 'soft-404', 'malformed']

/** Links named in one reason. */
const mostNamed = 3

/** What the links of the content of a page lead to; links of menus and footers are no part of a piece of information. */
export class LinkReasons {
  readonly #snapshot: Snapshot
  readonly #verdicts: ReadonlyMap<string, LinkVerdict['verdict']>
  readonly #isWhole: { own: boolean; others: boolean }

  constructor(snapshot: Snapshot, earlier: EarlierResults) {
    const [own, others] = ['links/internal-resolve', 'links/external-resolve'].map((id) => earlier.get(id))
    this.#snapshot = snapshot
    this.#verdicts = new Map([...verdictsIn(own), ...verdictsIn(others)])
    this.#isWhole = { own: own?.status === 'done', others: others?.status === 'done' }
  }

  of(page: Page): PageReason[] {
    const judged = this.#contentOf(page).map((link) => ({ link, verdict: this.#verdictOn(link) }))
    const broken = judged.filter(({ verdict }) => verdict === 'dead')
    const unclear = judged.filter(({ verdict }) => verdict === 'open')
    return [...this.#reason(broken, '連結失效', true), ...this.#reason(unclear, '連結未能確認', false)]
  }

  #contentOf(page: Page): Link[] {
    const images = linksOf(this.#snapshot, page).filter(({ kind, region }) => kind === 'image' && region === 'main')
    return [...contentLinks(this.#snapshot, page), ...images]
  }

  /** `null` for what leads to no address at all, as `mailto:` or `#`. */
  #verdictOn(link: Link): 'good' | 'dead' | 'open' | null {
    const verdict = this.#verdicts.get(link.target ?? '') ?? this.#verdicts.get(link.href.trim())
    if (verdict !== undefined && dead.includes(verdict)) return 'dead'
    if (verdict !== undefined) return good.includes(verdict) ? 'good' : 'open'
    if (link.target === null) return null
    const isLooked = link.isInternal ? this.#isWhole.own : this.#isWhole.others
    return isLooked && link.isInternal ? null : 'open'
  }

  #reason(judged: readonly { link: Link }[], text: string, isProven: boolean): PageReason[] {
    const byAddress = new Map(judged.map(({ link }) => [link.target ?? link.href.trim(), link] as const))
    if (byAddress.size === 0) return []
    const named = [...byAddress].slice(0, mostNamed)
    const rest = byAddress.size > named.length ? ` 等${numberText(byAddress.size)}個` : ''
    const evidence = named.map(([, link]) => linkEvidence(this.#snapshot, link))
    return [{ isProven, text: `${text}：${named.map(([address]) => address).join('、')}${rest}`, evidence }]
  }
}

function verdictsIn(result: CheckResult | undefined): [string, LinkVerdict['verdict']][] {
  if (result?.detail?.kind !== 'links') return []
  return result.detail.verdicts.map(({ url, verdict }) => [url, verdict])
}
