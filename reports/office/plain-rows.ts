import { gridOf } from './grid.ts'
import type { Cell, OfficeDocument } from './office-document.ts'

type Plain = string | number | null

/** The document as rows of equal length: a paragraph is a row of its own, what a span covers stays blank. */
export function plainRows({ blocks }: OfficeDocument): Plain[][] {
  const rows = blocks.flatMap((block): Plain[][] => {
    if (block.kind === 'paragraph') return [[block.text]]
    return gridOf(block).map((places) => places.map((place) => (place.kind === 'cell' ? content(place.cell) : null)))
  })
  const width = Math.max(...rows.map((row) => row.length))
  return rows.map((row) => [...row, ...Array<Plain>(width - row.length).fill(null)])
}

/** Lines of a cell stand in one: a line feed within a cell confuses who reads the file by lines. */
function content({ text }: Cell): Plain {
  if (typeof text === 'number') return text
  return text.length === 0 ? null : text.join(' ')
}
