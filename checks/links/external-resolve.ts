import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { defineCheck } from '../check.ts'
import { onlyScriptedPages, pagesWithUnseenLinks } from '../seen-page.ts'
import { collectExternalTargets, type Target } from './collect-targets.ts'
import { hijackSignOf } from './hijack.ts'
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
import { viewOf } from './missing/answer-view.ts'
import { TargetJudge } from './target-judge.ts'

/** Do the addresses on other hosts resolve that pages of the site lead to? Source: 001:86, 002:114-116, 003:222, 235-236. */
export default defineCheck({
  id: 'links/external-resolve',
  version: 4,
  question: '網站連往其他網站之連結是否均可正常開啟？',
  needs: [],
  measures: linkMeasures('站外'),
  messages: linkMessages,
  run(snapshot, { terms }) {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法查核連結。' }
    if (snapshot.run.policy.external === 'none')
      return { status: 'undetermined', reason: '本次查核依設定未及於站外連結。' }
    const judged = judgeAll(snapshot, terms)
    const unseen = pagesWithUnseenLinks(snapshot).length
    if (judged.length === 0 && unseen > 0) return { status: 'undetermined', reason: onlyScriptedPages }
    if (judged.length === 0) return { status: 'not-applicable', reason: '已取得之網頁沒有連往其他網站之連結。' }
    return {
      status: 'done',
      measures: countTargets(judged, unseen),
      findings: judged.flatMap(findingOf),
      detail: { kind: 'links', verdicts: judged.map(({ verdict }) => verdict) },
    }
  },
})

function judgeAll(snapshot: Snapshot, terms: Terms): JudgedTarget[] {
  const left = new Map(snapshot.leftLinks().map(({ url, reason }) => [url, reason]))
  const judge = new TargetJudge(snapshot, terms.links)
  const judged = collectExternalTargets(snapshot).map((target) => {
    const judgement = judgeOne(snapshot, target, left, judge, terms)
    return judgedTarget(target, judgement, true)
  })
  return judged.sort(byAddress)
}

function judgeOne(
  snapshot: Snapshot,
  { resourceId, address }: Target,
  left: ReadonlyMap<string, string>,
  judge: TargetJudge,
  terms: Terms,
): Judgement {
  if (resourceId === null) return judgeNotAsked(left.get(address) ?? null)
  const resource = snapshot.resource(resourceId)
  const judgement = judge.judge(resource)
  if (judgement.verdict !== 'ok' && judgement.verdict !== 'redirected-permanent') return judgement
  const view = judge.isShared(resource) ? null : viewOf(snapshot, resource)
  const sign = view === null ? null : hijackSignOf(view, terms.hijack)
  return sign === null
    ? judgement
    : { ...judgement, verdict: 'hijack-suspect', reason: `出現「${sign.words.join('、')}」` }
}
