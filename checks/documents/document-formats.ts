import type { FileFormat } from '../../store/model/document-file.ts'

const odf: readonly FileFormat[] = ['odt', 'ods', 'odp', 'odg']
const office: readonly FileFormat[] = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'rtf', 'ooxml']
const archives: readonly FileFormat[] = ['zip', 'rar', '7z']

/** True for the formats of CNS 15251. */
export function isOdf(format: FileFormat | null): boolean {
  return format !== null && odf.includes(format)
}

/** True for editable documents of other makers; `ole` tells too little to be one. */
export function isOffice(format: FileFormat | null): boolean {
  return format !== null && office.includes(format)
}

export function isArchive(format: FileFormat | null): boolean {
  return format !== null && archives.includes(format)
}

/** True for what a document may be offered in; a page, or a format we only detect, is none. */
export function isDocumentFormat(format: FileFormat | null): boolean {
  return format === 'pdf' || isOdf(format) || isOffice(format) || isArchive(format)
}

/** What people call a format in the text of a link, in lower case. */
const formatsByWord: Readonly<Record<string, FileFormat>> = {
  odt: 'odt',
  ods: 'ods',
  odp: 'odp',
  odg: 'odg',
  odf: 'odt',
  opendocument: 'odt',
  libreoffice: 'odt',
  pdf: 'pdf',
  doc: 'doc',
  docx: 'docx',
  word: 'doc',
  xls: 'xls',
  xlsx: 'xlsx',
  excel: 'xls',
  ppt: 'ppt',
  pptx: 'pptx',
  powerpoint: 'ppt',
  rtf: 'rtf',
  zip: 'zip',
  rar: 'rar',
  '7z': '7z',
}

const extension = /\.(odt|ods|odp|odg|pdf|docx?|xlsx?|pptx?|rtf|zip|rar|7z)$/i

/** The format a file name or path ends in; `null` when it ends in none of a document. */
export function formatOfName(name: string): FileFormat | null {
  return formatsByWord[extension.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null
}

/** The name without the extension of a document; `null` when it has none. */
export function stemOfName(name: string): string | null {
  return extension.test(name) ? name.replace(extension, '') : null
}

/** Finds format words in folded lower-case text, with the remark that often follows (檔, 格式, 版). */
export const formatWords = new RegExp(
  `\\.?(?<![a-z])(${Object.keys(formatsByWord)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?![a-z])(?:檔案?|格式|版本?|文件)*`,
  'g',
)

/** The one format a folded lower-case text names; `null` when it names none or several. */
export function formatOfText(text: string): FileFormat | null {
  const named = new Set([...text.matchAll(formatWords)].map((match) => formatsByWord[match[1] ?? '']))
  const [only] = named
  return named.size === 1 ? (only ?? null) : null
}
