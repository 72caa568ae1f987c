import type { ReflowArtifact } from '../../store/model/artifact.ts'
import type { Page } from '../../store/model/page.ts'
import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type Observed, observedPages, pointTo } from '../accessibility/artifact-page.ts'
import { fitsWindow, viewAt } from '../accessibility/narrow-window.ts'
import { type CheckContext, type DraftFinding, defineCheck } from '../check.ts'
import { atLeastOne } from '../element-evidence.ts'
import { matchesAny } from '../labels.ts'
import { domOf } from '../seen-page.ts'
import { distinctLinks } from './distinct-links.ts'
import { servicePages } from './service-pages.ts'

type Message = 'scrolls' | 'plane' | 'no-viewport' | 'other-version'

/** CSS pixels: a telephone of today. */
const windowWidth = 390

/** Can the pages of services be used on a telephone? Sources: 001:100, 004:44. */
export default defineCheck({
  id: 'services/cross-platform',
  version: 1,
  question: '線上服務及申辦說明之網頁，可否於行動裝置閱覽及使用？',
  needs: ['reflow'],
  measures: { pages: { title: '可於行動裝置閱覽之服務網頁', unit: 'page' } },
  messages: {
    scrolls: '於390像素寬之行動裝置，服務網頁寬達{width}像素，須左右捲動；元件「{selector}」等{count}處超出。',
    plane: '於390像素寬之行動裝置，服務網頁寬達{width}像素；超出者為表格、圖片等（{selector}），請人工確認可否閱覽。',
    'no-viewport': '服務網頁未設定 viewport，行動裝置將以桌面寬度縮小顯示。',
    'other-version': '服務網頁未設定 viewport，惟網站另有「{label}」，請人工確認可否使用。',
  },
  run(snapshot, { terms }: CheckContext) {
    const pages = servicePages(snapshot, terms)
    if (pages.length === 0) return { status: 'undetermined', reason: '未見線上服務或申辦說明之網頁，無法判定。' }
    const measured = new Map(observedPages<ReflowArtifact>(snapshot, 'reflow').map((one) => [one.page.id, one]))
    const judged = pages.flatMap((page) => judge(snapshot, page, measured.get(page.id), terms) ?? [])
    if (judged.length === 0) return { status: 'undetermined', reason: '瀏覽器未量測任何服務網頁，無法判定。' }
    const fit = judged.filter(({ message }) => message === null).length
    const wrong = judged.filter(({ message }) => message === 'scrolls' || message === 'no-viewport').length
    return {
      status: 'done',
      // Pages that no browser opened are unknown, also where one of their template fits.
      measures: { pages: { value: fit, unknown: pages.length - fit - wrong, outOf: pages.length } },
      findings: findingsOf(judged, pages, terms, snapshot),
    }
  },
})

interface Judged {
  one: Observed<ReflowArtifact>
  message: Message | null
}

/** Nothing where the page was not measured. */
function judge(snapshot: Snapshot, page: Page, one: Observed<ReflowArtifact> | undefined, terms: Terms): Judged | null {
  if (one === undefined || one.content.status !== 'measured') return null
  const view = viewAt(one.content, windowWidth)
  if (!hasViewport(snapshot, page))
    return { one, message: mobileVersionOf(snapshot, terms) === null ? 'no-viewport' : 'other-version' }
  if (fitsWindow(view)) return { one, message: null }
  const isFlat = view.wide.some(({ isTwoDimensional }) => !isTwoDimensional)
  return { one, message: isFlat && one.content.isStable ? 'scrolls' : 'plane' }
}

/** Without it a telephone lays a page out for a desk, 980 pixels wide, and shrinks it. */
function hasViewport(snapshot: Snapshot, page: Page): boolean {
  const $ = domOf(snapshot, page)
  return $('meta[name="viewport" i]')
    .toArray()
    .some((element) => /width\s*=|initial-scale/iu.test($(element).attr('content') ?? ''))
}

function mobileVersionOf(snapshot: Snapshot, { services }: Terms): string | null {
  const found = distinctLinks(snapshot).find(({ label }) => matchesAny(label, services.mobileVersion))
  return found?.link.text ?? null
}

/** Pages of one template with the same fault are one finding. */
function findingsOf(
  judged: readonly Judged[],
  pages: readonly Page[],
  terms: Terms,
  snapshot: Snapshot,
): DraftFinding<Message>[] {
  const groups = new Map<string, { message: Message; alike: Observed<ReflowArtifact>[] }>()
  for (const { one, message } of judged) {
    if (message === null) continue
    const key = `${message} ${one.page.templateId}`
    const known = groups.get(key) ?? { message, alike: [] }
    groups.set(key, { ...known, alike: [...known.alike, one] })
  }
  const seen = new Set(judged.map(({ one }) => one.page.id))
  return [...groups.values()].flatMap(({ message, alike }) => findingOf(message, alike, pages, seen, terms, snapshot))
}

function findingOf(
  message: Message,
  alike: readonly Observed<ReflowArtifact>[],
  pages: readonly Page[],
  seen: ReadonlySet<number>,
  terms: Terms,
  snapshot: Snapshot,
): DraftFinding<Message>[] {
  const [first] = alike
  if (first === undefined) return []
  const { page, content } = first
  const view = viewAt(content, windowWidth)
  const places = view.wide.filter(({ isTwoDimensional }) => isTwoDimensional === (message === 'plane'))
  const size = { width: view.scrollWidth, count: places.length, selector: places[0]?.selector ?? '不明' }
  const values = message === 'other-version' ? { label: mobileVersionOf(snapshot, terms) ?? '' } : size
  const isLacking = message === 'no-viewport' || message === 'other-version'
  const proof = alike.slice(0, 3).map((one) => {
    if (isLacking) return { kind: 'resource' as const, resourceId: one.page.resourceId }
    return pointTo(one, `/views/${one.content.views.findIndex((each) => each.windowWidth === windowWidth)}`)
  })
  return [
    {
      key: [message, page.templateId],
      messageId: message,
      values: message === 'no-viewport' ? {} : values,
      verdict: message === 'scrolls' || message === 'no-viewport' ? 'violates' : 'needs-review',
      url: page.url,
      pages: alike.length,
      inferredPages: pages.filter(({ id, templateId }) => templateId === page.templateId && !seen.has(id)).length,
      evidence: atLeastOne(proof),
    },
  ]
}
