import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { StoredAnswer } from '../crawler/stored-answer.ts'

/** One page of somebody else's test material, and what its authors say of it. */
export interface CorpusPage {
  corpus: 'act-approved' | 'gds-audit'
  url: string
  /** ACT rule it was written for, and whether it breaks that rule; `null` where the corpus does not say it by rule. */
  act: { rule: string; expected: 'passed' | 'failed' | 'inapplicable' } | null
}

interface TestCase {
  ruleId: string
  expected: 'passed' | 'failed' | 'inapplicable'
  url: string
}

const corpora = join(import.meta.dirname, '../../../../shared/corpora')
const actOrigin = 'https://www.w3.org/WAI/content-assets/wcag-act-rules/'
const gdsOrigin = 'https://gds-audit.test/'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.gif': 'image/gif',
}

/** Every page of the two corpora, in order of their lists; empty when they are not on this machine. */
export function corpusPages(): CorpusPage[] {
  return existsSync(corpora) ? [...actPages(), ...gdsPages()] : []
}

/** The file behind a URL of the corpora; `null` when there is none. */
export function corpusAnswer(url: string): StoredAnswer | null {
  const path = decodeURIComponent(new URL(url).pathname)
  const isAct = url.startsWith(actOrigin)
  const file = join(
    corpora,
    isAct ? 'act-approved' : 'gds-audit',
    isAct ? path.slice(new URL(actOrigin).pathname.length) : path,
  )
  const type = types[extname(file)]
  if (type === undefined || !existsSync(file)) return null
  return { status: 200, headers: { 'content-type': type }, body: readFileSync(file) }
}

function actPages(): CorpusPage[] {
  const { testcases } = JSON.parse(readFileSync(join(corpora, 'act-approved/testcases.json'), 'utf8')) as {
    testcases: TestCase[]
  }
  const pages = testcases.map(({ url, ruleId: rule, expected }) => ({ url, act: { rule, expected } }))
  return pages.filter((page) => page.url.endsWith('.html')).map((page) => ({ corpus: 'act-approved', ...page }))
}

function gdsPages(): CorpusPage[] {
  const names = readdirSync(join(corpora, 'gds-audit/tests')).filter((name) => name.endsWith('.html'))
  return names.sort().map((name) => ({ corpus: 'gds-audit', url: `${gdsOrigin}tests/${name}`, act: null }))
}
