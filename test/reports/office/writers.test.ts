import { expect, it } from 'vitest'
import { gridOf } from '../../../reports/office/grid.ts'
import {
  type Cell,
  cell,
  headCell,
  type OfficeDocument,
  officialFont,
  paragraph,
  type Table,
} from '../../../reports/office/office-document.ts'
import { plainRows } from '../../../reports/office/plain-rows.ts'
import { lineCount, rowHeightsMm } from '../../../reports/office/row-heights.ts'
import { writeDocx } from '../../../reports/office/write-docx.ts'
import { writeOds } from '../../../reports/office/write-ods.ts'
import { writeOdt } from '../../../reports/office/write-odt.ts'
import { partsOf, xmlFault } from './open-parts.ts'

const day = '2026-11-22T02:03:04Z'
const table: Table = {
  kind: 'table',
  name: '表',
  columnsMm: [30, 40, 50],
  headRows: 1,
  rows: [
    [headCell('甲'), headCell('乙', { colSpan: 2 })],
    [{ text: ['高'], rowSpan: 2 }, cell('一\n二'), cell(12)],
    [cell(null), cell('=1+1')],
  ],
}
const document: OfficeDocument = {
  title: '表件 <a> & "b"',
  sheet: '附表1',
  isLandscape: false,
  font: officialFont,
  blocks: [paragraph('標題', 'title'), table, paragraph('註\u202e\u0007', 'note')],
}

it('covered places are filled where cells span columns and rows', () => {
  const kinds = gridOf(table).map((places) => places.map(({ kind }) => (kind === 'cell' ? 'o' : '.')).join(''))
  expect(kinds).toEqual(['oo.', 'ooo', '.oo'])
})

it('a row that does not fill its columns, or passes them, is our bug', () => {
  const withRow = (row: Cell[]) => () => gridOf({ ...table, rows: [row] })
  expect(withRow([cell('a')])).toThrow(/short/)
  expect(withRow([cell('a'), cell('b'), cell('c'), cell('d')])).toThrow(/long/)
  expect(withRow([cell('a'), { text: ['b'], colSpan: 3 }])).toThrow(/long/)
})

it.each([
  ['text', writeOdt(document, day)],
  ['spreadsheet', writeOds(document.title, [document, { ...document, sheet: '附表2' }], day)],
] as const)('an OpenDocument %s begins with its mimetype, stored, and every part is XML', (kind, bytes) => {
  const text = Buffer.from(bytes).toString('latin1')
  expect(text.slice(30, 38)).toBe('mimetype')
  expect(bytes[8]).toBe(0)
  expect(text.slice(38, 38 + 30)).toContain('application/vnd.oasis')
  const parts = partsOf({ content: bytes })
  expect(parts.get('mimetype')).toBe(`application/vnd.oasis.opendocument.${kind}`)
  for (const [path, part] of parts) if (path !== 'mimetype') expect(xmlFault(part), path).toBeNull()
  const listed = [...(parts.get('META-INF/manifest.xml') ?? '').matchAll(/full-path="([^"]+)"/g)].map(
    ([, path]) => path,
  )
  const held = [...parts.keys()].filter((path) => path !== 'mimetype' && !path.startsWith('META-INF/'))
  expect(listed.sort()).toEqual(['/', ...held].sort())
})

it('every style that content names is there', () => {
  for (const bytes of [writeOdt(document, day), writeOds('x', [document], day)]) {
    const parts = partsOf({ content: bytes })
    const all = `${parts.get('content.xml')}${parts.get('styles.xml')}`
    const known = new Set([...all.matchAll(/style:name="([^"]+)"/g)].map(([, name]) => name))
    for (const [, name] of all.matchAll(/(?:text|table):style-name="([^"]+)"/g)) expect(known, name).toContain(name)
  }
})

it('numbers stay numbers, text stays text, and nothing is a formula', () => {
  const content = partsOf({ content: writeOds('x', [document], day) }).get('content.xml') ?? ''
  expect(content).toContain('office:value-type="float" office:value="12"')
  expect(content).toContain('office:value-type="string"><text:p>=1+1</text:p>')
  expect(content).not.toContain('table:formula')
})

it('what cannot be seen is shown, and markup stays text', () => {
  const parts = partsOf({ content: writeOdt(document, day) })
  expect(parts.get('content.xml')).toContain('註〔U+202E〕〔U+0007〕')
  expect(parts.get('meta.xml')).toContain('<dc:title>表件 &lt;a&gt; &amp; &quot;b&quot;</dc:title>')
})

it('equal input gives equal bytes', () => {
  expect(writeOds('x', [document], day)).toEqual(writeOds('x', [document], day))
  expect(writeOdt(document, day)).toEqual(writeOdt(document, day))
})

it('a Word file holds its paragraphs in the exact line height, and refuses tables', () => {
  const report = {
    ...document,
    font: { ...officialFont, sizePt: 14, lineHeightPt: 21 },
    blocks: [paragraph('一、甲 & 乙')],
  }
  const parts = partsOf({ content: writeDocx(report, day) })
  for (const [path, part] of parts) expect(xmlFault(part), path).toBeNull()
  expect(parts.get('word/document.xml')).toContain('w:line="420" w:lineRule="exact"')
  expect(parts.get('word/document.xml')).toContain('<w:sz w:val="28"/>')
  expect(() => writeDocx(document, day)).toThrow(/no tables/)
})

it('a row is as high as its longest cell needs, also where it is merged', () => {
  const long = '長'.repeat(200)
  const [short = 0, plain = 0] = rowHeightsMm(
    gridOf({
      ...table,
      rows: [
        [cell('a'), cell('b'), cell('c')],
        [cell(long), cell(''), cell('')],
      ],
    }),
    [30, 40, 50],
    10,
  )
  expect(short).toBeLessThan(9)
  expect(plain).toBeGreaterThan(100)
  const merged = gridOf({
    ...table,
    rows: [
      [{ text: [long], rowSpan: 2 }, cell('b'), cell('c')],
      [cell('d'), cell('e')],
    ],
  })
  const heights = rowHeightsMm(merged, [30, 40, 50], 10)
  expect((heights[0] ?? 0) + (heights[1] ?? 0)).toBeGreaterThanOrEqual(plain - 0.2)
})

it('Latin letters take about half the room, and each line at least one', () => {
  expect(lineCount(['字'.repeat(30)], 36, 10)).toBeGreaterThan(lineCount(['a'.repeat(30)], 36, 10))
  expect(lineCount(['', ''], 36, 10)).toBe(2)
  expect(lineCount(7, 36, 10)).toBe(1)
})

it('plain rows are equally long and keep the place of every cell', () => {
  expect(plainRows(document)).toEqual([
    ['標題', null, null],
    ['甲', '乙', null],
    ['高', '一 二', 12],
    [null, null, '=1+1'],
    ['註\u202e\u0007', null, null],
  ])
})
