import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Detection } from '../crawler/documents/detection.ts'
import { DocumentReader } from '../crawler/documents/document-reader.ts'

/**
 * Reads every file of the corpora of documents through the reader's own process, tabulates what it tells, and compares
 * PDF facts with poppler: `node bench/dist/bench/documents-on-corpora.js [set ...]`.
 */
const corpora = fileURLToPath(new URL('../../../../shared/corpora/', import.meta.url))
const usualSets = ['pdf-sample', 'pdf-ua1', 'file-type', 'office-xls']

/** What poppler says of a PDF; `null` where it cannot open it. */
interface Poppler {
  pages: number
  isEncrypted: boolean
  isTagged: boolean
  hasText: boolean
}

/** What the bytes of a file are by the end of its name, as its collector gave it; templates and files with macros are of the same format. */
const formats: Readonly<Record<string, string>> = {
  ...{ pdf: 'pdf', odt: 'odt', ott: 'odt', ods: 'ods', ots: 'ods', odp: 'odp', otp: 'odp', odg: 'odg', rtf: 'rtf' },
  ...{ docx: 'docx', docm: 'docx', dotx: 'docx', xlsx: 'xlsx', xlsm: 'xlsx', pptx: 'pptx', pptm: 'pptx' },
  ...{ doc: 'doc', 'doc.cfb': 'doc', xls: 'xls', 'xls.cfb': 'xls', 'ppt.cfb': 'ppt' },
  ...{ zip: 'zip', rar: 'rar', '7z': '7z', xml: 'xml', html: 'html', json: 'json' },
}

const questions = ['pages', 'isEncrypted', 'isTagged', 'hasText'] as const
const agreed: Record<string, number> = {}
const compared: Record<string, number> = {}
const kinds: Record<string, number> = {}

function print(...cells: unknown[]): void {
  process.stdout.write(`${cells.map((cell) => cell ?? '-').join('\t')}\n`)
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesOf(path) : [path]
  })
}

const hasPoppler = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'].some((bin) => existsSync(join(bin, 'pdfinfo')))

function askPoppler(path: string): Poppler | null {
  try {
    const info = execFileSync('pdfinfo', [path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    const text = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    const line = (name: string) => new RegExp(`^${name}:\\s+(\\S+)`, 'm').exec(info)?.[1] ?? ''
    return {
      pages: Number(line('Pages')),
      isEncrypted: line('Encrypted') === 'yes',
      isTagged: line('Tagged') === 'yes',
      hasText: /\S/.test(text),
    }
  } catch {
    // Poppler ends with an error for what it cannot open: that is its answer.
    return null
  }
}

function ours({ facts }: Detection): Poppler | null {
  const { pdf, isEncrypted, isReadable } = facts
  if (pdf === null || pdf.needsPassword || isReadable !== true) return null
  return {
    pages: pdf.pages ?? 0,
    isEncrypted: isEncrypted === true,
    isTagged: pdf.isTagged === true,
    hasText: pdf.characters > 0,
  }
}

function compare(path: string, detection: Detection): void {
  const [we, they] = [ours(detection), askPoppler(path)]
  note('opens', path, we !== null, they !== null)
  if (we === null || they === null) return
  for (const question of questions) note(question, path, we[question], they[question])
}

function note(question: string, path: string, we: unknown, they: unknown): void {
  compared[question] = (compared[question] ?? 0) + 1
  if (we === they) agreed[question] = (agreed[question] ?? 0) + 1
  else print('DIFFERS', path.slice(corpora.length), question, `ours ${we}`, `wanted ${they}`)
}

/** Resident memory of this process and of its children, in bytes; 0 where the system does not tell. */
function residentBytes(): { own: number; total: number } {
  const own = process.memoryUsage.rss()
  if (process.platform !== 'linux') return { own, total: 0 }
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  const kilobytes = children.map((pid) => {
    const path = `/proc/${pid}/status`
    return existsSync(path) ? Number(/^VmRSS:\s*(\d+)/m.exec(readFileSync(path, 'utf8'))?.[1] ?? 0) : 0
  })
  return { own, total: own + kilobytes.reduce((sum, size) => sum + size * 1024, 0) }
}

async function run(sets: readonly string[]): Promise<void> {
  const peak = { own: 0, total: 0 }
  const watch = setInterval(() => {
    const now = residentBytes()
    peak.own = Math.max(peak.own, now.own)
    peak.total = Math.max(peak.total, now.total)
  }, 50)
  const reader = new DocumentReader()
  const start = performance.now()
  let slowest = { path: '', ms: 0 }
  for (const path of sets.flatMap((set) => filesOf(join(corpora, set)))) {
    const began = performance.now()
    const detection = await reader.read(readFileSync(path))
    const ms = Math.round(performance.now() - began)
    if (ms > slowest.ms) slowest = { path, ms }
    tabulate(path, detection, ms)
    const named = formats[/\.((?:\w+\.cfb)|\w+)$/u.exec(path)?.[1] ?? '']
    if (named !== undefined) note('format', path, detection.format, named)
    if (hasPoppler && detection.format === 'pdf') compare(path, detection)
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  reader.close()
  clearInterval(watch)
  print('formats', JSON.stringify(kinds))
  for (const [question, count] of Object.entries(compared))
    print(question, `${agreed[question] ?? 0} of ${count} agree`)
  print('seconds', seconds, 'slowest', slowest.ms, slowest.path.slice(corpora.length))
  print('peak MB', 'this process', Math.round(peak.own / 1e6), 'with its reader', Math.round(peak.total / 1e6))
}

function tabulate(path: string, { format, facts }: Detection, ms: number): void {
  const { isReadable, isEncrypted, problem, pdf, office, archive } = facts
  kinds[format ?? 'none'] = (kinds[format ?? 'none'] ?? 0) + 1
  const pages =
    pdf === null ? null : `${pdf.pages}p ${pdf.examinedPages}read ${pdf.textPages}text ${pdf.scannedPages}scan`
  const said =
    pdf === null ? null : `tagged=${pdf.isTagged} title=${pdf.title !== ''} language=${pdf.language} ua=${pdf.uaPart}`
  const health = `readable=${isReadable} encrypted=${isEncrypted} ${problem ?? ''}`
  print(path.slice(corpora.length), format, health, pages ?? JSON.stringify(office ?? archive), said, `${ms}ms`)
}

if (!existsSync(corpora)) print(`skipped: there is no ${corpora}`)
else {
  if (!hasPoppler) print('not compared: pdfinfo is not installed (poppler-utils)')
  const asked = process.argv.slice(2)
  await run(asked.length > 0 ? asked : usualSets)
}
