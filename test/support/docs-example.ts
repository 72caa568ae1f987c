import type {
  AxeGroup,
  KeyboardArtifact,
  ReflowArtifact,
  SearchPurpose,
  SearchTrialArtifact,
} from '../../store/model/artifact.ts'
import type { Declaration } from '../../store/model/declaration.ts'
import type { TlsConcession } from '../../store/model/fetch-outcome.ts'
import type { Verdict } from '../../store/model/finding.ts'
import { brokenPdf, docx, ods, odt, pdf, png, xlsx } from './sample-files.ts'
import { queryOf, trialOf } from './search-trial-of.ts'
import type { SiteAnswer, SnapshotOptions, StoredArtifacts } from './snapshot-of.ts'

/**
 * One fenced example of a check's page: a block ` ```html conforms `, ` ```html violates ` or, where a person has to look,
 * ` ```html needs-review ` is a whole site.
 * Its text is the page at `/`. A line that is one of these marks, alone, adds to the site:
 *
 *     <!-- page: /faq -->                                   the lines that follow are another page; a whole address is one of another host
 *     <!-- file: /a.odt docx -->                            a file of that kind: odt, ods, docx, xlsx, pdf, broken-pdf, png
 *     <!-- status: /gone 404 -->                            an address that answers with that status
 *     <!-- axe: / -->                                       a browser examined that page and found nothing
 *     <!-- axe: / image-alt violation wcag2a,wcag111 -->    it found that rule (violation or incomplete), with these tags
 *     <!-- keyboard: / {"end":"stuck"} -->                     that page was walked with the Tab key, with these facts beside the usual; no blanks
 *     <!-- reflow: / {"scrollWidth":900} -->                  that page was measured in a narrow window, likewise
 *     <!-- search: /s?q=1 title 水權 共1筆 /a,/b -->         the site's search was used for that purpose with that word; address, text, links of what it
 *                                                          showed (`-`: none). A page of the example that holds the word is one that is to be found
 *     <!-- search: / external -->                           it was not used, for that reason
 *     <!-- tls: / -->                                       the site is served over https
 *     <!-- tls: / missing-intermediate -->                  and that had to be conceded to read it
 *     <!-- declared: /online-items 12 -->                   the agency declares that number of this year
 */
export interface DocsExample {
  expects: Verdict
  /** Line of the opening fence, 1-based. */
  line: number
  files: Record<string, SiteAnswer>
  artifacts: Record<string, StoredArtifacts>
  handshakes: Pick<SnapshotOptions, 'origin' | 'concessions'>
  declarations: Declaration[]
}

const fence = /^```html (conforms|violates|needs-review)\n([\s\S]*?)^```$/gm
const mark =
  /^\s*<!-- (page|file|status|axe|keyboard|reflow|tls|declared|search): ((?:https?:\/)?\/\S*)((?: \S+)*) -->\s*$/

/** Every runnable example of a page in Markdown, in order. @throws Error naming the line of a mark that cannot be read. */
export function examplesIn(markdown: string): DocsExample[] {
  return [...markdown.matchAll(fence)].map((match) => {
    const line = markdown.slice(0, match.index).split('\n').length
    return readExample(match[1] as Verdict, match[2] ?? '', line)
  })
}

function readExample(expects: Verdict, text: string, line: number): DocsExample {
  const example: DocsExample = { expects, line, files: {}, artifacts: {}, handshakes: {}, declarations: [] }
  const pages: Record<string, string> = { '/': '' }
  let path = '/'
  for (const [index, written] of text.split('\n').entries()) {
    const [, kind, address = '/', rest = ''] = mark.exec(written) ?? []
    const words = rest.trim().split(' ')
    if (kind === 'page') path = address
    else if (kind === undefined) pages[path] = `${pages[path] ?? ''}${written}\n`
    else addMark(example, kind, address, words, line + index + 1)
  }
  Object.assign(example.files, pages)
  expectPages(example, pages)
  return example
}

function addMark(example: DocsExample, kind: string, address: string, words: string[], line: number): void {
  if (kind === 'file') example.files[address] = sampleFile(words, line)
  else if (kind === 'status') example.files[address] = { status: Number(words[0]) }
  else if (kind === 'axe' || kind === 'keyboard' || kind === 'reflow') addArtifact(example, address, kind, words)
  else if (kind === 'search') addSearch(example, address, words)
  else if (kind === 'tls') example.handshakes = overTls(words)
  else if (kind === 'declared') example.declarations.push(declared(address.slice(1), Number(words[0])))
}

