import type { KeyboardArtifact } from '../../store/model/artifact.ts'
import type { Page } from '../../store/model/page.ts'
import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type DraftFinding, defineCheck } from '../check.ts'
import { navigationOf } from '../navigation.ts'
import { isReadable } from '../seen-page.ts'
import { observedPages } from './artifact-page.ts'
import { documentedKeys, meanTheSame } from './documented-keys.ts'
import { type Brick, readBricks } from './read-bricks.ts'
import { siteMarkup } from './site-markup.ts'

type Message =
  | 'no-place'
  | 'blank-in-id'
  | 'unseen-place'
  | 'absent'
  | 'no-key'
  | 'undocumented'
  | 'unreadable'
  | 'key-missing'
  | 'key-unmentioned'
  | 'name-differs'

/** Do the guide bricks (:::) lead somewhere, and does 網站導覽 say of them what is so? Source: 002:29 (4), 000:162; facts 4.5. */
export default defineCheck({
  id: 'accessibility/guide-bricks',
  version: 2,
  question: '導盲磚及快速鍵是否有效，並與網站導覽之說明相符？',
  needs: [],
  measures: {
    pages: { title: '設有導盲磚之網頁', unit: 'page' },
    broken: { title: '導盲磚所指之位置不存在', unit: 'place' },
    documented: { title: '網站導覽載明且相符之快速鍵', unit: 'kind' },
  },
  messages: {
    'no-place': '導盲磚「{name}」所指之位置「#{fragment}」不存在，共 {pages} 頁。',
    'blank-in-id': '導盲磚「{name}」所指之位置，其識別碼「{fragment}」前後有空白，無法到達，共 {pages} 頁。',
    'unseen-place':
      '導盲磚「{name}」所指之位置「#{fragment}」不在網頁原始碼中，可能由程式產生，共 {pages} 頁，請人工確認。',
    absent: '首頁未見導盲磚（:::），請人工確認是否另有區塊定位方式。',
    'no-key': '首頁之導盲磚「{name}」未設快速鍵（accesskey），請人工確認。',
    undocumented: '網站設有快速鍵（{keys}），惟網站導覽未說明。',
    unreadable: '網站導覽提及快速鍵，惟無法由文字得知各鍵之說明，請人工比對。',
    'key-missing': '網站導覽說明快速鍵 Alt+{key}（{said}），首頁及網站導覽均無此快速鍵。',
    'key-unmentioned': '快速鍵 {key}（{name}）未載於網站導覽之說明，請人工確認。',
    'name-differs': '快速鍵 {key} 於網站導覽說明為「{said}」，於網頁上名為「{name}」，請人工確認是否相符。',
  },
  run(snapshot, { terms }) {
    const { home, siteMap } = navigationOf(snapshot, terms.siteMap)
    if (home === null || !isReadable(snapshot, home))
      return { status: 'undetermined', reason: '未取得首頁或其內容由程式產生，無法查核導盲磚。' }
    const { pages, readable, lost, pagesWithMarks } = siteMarkup(snapshot, terms.accessibility)
    const places = lost.findings()
    const onHome = readBricks(snapshot, home, terms.accessibility.bricks)
    const words = keyFindings(snapshot, terms, home, siteMap, onHome)
    const count = (verdict: DraftFinding['verdict']) => places.filter((finding) => finding.verdict === verdict).length
    return {
      status: 'done',
      measures: {
        pages: { value: pagesWithMarks, unknown: pages.length - readable.length, outOf: pages.length },
        broken: { value: count('violates'), unknown: count('needs-review') },
        documented: words.measure,
      },
      findings: [...places, ...markFindings(home, onHome), ...words.findings],
    }
  },
})

function markFindings(home: Page, bricks: readonly Brick[]): DraftFinding<Message>[] {
  const marks = bricks.filter(({ isMark }) => isMark)
  if (marks.length === 0) {
    const evidence = { kind: 'absence', lookedFor: '導盲磚（:::）', pageIds: [home.id] } as const
    return [question(home, 'absent', [], {}, evidence)]
  }
  const keyless = marks.find(({ key }) => key === null)
  if (keyless === undefined) return []
  return [question(home, 'no-key', [], { name: keyless.name || ':::' }, keyless.evidence)]
}

