import { gridOf, type Place } from './grid.ts'
import type { Cell, OfficeDocument, Paragraph, Table } from './office-document.ts'
import { openDocument } from './open-document.ts'
import {
  cellStyle,
  fontFace,
  footerStyle,
  lookOf,
  marginMm,
  masterStyles,
  pageMm,
  pageNumber,
  textProperties,
} from './open-document-styles.ts'
import { rowHeightsMm } from './row-heights.ts'
import { paragraphsXml, spanAttributes, valueAttributes } from './write-odt.ts'
import { xmlText } from './xml.ts'

const cellSizePt = 10

/** Documents as the sheets of one OpenDocument spreadsheet: paragraphs become rows over the whole width, tables stand below one another. */
export function writeOds(title: string, documents: readonly OfficeDocument[], createdAt: string): Uint8Array {
  const [first] = documents
  if (first === undefined) throw new Error('a spreadsheet has at least one sheet')
  const sheets = documents.map(sheetOf)
  return openDocument(
    { kind: 'spreadsheet', title, createdAt },
    {
      fonts: fontFace(first.font),
      styles: `<style:default-style style:family="table-cell"><style:paragraph-properties/>${textProperties(first.font, cellSizePt, false)}</style:default-style>${footerStyle(first.font)}`,
      masters: masterStyles(
        documents.some(({ isLandscape }) => isLandscape),
        pageNumber,
      ),
      automatic: `${baseStyles(first)}${sheets.map(({ styles }) => styles).join('')}`,
      body: sheets.map(({ table }) => table).join(''),
    },
  )
}

function baseStyles(document: OfficeDocument): string {
  const written = (name: string, look: Paragraph['look'], align: string): string => {
    const { sizePt, isBold } = lookOf(look, { ...document.font, sizePt: cellSizePt })
    return `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="middle" fo:padding="1mm"/><style:paragraph-properties fo:text-align="${align}"/>${textProperties(document.font, look === 'title' ? 14 : sizePt, isBold)}</style:style>`
  }
  return [
    '<style:style style:name="sheet" style:family="table" style:master-page-name="Standard"><style:table-properties table:display="true"/></style:style>',
    cellStyle('cell', false, false),
    cellStyle('centre', false, true),
    cellStyle('head', true, true),
    written('p-title', 'title', 'center'),
    written('p-heading', 'heading', 'start'),
    written('p-body', 'body', 'start'),
    written('p-note', 'note', 'start'),
    written('p-clause', 'body', 'start'),
  ].join('')
}

interface Row {
  places: readonly Place[]
  /** Style of its cells; `null`: by their look. */
  style: string | null
  heightMm: number
}

function sheetOf(document: OfficeDocument, index: number): { styles: string; table: string } {
  const columnsMm = columnsOf(document)
  const rows = document.blocks.flatMap((block) => rowsOf(block, columnsMm))
  const columns = columnsMm.map((_, at) => `<table:table-column table:style-name="s${index}c${at}"/>`).join('')
  const xml = rows.map((row, at) => rowXml(row, `s${index}r${at}`)).join('')
  const table = `<table:table table:name="${xmlText(document.sheet)}" table:style-name="sheet">${columns}${xml}</table:table>`
  return {
    styles: `${columnStyles(columnsMm, index)}${rows.map((row, at) => rowStyle(row, `s${index}r${at}`)).join('')}`,
    table,
  }
}

/** The columns of a sheet are those of its first table. @throws Error when another table has others: our bug. */
function columnsOf({ blocks, title, isLandscape }: OfficeDocument): readonly number[] {
  const tables = blocks.filter((block): block is Table => block.kind === 'table')
  const [first] = tables
  if (first === undefined) return [pageMm(isLandscape).width - 2 * marginMm]
  if (tables.some(({ columnsMm }) => columnsMm.join() !== first.columnsMm.join())) {
    throw new Error(`${title}: tables of one sheet share their columns`)
  }
  return first.columnsMm
}

function rowsOf(block: Paragraph | Table, columnsMm: readonly number[]): Row[] {
  if (block.kind === 'table') {
    const grid = gridOf(block)
    const heights = rowHeightsMm(grid, columnsMm, cellSizePt)
    return grid.map((places, at) => ({ places, style: null, heightMm: heights[at] ?? 0 }))
  }
  const cell: Cell = { text: [block.text], colSpan: columnsMm.length }
  const places: Place[] = [
    { kind: 'cell', cell, column: 0 },
    ...columnsMm.slice(1).map((): Place => ({ kind: 'covered' })),
  ]
  const sizePt = block.look === 'title' ? 14 : cellSizePt
  const [heightMm = 0] = rowHeightsMm([places], columnsMm, sizePt)
  return [{ places, style: `p-${block.look}`, heightMm }]
}

function rowXml({ places, style }: Row, name: string): string {
  return `<table:table-row table:style-name="${name}">${places.map((place) => placeXml(place, style)).join('')}</table:table-row>`
}

function placeXml(place: Place, style: string | null): string {
  if (place.kind === 'covered') return '<table:covered-table-cell/>'
  const { cell } = place
  return `<table:table-cell table:style-name="${style ?? cell.look ?? 'cell'}"${spanAttributes(cell)}${valueAttributes(cell)}>${paragraphsXml(cell, null)}</table:table-cell>`
}

function columnStyles(columnsMm: readonly number[], index: number): string {
  return columnsMm
    .map(
      (width, at) =>
        `<style:style style:name="s${index}c${at}" style:family="table-column"><style:table-column-properties style:column-width="${width}mm"/></style:style>`,
    )
    .join('')
}

function rowStyle({ heightMm }: Row, name: string): string {
  return `<style:style style:name="${name}" style:family="table-row"><style:table-row-properties style:row-height="${heightMm}mm" style:use-optimal-row-height="false"/></style:style>`
}
