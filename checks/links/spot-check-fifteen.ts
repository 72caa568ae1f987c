import type { Evidence } from '../../store/model/evidence.ts'
import type { Verdict } from '../../store/model/finding.ts'
import type { Page } from '../../store/model/page.ts'
import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type DraftFinding, type DraftMeasure, defineCheck, type EarlierResults } from '../check.ts'
import { contentPages } from '../freshness/content-pages.ts'
import { navigationOf } from '../navigation.ts'
import { searchAnswers } from '../search/search-answers.ts'
import { isReadable } from '../seen-page.ts'
import { bandChances, type ChanceRange, drawnPieces } from './spot-check/band-chances.ts'
import { drawPages } from './spot-check/draw.ts'
import { type JudgedPage, judgingChecks, PieceJudge, type Side } from './spot-check/judged-page.ts'
import { SiteNames } from './titles/page-names.ts'

type Message = 'correct' | 'wrong' | 'open'

/**
 * Would a reviewer who draws fifteen pieces of content and links find them right? One draw of both together (002:114-116), one of
 * content and one of links (003:234, 236); and the chance of every band for any draw, from the verdicts on all pages.
 */
export default defineCheck({
  id: 'links/spot-check-fifteen',
  version: 3,
  question: '隨機抽測15件網站資訊內容及連結，是否正確？',
  needs: [],
  reads: judgingChecks,
  measures: {
    correct: { title: '抽測15件（內容及連結）之正確件數', unit: 'piece', counts: 'conforms' },
    contentCorrect: { title: '抽測15件（內容）之正確件數', unit: 'piece', counts: 'conforms' },
    linksCorrect: { title: '抽測15件（連結）之正確件數', unit: 'piece', counts: 'conforms' },
    pages: { title: '可抽測之資訊網頁中內容及連結均正確者', unit: 'page' },
    chance14: { title: '若隨機抽15件，正確14件以上之機率', unit: 'share' },
    chance13: { title: '若隨機抽15件，正確13件之機率', unit: 'share' },
    chance12: { title: '若隨機抽15件，正確12件之機率', unit: 'share' },
  },
  messages: {
    correct: '抽測（{draw}）第{number}件「{title}」：未見錯誤。',
    wrong: '抽測（{draw}）第{number}件「{title}」：不正確。{reasons}。',
    open: '抽測（{draw}）第{number}件「{title}」：待人工確認。{reasons}。',
  },
  run(snapshot, { terms, agency }, earlier) {
    const pool = informationPages(snapshot, terms, earlier)
    if (pool.length < drawnPieces)
      return { status: 'undetermined', reason: `可抽測之資訊網頁僅${pool.length}頁，不足15件，無法抽測。` }
    const judge = new PieceJudge(snapshot, earlier)
    const rows = (side: Side) => drawn(snapshot, pool, side).map((page) => judge.judge(page, side))
    const draws = { joint: rows('joint'), content: rows('content'), links: rows('links') }
    const census = pool.map((page) => judge.judge(page, 'joint'))
    const names = new SiteNames(snapshot, agency.name ?? snapshot.homePage()?.title ?? '')
    return {
      status: 'done',
      measures: {
        correct: rowMeasure('joint', draws.joint),
        contentCorrect: rowMeasure('content', draws.content),
        linksCorrect: rowMeasure('links', draws.links),
        ...censusMeasures(census, basisOf('joint', draws.joint)),
      },
      findings: sides.flatMap((side) => draws[side].map((row, index) => findingOf(names, side, row, index + 1))),
    }
  },
})

const sides: readonly Side[] = ['joint', 'content', 'links']
const drawNames: Readonly<Record<Side, string>> = { joint: '內容及連結', content: '內容', links: '連結' }

/** Pages that say something of their own, and those of which nobody knows what they say; none that says that there is nothing. */
function informationPages(snapshot: Snapshot, terms: Terms, earlier: EarlierResults): Page[] {
  const navigation = navigationOf(snapshot, terms.siteMap)
  const answers = searchAnswers(snapshot, terms.search)
  const detail = earlier.get('links/internal-resolve')?.detail
  const verdicts = detail?.kind === 'links' ? detail.verdicts : []
  const missing = new Set(verdicts.filter(({ verdict }) => verdict === 'soft-404').map(({ url }) => url))
  const isLater = (page: Page): boolean =>
    page !== navigation.home && page !== navigation.siteMap && !answers.has(page.id)
  const unread = snapshot
    .pages()
    .filter((page) => isLater(page) && page.refreshUrl === null && !isReadable(snapshot, page))
  return [...contentPages(snapshot, navigation, terms), ...unread].filter(({ url }) => !missing.has(url))
}

function drawn(snapshot: Snapshot, pool: readonly Page[], side: Side): Page[] {
  return drawPages(pool, drawnPieces, side, snapshot.run)
}

function count(judged: readonly JudgedPage[], verdict: JudgedPage['verdict']): number {
  return judged.filter((one) => one.verdict === verdict).length
}

/** Where nothing could be called correct, the rows known to be wrong say nothing about the rest: no share is guessed from them. */
function rowMeasure(side: Side, rows: readonly JudgedPage[]): DraftMeasure {
  const value = count(rows, 'correct')
  const unknown = count(rows, 'open')
  return { value, unknown, outOf: value === 0 ? null : rows.length, basis: basisOf(side, rows) }
}

type Basis = readonly (readonly string[])[]

function basisOf(side: Side, rows: readonly JudgedPage[]): Basis {
  return rows.map(({ page }) => [side, page.url])
}

/** Counted over all pages; the drawn ones are those that are shown. */
function censusMeasures(census: readonly JudgedPage[], basis: Basis) {
  const [correct, open] = [count(census, 'correct'), count(census, 'open')]
  const { chance14, chance13, chance12 } = bandChances({ pages: census.length, correct, open })
  return {
    pages: { value: correct, unknown: open, outOf: census.length, basis },
    chance14: chanceMeasure(chance14, basis),
    chance13: chanceMeasure(chance13, basis),
    chance12: chanceMeasure(chance12, basis),
  }
}

function chanceMeasure({ low, high }: ChanceRange, basis: Basis): DraftMeasure {
  return { value: low, unknown: Math.round((high - low) * 10) / 10, basis }
}

const verdicts: Readonly<Record<JudgedPage['verdict'], Verdict>> = {
  correct: 'conforms',
  wrong: 'violates',
  open: 'needs-review',
}

/** Pieces of evidence in one row. */
const mostEvidence = 5

function findingOf(
  names: SiteNames,
  side: Side,
  { page, verdict, reasons }: JudgedPage,
  number: number,
): DraftFinding<Message> {
  const seen: Evidence[] = reasons.flatMap((reason) => reason.evidence).slice(0, mostEvidence)
  return {
    key: [side, page.url],
    messageId: verdict,
    values: {
      draw: drawNames[side],
      number,
      // Titles and first headings of real sites are often the same on every page.
      title: names.shownNameOf(page),
      reasons: reasons.map(({ text }) => text).join('；'),
    },
    verdict: verdicts[verdict],
    url: page.url,
    evidence: [{ kind: 'resource', resourceId: page.resourceId }, ...seen],
  }
}
