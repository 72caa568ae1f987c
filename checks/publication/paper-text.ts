import { strFromU8, unzipSync } from 'fflate'
import type { Resource } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { documentAt } from '../file-names.ts'
import { foldText } from '../labels.ts'
import { compactText } from '../page-reading.ts'
import { isReadable } from '../seen-page.ts'
import type { Paper } from './find-paper.ts'

/** Where ODF and OOXML texts keep what they say. */
const parts: Readonly<Record<string, string>> = { odt: 'content.xml', docx: 'word/document.xml' }
/** Bytes, unpacked: a plan of ten pages has a hundredth of it. */
const mostBytes = 20_000_000

/** What a paper says, folded and without white space; `null` when it cannot be read (a PDF, another site, a broken file). */
export function textOfPaper(snapshot: Snapshot, { target }: Pick<Paper, 'target'>): string | null {
  if (target.kind === 'page') return isReadable(snapshot, target.page) ? compactText(snapshot, target.page) : null
  return target.kind === 'file' ? textOfFile(snapshot, target.resource) : null
}

/** Pages of a paper, where its file says so; `null` when nothing does. */
export function pageCountOf(snapshot: Snapshot, { target }: Paper): number | null {
  if (target.kind !== 'file') return null
  const file = documentAt(snapshot, target.resource)
  if (file?.detected === 'pdf') return file.facts.pdf?.pages ?? null
  const body = bodyOf(snapshot, target.resource)
  if (body === null || file?.detected !== 'odt') return null
  const statistics = partOf(body, 'meta.xml')
  const pages = /meta:page-count="(\d{1,5})"/.exec(statistics ?? '')?.[1]
  return pages === undefined ? null : Number(pages)
}

function textOfFile(snapshot: Snapshot, resource: Resource): string | null {
  const part = parts[documentAt(snapshot, resource)?.detected ?? '']
  const body = part === undefined ? null : bodyOf(snapshot, resource)
  if (part === undefined || body === null) return null
  const markup = partOf(body, part)
  if (markup === null) return null
  const text = foldText(markup.replace(/<[^>]*>/gu, '')).replace(/\s+/gu, '')
  return text === '' ? null : text
}

function bodyOf(snapshot: Snapshot, { outcome }: Resource): Uint8Array | null {
  const isWhole = outcome.kind === 'response' && !outcome.truncated && outcome.body !== null
  return isWhole && outcome.body !== null ? snapshot.body(outcome.body) : null
}

/** A file that is no archive, or breaks off, says nothing. */
function partOf(archive: Uint8Array, name: string): string | null {
  try {
    const files = unzipSync(archive, { filter: (file) => file.name === name && file.originalSize < mostBytes })
    const part = files[name]
    return part === undefined ? null : strFromU8(part)
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}