/** Compares the keys of home page and 網站導覽 with what the latter says of them. */
function keyFindings(
  snapshot: Snapshot,
  terms: Terms,
  home: Page,
  siteMap: Page | null,
  onHome: readonly Brick[],
): { measure: { value: number; unknown: number; outOf: number }; findings: DraftFinding<Message>[] } {
  const words = terms.accessibility.bricks
  const isMapSeen = siteMap !== null && isReadable(snapshot, siteMap)
  const onMap = isMapSeen ? readBricks(snapshot, siteMap, words) : []
  const names = namesByKey(snapshot, home, [...onHome, ...onMap])
  const outOf = names.size
  if (!isMapSeen) return { measure: { value: 0, unknown: outOf, outOf }, findings: [] }
  const { isThere, keys } = documentedKeys(snapshot, siteMap, words)
  const evidence = { kind: 'resource', resourceId: siteMap.resourceId } as const
  if (keys.size === 0) {
    const unknown = isThere ? outOf : 0
    const findings =
      outOf === 0
        ? []
        : [
            question(
              siteMap,
              isThere ? 'unreadable' : 'undocumented',
              [],
              { keys: [...names.keys()].sort().join('、') },
              evidence,
            ),
          ]
    return { measure: { value: 0, unknown, outOf }, findings }
  }
  const isCertain = isWhollySeen(snapshot, home) && isWhollySeen(snapshot, siteMap)
  const findings = [...new Set([...keys.keys(), ...names.keys()])].sort().flatMap((key) => {
    const finding = compareKey(siteMap, key, keys.get(key), names.get(key), isCertain, evidence)
    return finding === null ? [] : [finding]
  })
  const doubtful = findings.filter(({ messageId }) => messageId !== 'key-missing').length
  const agreed = [...names.keys()].filter((key) => keys.has(key)).length
  const differing = findings.filter(({ messageId }) => messageId === 'name-differs').length
  return { measure: { value: agreed - differing, unknown: doubtful, outOf }, findings }
}

function compareKey(
  siteMap: Page,
  key: string,
  said: string | undefined,
  names: readonly string[] | undefined,
  isCertain: boolean,
  evidence: { kind: 'resource'; resourceId: number },
): DraftFinding<Message> | null {
  const name = names?.find((one) => one !== '') ?? ''
  if (names === undefined) {
    const finding = question(siteMap, 'key-missing', [key], { key, said: said ?? '' }, evidence)
    return isCertain ? { ...finding, verdict: 'violates' } : finding
  }
  if (said === undefined) return question(siteMap, 'key-unmentioned', [key], { key, name: name || '無名稱' }, evidence)
  const agrees = names.every((one) => one === '') || names.some((one) => meanTheSame(one, said))
  return agrees ? null : question(siteMap, 'name-differs', [key], { key, said, name }, evidence)
}

/** Keys of elements as served, and of the home page as it was after scripts ran. */
function namesByKey(snapshot: Snapshot, home: Page, bricks: readonly Brick[]): Map<string, string[]> {
  const walked = observedPages<KeyboardArtifact>(snapshot, 'keyboard').filter(({ page }) => page.id === home.id)
  const scripted = walked.flatMap(({ content }) => content.accessKeys)
  const served = bricks.flatMap(({ key, name }) => (key === null ? [] : [{ key, name }]))
  const names = new Map<string, string[]>()
  for (const { key, name } of [...served, ...scripted]) names.set(key, [...(names.get(key) ?? []), name])
  return names
}

/** True when no script can have given an element an access key unseen. */
function isWhollySeen(snapshot: Snapshot, page: Page): boolean {
  if (!/<script\b/i.test(snapshot.html(page))) return true
  const walked = observedPages<KeyboardArtifact>(snapshot, 'keyboard')
  return walked.some(({ page: one, content }) => one.id === page.id && content.status === 'walked')
}

function question(
  page: Page,
  messageId: Message,
  key: readonly string[],
  values: Record<string, string>,
  evidence: DraftFinding['evidence'][0],
): DraftFinding<Message> {
  return { key: [messageId, ...key], messageId, values, verdict: 'needs-review', url: page.url, evidence: [evidence] }
}
