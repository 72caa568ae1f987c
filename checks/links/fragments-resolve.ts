import { decodeText } from '../../store/decode-text.ts'
import type { RenderingArtifact } from '../../store/model/artifact.ts'
import type { Page } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type DraftFinding, defineCheck } from '../check.ts'
import { atLeastOne, elementEvidence } from '../element-evidence.ts'
import { groupBy } from '../group-by.ts'
import { onlyScriptedPages, pagesWithUnseenLinks } from '../seen-page.ts'
import { anchorsIn, decoded, leadsTo } from './anchors-in.ts'
import { collectFragments, type FragmentTarget } from './collect-fragments.ts'

type Verdict = 'there' | 'missing' | 'unseen' | 'unknown'
type Message = 'missing' | 'unseen'

interface Judged {
  target: FragmentTarget
  verdict: Verdict
}

/** Do links to a place within a page lead to one? Source: 001:86, 003:222, 235-236. */
export default defineCheck({
  id: 'links/fragments-resolve',
  version: 2,
  question: '指向網頁內特定位置之連結，該位置是否存在？',
  needs: [],
  measures: {
    places: { title: '存在之頁內位置', unit: 'url' },
    missing: { title: '不存在之頁內位置', unit: 'url' },
  },
  messages: {
    missing: '連結所指之頁內位置不存在：「#{fragment}」，共 {pages} 頁使用。',
    unseen:
      '網頁原始碼中沒有連結所指之頁內位置：「#{fragment}」，可能由程式產生或處理，共 {pages} 頁使用，請人工確認。',
  },
  run(snapshot) {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法查核連結。' }
    const targets = collectFragments(snapshot)
    const unseen = pagesWithUnseenLinks(snapshot).length
    if (targets.length === 0) {
      if (unseen > 0) return { status: 'undetermined', reason: onlyScriptedPages }
      return { status: 'not-applicable', reason: '網站內沒有指向頁內特定位置之連結。' }
    }
    const judged = judgeAll(snapshot, targets)
    const count = (wanted: Verdict) => judged.filter(({ verdict }) => verdict === wanted).length
    // A page whose links nobody saw hides one place at least.
    const numbers = { unknown: count('unseen') + count('unknown') + unseen, outOf: judged.length + unseen }
    return {
      status: 'done',
      measures: { places: { value: count('there'), ...numbers }, missing: { value: count('missing'), ...numbers } },
      findings: findingsOf(snapshot, judged),
    }
  },
})

/** Page by page, so that the names of one page at a time are in memory. */
function judgeAll(snapshot: Snapshot, targets: readonly FragmentTarget[]): Judged[] {
  const renderings = new Map(snapshot.artifacts('rendering').map((artifact) => [artifact.pageId, artifact]))
  const byPage = groupBy(targets, ({ page }) => page ?? 'no page')
  return [...byPage].flatMap(([page, alike]) => {
    if (page === 'no page') return alike.map((target) => ({ target, verdict: 'unknown' as const }))
    const artifact = renderings.get(page.id)
    const rendering = artifact === undefined ? null : snapshot.artifactContent<RenderingArtifact>(artifact)
    const seen = viewOf(snapshot, page, rendering)
    return alike.map((target) => ({ target, verdict: judge(target, seen) }))
  })
}

function hasScripts(html: string): boolean {
  return /<script\b/i.test(html)
}

/** What is known of the places of one page. */
interface View {
  /** Names in the served HTML and, where it was kept, in the DOM after scripts ran. */
  anchors: ReadonlySet<string>
  /** True when scripts cannot have added a name: there are none, or the DOM after they ran was kept. */
  isWhole: boolean
  /** Fragments of the page's own links that led somewhere after scripts ran; `null` when no browser looked. */
  reached: ReadonlySet<string> | null
  isShell: boolean
  html: string
}

function viewOf(snapshot: Snapshot, page: Page, rendering: RenderingArtifact | null): View {
  const html = snapshot.html(page)
  const rendered = page.renderedBody === null ? null : snapshot.body(page.renderedBody)
  const anchors = anchorsIn(html)
  for (const name of rendered === null ? [] : anchorsIn(decodeText(rendered, 'utf-8'))) anchors.add(name)
  const isWhole = rendered !== null || !hasScripts(html)
  const isRendered = rendering?.status === 'rendered' && rendering.anchors !== undefined
  return { anchors, isWhole, reached: isRendered ? new Set(rendering.anchors) : null, isShell: page.isShell, html }
}

function judge(target: FragmentTarget, { anchors, isWhole, reached, isShell, html }: View): Verdict {
  const { fragment, isOwn, hasOwn, links } = target
  if (leadsTo(fragment, anchors) || reached?.has(fragment)) return 'there'
  // A script's own address (`#/route`, `#!route`) names no place.
  if (/^[!/]/.test(decoded(fragment))) return 'unknown'
  if (isOwn && links.every((link) => isHandled(html.slice(link.start, link.end)))) return 'unseen'
  if (isWhole) return 'missing'
  if (isShell && reached === null) return 'unknown'
  return hasOwn && reached !== null ? 'missing' : 'unseen'
}

/** A script that listens to the link may do something else than go there. */
function isHandled(element: string): boolean {
  const tag = /^<[^>]{0,3000}>?/.exec(element)?.[0] ?? ''
  return /\son(click|mousedown|keydown|keypress)\s*=|\sdata-[\w-]*(toggle|target|dismiss|slide|fancybox)|\srole\s*=\s*["']?(button|tab|menuitem)/i.test(
    tag,
  )
}

/** A place that pages of one template miss in themselves is one finding; any other is one of its own. */
function findingsOf(snapshot: Snapshot, judged: readonly Judged[]): DraftFinding<Message>[] {
  const groups = new Map<string, { key: [string, ...string[]]; verdict: Message; targets: FragmentTarget[] }>()
  for (const { target, verdict } of judged) {
    if (verdict !== 'missing' && verdict !== 'unseen') continue
    const { page, address, fragment, isOwn } = target
    const key: [string, ...string[]] = [isOwn ? (page?.templateId ?? address) : address, fragment]
    const name = `${verdict} ${key.join(' ')}`
    const group = groups.get(name) ?? { key: verdict === 'missing' ? key : [...key, verdict], verdict, targets: [] }
    groups.set(name, group)
    group.targets.push(target)
  }
  return [...groups.values()].map(({ key, verdict, targets }) => finding(snapshot, key, verdict, targets))
}

function finding(
  snapshot: Snapshot,
  key: [string, ...string[]],
  messageId: Message,
  targets: readonly FragmentTarget[],
): DraftFinding<Message> {
  const links = targets.flatMap((target) => target.links).slice(0, 5)
  const pages = new Set(targets.flatMap((target) => [...target.pageIds])).size
  const [first] = links
  const url = first === undefined ? key[0] : snapshot.page(first.pageId).url
  const values = { fragment: decoded(targets[0]?.fragment ?? ''), pages }
  const evidence = atLeastOne(links.map((link) => elementEvidence(snapshot, link)))
  return {
    key,
    messageId,
    values,
    verdict: messageId === 'missing' ? 'violates' : 'needs-review',
    url,
    pages,
    evidence,
  }
}
