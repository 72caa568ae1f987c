import type { KeyboardArtifact, KeyboardJump } from '../../store/model/artifact.ts'
import type { Pattern } from '../../store/model/terms.ts'
import { type DraftFinding, defineCheck } from '../check.ts'
import { atLeastOne } from '../element-evidence.ts'
import { matchesAny, normaliseLabel } from '../labels.ts'
import { type Observed, observedPages, pointTo } from './artifact-page.ts'

type Walked = Observed<KeyboardArtifact>
type Message = 'works' | 'no-place' | 'stays' | 'unknown' | 'hidden' | 'absent'

/** From best to worst. */
const verdicts = {
  works: 'conforms',
  hidden: 'needs-review',
  unknown: 'needs-review',
  stays: 'violates',
  'no-place': 'violates',
  absent: 'needs-review',
} as const

/** Is there a link past the menus that works with the keyboard? Source: 002:29 (4), 000:162; WCAG 2.4.1 (A); facts 4.5. */
export default defineCheck({
  id: 'accessibility/skip-link',
  version: 2,
  question: '是否有可以鍵盤使用之「跳到主要內容」連結？',
  needs: ['keyboard'],
  measures: { pages: { title: '「跳到主要內容」連結可用之網頁', unit: 'page' } },
  messages: {
    works: '「{name}」以鍵盤操作可到達主要內容。',
    'no-place': '「{name}」所指之位置「#{fragment}」不存在（成功準則2.4.1，A等級）。',
    stays: '「{name}」以鍵盤操作後，焦點仍未移至「#{fragment}」（成功準則2.4.1，A等級）。',
    unknown: '「{name}」以鍵盤操作後，無法判定焦點是否移至「#{fragment}」，請人工確認。',
    hidden: '「{name}」可用，惟取得焦點時看不見，請人工確認。',
    absent: '網頁最前面之連結中，未見「跳到主要內容」連結；請人工確認是否另有略過選單之方式。',
  },
  run(snapshot, { terms }) {
    const asked = observedPages<KeyboardArtifact>(snapshot, 'keyboard')
    const walked = asked.filter(({ content }) => content.status === 'walked')
    if (walked.length === 0) return { status: 'undetermined', reason: '未能以鍵盤走查任何網頁，無法判定。' }
    const findings = walked.map((one) => findingOn(one, terms.accessibility.skipLinks))
    const count = (verdict: DraftFinding['verdict']) => findings.filter((finding) => finding.verdict === verdict).length
    const unknown = count('needs-review') + asked.length - walked.length
    return { status: 'done', measures: { pages: { value: count('conforms'), unknown, outOf: asked.length } }, findings }
  },
})

/** Of several such links the best counts. */
function findingOn(walked: Walked, words: readonly Pattern[]): DraftFinding<Message> {
  const { jumps, stops } = walked.content
  const judged = jumps.flatMap((jump, index) => {
    if (jump.isOwn || !matchesAny(normaliseLabel(jump.name), words)) return []
    return [{ jump, index, messageId: judge(jump, stops[jump.stop]?.isVisible ?? true) }]
  })
  const order = Object.keys(verdicts) as Message[]
  const [best] = judged.sort((a, b) => order.indexOf(a.messageId) - order.indexOf(b.messageId))
  const { page } = walked
  const messageId = best?.messageId ?? 'absent'
  return {
    key: ['skip-link', page.url],
    messageId,
    values: { name: best?.jump.name ?? '', fragment: best?.jump.fragment ?? '' },
    verdict: verdicts[messageId],
    url: page.url,
    evidence: atLeastOne([pointTo(walked, best === undefined ? '/jumps' : `/jumps/${best.index}`)]),
  }
}

/** A link that names no place at all may be a script's. */
function judge({ fragment, isThere, isMoving }: KeyboardJump, isVisible: boolean): Message {
  if (!isThere) return fragment === '' ? 'unknown' : 'no-place'
  if (isMoving === false) return 'stays'
  if (isMoving === null) return 'unknown'
  return isVisible ? 'works' : 'hidden'
}
