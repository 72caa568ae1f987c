import type { Sha256 } from './fetch-outcome.ts'
import type { FormControl } from './page.ts'

/** Every name an artifact may have. */
export const artifactNames = [
  'axe',
  'screenshot',
  'rendering',
  'paging',
  'keyboard',
  'reflow',
  'search-trial',
  'search-picture',
] as const

export type ArtifactName = (typeof artifactNames)[number]

/** What an artifact is called, in Traditional Chinese. */
export const artifactTitles: Readonly<Record<ArtifactName, string>> = {
  axe: '無障礙檢測紀錄',
  screenshot: '畫面截圖',
  rendering: '網頁呈現紀錄',
  paging: '翻頁紀錄',
  keyboard: '鍵盤操作紀錄',
  reflow: '版面寬度紀錄',
  'search-trial': '檢索實測紀錄',
  'search-picture': '檢索結果畫面',
}

/** True for artifacts that are PNG; the others are JSON. */
export function isPicture(name: string): boolean {
  return name === 'screenshot' || name === 'search-picture'
}

/** What an observer stored while a page was open: JSON, or PNG (screenshot, search-picture). */
export interface Artifact {
  id: number
  pageId: number
  name: ArtifactName
  observerVersion: number
  body: Sha256
}

/** Content of the `axe` artifact: grouped in the page by rule and normalised selector. */
export interface AxeArtifact {
  axeVersion: string
  /** `not-rendered`: the page showed almost no text or raw `{{ }}`; then there are no groups, and that is no "0 violations". */
  status: 'examined' | 'not-rendered' | 'failed'
  /** Why, when not examined. */
  detail: string | null
  /** False when the page was still changing when the cap of the wait was reached. */
  isStable: boolean
  groups: readonly AxeGroup[]
}

export interface AxeGroup {
  /** axe rule id, as in `image-alt`. */
  rule: string
  outcome: 'violation' | 'incomplete'
  impact: 'minor' | 'moderate' | 'serious' | 'critical' | null
  /** axe's tags, as in `wcag2a`, `wcag111`. */
  tags: readonly string[]
  /** In zh_TW. */
  help: string
  helpUrl: string
  /** Selector without `:nth-*`, digits and generated classes. */
  selector: string
  /** Exact number of elements. */
  count: number
  /** At most three; `html` has at most 500 characters. */
  examples: readonly { selector: string; html: string; summary: string }[]
}

/** Content of the `paging` artifact: the further pages of a list whose links post its page back (`__doPostBack`). */
export interface PagingArtifact {
  /** `complete`, `budget` (more pages than are turned), or why the next page could not be had. */
  detail: string
  /** Groups of page links that were left alone: of further lists, or of the same one at another place. Left out by observers before 2. */
  otherPagers?: number
  /** In the order they were turned to; the page as it was opened is not among them. `html` is the DOM, serialised. */
  steps: readonly { label: string; html: string; links: readonly { url: string; text: string }[] }[]
}

/** Content of the `rendering` artifact. */
export interface RenderingArtifact {
  status: 'rendered' | 'not-rendered' | 'failed'
  detail: string | null
  textLength: number
  isStable: boolean
  /** Absolute URLs of links found after scripts ran, with text. */
  links: readonly { url: string; text: string }[]
  /** Fragments, as in a URL without `#`, of the page's links to itself that led to a place after scripts ran; sorted. Left out by observers before 2. */
  anchors?: readonly string[]
  /** Requests the page's scripts made that would have sent something (POST ...): refused. URLs without query. */
  refused?: readonly { method: string; url: string }[]
}

/** Content of the `search-trial` artifact: what the site's own search did when it was used. */
export interface SearchTrialArtifact {
  /**
   * `tried`: at least one query was answered. `none`: no search field was seen. `external`: an engine of somebody else.
   * `posts`: it would have sent something, which was refused. `barred`: its results may not be asked for (`detail`: why).
   * `guarded`: it asks for a code. `unanswered`: no query had an answer, or using it did nothing. `failed`: the trial ended early.
   */
  status: 'tried' | 'none' | 'external' | 'posts' | 'barred' | 'guarded' | 'unanswered' | 'failed'
  detail: string | null
  /** Where the field stands that was used; `null` when none was. */
  place: SearchPlace | null
  /** In the order they were sent; at most six. */
  queries: readonly SearchQuery[]
}

