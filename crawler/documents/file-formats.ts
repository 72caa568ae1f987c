import type { FileFormat } from '../../store/model/document-file.ts'

/** What an extension promises. Templates and files with macros count as the format they are opened as. */
const formatByExtension: Readonly<Record<string, FileFormat>> = {
  odt: 'odt',
  ott: 'odt',
  fodt: 'odt',
  ods: 'ods',
  ots: 'ods',
  fods: 'ods',
  odp: 'odp',
  otp: 'odp',
  fodp: 'odp',
  odg: 'odg',
  otg: 'odg',
  pdf: 'pdf',
  doc: 'doc',
  dot: 'doc',
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  dotm: 'docx',
  xls: 'xls',
  xlt: 'xls',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  xltx: 'xlsx',
  xlsb: 'xlsx',
  ppt: 'ppt',
  pps: 'ppt',
  pot: 'ppt',
  pptx: 'pptx',
  pptm: 'pptx',
  ppsx: 'pptx',
  potx: 'pptx',
  rtf: 'rtf',
  zip: 'zip',
  rar: 'rar',
  '7z': '7z',
  csv: 'csv',
  json: 'json',
  geojson: 'json',
  xml: 'xml',
  txt: 'txt',
  htm: 'html',
  html: 'html',
}

const formatByMediaType: Readonly<Record<string, FileFormat>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.text-template': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.spreadsheet-template': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'application/vnd.oasis.opendocument.presentation-template': 'odp',
  'application/vnd.oasis.opendocument.graphics': 'odg',
  'application/vnd.oasis.opendocument.graphics-template': 'odg',
  'application/pdf': 'pdf',
  'application/x-pdf': 'pdf',
  'application/msword': 'doc',
  'application/vnd.ms-word': 'doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.template': 'docx',
  'application/vnd.ms-word.document.macroenabled.12': 'docx',
  'application/vnd.ms-excel': 'xls',
  'application/msexcel': 'xls',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.template': 'xlsx',
  'application/vnd.ms-excel.sheet.macroenabled.12': 'xlsx',
  'application/vnd.ms-powerpoint': 'ppt',
  'application/mspowerpoint': 'ppt',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.openxmlformats-officedocument.presentationml.slideshow': 'pptx',
  'application/vnd.openxmlformats-officedocument.presentationml.template': 'pptx',
  'application/rtf': 'rtf',
  'text/rtf': 'rtf',
  'application/zip': 'zip',
  'application/x-zip-compressed': 'zip',
  'application/vnd.rar': 'rar',
  'application/x-rar-compressed': 'rar',
  'application/x-rar': 'rar',
  'application/x-7z-compressed': '7z',
  'text/csv': 'csv',
  'application/csv': 'csv',
  'application/json': 'json',
  'application/geo+json': 'json',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'text/plain': 'txt',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
}

/**
 * Format promised by the extension of a file name or path; `null` when there is none or it is none of ours.
 * A bare extension counts too (`.pdf`, `..ods`), as download handlers write it in `icon=`.
 */
export function fileFormatOfExtension(name: string): FileFormat | null {
  const extension = /\.([a-z0-9]{1,8})\s*$/i.exec(name)?.[1]?.toLowerCase()
  return extension === undefined ? null : own(formatByExtension, extension)
}

/** Format a media type names; `null` for none, and for those that say nothing (`application/octet-stream`). */
export function fileFormatOfMediaType(mediaType: string | null): FileFormat | null {
  return mediaType === null ? null : own(formatByMediaType, mediaType.trim().toLowerCase())
}

function own(table: Readonly<Record<string, FileFormat>>, key: string): FileFormat | null {
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null
}
