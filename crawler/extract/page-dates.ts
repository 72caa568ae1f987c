import type { PageDate, Region } from '../../store/model/page.ts'
import { findDates } from '../../store/written-dates.ts'
import { joined } from './page-text.ts'

interface Piece {
  text: string
  start: number
  region: Region
}

/** The dates in the shown text of a page, with their place in the source; a date may run over several pieces. */
export function datesOf(pieces: readonly Readonly<Piece>[]): Omit<PageDate, 'pageId'>[] {
  const found = findDates(joined(pieces))
  const dates: Omit<PageDate, 'pageId'>[] = []
  let at = 0
  let before = 0
  for (const { text, date, label, index } of found) {
    for (let piece = pieces[at]; piece !== undefined && before + piece.text.length <= index; piece = pieces[at]) {
      before += piece.text.length
      at += 1
    }
    const piece = pieces[at]
    if (piece !== undefined)
      dates.push({ text, date, label, region: piece.region, start: piece.start + index - before })
  }
  return dates
}
