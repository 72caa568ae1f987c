import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import type { CheckContext } from '../check.ts'
import { oncePerSnapshot } from '../once-per.ts'
import { isServed } from '../seen-page.ts'
import { type Classification, classifyPage, saysNothing } from './classify-page.ts'

/** The pages of a site by their metadata. */
export interface ExaminedPages {
  pages: readonly Classification[]
  /** Pages whose metadata a script may write: nothing is known of them. */
  unknown: number
  /** Why no page can be judged, in Traditional Chinese; `null` when some can. */
  reason: string | null
}

/** Every page that is one to be classified, and how many could not be judged. */
export const examinedPages = oncePerSnapshot((snapshot: Snapshot, { terms }: CheckContext): ExaminedPages => {
  // What only sends its reader on is no page a reader classifies.
  const pages = snapshot.pages().filter((page) => page.refreshUrl === null)
  const read = pages.map((page) => classifyPage(page, snapshot.metaTags(page.id), terms.classification))
  // What a script writes into an empty shell we have not seen: without a tag it proves nothing.
  const examined = read.filter((one) => !saysNothing(one) || isServed(snapshot, one.page))
  const none = read.length === 0 ? '未取得任何網頁，無法查核詮釋資料。' : '網頁內容由程式產生，無法查核詮釋資料。'
  return {
    pages: examined,
    unknown: read.length - examined.length,
    reason: examined.length === 0 ? none : null,
  }
})
