import type { Link } from '../../store/model/link.ts'
import type { Page } from '../../store/model/page.ts'
import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { type Answer, type DraftFinding, type DraftMeasure, defineCheck } from '../check.ts'
import { atLeastOne } from '../element-evidence.ts'
import { matchesAny, normaliseLabel } from '../labels.ts'
import { navigationOf } from '../navigation.ts'
import { isReadable, linksOf } from '../seen-page.ts'
import { pageBehindDoor } from './door.ts'
import { askedPart, encryption, headSearch, narrowWidth, type Part, trails } from './home-parts.ts'
import { deadMenu, homeMenu, idleLabels, menuPart } from './menu.ts'

type MeasureName =
  | 'mainMenu'
  | 'siteMap'
  | 'breadcrumb'
  | 'headSearch'
  | 'policies'
  | 'languages'
  | 'narrow'
  | 'https'
  | 'deadMenu'
type Message =
  | 'no-menu'
  | 'idle-menu'
  | 'no-site-map'
  | 'no-trail'
  | 'some-trail'
  | 'no-head-search'
  | 'no-policy'
  | 'wide'
  | 'no-viewport'
  | 'maybe-wide'
  | 'http'
  | 'dead-menu'
type Finding = DraftFinding<Message>

/** Can people find their way from the home page? Source: 000:160, 001:86; facts 6.3 for the policies. */
export default defineCheck({
  id: 'layout/home-usable',
  version: 3,
  question: '首頁版面是否便於瀏覽、查詢及使用？',
  needs: [],
  measures: {
    mainMenu: { title: '首頁主選單', unit: 'menu' },
    siteMap: { title: '網站導覽', unit: 'page' },
    breadcrumb: { title: '內頁標示所在位置', unit: 'page' },
    headSearch: { title: '頁首之站內檢索', unit: 'form' },
    policies: { title: '網站政策連結', unit: 'link' },
    languages: { title: '其他語言版本', unit: 'link' },
    narrow: { title: '首頁於行動裝置寬度（390像素）無須左右捲動', unit: 'page' },
    https: { title: '全站採用 HTTPS', unit: 'site' },
    deadMenu: { title: '失效之選單連結', unit: 'link' },
  },
  messages: {
    'no-menu': '首頁未見主選單（網站內連結少於三項之選單不計），請人工確認。',
    'idle-menu': '首頁選單「{labels}」等之連結未指向網頁，請人工確認選單可否使用。',
    'no-site-map': '首頁未見「網站導覽」連結，請人工確認。',
    'no-trail': '已查核之內頁均未標示所在位置（如「首頁 > 最新消息」），請人工確認。',
    'some-trail': '內頁 {seen} 頁中有 {missing} 頁未標示所在位置，請人工確認。',
    'no-head-search': '頁首未見站內檢索欄位，請人工確認。',
    'no-policy': '首頁未見「{policy}」連結，請人工確認。',
    wide: '首頁於390像素寬之行動裝置，內容寬達 {width} 像素，須左右捲動。',
    'no-viewport': '首頁未設定 viewport，行動裝置將以桌面寬度縮小顯示，請人工確認是否另有行動版。',
    'maybe-wide': '首頁於390像素寬之行動裝置，內容寬達 {width} 像素；超出者為表格、圖片等，請人工確認可否閱覽。',
    http: '網站以 HTTP 提供，未加密。',
    'dead-menu': '首頁選單連結失效：「{label}」。',
  },
  run(snapshot, { terms }): Answer<MeasureName, Message> {
    const home = snapshot.homePage()
    if (home === null) return { status: 'undetermined', reason: '未取得首頁，無法查核版面。' }
    if (!isReadable(snapshot, home))
      return { status: 'undetermined', reason: '首頁內容由程式產生而未能呈現，無法查核版面。' }
    const behind = pageBehindDoor(snapshot, home)
    if (behind !== null)
      return {
        status: 'undetermined',
        reason: `首頁僅供進入網站或選擇語言，請查核其後之網頁 ${behind.url}（可以該頁為起始頁重新檢測）。`,
      }
    const links = linksOf(snapshot, home).filter(({ kind }) => kind === 'hyperlink')
    const menu = homeMenu(snapshot, home, links)
    const look = { snapshot, home, links, terms }
    const policies = terms.layout.policies.map((policy) => policyPart(look, policy))
    const languages = links.filter(({ text }) => matchesAny(normaliseLabel(text), [terms.layout.languages]))
    const parts = {
      mainMenu: menuPart(home, menu, idleLabels(home, links)),
      siteMap: siteMapPart(look),
      breadcrumb: trails(snapshot, home, terms),
      headSearch: headSearch(snapshot, home, terms),
      narrow: narrowWidth(snapshot, home),
      https: encryption(snapshot, home),
    }
    const dead = deadMenu(snapshot, menu, terms).map((finding): Finding => ({ ...finding, url: home.url }))
    const { mainMenu, siteMap, breadcrumb, headSearch: search, narrow, https } = parts
    return {
      status: 'done',
      measures: {
        mainMenu: mainMenu.measure,
        siteMap: siteMap.measure,
        breadcrumb: breadcrumb.measure,
        headSearch: search.measure,
        narrow: narrow.measure,
        https: https.measure,
        policies: { ...sumOf(policies), outOf: policies.length },
        languages: { value: new Set(languages.map(({ target }) => target)).size, basis: [] },
        deadMenu: { value: dead.length, outOf: new Set(menu.map(({ target }) => target)).size },
      },
      findings: [...[...Object.values(parts), ...policies].flatMap((part) => findingsOf(home, part)), ...dead],
    }
  },
})

interface Look {
  snapshot: Snapshot
  home: Page
  links: readonly Link[]
  terms: Terms
}

function findingsOf(home: Page, { key, said }: Part): Finding[] {
  if (said === null) return []
  const { messageId, verdict, values, evidence } = said
  return [
    { key: [key], messageId: messageId as Message, verdict, values, url: home.url, evidence: atLeastOne(evidence) },
  ]
}

function sumOf(parts: readonly Part[]): DraftMeasure {
  const sum = (name: 'value' | 'unknown') => parts.reduce((total, { measure }) => total + (measure[name] ?? 0), 0)
  return {
    value: sum('value'),
    unknown: sum('unknown'),
    basis: parts.filter(({ said }) => said !== null).map(({ key }) => [key]),
  }
}

function siteMapPart({ snapshot, home, links, terms }: Look): Part {
  const isOffered = links.some(({ text }) => matchesAny(normaliseLabel(text), terms.siteMap))
  const isThere = isOffered || navigationOf(snapshot, terms.siteMap).siteMap !== null
  return askedPart('site-map', isThere, home, { messageId: 'no-site-map', lookedFor: '網站導覽' })
}

function policyPart({ home, links }: Look, { title, labels }: Terms['layout']['policies'][number]): Part {
  const isThere = links.some(({ text }) => matchesAny(normaliseLabel(text), labels))
  return askedPart(`policy ${title}`, isThere, home, {
    messageId: 'no-policy',
    lookedFor: title,
    values: { policy: title },
  })
}
