import { lstat, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'

/** Where a request leads inside a folder. */
export type FolderPlace =
  | { kind: 'file'; path: string }
  /** A folder asked for without the slash behind its name: relative links on its page would lead elsewhere. */
  | { kind: 'needs-slash' }
  | { kind: 'missing' }
  | { kind: 'escapes' }

const indexNames = ['index.html', 'index.htm', 'default.htm', 'default.html', 'Default.htm', 'Index.html']

/**
 * The file a request target (`/path?query`) names inside `root` (a real path). A mirror may keep the query in the file's
 * name, so that is looked for first. Whatever leaves the folder, by `..` or by a link, is `escapes`.
 */
export async function placeInFolder(root: string, target: string): Promise<FolderPlace> {
  const path = target.replace(/\?.*$/s, '')
  for (const name of new Set([target, path].flatMap(decodings))) {
    const place = await placeOf(root, name)
    if (place.kind !== 'missing') return place
  }
  return { kind: 'missing' }
}

/** A name as UTF-8, else as Big5; either way also as other file systems compose it. */
function decodings(name: string): string[] {
  const bytes = Buffer.from(
    name.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  )
  const utf8 = new TextDecoder().decode(bytes)
  const text = utf8.includes('\ufffd') ? new TextDecoder('big5').decode(bytes) : utf8
  return [text, text.normalize('NFC'), text.normalize('NFD')]
}

async function placeOf(root: string, name: string): Promise<FolderPlace> {
  if (name.includes('\0')) return { kind: 'missing' }
  if (name.split(/[/\\]/).includes('..')) return { kind: 'escapes' }
  const path = join(root, name)
  const real = await realpath(path).catch(() => null)
  if (real === null) return (await isDanglingLink(path)) ? { kind: 'escapes' } : { kind: 'missing' }
  if (real !== root && !real.startsWith(root + sep)) return { kind: 'escapes' }
  const found = await stat(real)
  if (found.isFile()) return { kind: 'file', path: real }
  if (!found.isDirectory()) return { kind: 'missing' }
  return name.endsWith('/') ? await indexOf(root, real) : { kind: 'needs-slash' }
}

async function isDanglingLink(path: string): Promise<boolean> {
  const entry = await lstat(path).catch(() => null)
  return entry?.isSymbolicLink() ?? false
}

async function indexOf(root: string, folder: string): Promise<FolderPlace> {
  for (const name of indexNames) {
    const real = await realpath(join(folder, name)).catch(() => null)
    if (real === null) continue
    if (!real.startsWith(root + sep)) return { kind: 'escapes' }
    if ((await stat(real)).isFile()) return { kind: 'file', path: real }
  }
  return { kind: 'missing' }
}
