import type { Place } from './grid.ts'

const mmPerPt = 25.4 / 72
/** Padding on both sides of a cell, and what borders take. */
const paddingMm = 2.6
/** Of the size of the type: what the tallest of the fonts that stand in for 標楷體 needs. */
const lineFactor = 1.45
/** Of a line: signs that may not begin or end one, and words that stay whole, leave the rest empty. */
const usedShare = 0.98

/**
 * Heights in millimetres at which nothing is cut off. Spreadsheet programs fit rows to their cells by themselves, but not to merged ones,
 * so all are told. What a cell over several rows needs more than they have goes to its last row.
 */
export function rowHeightsMm(
  grid: readonly (readonly Place[])[],
  columnsMm: readonly number[],
  sizePt: number,
): number[] {
  const least = linesMm(1, sizePt)
  const heights = grid.map(() => least)
  const cells = grid.flatMap((places, row) => {
    return places.flatMap((place) =>
      place.kind === 'cell' ? [{ ...place, row, rowSpan: place.cell.rowSpan ?? 1 }] : [],
    )
  })
  for (const { cell, column, row, rowSpan } of [...cells].sort((a, b) => a.rowSpan - b.rowSpan)) {
    const width = columnsMm.slice(column, column + (cell.colSpan ?? 1)).reduce((sum, each) => sum + each, 0)
    const needed = linesMm(lineCount(cell.text, width - paddingMm, sizePt), sizePt)
    const last = row + rowSpan - 1
    const has = heights.slice(row, last + 1).reduce((sum, each) => sum + each, 0)
    if (needed > has) heights[last] = (heights[last] ?? 0) + needed - has
  }
  return heights.map((height) => Math.ceil(height * 10) / 10)
}

function linesMm(lines: number, sizePt: number): number {
  return lines * sizePt * mmPerPt * lineFactor + paddingMm
}

/** Lines that text takes in a width: a Chinese character is as wide as the type is high, a Latin letter about half of it. */
export function lineCount(text: readonly string[] | number, widthMm: number, sizePt: number): number {
  if (typeof text === 'number') return 1
  const perLine = Math.max(1, Math.floor((widthMm * usedShare) / (sizePt * mmPerPt)))
  return Math.max(
    1,
    text.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / perLine)), 0),
  )
}

function widthOf(line: string): number {
  return [...line].reduce((sum, character) => sum + (/[\u0020-\u024f]/.test(character) ? 0.56 : 1), 0)
}
