import type { Verdict } from '../../store/model/finding.ts'
import type { MetaTag } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import type { CheckContext } from '../check.ts'
import { groupBy } from '../group-by.ts'
import type { Classification } from './classify-page.ts'
import { constantContents } from './constant-contents.ts'
import { foreignAreas, foreignOids } from './foreign-agency.ts'
import { type FaultKind, faultTitles, type ValueFault, valueFaults } from './value-faults.ts'
import { valueWordsOf } from './value-words.ts'

/** One thing that is wrong, on so many pages. */
export interface Fault {
  key: readonly [string, ...string[]]
  messageId: FaultKind | 'diverse' | 'constant' | 'constant-classes' | 'other-oid' | 'known-oid' | 'other-area'
  values: Readonly<Record<string, string>>
  verdict: Verdict
  tags: readonly MetaTag[]
}

/** Everything that is wrong with the metadata of the pages that carry any; of a school it is asked about, never held against it. */
export function metadataFaults(
  snapshot: Snapshot,
  carriers: readonly Classification[],
  context: CheckContext,
): Fault[] {
  const { agency, terms } = context
  const fault: Verdict = agency.kind === 'school' ? 'needs-review' : 'violates'
  const home = snapshot.homePage()
  const siteName = `${agency.name ?? ''} ${home?.title ?? ''}`
  const labels = home === null ? [] : snapshot.linksOf(home.id).map(({ text }) => text)
  const siteWords = `${siteName} ${home?.mainText ?? ''} ${labels.join(' ')}`
  const { classification } = terms
  return [
    ...groupValueFaults(carriers, snapshot, context, fault),
    ...constantFaults(snapshot, carriers, classification.constantFromPages, fault),
    ...foreignOids(carriers, agency, siteName, classification).map(({ kind, content, whose, tags }): Fault => {
      const isTold = agency.oid !== undefined
      const because = isTold ? `非本機關代碼${agency.oid}` : '與本站多數網頁所載不同，請人工確認'
      const verdict = kind === 'other-oid' && isTold ? fault : 'needs-review'
      return { key: [kind, content], messageId: kind, values: { content, because, whose: whose ?? '' }, verdict, tags }
    }),
    ...foreignAreas(carriers, siteWords, classification).map(({ kind, content, whose, tags }): Fault => {
      return {
        key: [kind, content],
        messageId: kind,
        values: { content, whose: whose ?? '' },
        verdict: 'needs-review',
        tags,
      }
    }),
  ]
}

const questions: ReadonlySet<FaultKind> = new Set<FaultKind>(['unlisted-code', 'identifier'])
/** Kinds of which every page has another content: one example is shown. */
const byField: ReadonlySet<FaultKind> = new Set<FaultKind>(['date-form', 'coverage'])

/** Where more contents of a field are wrong alike, a program wrote them: they are one thing to see. */
const mostContents = 20

function groupValueFaults(
  carriers: readonly Classification[],
  snapshot: Snapshot,
  context: CheckContext,
  fault: Verdict,
): Fault[] {
  const all = carriers.flatMap(({ page, tags }) => valueFaults(tags, valueWordsOf(snapshot, page, context)))
  const groups = groupBy(all, ({ kind, field }) => JSON.stringify([kind, field.toLowerCase()]))
  return [...groups.values()].flatMap((alike) => {
    const contents = groupBy(alike, ({ content }) => content)
    const [first] = alike
    if (first === undefined) return []
    if (byField.has(first.kind)) return [valueFault(first, alike, [], fault)]
    if (contents.size <= mostContents)
      return [...contents].map(([content, same]) => valueFault(same[0] ?? first, same, [content], fault))
    const values = { field: first.field, content: first.content, fault: faultTitles[first.kind] }
    return [
      {
        ...valueFault(first, alike, [], fault),
        messageId: 'diverse',
        values: { ...values, contents: String(contents.size) },
      },
    ]
  })
}

/** Contents of one field that are wrong alike, as one fault. `told` names them where there is but one. */
function valueFault(first: ValueFault, alike: readonly ValueFault[], told: readonly string[], fault: Verdict): Fault {
  const { kind, field, content } = first
  const key = JSON.stringify([kind, field.toLowerCase(), ...told])
  const verdict = questions.has(kind) ? 'needs-review' : fault
  return { key: [kind, key], messageId: kind, values: { field, content }, verdict, tags: alike.map(({ tag }) => tag) }
}

function constantFaults(
  snapshot: Snapshot,
  carriers: readonly Classification[],
  fromPages: number,
  fault: Verdict,
): Fault[] {
  return constantContents(snapshot, carriers, fromPages).map(({ field, content, isRefuted, tags }): Fault => {
    const because = isRefuted ? '而各網頁所載不同' : '是否為範本固定值，請人工確認'
    const messageId = field === 'Category' ? 'constant-classes' : 'constant'
    const verdict = isRefuted ? fault : 'needs-review'
    return { key: ['constant', field], messageId, values: { field, content, because }, verdict, tags }
  })
}