const samples: Readonly<Record<string, () => Uint8Array>> = { 'broken-pdf': brokenPdf, docx, ods, odt, pdf, png, xlsx }
let drawn = 0

/** No two files of an example are alike: equal bytes are one document. */
function sampleFile([kind = '']: string[], line: number): Uint8Array {
  const sample = samples[kind] as ((text: string) => Uint8Array) | undefined
  if (sample === undefined) throw new Error(`line ${line}: no sample file of kind ${kind}`)
  drawn += 1
  return sample(`sample ${drawn}`)
}

function declared(name: string, value: number): Declaration {
  const said = { source: 'https://agency.test/', declaredBy: '秘書室', declaredOn: '2026-11-20' }
  return { id: name, name, title: name, value, unit: null, period: null, ...said }
}

function overTls(words: readonly string[]): DocsExample['handshakes'] {
  return { origin: 'https://agency.test', concessions: words.filter((word) => word !== '') as TlsConcession[] }
}

function addGroup(example: DocsExample, path: string, [rule = '', outcome = '', tags = '']: string[]): void {
  const known = example.artifacts[path]?.axe?.groups ?? []
  const groups = rule === '' ? known : [...known, groupOf(rule, outcome === 'incomplete', tags.split(','))]
  example.artifacts[path] = {
    ...example.artifacts[path],
    axe: { axeVersion: '4', status: 'examined', detail: null, isStable: true, groups },
  }
}

function groupOf(rule: string, isIncomplete: boolean, tags: string[]): AxeGroup {
  const texts = { help: rule, helpUrl: `https://dequeuniversity.com/rules/axe/4/${rule}`, selector: 'main' }
  const outcome = isIncomplete ? 'incomplete' : 'violation'
  return { rule, outcome, impact: 'serious', tags, ...texts, count: 1, examples: [] }
}

const walk: KeyboardArtifact = {
  ...{ status: 'walked', detail: null, isStable: true, end: 'complete' },
  stops: [{ selector: 'body > a', tag: 'a', name: '連結', isVisible: true, indicator: 'seen' }],
  ...{ jumps: [], accessKeys: [] },
}
/** Alike in every window: what the mark says, a page that fits otherwise. */
function narrowed({ status = 'measured', detail = null, isStable = true, ...view }: object & Partial<ReflowArtifact>) {
  const views = [390, 320].map((windowWidth) => ({ windowWidth, scrollWidth: 320, wide: [], cut: [], ...view }))
  return { status, detail, isStable, views }
}

function addArtifact(example: DocsExample, path: string, kind: string, words: string[]): void {
  if (kind === 'axe') {
    addGroup(example, path, words)
    return
  }
  const facts = words[0] === '' ? {} : (JSON.parse(words.join(' ')) as object)
  const content = kind === 'keyboard' ? { keyboard: { ...walk, ...facts } } : { reflow: narrowed(facts) }
  example.artifacts[path] = { ...example.artifacts[path], ...content }
}

const origin = 'http://agency.test'

function addSearch(
  example: DocsExample,
  path: string,
  [first = '', words = '', text = '', links = '-']: string[],
): void {
  const known = example.artifacts['/']?.['search-trial'] ?? trialOf([])
  const shown = links === '-' ? [] : links.split(',').map((link) => ({ url: origin + link, text: '' }))
  const isQuery = words !== ''
  const query = isQuery ? [queryOf(first as SearchPurpose, { words, text, links: shown, url: origin + path })] : []
  const status = isQuery ? 'tried' : (first as SearchTrialArtifact['status'])
  const trial = { ...known, status, queries: [...known.queries, ...query] }
  example.artifacts['/'] = { ...example.artifacts['/'], 'search-trial': trial }
}

function expectPages({ artifacts }: DocsExample, pages: Record<string, string>): void {
  const trial = artifacts['/']?.['search-trial']
  if (trial === undefined) return
  const holding = (words: string) => Object.keys(pages).filter((path) => path !== '/' && pages[path]?.includes(words))
  const queries = trial.queries.map((query) => ({
    ...query,
    expected: holding(query.words).map((path) => origin + path),
  }))
  artifacts['/'] = { ...artifacts['/'], 'search-trial': { ...trial, queries } }
}
