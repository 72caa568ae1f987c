import type { ArtifactName, SearchTrialArtifact } from '../store/model/artifact.ts'
import type { Form, FormControl, Resource } from '../store/model/page.ts'
import type { BrowserMode, RandomRest } from '../store/model/run.ts'
import type { SecondLook } from '../store/model/second-look.ts'
import type { SnapshotWriter } from '../store/snapshot/writer.ts'
import type { WallWords } from './blocked/refusals.ts'
import type { MissingWords } from './external/looks-missing.ts'
import type { Timeouts } from './fetch/trust-zone.ts'
import type { SearchWords } from './search/search-words.ts'
import type { Answerer, Postback } from './stored-answer.ts'

/** How far a crawl has come; sent after every URL. */
export interface CrawlProgress {
  stage: 'crawl' | 'documents' | 'browser' | 'external' | 'confirm'
  /**
   * URLs with a fate in stage `crawl`, files read in stage `documents`, pages looked at in stage `browser`, addresses on other
   * hosts in stage `external`, dead addresses asked again in stage `confirm`.
   */
  done: number
  /** URLs known so far, files to read, pages to look at, or addresses to ask again. */
  known: number
  pages: number
  requests: number
}

/** A page the browser may be asked to open; `isKey`: it counts by itself (start page, site map, a page with a form of its own). */
export interface PageToExamine {
  id: number
  url: string
  templateId: string
  surface: readonly number[]
  isShell: boolean
  isKey: boolean
  /** True for the page that the search form of the start page leads to. */
  isSearch: boolean
  /** True when a browser opened it before the run was interrupted: it is not opened again. */
  isExamined: boolean
}

/** What the crawl hands to whoever opens pages in a browser. */
export interface ExamineTask {
  mode: BrowserMode
  startUrl: string
  /** Of the pages a sample leaves out, those that are opened by chance, as the seed has it. */
  randomRest: RandomRest
  seed: string
  pages: readonly PageToExamine[]
  answer: Answerer
  /** Sends steps of pagers; left out for a folder, which nobody can post to. */
  postback?: Postback
  writer: SnapshotWriter
  /** Takes over what an earlier run saw of a page, where nothing has changed; true when it did. */
  recall(page: Pick<PageToExamine, 'id' | 'url'>, watch: Watch): Promise<boolean>
  signal: AbortSignal
  onProgress(done: number, total: number): void
}

/** Who looks, and with what: what was seen otherwise is not taken over. */
export interface Watch {
  browserVersion: string
  observers: readonly { name: ArtifactName; version: number; isForEvery: boolean }[]
}

/** Which browser looked, or why none did, as in `Run`. */
export interface ExamineOutcome {
  browserVersion: string | null
  browserMissing: string | null
}

/** Addresses that refused the crawl, for a browser to open once more. */
export interface LookTask {
  targets: readonly Resource[]
  /** Answers for one address: asked anew, within bounds. */
  answererFor(): Answerer
  isRefusal(status: number): boolean
  /** True when rendered HTML that shows so many characters keeps programs out. */
  isWall(html: string, textLength: number): boolean
  /** Once a target, as soon as it was looked at. */
  keep(look: SecondLook): void
  now(): Date
  signal: AbortSignal
}

/** What makes a field one that searches the site: the caller knows the words. */
export interface SearchSense {
  kindOf(form: Pick<Form, 'action' | 'controls' | 'region' | 'text'>): 'search' | 'maybe' | 'external' | null
  /** For a field outside of any form. */
  saysSearch(field: FormControl): boolean
  /** True for an address of an engine of somebody else: it is never asked. */
  isOthers(url: string): boolean
  /** Patterns (flags `iu`) of labels in normal form: of buttons, of links to a page for searching, of fields that ask for a code. */
  buttons: readonly string[]
  searchPages: readonly string[]
  codes: readonly string[]
  /** What a choice beside the field is for; `null`: nothing that narrows. */
  purposeOf(choice: { label: string; options: readonly string[] }): 'fields' | 'category' | null
  /** What a field beside the first is for: words in one part of a page, or a day as ISO 8601 writes it; `null`: nothing that is known to narrow. */
  conditionOf(input: { type: string; label: string; hint: string }): 'words' | 'day' | null
  /** Which of a field's options is `in titles alone`; -1 when none is. */
  titleOption(options: readonly string[]): number
  /** True when an option stands for all there is, or for nothing. */
  isAll(option: string): boolean
}

/** A search of the site that is to be used in a browser. */
export interface SearchTask {
  /** Normal form of the page a visitor sees first. */
  startUrl: string
  /** Where to look when that page has no field, in this order. */
  otherPages: readonly string[]
  words: SearchWords
  sense: SearchSense
  answer: Answerer
  /** Why an address in normal form was not answered; `null` when it was. */
  barOf(url: string): SearchBar | null
  isOwn(url: string): boolean
  /** Once, at the end. */
  keep(trial: SearchTrial): void
  signal: AbortSignal
}

/** Why an address was not answered: by rules (robots.txt, budget, engines of others), or because nothing came. */
export interface SearchBar {
  by: 'rules' | 'fault'
  code: string
}

/** What a trial leaves: the artifact, the pages of results it names, and a picture of one of them. */
export interface SearchTrial {
  artifact: SearchTrialArtifact
  observerVersion: number
  /** Serialised documents; the artifact's `body` is their hash. */
  documents: readonly string[]
  picture: Uint8Array | null
}

/** What the caller of a crawl decides beside site and policy. */
export interface CrawlControl {
  /** Ends the crawl; the snapshot is then valid and `partial`. */
  signal: AbortSignal
  runId: string
  /** ISO instant. */
  startedAt: string
  toolVersion: string
  /** Sources of patterns (flags `iu`) for the label of the page that lists the whole site. */
  siteMapLabels: readonly string[]
  /** The same for labels on the start page of pages the browser always opens. Left out: none is known by its label. */
  keyLabels?: readonly string[]
  /** How pages say that they are none. Left out: none is suspected of it, and no directory asked for a random address. */
  missingPage?: MissingWords
  /** By what pages are known that keep programs out. Left out: only their statuses tell. */
  botWalls?: WallWords
  onProgress(progress: CrawlProgress): void
  now(): Date
  /** Left out: no browser opens anything. */
  examine?: (task: ExamineTask) => Promise<ExamineOutcome>
  /** Left out: what refused the crawl is not opened once more. */
  lookAgain?: (task: LookTask) => Promise<void>
  /** Left out: the site's own search is not used. */
  search?: { sense: SearchSense; use: (task: SearchTask) => Promise<void> }
  /** Left out: the usual ones. */
  timeouts?: Timeouts
  /** PEM certificates trusted beside Node's own. Left out: none. */
  authorities?: readonly string[]
}
