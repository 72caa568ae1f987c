import { gridOf, type Place } from './grid.ts'
import type { Cell, Look, OfficeDocument, Paragraph, Table } from './office-document.ts'
import { openDocument } from './open-document.ts'
import {
  cellStyle,
  fontFace,
  footerStyle,
  masterStyles,
  pageNumber,
  paragraphStyles,
  textProperties,
} from './open-document-styles.ts'
import { xmlText } from './xml.ts'

/** The document as OpenDocument text. */
export function writeOdt(document: OfficeDocument, createdAt: string): Uint8Array {
  const { font, title, isLandscape, blocks } = document
  const standard = `<style:default-style style:family="paragraph"><style:paragraph-properties fo:hyphenation-ladder-count="no-limit" style:punctuation-wrap="hanging" style:line-break="strict"/>${textProperties(font, font.sizePt, false)}</style:default-style>`
  return openDocument(
    { kind: 'text', title, createdAt },
    {
      fonts: fontFace(font),
      styles: `${standard}${paragraphStyles(font)}${footerStyle(font)}`,
      masters: masterStyles(isLandscape, pageNumber),
      automatic: `${cellStyles(document)}${blocks.map(columnStyles).join('')}`,
      body: blocks
        .map((block, index) => (block.kind === 'paragraph' ? paragraphXml(block) : tableXml(block, index)))
        .join(''),
    },
  )
}

function cellStyles({ font }: OfficeDocument): string {
  const small = Math.min(font.sizePt, 10)
  const inCell = (name: string, isBold: boolean, align: string): string =>
    `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties fo:text-align="${align}"/>${textProperties(font, small, isBold)}</style:style>`
  return [
    cellStyle('cell', false, false),
    cellStyle('centre', false, true),
    cellStyle('head', true, true),
    inCell('in-cell', false, 'start'),
    inCell('in-centre', false, 'center'),
    inCell('in-head', true, 'center'),
  ].join('')
}

function columnStyles(block: Paragraph | Table, index: number): string {
  if (block.kind === 'paragraph') return ''
  const width = block.columnsMm.reduce((sum, column) => sum + column, 0)
  const columns = block.columnsMm.map(
    (column, at) =>
      `<style:style style:name="t${index}c${at}" style:family="table-column"><style:table-column-properties style:column-width="${column}mm"/></style:style>`,
  )
  return `<style:style style:name="t${index}" style:family="table"><style:table-properties style:width="${width}mm" table:align="center" table:border-model="collapsing" fo:margin-bottom="3mm"/></style:style>${columns.join('')}`
}

const levels: Partial<Record<Look, number>> = { title: 1, heading: 2 }

function paragraphXml({ text, look }: Paragraph): string {
  const level = levels[look]
  if (level === undefined) return `<text:p text:style-name="${look}">${xmlText(text)}</text:p>`
  return `<text:h text:style-name="${look}" text:outline-level="${level}">${xmlText(text)}</text:h>`
}

function tableXml(table: Table, index: number): string {
  const rows = gridOf(table).map((places) => `<table:table-row>${places.map(placeXml).join('')}</table:table-row>`)
  const head = rows.slice(0, table.headRows).join('')
  const columns = table.columnsMm.map((_, at) => `<table:table-column table:style-name="t${index}c${at}"/>`).join('')
  const heading = head === '' ? '' : `<table:table-header-rows>${head}</table:table-header-rows>`
  return `<table:table table:name="${xmlText(`${table.name} ${index}`)}" table:style-name="t${index}">${columns}${heading}${rows.slice(table.headRows).join('')}</table:table>`
}

function placeXml(place: Place): string {
  if (place.kind === 'covered') return '<table:covered-table-cell/>'
  const { cell } = place
  const look = cell.look ?? 'cell'
  return `<table:table-cell table:style-name="${look}"${spanAttributes(cell)}${valueAttributes(cell)}>${paragraphsXml(cell, `in-${look}`)}</table:table-cell>`
}

/** `number-columns-spanned` and its like, where there is a span. */
export function spanAttributes({ colSpan = 1, rowSpan = 1 }: Cell): string {
  if (colSpan === 1 && rowSpan === 1) return ''
  return ` table:number-columns-spanned="${colSpan}" table:number-rows-spanned="${rowSpan}"`
}

/** Text is said to be text, so that no program takes it for a formula or a date. */
export function valueAttributes({ text }: Cell): string {
  if (typeof text === 'number') return ` office:value-type="float" office:value="${text}"`
  return text.length === 0 ? '' : ' office:value-type="string"'
}

/** The paragraphs of a cell. */
export function paragraphsXml({ text }: Cell, style: string | null): string {
  const name = style === null ? '' : ` text:style-name="${style}"`
  const lines = typeof text === 'number' ? [String(text)] : text
  if (lines.length === 0) return style === null ? '' : `<text:p${name}/>`
  return lines.map((line) => `<text:p${name}>${xmlText(line)}</text:p>`).join('')
}
