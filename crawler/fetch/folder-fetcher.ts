import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { askThrough, type Fetcher, type HopAnswer, openDoor } from './fetcher.ts'
import { refusalHeader, serveFolder } from './folder-server.ts'
import type { TrustZone } from './trust-zone.ts'

/**
 * Opens a door behind which a folder stands in for the site: URLs that `isOfSite` go to a loopback server over the folder
 * with their own Host header, all others go to `outside`. What the folder cannot know (TLS) stays `null`.
 */
export async function openFolderFetcher(
  folder: string,
  zone: TrustZone,
  isOfSite: (url: string) => boolean,
  outside: Fetcher,
): Promise<Fetcher> {
  const server = await serveFolder(folder)
  const door = openDoor({ ...zone, allowPrivate: true })
  return {
    ask: async (url, signal) => {
      if (!isOfSite(url)) return outside.ask(url, signal)
      const { host, pathname, search } = new URL(url)
      const local = `http://127.0.0.1:${server.port}${pathname}${search}`
      return withoutTraces(await askThrough(door, { url: local, host }, signal))
    },
    close: async () => {
      await door.agents.close()
      await Promise.all([server.close(), outside.close()])
    },
  }
}

function withoutTraces(answer: HopAnswer): HopAnswer {
  if (answer.kind === 'failure' || answer.headers[refusalHeader] === undefined) return answer
  return { kind: 'failure', code: 'escapes-folder', detail: 'leads out of the folder' }
}

/** Paths (`/a/b.html`, percent-encoded) of the HTML files in a folder, sorted, at most `limit`: where to start when it has no index. */
export async function htmlFilesOf(folder: string, limit: number): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && /\.x?html?$/i.test(entry.name))
  const paths = files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep))
  return paths
    .map((parts) => `/${parts.map(encodeURIComponent).join('/')}`)
    .sort()
    .slice(0, limit)
}
