import type { RenderingArtifact } from '../../store/model/artifact.ts'
import type { Evidence } from '../../store/model/evidence.ts'
import type { Link } from '../../store/model/link.ts'
import type { Page } from '../../store/model/page.ts'
import type { AccessibilityTerms } from '../../store/model/terms.ts'
import { parseUrl } from '../../store/parse-url.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type Answer, type DraftFinding, defineCheck } from '../check.ts'
import { elementEvidence } from '../element-evidence.ts'
import { isReadable, nodeEvidence } from '../seen-page.ts'
import { type BadgeFault, faultsOfBadge } from './badge-faults.ts'
import { appliedOn, levelOfBadge, versionOfBadge } from './badge-says.ts'
import { type Badge, badgeNumber, findBadges, unnamedBadge } from './find-badges.ts'

type Terms = AccessibilityTerms['badge']
type Message = BadgeFault | 'shown' | 'commented-out' | 'scripted' | 'elsewhere' | 'in-frame' | 'unnamed' | 'absent'
type MeasureName = 'shown' | 'current' | 'valid'

/** Does the home page show the certification badge as its rules want it? Source: 002:29 (4), 002:117, 000:162; facts 4.2, 4.3. */
export default defineCheck({
  id: 'accessibility/certification-badge',
  version: 2,
  question: '首頁是否依規定張貼無障礙認證標章？',
  needs: [],
  measures: {
    shown: { title: '首頁張貼並連結認證頁之標章', unit: 'badge' },
    current: { title: '依編號推估未逾效期之標章', unit: 'badge' },
    valid: { title: '經查證有效之標章', unit: 'badge' },
  },
  messages: {
    shown:
      '首頁張貼無障礙標章（等級：{level}；版本：{version}；編號日期：{date}）。是否有效，請人工至主管機關網站查證。',
    unlinked: '首頁之無障礙標章未連結至主管機關之認證頁，不能作為取得標章之佐證。',
    'bare-link': '首頁之無障礙標章僅連結至主管機關網站，未連結至本標章之認證頁。',
    'no-image': '首頁有認證頁之連結，惟無標章圖檔，請人工確認。',
    'no-alt': '首頁之無障礙標章圖檔無替代文字（alt）。',
    resized: '首頁之無障礙標章尺寸為 {size}，與規定之寬88×高31像素不符。',
    'other-size': '首頁之無障礙標章圖檔尺寸為 {size}，與規定之寬88×高31像素不同，請人工確認顯示之尺寸。',
    'not-at-bottom': '無障礙標章似未置於首頁下方，請人工確認。',
    'no-level': '無法由無障礙標章之文字得知等級，請人工確認。',
    'old-version': '無障礙標章為A+等級，屬已停用之1.0版，請人工確認是否更新。',
    aged: '無障礙標章依編號推估申請日為 {date}，推估已逾三年，請查證效期。',
    'no-date': '無法由無障礙標章之編號推估日期，請查證效期。',
    'commented-out': '無障礙標章置於網頁註解中，網頁上看不到。',
    scripted: '無障礙標章由程式產生，請人工確認其位置、尺寸及替代文字。',
    elsewhere: '首頁未見無障礙標章，惟其他網頁有之，請人工確認。',
    'in-frame': '首頁含有本網站之頁框，本體未見無障礙標章，請人工確認。',
    unnamed: '首頁圖檔「{file}」似為無障礙標章，惟無替代文字，亦未連結至主管機關之認證頁，不能作為取得標章之佐證。',
    absent: '首頁未見無障礙標章。',
  },
  run(snapshot, { terms }) {
    const home = snapshot.homePage()
    if (home === null) return { status: 'undetermined', reason: '未取得首頁，無法查核無障礙標章。' }
    if (home.refreshUrl !== null || !isReadable(snapshot, home))
      return { status: 'undetermined', reason: '首頁內容由程式產生或轉往他頁，無法判定有無無障礙標章。' }
    return answerFor(snapshot, home, terms.accessibility.badge)
  },
})

function answerFor(snapshot: Snapshot, home: Page, terms: Terms): Answer<MeasureName, Message> {
  const judged = findBadges(snapshot, home, terms).map((badge) => ({
    badge,
    faults: faultsOfBadge(snapshot, home, badge, terms),
  }))
  const [best] = judged.sort((a, b) => gravityOf(a.faults) - gravityOf(b.faults))
  if (best === undefined) return answerWithout(snapshot, home, terms)
  return answerWith(snapshot, home, best.badge, best.faults)
}

const proofless: readonly BadgeFault[] = ['unlinked', 'bare-link', 'no-image']

/** Of several badges the one with least wrong is judged: the one that counts. */
function gravityOf(faults: readonly { fault: BadgeFault }[]): number {
  return faults.reduce((sum, { fault }) => sum + (proofless.includes(fault) ? 100 : 1), 0)
}

