import type { Import } from './imports.ts'

/** Which of our folders a folder may import; the longest matching prefix rules. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'store/model': [],
  store: [],
  config: ['store/model'],
  crawler: ['store'],
  checks: ['store'],
  scoring: ['store/model'],
  reports: ['store'],
  fixtures: [],
  cli: ['store', 'config', 'crawler', 'checks', 'scoring', 'reports', 'fixtures'],
}

/** Packages that stay behind one door, so that each can be replaced in one place. */
const doors: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['store/'],
  undici: ['crawler/fetch/'],
  playwright: ['crawler/browser/', 'cli/'],
  'axe-core': ['crawler/browser/'],
  'tough-cookie': ['crawler/fetch/'],
  'p-queue': ['crawler/host-turns.ts'],
  cheerio: ['store/html.ts'],
  htmlparser2: ['crawler/extract/'],
  '@exodus/bytes/encoding.js': ['store/decode-text.ts', 'crawler/extract/'],
  '@exodus/bytes/whatwg.js': ['crawler/extract/'],
  domhandler: ['store/html.ts', 'crawler/extract/', 'checks/'],
  'node:fs': ['config/', 'store/', 'cli/', 'fixtures/', 'crawler/fetch/', 'crawler/find-browser.ts'],
  yauzl: ['crawler/documents/'],
  'pdfjs-dist': ['crawler/documents/'],
  'pdfjs-dist/legacy/build/pdf.mjs': ['crawler/documents/pdf-engine.ts'],
  'node:fs/promises': [
    ...['config/', 'store/', 'cli/', 'fixtures/', 'crawler/fetch/'],
    'crawler/documents/resident-memory.ts',
  ],
  // Pages are read in a thread of their own.
  'node:worker_threads': ['crawler/reading/'],
  // Documents are parsed in a process of their own: nothing inside a process bounds what a hostile file takes.
  'node:child_process': ['cli/', 'crawler/documents/reader-process.ts', 'crawler/documents/resident-memory.ts'],
}

/** A check, a score and a report are functions of what is stored: same snapshot, same answer, for ever. */
export const pureFolders = ['checks/', 'scoring/', 'reports/', 'store/model/']
const worldly =
  /^node:(net|http|https|fs|fs\/promises|dns|child_process|os|worker_threads|process|timers.*|perf_hooks)$/
export const forbiddenNames = [
  'Date.now',
  'new Date(0)',
  'Math.random',
  'process',
  'fetch',
  'setTimeout',
  'setInterval',
  'performance',
]

/** Why an import breaks the law; `null` when it does not. */
export function breach(one: Import): string | null {
  return one.isOurs ? ownBreach(one) : packageBreach(one)
}

function ownBreach({ from, to }: Import): string | null {
  const home = homeOf(from)
  const isWithin = to.startsWith(`${home}/`) || (home === 'store/model' ? false : to.startsWith(`${topOf(from)}/`))
  if (isWithin) return null
  const allowed = mayImport[home] ?? []
  if (allowed.some((folder) => to.startsWith(`${folder}/`))) return null
  return `${from} imports ${to}: ${home}/ may import ${allowed.length === 0 ? 'nothing of ours' : allowed.join(', ')}; stages meet in stored data`
}

function packageBreach({ from, to }: Import): string | null {
  if (from.startsWith('store/model/')) return `${from} imports ${to}: the nouns import nothing at all`
  const door = doors[to]
  if (door !== undefined && !door.some((prefix) => from.startsWith(prefix))) {
    return `${from} imports ${to}: only ${door.join(', ') || 'nobody'} may`
  }
  const isPure = pureFolders.some((folder) => from.startsWith(folder))
  return isPure && worldly.test(to) ? `${from} imports ${to}: no clock, randomness, network or file system here` : null
}

function homeOf(file: string): string {
  return file.startsWith('store/model/') ? 'store/model' : topOf(file)
}

function topOf(file: string): string {
  return file.split('/')[0] ?? file
}
