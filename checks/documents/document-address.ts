import type { FileFormat } from '../../store/model/document-file.ts'
import { formatOfName } from './document-formats.ts'

/**
 * The file name an address carries: base64 `n=` of the download handlers many agencies share, else the last part of the path.
 * Source: facts 5.
 */
export function nameInAddress(address: string): string {
  const url = URL.parse(address)
  if (url === null) return ''
  const name = decodeBase64(url.searchParams.get('n') ?? '')
  if (formatOfName(name) !== null) return name
  return decodePercent(url.pathname.slice(url.pathname.lastIndexOf('/') + 1))
}

/** The format an address promises: by its file name, else by `icon=.docx`; `null` when it promises none of a document. */
export function formatInAddress(address: string): FileFormat | null {
  const icon = URL.parse(address)?.searchParams.get('icon') ?? ''
  return formatOfName(nameInAddress(address)) ?? formatOfName(icon)
}

/** The address up to the file name; handlers have no folder of their own. */
export function folderOfAddress(address: string): string {
  const url = URL.parse(address)
  return url === null ? '' : url.origin + url.pathname.slice(0, url.pathname.lastIndexOf('/') + 1)
}

function decodeBase64(text: string): string {
  if (!/^[A-Za-z0-9+/_ -]{4,}={0,2}$/.test(text)) return ''
  const bytes = Uint8Array.from(Buffer.from(text.replaceAll(' ', '+'), 'base64'))
  return new TextDecoder().decode(bytes)
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
