/** How a paragraph looks. `title`: centred and large; `heading`: of a section; `note`: small; `clause`: body with its number hanging. */
export type Look = 'title' | 'heading' | 'body' | 'note' | 'clause'

export interface Paragraph {
  kind: 'paragraph'
  text: string
  look: Look
}

/** A cell: several paragraphs, or a number that stays one. Empty stays blank. */
export interface Cell {
  text: readonly string[] | number
  /** Default 1. */
  colSpan?: number
  /** Default 1. */
  rowSpan?: number
  /** `head`: of a column or row, shaded; `centre`: centred; default left. */
  look?: 'head' | 'centre'
}

export interface Table {
  kind: 'table'
  /** What it is, for those who hear it; also the name of the table. */
  name: string
  /** Widths in millimetres; a row's spans add up to as many columns. */
  columnsMm: readonly number[]
  /** Rows at the top that stand again on every page. */
  headRows: number
  /** Cells covered by a span are left out. */
  rows: readonly (readonly Cell[])[]
}

/** A document that every writer can write: text, spreadsheet, Word, or plain rows. */
export interface OfficeDocument {
  title: string
  /** Name of its sheet in a spreadsheet: short, without signs. */
  sheet: string
  isLandscape: boolean
  font: FontSetting
  blocks: readonly (Paragraph | Table)[]
}

export interface FontSetting {
  /** As in 標楷體. */
  name: string
  sizePt: number
  /** `null`: single. */
  lineHeightPt: number | null
}

/** The font official letters are set in (002:200). */
export const officialFont: FontSetting = { name: '標楷體', sizePt: 12, lineHeightPt: null }

export function paragraph(text: string, look: Look = 'body'): Paragraph {
  return { kind: 'paragraph', text, look }
}

/** A plain cell of text (one paragraph a line), number or nothing. */
export function cell(content: string | number | null): Cell {
  if (typeof content === 'number') return { text: content }
  return { text: content === null || content === '' ? [] : content.split('\n') }
}

/** A head cell. */
export function headCell(text: string, spans: Pick<Cell, 'colSpan' | 'rowSpan'> = {}): Cell {
  return { text: [text], look: 'head', ...spans }
}
