import type { Check } from '../../checks/check.ts'

/** What the house test reads from disk, so that it can be shown to fail on less. */
export interface CheckFiles {
  /** Path from `checks/`, as in `links/internal-resolve.ts`, to content; `.ts` and `.md`. */
  sources: ReadonlyMap<string, string>
  /** Paths from `test/checks/`. */
  tests: ReadonlySet<string>
}

/** Everything in which checks, their files and their registry disagree; empty when the house is in order. */
export function registryFaults(checks: readonly Check[], files: CheckFiles): string[] {
  const defining = [...files.sources].filter(([path, text]) => path.includes('/') && /\bdefineCheck\(/.test(text))
  const paths = defining.map(([path]) => path.replace(/\.ts$/, ''))
  const ids = checks.map(({ id }) => id)
  return [
    ...paths.filter((path) => !ids.includes(path)).map((path) => `checks/${path}.ts is no line of checks/index.ts`),
    ...ids.filter((id) => !paths.includes(id)).map((id) => `${id} is not the path of the file that defines it`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} stands twice in checks/index.ts`),
    ...orphanPages(files, paths),
    ...checks.flatMap((check, index) => readingFaults(check, ids.slice(index))),
    ...checks.flatMap((check) => faultsOf(check, files)),
  ]
}

/** A check can be handed only what stands before it; one it reads that is still to come is no fault. */
function readingFaults({ id, reads = [] }: Check, notBefore: readonly string[]): string[] {
  return reads
    .filter((read) => notBefore.includes(read))
    .map((read) => `${id} reads ${read}, which does not stand before it`)
}

function orphanPages({ sources }: CheckFiles, paths: readonly string[]): string[] {
  const pages = [...sources.keys()].filter((path) => path.endsWith('.md')).map((path) => path.replace(/\.md$/, ''))
  return pages.filter((page) => !paths.includes(page)).map((page) => `checks/${page}.md belongs to no check`)
}

function faultsOf(check: Check, files: CheckFiles): string[] {
  const { id, version, question, measures, messages } = check
  const fault = (isFault: boolean, text: string) => (isFault ? [`${id} ${text}`] : [])
  return [
    ...fault(!/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id), 'is not <area>/<question> in kebab-case'),
    ...fault(!files.sources.has(`${id}.md`), 'has no page'),
    ...fault(!files.tests.has(`${id}.test.ts`), 'has no test'),
    ...fault(!Number.isInteger(version) || version < 1, 'has no version'),
    ...fault(!/\p{sc=Han}.*？$/u.test(question), 'asks no question in Chinese'),
    ...fault(Object.keys(measures).length === 0, 'has no measure'),
    ...fault(Object.keys(messages).length === 0, 'has no message'),
    ...textFaults(id, messages),
    ...Object.entries(measures).flatMap(([name, label]) => textFaults(`${id}#${name}`, { ...label })),
    ...unusedMessages(check, files),
  ]
}

function textFaults(id: string, texts: Readonly<Record<string, string>>): string[] {
  const empty = Object.keys(texts).filter((name) => texts[name]?.trim() === '')
  return empty.map((name) => `${id} says nothing under ${name}`)
}

/** The compiler knows a message that is used and not declared; it does not know one that is declared and never used. */
function unusedMessages({ id, messages }: Check, { sources }: CheckFiles): string[] {
  const area = id.replace(/\/.*$/, '/')
  const code = [...sources].filter(([path]) => path.startsWith(area) && path.endsWith('.ts')).map(([, text]) => text)
  const uses = code.join('\n').replace(/^(export )?type \w*Message\b[^\n]*(\n {2}\|[^\n]*)*/gm, '')
  const unused = Object.keys(messages).filter((name) => !new RegExp(`'${name}'(?!:)`).test(uses))
  return unused.map((name) => `${id} declares the message ${name} and never uses it`)
}
