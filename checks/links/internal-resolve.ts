import type { Page } from '../../store/model/page.ts'
import type { Sight } from '../../store/model/second-look.ts'
import type { LinkTerms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type DraftFinding, defineCheck } from '../check.ts'
import { atLeastOne } from '../element-evidence.ts'
import { onlyScriptedPages, pagesWithUnseenLinks } from '../seen-page.ts'
import { collectTargets, type Target } from './collect-targets.ts'
import { type Judgement, judgeNotAsked } from './judge-target.ts'
import {
  byAddress,
  countTargets,
  findingOf,
  type JudgedTarget,
  judgedTarget,
  linkMeasures,
  linkMessages,
} from './judged-target.ts'
import { TargetJudge } from './target-judge.ts'

/** Pages the finding on unseen links shows as evidence. */
const mostEvidence = 5

/** Do the addresses resolve that pages of the site lead to? Source: 001:86, 002:114-116, 003:222, 235-236. */
export default defineCheck({
  id: 'links/internal-resolve',
  version: 7,
  question: '網站內部連結是否均可正常開啟？',
  needs: [],
  measures: linkMeasures('內部'),
  messages: {
    ...linkMessages,
    'links-unseen': '{pages} 個網頁之內容由程式產生而未能呈現，其中之連結未知，請人工確認：{url}。',
  },
  run(snapshot, { terms }) {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法查核連結。' }
    const judged = judgeAll(snapshot, terms.links)
    const unseen = pagesWithUnseenLinks(snapshot)
    if (judged.length === 0 && unseen.length > 0) return { status: 'undetermined', reason: onlyScriptedPages }
    return {
      status: 'done',
      measures: countTargets(judged, unseen.length),
      findings: [...judged.flatMap(findingOf), ...unseenLinks(unseen)],
      detail: { kind: 'links', verdicts: judged.map(({ verdict }) => verdict) },
    }
  },
})

/** Links nobody saw may be dead: the report says of which pages. */
function unseenLinks(pages: readonly Page[]): DraftFinding<'links-unseen'>[] {
  const [first] = pages
  if (first === undefined) return []
  const evidence = pages.slice(0, mostEvidence).map(({ resourceId }) => ({ kind: 'resource', resourceId }) as const)
  const values = { pages: pages.length, url: first.url }
  const finding = {
    key: ['links-unseen'],
    messageId: 'links-unseen',
    values,
    url: first.url,
    pages: pages.length,
  } as const
  return [{ ...finding, verdict: 'needs-review', evidence: atLeastOne(evidence), isUncounted: true }]
}

function judgeAll(snapshot: Snapshot, terms: LinkTerms): JudgedTarget[] {
  const fates = new Map(snapshot.urlFates().map((fate) => [fate.url, fate.reason]))
  const judge = new TargetJudge(snapshot, terms)
  const judged = collectTargets(snapshot).map((target) => {
    const judgement = judgeOne(snapshot, target, fates, judge)
    return { ...judgedTarget(target, judgement, false), sight: sightOf(snapshot, target) }
  })
  return judged.sort(byAddress)
}

/** A refusal stays one for programs, whatever a browser saw: a person decides. */
function sightOf(snapshot: Snapshot, { resourceId }: Target): Sight | null {
  return resourceId === null ? null : (snapshot.secondLookAt(resourceId)?.sight ?? null)
}

function judgeOne(
  snapshot: Snapshot,
  { written, address, resourceId }: Target,
  fates: ReadonlyMap<string, string | null>,
  judge: TargetJudge,
): Judgement {
  if (written === 'malformed') return { verdict: 'malformed', status: null, reason: '網址格式錯誤' }
  if (written === 'placeholder') return { verdict: 'skipped', status: null, reason: '網址由程式填入，未予查核' }
  if (resourceId === null) return judgeNotAsked(fates.get(address) ?? null)
  return judge.judge(snapshot.resource(resourceId))
}