function answerWith(
  snapshot: Snapshot,
  home: Page,
  badge: Badge,
  faults: ReturnType<typeof faultsOfBadge>,
): Answer<MeasureName, Message> {
  const evidence: Evidence = nodeEvidence(snapshot, home, badge.node)
  const findings = faults.map(
    ({ fault, verdict, values }): DraftFinding<Message> => ({
      ...{ key: ['badge', fault], messageId: fault, values, verdict, url: home.url, evidence: [evidence] },
    }),
  )
  const names = faults.map(({ fault }) => fault)
  const isShown = !names.some((fault) => proofless.includes(fault))
  const isMaybe = names.includes('no-image')
  if (isShown) findings.unshift(shownFinding(home, badge, evidence))
  const isCurrent = isShown && !names.includes('aged') && !names.includes('no-date')
  const doubt = isShown && names.includes('no-date') ? 1 : 0
  return {
    status: 'done',
    measures: {
      shown: { value: isShown ? 1 : 0, unknown: isMaybe ? 1 : 0 },
      current: { value: isCurrent ? 1 : 0, unknown: isMaybe ? 1 : doubt },
      // Nobody but the register knows, and it is never asked.
      valid: { value: 0, unknown: isShown || isMaybe ? 1 : 0 },
    },
    findings,
  }
}

function shownFinding(home: Page, badge: Badge, evidence: Evidence): DraftFinding<Message> {
  const values = {
    level: levelOfBadge(badge) ?? '未標示',
    version: versionOfBadge(badge) ?? '未標示',
    date: appliedOn(badge.number) ?? '不明',
  }
  return { key: ['badge'], messageId: 'shown', values, verdict: 'conforms', url: home.url, evidence: [evidence] }
}

/** An absence is claimed only where nothing could have put a badge on the page unseen. */
function answerWithout(snapshot: Snapshot, home: Page, terms: Terms): Answer<MeasureName, Message> {
  const comment = commentWithBadge(snapshot.html(home), terms)
  if (comment !== null) return none(home, 'commented-out', { ...place(home), ...comment, selector: 'comment()' })
  const rendering = renderingAt(snapshot, home)
  const index = rendering?.content.links.findIndex(({ url }) => badgeNumber(parseUrl(url, home.url), terms) !== null)
  if (rendering !== null && index !== undefined && index >= 0)
    return maybe(home, 'scripted', {
      ...{ kind: 'artifact', artifactId: rendering.artifact.id, body: rendering.artifact.body },
      pointer: `/links/${index}`,
    })
  const elsewhere = badgeLinkBeside(snapshot, home, terms)
  if (elsewhere !== null) return maybe(home, 'elsewhere', elementEvidence(snapshot, elsewhere))
  const absence: Evidence = { kind: 'absence', lookedFor: terms.hosts.join('、'), pageIds: [home.id] }
  const unnamed = unnamedBadge(snapshot, home, terms)
  if (unnamed !== null) return none(home, 'unnamed', nodeEvidence(snapshot, home, unnamed.node), { file: unnamed.file })
  // A film or a map of somebody else holds no badge.
  if (snapshot.linksOf(home.id).some(({ kind, isInternal }) => kind === 'frame' && isInternal))
    return maybe(home, 'in-frame', absence)
  if (/<script\b/i.test(snapshot.html(home)) && rendering === null)
    return { status: 'undetermined', reason: '首頁有程式而未經瀏覽器開啟，無法判定有無無障礙標章。' }
  return none(home, 'absent', absence)
}

/** The first link to the register of badges on another page than the home page; `null` when there is none. */
function badgeLinkBeside(snapshot: Snapshot, home: Page, terms: Terms): Link | null {
  const isBadge = ({ url }: Link) => badgeNumber(parseUrl(url ?? '', home.url), terms) !== null
  const addresses = new Set([...snapshot.firstLinks()].filter(isBadge).map(({ target }) => target))
  if (addresses.size === 0) return null
  for (const link of snapshot.links()) if (link.pageId !== home.id && addresses.has(link.target)) return link
  return null
}

function place(home: Page) {
  return { kind: 'element', pageId: home.id, view: 'static', body: home.body } as const
}

function none(
  home: Page,
  messageId: Message,
  evidence: Evidence,
  values: DraftFinding['values'] = {},
): Answer<MeasureName, Message> {
  return withoutBadge(home, messageId, evidence, { verdict: 'violates', values })
}

function maybe(home: Page, messageId: Message, evidence: Evidence): Answer<MeasureName, Message> {
  return withoutBadge(home, messageId, evidence, { verdict: 'needs-review', values: {} })
}

function withoutBadge(
  home: Page,
  messageId: Message,
  evidence: Evidence,
  { verdict, values }: Pick<DraftFinding, 'verdict' | 'values'>,
): Answer<MeasureName, Message> {
  const number = { value: 0, unknown: verdict === 'violates' ? 0 : 1 }
  return {
    status: 'done',
    measures: { shown: number, current: number, valid: number },
    findings: [{ key: ['badge'], messageId, values, verdict, url: home.url, evidence: [evidence] }],
  }
}

/** Where in the text a comment holds the address of a badge's page; `null` when none does. */
function commentWithBadge(html: string, terms: Terms): { start: number; end: number } | null {
  for (const match of html.matchAll(/<!--[\s\S]{0,20000}?-->/g)) {
    const addresses = match[0].match(/https?:\/\/[^\s"'<>]{1,200}/g) ?? []
    if (addresses.some((address) => badgeNumber(URL.parse(address.replaceAll('&amp;', '&')), terms) !== null))
      return { start: match.index, end: match.index + match[0].length }
  }
  return null
}

function renderingAt(snapshot: Snapshot, home: Page) {
  const artifact = snapshot.artifacts('rendering').find(({ pageId }) => pageId === home.id)
  if (artifact === undefined) return null
  const content = snapshot.artifactContent<RenderingArtifact>(artifact)
  return content.status === 'rendered' ? { artifact, content } : null
}
