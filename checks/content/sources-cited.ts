import type { Evidence } from '../../store/model/evidence.ts'
import type { Page } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type Answer, type CheckContext, type DraftFinding, defineCheck } from '../check.ts'
import { atLeastOne, elementEvidence } from '../element-evidence.ts'
import { groupBy } from '../group-by.ts'
import { foldText, matchesAny } from '../labels.ts'
import { isReadable } from '../seen-page.ts'
import { isSameHouse } from './errors/publishers.ts'
import { type SourceStatement, sourceStatements } from './sources/statements.ts'

const messages = {
  linked: '標示資料來源{statements}處，其中引用他人資料者均提供連結。',
  'without-link': '引用「{source}」之資料標明來源而未提供連結，共 {pages} 頁。',
  'maybe-other': '「資料來源：{source}」未提供連結，共 {pages} 頁，請確認是否引用他人資料。',
} as const

type MessageId = keyof typeof messages
type Draft = DraftFinding<MessageId>

interface Placed extends SourceStatement {
  page: Page
}

const mostEvidence = 5

/** Does quoted material name its source, with a link? Sources: 003:235 (引用他人資料要標明來源出處或版權，並提供連結), 002:29 (3). */
export default defineCheck({
  id: 'content/sources-cited',
  version: 3,
  question: '引用他人資料是否標明來源並提供連結？',
  needs: [],
  measures: {
    linked: { title: '標明來源並提供連結之引用', unit: 'source' },
    unlinked: { title: '標明來源而未提供連結之引用', unit: 'source' },
  },
  messages,
  run(snapshot, context: CheckContext): Answer<'linked' | 'unlinked', MessageId> {
    const words = context.terms.content.sources
    const pages = snapshot.pages().filter((page) => isReadable(snapshot, page))
    if (pages.length === 0) return { status: 'undetermined', reason: '未取得可判讀之網頁，無法判定。' }
    const placed = pages.flatMap((page) =>
      sourceStatements(snapshot, page, words).map((one): Placed => ({ ...one, page })),
    )
    const names = [context.agency.name, snapshot.homePage()?.title].filter((name) => typeof name === 'string')
    const foreign = placed.filter(({ source }) => !isOwn(source, names, words.own))
    // What is quoted without a word of where it is from, no program can tell.
    if (foreign.length === 0)
      return { status: 'undetermined', reason: '網站未見引用他人資料之來源標示，有無引用而未標明者請人工認定。' }
    const bySource = groupBy(foreign, ({ source }) => source)
    const unlinked = [...bySource].flatMap(([source, all]) => {
      const without = all.filter(({ hasLink }) => !hasLink)
      return without.length === 0
        ? []
        : [unlinkedFinding(snapshot, source, without, matchesAny(source, [words.others]) && names.length > 0)]
    })
    const violations = unlinked.filter(({ verdict }) => verdict === 'violates').length
    const numbers = { unknown: unlinked.length - violations, outOf: bySource.size }
    return {
      status: 'done',
      measures: {
        linked: { value: bySource.size - unlinked.length, ...numbers },
        unlinked: { value: violations, ...numbers },
      },
      findings: unlinked.length > 0 ? unlinked : [linkedFinding(snapshot, foreign)],
    }
  },
})

/** Its own units and persons, and the house it belongs to. */
function isOwn(source: string, names: readonly string[], own: string): boolean {
  const name = foldText(source).replace(/\s+/gu, '')
  return matchesAny(name, [own]) || names.some((one) => isSameHouse(foldText(one), name))
}

function unlinkedFinding(snapshot: Snapshot, source: string, all: readonly Placed[], isSure: boolean): Draft {
  const pages = new Set(all.map(({ page }) => page)).size
  const head = isSure
    ? ({ messageId: 'without-link', verdict: 'violates' } as const)
    : ({ messageId: 'maybe-other', verdict: 'needs-review' } as const)
  const url = all[0]?.page.url ?? snapshot.run.start
  return { key: [source], ...head, values: { source, pages }, url, pages, evidence: evidenceOf(snapshot, all) }
}

function linkedFinding(snapshot: Snapshot, all: readonly Placed[]): Draft {
  const url = all[0]?.page.url ?? snapshot.run.start
  const head = { key: ['linked'], messageId: 'linked', verdict: 'conforms' } as const
  return { ...head, values: { statements: all.length }, url, evidence: evidenceOf(snapshot, all) }
}

function evidenceOf(snapshot: Snapshot, all: readonly Placed[]): readonly [Evidence, ...Evidence[]] {
  return atLeastOne(
    all.slice(0, mostEvidence).map(({ page, place }): Evidence => {
      if (place === null) return { kind: 'resource', resourceId: page.resourceId }
      return elementEvidence(snapshot, { pageId: page.id, selector: 'body', ...place })
    }),
  )
}
