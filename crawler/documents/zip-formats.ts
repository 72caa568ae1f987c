import type { FileFormat } from '../../store/model/document-file.ts'
import { type Detection, plainDetection, withFacts } from './detection.ts'
import { fileFormatOfMediaType } from './file-formats.ts'
import { readZip, type ZipArchive } from './zip-archive.ts'

const wantedParts: ReadonlySet<string> = new Set(['mimetype', 'META-INF/manifest.xml', '[Content_Types].xml'])

/** Tells ODF, OOXML and plain archives apart by what is in them, never by their names. */
export async function detectZip(content: Uint8Array): Promise<Detection> {
  const archive = await readZip(content, (name) => wantedParts.has(name))
  const mediaType = archive.parts.get('mimetype')?.trim() ?? storedMediaType(content)
  const detection = detectInside(content, archive, mediaType)
  if (archive.problem === null) return detection
  return withFacts(detection, { isReadable: archive.problem !== 'zip-truncated', problem: archive.problem })
}

function detectInside(content: Uint8Array, archive: ZipArchive, mediaType: string | null): Detection {
  if (mediaType?.startsWith('application/vnd.oasis.opendocument.')) return detectOdf(content, archive, mediaType)
  if (archive.names.includes('[Content_Types].xml')) return detectOoxml(content, archive)
  return withFacts(plainDetection('zip', content), { isEncrypted: archive.hasEncryptedEntries })
}

/** OpenDocument 1.2 part 3: the first entry is `mimetype`, stored; readable even where the archive breaks off. */
function storedMediaType(content: Uint8Array): string | null {
  const head = Buffer.from(content.subarray(30, 140)).toString('latin1')
  return /^mimetype(application\/vnd\.oasis\.opendocument\.[a-z-]+?)(?=PK|$)/.exec(head)?.[1] ?? null
}

function detectOdf(content: Uint8Array, archive: ZipArchive, mediaType: string): Detection {
  const manifest = archive.parts.get('META-INF/manifest.xml') ?? null
  const isEncrypted = manifest === null ? null : /<(?:\w+:)?encryption-data\b/.test(manifest)
  const formatVersion = /<(?:\w+:)?manifest\b[^>]*?\s(?:\w+:)?version\s*=\s*["']([\d.]+)["']/.exec(manifest ?? '')?.[1]
  const detection = plainDetection(fileFormatOfMediaType(mediaType), content)
  // LibreOffice since 24.8 locks a document as one part of this name.
  const hasContent = archive.names.includes('content.xml') || archive.names.includes('encrypted-package')
  const isWhole = manifest !== null && hasContent
  const health = isWhole ? {} : ({ isReadable: false, problem: 'odf-incomplete' } as const)
  return withFacts(detection, { isEncrypted, formatVersion: formatVersion ?? null, ...health })
}

/** By the type of the main part, else by the folder of the parts. */
function detectOoxml(content: Uint8Array, archive: ZipArchive): Detection {
  const types = archive.parts.get('[Content_Types].xml')
  const format = (types === undefined ? null : formatByTypes(types)) ?? formatByFolder(archive.names)
  const detection = withFacts(plainDetection(format, content), { isEncrypted: false })
  return types === undefined ? withFacts(detection, { isReadable: false, problem: 'ooxml-incomplete' }) : detection
}

function formatByTypes(types: string): FileFormat | null {
  if (/wordprocessingml\.(document|template)\.main|ms-word\.(document|template)\./i.test(types)) return 'docx'
  if (/spreadsheetml\.(sheet|template)\.main|ms-excel\.(sheet|template|addin)\./i.test(types)) return 'xlsx'
  const slides = /presentationml\.(presentation|slideshow|template)\.main|ms-powerpoint\./i
  return slides.test(types) ? 'pptx' : null
}

function formatByFolder(names: readonly string[]): FileFormat {
  if (names.some((name) => name.startsWith('word/'))) return 'docx'
  if (names.some((name) => name.startsWith('xl/'))) return 'xlsx'
  return names.some((name) => name.startsWith('ppt/')) ? 'pptx' : 'ooxml'
}
