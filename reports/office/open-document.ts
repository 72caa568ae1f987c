import { containerOf } from './container.ts'
import { xmlHead, xmlText } from './xml.ts'

/** What every OpenDocument file of ours says of itself. */
export interface OpenDocumentHead {
  kind: 'text' | 'spreadsheet'
  title: string
  /** Instant of the run: the same report gives the same bytes. */
  createdAt: string
}

const names: Readonly<Record<string, string>> = {
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  svg: 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  meta: 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  dc: 'http://purl.org/dc/elements/1.1/',
}
const namespaces = Object.entries(names)
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')
const manifestNamespace = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'

/** The mimetype of either kind. */
export function mediaTypeOf(kind: OpenDocumentHead['kind']): string {
  return `application/vnd.oasis.opendocument.${kind}`
}

/**
 * An OpenDocument 1.2 package: `mimetype` first and stored (part 3, 3.3), then content, styles, meta and manifest. `fonts`, `styles` and
 * `masters` are the inner XML of styles.xml, `automatic` and `body` that of content.xml.
 */
export function openDocument(
  head: OpenDocumentHead,
  parts: { fonts: string; styles: string; masters: string; automatic: string; body: string },
): Uint8Array {
  const mediaType = mediaTypeOf(head.kind)
  const fonts = `<office:font-face-decls>${parts.fonts}</office:font-face-decls>`
  const content = `${fonts}<office:automatic-styles>${parts.automatic}</office:automatic-styles><office:body><office:${head.kind}>${parts.body}</office:${head.kind}></office:body>`
  return containerOf([
    { path: 'mimetype', text: mediaType, isStored: true },
    { path: 'content.xml', text: rooted('document-content', content) },
    {
      path: 'styles.xml',
      text: rooted('document-styles', `${fonts}<office:styles>${parts.styles}</office:styles>${parts.masters}`),
    },
    { path: 'meta.xml', text: rooted('document-meta', metaOf(head)) },
    { path: 'META-INF/manifest.xml', text: manifestOf(mediaType) },
  ])
}

function rooted(name: string, inner: string): string {
  return `${xmlHead}<office:${name} ${namespaces} office:version="1.2">${inner}</office:${name}>`
}

function metaOf({ title, createdAt }: OpenDocumentHead): string {
  const facts = [
    `<meta:generator>Mingjing</meta:generator>`,
    `<dc:title>${xmlText(title)}</dc:title>`,
    '<dc:language>zh-TW</dc:language>',
    ...(Number.isNaN(Date.parse(createdAt)) ? [] : [`<meta:creation-date>${xmlText(createdAt)}</meta:creation-date>`]),
  ]
  return `<office:meta>${facts.join('')}</office:meta>`
}

function manifestOf(mediaType: string): string {
  const parts = [
    ['/', mediaType],
    ['content.xml', 'text/xml'],
    ['styles.xml', 'text/xml'],
    ['meta.xml', 'text/xml'],
  ]
  const lines = parts.map(
    ([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`,
  )
  return `${xmlHead}<manifest:manifest xmlns:manifest="${manifestNamespace}" manifest:version="1.2">${lines.join('')}</manifest:manifest>`
}
