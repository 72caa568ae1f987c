import type { Page } from '../../store/model/page.ts'
import type { AccessibilityTerms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { oncePerSnapshot } from '../once-per.ts'
import { isReadable, rootOf } from '../seen-page.ts'
import { LostPlaces } from './lost-places.ts'
import { readBricks } from './read-bricks.ts'
import { CodeTally } from './tally-codes.ts'

/** What the markup of all pages shows. */
export interface SiteMarkup {
  /** Pages that show something by themselves, and of these the ones that could be read. */
  pages: readonly Page[]
  readable: readonly Page[]
  codes: CodeTally
  lost: LostPlaces
  /** Pages with a 導盲磚. */
  pagesWithMarks: number
}

/** Reads the markup of every page for all checks that do: the tree of a page is the dearest thing to ask for, so each is made once. */
export const siteMarkup = oncePerSnapshot((snapshot: Snapshot, terms: AccessibilityTerms): SiteMarkup => {
  const pages = snapshot.pages().filter((page) => page.refreshUrl === null)
  const readable = pages.filter((page) => isReadable(snapshot, page))
  const codes = new CodeTally(snapshot)
  const lost = new LostPlaces(snapshot)
  let pagesWithMarks = 0
  for (const page of readable) {
    codes.notePage(page, rootOf(snapshot, page))
    const bricks = readBricks(snapshot, page, terms.bricks)
    lost.note(page, bricks)
    if (bricks.some(({ isMark }) => isMark)) pagesWithMarks += 1
  }
  codes.noteSheets()
  codes.noteDocuments()
  return { pages, readable, codes, lost, pagesWithMarks }
})
