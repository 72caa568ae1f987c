import type { Page } from '../../../store/model/page.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { foldText } from '../../labels.ts'
import { domOf, mainTextOf, titlesOf } from '../../seen-page.ts'

/** What shows something without a word. */
const shown =
  'img, svg, iframe, frame, object, embed, video, audio, canvas, input, select, textarea, button, table, a[href]'

const longestHeading = 200

/**
 * True for a page that marks its content by `<main>` or its role, and shows nothing there but its own heading; `null` where
 * scripts may fill it, and nobody saw what they did.
 */
export function isEmptyPage(snapshot: Snapshot, page: Page): boolean | null {
  // More text than a heading has: no tree of the page is needed.
  if (page.refreshUrl !== null || mainTextOf(snapshot, page).length > longestHeading) return false
  const $ = domOf(snapshot, page)
  const main = $('main, [role="main"]')
  if (main.length === 0 || main.find(shown).not('[accesskey], nav a').length > 0) return false
  const headings = titlesOf(snapshot, page).map(compact)
  const text = headings.reduce(
    (rest, heading) => rest.replace(heading, ''),
    compact(main.clone().find('nav, script, style').remove().end().text()),
  )
  if (/[\p{L}\p{N}]/u.test(text)) return false
  return page.renderedBody === null && $('script').length > 0 ? null : true
}

function compact(text: string): string {
  return foldText(text).replace(/\s+/gu, '')
}
