import type { ReflowArtifact, ReflowView } from '../../store/model/artifact.ts'
import type { Page } from '../../store/model/page.ts'
import { type DraftFinding, defineCheck } from '../check.ts'
import { atLeastOne } from '../element-evidence.ts'
import { type Observed, observedPages, pointTo } from './artifact-page.ts'
import { fitsWindow, viewAt } from './narrow-window.ts'
import { whyUnseen } from './why-unseen.ts'

type Measured = Observed<ReflowArtifact>
type Message = 'scrolls' | 'plane' | 'hollow' | 'restless' | 'cut' | 'not-measured'

/** CSS pixels: WCAG 1.4.10. */
const windowWidth = 320

/** Can pages be read in a window of 320 pixels without scrolling sideways? Source: 002:29 (4), 000:162; WCAG 1.4.10 (AA). */
export default defineCheck({
  id: 'accessibility/reflow',
  version: 3,
  question: '於320像素寬之視窗，網頁是否無須左右捲動且內容未被截斷？',
  needs: ['reflow'],
  measures: { pages: { title: '於320像素寬可直接閱讀之網頁', unit: 'page' } },
  messages: {
    scrolls:
      '於320像素寬之視窗，網頁寬達 {width} 像素，須左右捲動；元件「{selector}」等 {count} 處超出（成功準則1.4.10，AA等級）。',
    plane:
      '於320像素寬之視窗，網頁寬達 {width} 像素；超出者為表格、圖片等（{selector}），請人工確認是否須兼用兩個方向。',
    hollow: '於320像素寬之視窗，網頁寬達 {width} 像素，惟超出之處未見文字、圖片或可操作之元件，請人工確認。',
    restless: '於320像素寬之視窗，網頁寬達 {width} 像素，惟網頁仍在變動，請人工確認。',
    cut: '於320像素寬之視窗，元件「{selector}」等 {count} 處文字似被截斷，請人工檢視。',
    'not-measured': '未能量測此頁：{detail}。',
  },
  run(snapshot) {
    const asked = observedPages<ReflowArtifact>(snapshot, 'reflow')
    const measured = asked.filter(({ content }) => content.status === 'measured')
    const judged = asked.map((one) => ({ one, messageId: judge(one.content) }))
    const findings = group(judged, snapshot.pages())
    if (measured.length === 0) return { status: 'undetermined', reason: '未能量測任何網頁，無法判定。', findings }
    const fit = judged.filter(({ messageId }) => messageId === null).length
    const wide = judged.filter(({ messageId }) => messageId === 'scrolls').length
    return {
      status: 'done',
      measures: { pages: { value: fit, unknown: asked.length - fit - wide, outOf: asked.length } },
      findings,
    }
  },
})

function judge(content: ReflowArtifact): Message | null {
  if (content.status !== 'measured') return 'not-measured'
  const { wide, cut, ...view } = viewOf(content)
  if (fitsWindow(view)) return cut.length > 0 ? 'cut' : null
  if (!content.isStable) return 'restless'
  if (wide.length === 0) return 'hollow'
  return wide.some(({ isTwoDimensional }) => !isTwoDimensional) ? 'scrolls' : 'plane'
}

function viewOf(content: ReflowArtifact): ReflowView {
  return viewAt(content, windowWidth)
}

/** Pages of one template with the same fault are one finding. */
function group(
  judged: readonly { one: Measured; messageId: Message | null }[],
  all: readonly Page[],
): DraftFinding<Message>[] {
  const groups = new Map<string, { messageId: Message; alike: Measured[] }>()
  for (const { one, messageId } of judged) {
    // That a page stays empty is told once, by accessibility/axe-violations.
    if (messageId === null || one.content.status === 'not-rendered') continue
    const key = `${messageId} ${one.page.templateId}`
    const known = groups.get(key) ?? { messageId, alike: [] }
    groups.set(key, known)
    known.alike.push(one)
  }
  const seen = new Set(judged.map(({ one }) => one.page.id))
  return [...groups.values()].flatMap(({ messageId, alike }) => findingOf(messageId, alike, all, seen))
}

function findingOf(
  messageId: Message,
  alike: readonly Measured[],
  all: readonly Page[],
  seen: ReadonlySet<number>,
): DraftFinding<Message>[] {
  const [first] = alike
  if (first === undefined) return []
  const { content, page } = first
  const view = viewOf(content)
  const places =
    messageId === 'cut' ? view.cut : view.wide.filter((one) => one.isTwoDimensional === (messageId === 'plane'))
  const at = `/views/${content.views.indexOf(view)}`
  const pointer = messageId === 'cut' ? `${at}/cut` : `${at}/wide`
  return [
    {
      key: [messageId, page.templateId],
      messageId,
      values: {
        width: view.scrollWidth,
        count: places.length,
        selector: places[0]?.selector ?? '不明',
        detail: content.status === 'measured' ? '' : whyUnseen(content.detail),
      },
      verdict: messageId === 'scrolls' ? 'violates' : 'needs-review',
      url: page.url,
      pages: alike.length,
      inferredPages: all.filter(({ id, templateId }) => templateId === page.templateId && !seen.has(id)).length,
      evidence: atLeastOne(
        alike.slice(0, 3).map((one) => pointTo(one, content.status === 'measured' ? pointer : '/status')),
      ),
    },
  ]
}