export interface SearchPlace {
  /** Normal form of the page. */
  page: string
  /** Address of the frame the field stands in; `null` when it stands in the page itself. */
  frame: string | null
  field: FormControl
  /** `null`: the field stands in no form, and a script does the rest. */
  method: 'get' | 'post' | 'dialog' | null
}

/** What a query is to show: a word of a title, one that stands only in texts, two conditions at once, one category, a word nobody wrote, signs of markup. */
export type SearchPurpose = 'title' | 'body' | 'fields' | 'category' | 'nonsense' | 'markup'

export interface SearchQuery {
  purpose: SearchPurpose
  /** As typed. */
  words: string
  /** Normal forms of the pages known to hold the word; empty for words nobody wrote. */
  expected: readonly string[]
  /** Page whose field was used. */
  from: string
  /** Other controls that were set, and to what. */
  settings: readonly { label: string; choice: string }[]
  /** `shown`: the page changed; `unchanged`: nothing happened; `posts`, `barred`: as in the trial; else the time was over, or it broke off. */
  outcome: 'shown' | 'unchanged' | 'posts' | 'barred' | 'time-limit' | 'failed'
  detail: string | null
  /** Normal form of the address the results stand at; `null` when nothing was shown. */
  url: string | null
  /** HTTP status of the page of results; `null` when the browser does not tell. */
  status: number | null
  title: string
  /** Visible text of the page and its frames, white space folded, at most 20000 characters. */
  text: string
  /** Absolute URLs with text, each pair once, in order. */
  links: readonly { url: string; text: string }[]
  /** How the signs of markup came back: as elements, as text, or not at all. `null` for other queries. */
  echo: 'markup' | 'text' | 'none' | null
  /** Elements that set the word off in the results (`mark`, `b`, `em` ...), outside of links to other searches and of fields. */
  highlights: number
  /** Choices on the page of results: how they are labelled. */
  controls: readonly { label: string; options: readonly string[] }[]
  /** The DOM as shown, serialised: a body of the snapshot. */
  body: Sha256 | null
}

/** Content of the `keyboard` artifact: the page walked with the Tab key, from its top. */
export interface KeyboardArtifact {
  status: 'walked' | 'not-rendered' | 'failed'
  /** Why, when not walked. */
  detail: string | null
  isStable: boolean
  /**
   * `complete`: the walk came to its end; `budget`: there were more stops than are walked; `stuck`: neither Tab, Shift+Tab nor
   * Escape left an element; `loop`: Tab goes round in a part of the page.
   */
  end: 'complete' | 'budget' | 'stuck' | 'loop'
  /** In the order of the walk. */
  stops: readonly KeyboardStop[]
  /** What happened at links to places in the page among the first stops. */
  jumps: readonly KeyboardJump[]
  /** Access keys after scripts ran, in the order of the page. */
  accessKeys: readonly { key: string; name: string }[]
}

/** An element that had the focus. */
export interface KeyboardStop {
  /** As in `AxeGroup.selector`. */
  selector: string
  /** Its tag and what it says, cut to 80 characters. */
  tag: string
  name: string
  /** False when it has no size, is transparent or lies outside of the page while it has the focus. */
  isVisible: boolean
  /** Whether its look differs with and without focus; `unsure`: styles say no, a picture was not taken of it. */
  indicator: 'seen' | 'none' | 'unsure'
}

/** A link to a place in its own page, followed with the Enter key. */
export interface KeyboardJump {
  /** Index of the stop. */
  stop: number
  name: string
  /** As in a URL without `#`, decoded. */
  fragment: string
  /** True when the place is the element itself: a mark, not a jump. */
  isOwn: boolean
  isThere: boolean
  /** Whether the next Tab goes on from the place; `null` when that could not be told. */
  isMoving: boolean | null
}

/** Content of the `reflow` artifact: the page in narrow windows, the widest first. */
export interface ReflowArtifact {
  status: 'measured' | 'not-rendered' | 'failed'
  detail: string | null
  isStable: boolean
  /** Empty unless measured. */
  views: readonly ReflowView[]
}

/** A page in a window of one width. */
export interface ReflowView {
  /** CSS pixels. */
  windowWidth: number
  /** CSS pixels the page is wide; not more than the window when nothing has to be scrolled sideways. */
  scrollWidth: number
  /** Elements that show something to the right of the window, at most twenty, the widest first. */
  wide: readonly { selector: string; width: number; isTwoDimensional: boolean }[]
  /** Elements whose text is cut off, at most twenty. */
  cut: readonly { selector: string; text: string }[]
}
