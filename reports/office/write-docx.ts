import { containerOf } from './container.ts'
import type { FontSetting, OfficeDocument, Paragraph } from './office-document.ts'
import { lookOf, marginMm, pageMm } from './open-document-styles.ts'
import { xmlHead, xmlText } from './xml.ts'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const coreType = 'application/vnd.openxmlformats-package.core-properties+xml'
const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** Media type of a Word document. */
export const docxMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The paragraphs of a document as a Word file (002:199 asks for Word). @throws Error for a document with tables: our bug. */
export function writeDocx(document: OfficeDocument, createdAt: string): Uint8Array {
  const body = document.blocks.map((block) => {
    if (block.kind === 'table') throw new Error('our Word documents have no tables')
    return paragraphXml(block, document.font)
  })
  const content = `<w:document xmlns:w="${word}"><w:body>${body.join('')}${sectionXml(document)}</w:body></w:document>`
  return containerOf([
    { path: '[Content_Types].xml', text: contentTypes },
    { path: '_rels/.rels', text: packageRelations },
    { path: 'word/document.xml', text: `${xmlHead}${content}` },
    { path: 'docProps/core.xml', text: coreXml(document.title, createdAt) },
  ])
}

function paragraphXml({ text, look }: Paragraph, font: FontSetting): string {
  const { sizePt, isBold } = lookOf(look, font)
  const line =
    font.lineHeightPt === null || look === 'title'
      ? ''
      : `<w:spacing w:line="${font.lineHeightPt * 20}" w:lineRule="exact"/>`
  const hanging = look === 'clause' ? '<w:ind w:left="454" w:hanging="454"/>' : ''
  const centred = look === 'title' ? '<w:jc w:val="center"/>' : ''
  const name = xmlText(font.name)
  const fonts = `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}"/>`
  const run = `${fonts}${isBold ? '<w:b/>' : ''}<w:sz w:val="${sizePt * 2}"/><w:lang w:val="zh-TW" w:eastAsia="zh-TW"/>`
  return `<w:p><w:pPr>${line}${hanging}${centred}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r></w:p>`
}

function sectionXml({ isLandscape }: OfficeDocument): string {
  const { width, height } = pageMm(isLandscape)
  const margin = twips(marginMm)
  return `<w:sectPr><w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"/><w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>`
}

function twips(mm: number): number {
  return Math.round((mm * 1440) / 25.4)
}

function coreXml(title: string, createdAt: string): string {
  const created = Number.isNaN(Date.parse(createdAt))
    ? ''
    : `<dcterms:created xsi:type="dcterms:W3CDTF">${xmlText(createdAt)}</dcterms:created>`
  return `${xmlHead}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:language>zh-TW</dc:language>${created}</cp:coreProperties>`
}

const contentTypes = `${xmlHead}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${mainType}"/><Override PartName="/docProps/core.xml" ContentType="${coreType}"/></Types>`

const packageRelations = `${xmlHead}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`
