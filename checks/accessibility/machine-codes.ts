import {
  type AccessibilityStandard,
  meaningOfCode,
  type StandardCode,
} from '../../store/model/accessibility-standard.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type DraftFinding, defineCheck } from '../check.ts'
import { atLeastOne } from '../element-evidence.ts'
import { type SiteMarkup, siteMarkup } from './site-markup.ts'

type Message = 'fails' | 'passes' | 'beyond' | 'undecided'

/** Of those looked at. */
const mostPagesNamed = 50
const marks = { official: '', secondary: '［次級來源］', unconfirmed: '［未經證實］' } as const

/** What would the official tool say, code by code? A second opinion beside axe, never mixed with it. Source: facts 4.4. */
export default defineCheck({
  id: 'accessibility/machine-codes',
  version: 2,
  question: '官方檢測工具之機器檢測碼，本網站可能未通過哪些？',
  needs: [],
  measures: { failing: { title: '推估未通過之機器檢測碼（A、AA等級）', unit: 'kind' } },
  messages: {
    fails: '{code}（{level}等級，成功準則{criterion}）推估未通過：{title}；{count} 處，{pages} 頁{mark}。',
    passes: '{code}（{level}等級，成功準則{criterion}）推估通過：{title}{mark}。',
    beyond: '{code}（AAA等級，取得A、AA標章無須符合）推估未通過：{count} 處，{pages} 頁{mark}。',
    undecided: '未判定之機器檢測碼（本工具無其判定條件）：{codes}。請以官方檢測工具確認。{title}之依據：{basis}。',
  },
  run(snapshot, { standard, terms }) {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法查核。' }
    const codes = standard.codes.filter(({ code }) => meaningOfCode(code)?.isMachine === true)
    const markup = siteMarkup(snapshot, terms.accessibility)
    const known = markup.codes.counts
    const decided = codes.filter(({ code }) => known.has(code))
    const undecided = codes.filter(({ code }) => !known.has(code))
    const findings = decided.map((code) => findingOf(snapshot, standard, code, markup))
    const required = codes.filter(({ code }) => meaningOfCode(code)?.level !== 'AAA')
    const failing = findings.filter(({ messageId }) => messageId === 'fails').length
    const open = required.filter((code) => undecided.includes(code)).length
    return {
      status: 'done',
      measures: {
        failing: {
          value: failing,
          unknown: Math.min(open + (markup.readable.length < markup.pages.length ? 1 : 0), required.length - failing),
          outOf: required.length,
        },
      },
      findings: [...findings, ...undecidedFinding(snapshot, standard, undecided)],
    }
  },
})

function findingOf(
  snapshot: Snapshot,
  standard: AccessibilityStandard,
  { code, title, mark }: StandardCode,
  { codes, readable }: SiteMarkup,
): DraftFinding<Message> {
  const { level = 'A', criterion = '' } = meaningOfCode(code) ?? {}
  const { count, pageIds, evidence } = codes.counts.get(code) ?? { count: 0, pageIds: new Set(), evidence: [] }
  const messageId = messageFor(count, level)
  const seen: Evidence = {
    kind: 'absence',
    lookedFor: `${code}（${standard.title}）`,
    pageIds: readable.slice(0, mostPagesNamed).map(({ id }) => id),
  }
  const [first] = evidence
  return {
    key: [code],
    messageId,
    values: { code, level, criterion, title, count, pages: pageIds.size, mark: marks[mark] },
    verdict: messageId === 'passes' ? 'conforms' : 'needs-review',
    url: first?.url ?? pageForAll(snapshot)?.url ?? '',
    pages: Math.max(1, pageIds.size),
    evidence: atLeastOne(first === undefined ? [seen] : evidence.map((one) => one.evidence)),
  }
}

/** Where a person looks when something is said of the whole site. */
function pageForAll(snapshot: Snapshot) {
  return snapshot.homePage() ?? snapshot.pages()[0]
}

function messageFor(count: number, level: string): Message {
  if (count === 0) return 'passes'
  return level === 'AAA' ? 'beyond' : 'fails'
}

/** What is known of the standard itself is second-hand as well: it is told with how sure it is. */
function basisOf({ sources }: AccessibilityStandard): string {
  return sources.map(({ mark, says }) => `${says}${marks[mark]}`).join('；')
}

function undecidedFinding(
  snapshot: Snapshot,
  standard: AccessibilityStandard,
  codes: readonly StandardCode[],
): DraftFinding<Message>[] {
  const home = pageForAll(snapshot)
  if (codes.length === 0 || home === undefined) return []
  const { title } = standard
  const values = { codes: codes.map(({ code }) => code).join('、'), title, basis: basisOf(standard) }
  const evidence = { kind: 'absence', lookedFor: '判定條件', pageIds: [home.id] } as const
  return [
    {
      key: ['undecided'],
      messageId: 'undecided',
      values,
      verdict: 'needs-review',
      url: home.url,
      evidence: [evidence],
    },
  ]
}
