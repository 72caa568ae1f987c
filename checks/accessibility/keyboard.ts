import type { KeyboardArtifact, KeyboardStop } from '../../store/model/artifact.ts'
import { type DraftFinding, defineCheck } from '../check.ts'
import { atLeastOne } from '../element-evidence.ts'
import { type Observed, observedPages, pointTo } from './artifact-page.ts'
import { whyUnseen } from './why-unseen.ts'

type Walked = Observed<KeyboardArtifact>
type Message = 'trap' | 'loop' | 'no-indicator' | 'unsure' | 'unseen' | 'no-stops' | 'not-walked'

/** Can home page and search be used with the Tab key: does it get everywhere, and is it seen where it is? Source: 002:29 (4), 000:162; WCAG 2.1.2 (A), 2.4.7 (AA). */
export default defineCheck({
  id: 'accessibility/keyboard',
  version: 1,
  question: '首頁及檢索頁是否可以鍵盤操作，且焦點可見？',
  needs: ['keyboard'],
  measures: {
    traps: { title: '困住鍵盤焦點之網頁', unit: 'page' },
    withoutIndicator: { title: '看不出焦點所在之元件（同版型同元件計一組）', unit: 'group' },
  },
  messages: {
    trap: '鍵盤焦點停於元件「{selector}」（{name}），按 Tab、Shift+Tab 及 Esc 均無法離開（成功準則2.1.2，A等級）。',
    loop: '鍵盤焦點於網頁之部分元件間循環，無法到達其餘部分，請人工確認是否為對話方塊。',
    'no-indicator': '元件「{selector}」（{name}）取得焦點時外觀沒有變化，共 {count} 處（成功準則2.4.7，AA等級）。',
    unsure: '有 {count} 處元件無法判定取得焦點時外觀有無變化，如「{selector}」（{name}），請人工檢視。',
    unseen: '有 {count} 處元件取得焦點時不在畫面上或為透明，如「{selector}」（{name}），請人工檢視。',
    'no-stops': '以 Tab 鍵走查，網頁沒有任何元件取得焦點，請人工確認。',
    'not-walked': '未能以鍵盤走查此頁：{detail}。',
  },
  run(snapshot) {
    const asked = observedPages<KeyboardArtifact>(snapshot, 'keyboard')
    const walked = asked.filter(({ content }) => content.status === 'walked')
    const unseen = asked.filter(({ content }) => content.status !== 'walked')
    const findings = [...walked.flatMap(findingsOn), ...unseen.map(notWalked)]
    if (walked.length === 0) return { status: 'undetermined', reason: '未能以鍵盤走查任何網頁，無法判定。', findings }
    const count = (...messages: Message[]) => findings.filter(({ messageId }) => messages.includes(messageId)).length
    return {
      status: 'done',
      measures: {
        traps: { value: count('trap'), unknown: count('loop') + unseen.length, outOf: asked.length },
        withoutIndicator: { value: count('no-indicator'), unknown: count('unsure', 'unseen') + unseen.length },
      },
      findings,
    }
  },
})

function findingsOn(walked: Walked): DraftFinding<Message>[] {
  const { stops } = walked.content
  if (stops.length === 0) return [finding(walked, 'no-stops', 'needs-review', [])]
  const hidden = indexesOf(stops, ({ isVisible }) => !isVisible)
  const without = groupsWithout(stops)
  const proven = new Set(without.flat())
  const unsure = indexesOf(stops, ({ isVisible, indicator }) => isVisible && indicator === 'unsure')
  const open = unsure.filter((index) => !proven.has(index))
  return [
    ...trapOn(walked),
    ...without.map((indexes) => finding(walked, 'no-indicator', 'violates', indexes)),
    ...(open.length > 0 ? [finding(walked, 'unsure', 'needs-review', open)] : []),
    ...(hidden.length > 0 ? [finding(walked, 'unseen', 'needs-review', hidden)] : []),
  ]
}

function trapOn(walked: Walked): DraftFinding<Message>[] {
  const { end, stops } = walked.content
  if (end === 'stuck') return [finding(walked, 'trap', 'violates', [stops.length - 1])]
  return end === 'loop' ? [finding(walked, 'loop', 'needs-review', [stops.length - 1])] : []
}

/** Alike elements of which one, at least, was seen to look the same with and without focus. */
function groupsWithout(stops: readonly KeyboardStop[]): number[][] {
  const selectors = new Set(stops.flatMap(({ indicator, selector }) => (indicator === 'none' ? [selector] : [])))
  const isAlike = (selector: string) => (stop: KeyboardStop) => stop.selector === selector && stop.indicator !== 'seen'
  return [...selectors].map((selector) => indexesOf(stops, isAlike(selector)))
}

function indexesOf(stops: readonly KeyboardStop[], holds: (stop: KeyboardStop) => boolean): number[] {
  return stops.flatMap((stop, index) => (holds(stop) ? [index] : []))
}

function finding(
  walked: Walked,
  messageId: Message,
  verdict: 'violates' | 'needs-review',
  indexes: readonly number[],
): DraftFinding<Message> {
  const { page, content } = walked
  const first = content.stops[indexes[0] ?? 0]
  const selector = first?.selector ?? ''
  const pointers = indexes.slice(0, 3).map((index) => pointTo(walked, `/stops/${index}`))
  return {
    key: messageId === 'no-indicator' ? [messageId, page.url, selector] : [messageId, page.url],
    messageId,
    values: { count: indexes.length, selector, name: first?.name || '無文字' },
    verdict,
    url: page.url,
    evidence: atLeastOne(pointers.length > 0 ? pointers : [pointTo(walked, '/stops')]),
  }
}

function notWalked(walked: Walked): DraftFinding<Message> {
  const { page, content } = walked
  const values = { detail: whyUnseen(content.detail) }
  const evidence = atLeastOne([pointTo(walked, '/status')])
  return {
    key: ['not-walked', page.url],
    messageId: 'not-walked',
    values,
    verdict: 'needs-review',
    url: page.url,
    evidence,
  }
}
