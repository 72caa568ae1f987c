import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type YAMLError,
} from 'yaml'
import { invalidFile, type Problem } from './invalid-file.ts'

/** What a YAML file says, and on which line it says it. */
export interface Yaml {
  value: unknown
  /** Line of the value at a path, else of the nearest thing above it; `null` for an empty file. */
  lineOf(path: readonly PropertyKey[]): number | null
}

/** Levels of nesting; nobody writes more by hand. */
const deepest = 40

/** Characters. The parser builds a pattern as long as the indentation, and half a megabyte of `- ` in one line ends the process. */
const longestLine = 10_000

/** Reads plain YAML: one document without anchors, aliases, tags or composed keys. @throws ExpectedError (operator, `code`) with line and reason. */
export function parseYaml(text: string, file: string, code: string): Yaml {
  const long = text.split('\n').findIndex((line) => line.length > longestLine)
  if (long >= 0)
    throw invalidFile(file, code, [{ path: '', line: long + 1, reason: `此行過長（上限 ${longestLine} 字元）` }])
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, strict: true, logLevel: 'error' })
  const problems = [...document.errors, ...document.warnings].map((error) => syntaxProblem(error, lines))
  if (problems.length === 0) problems.push(...oddities(document, lines))
  if (problems.length > 0) throw invalidFile(file, code, problems)
  return { value: document.toJS({ maxAliasCount: 0 }), lineOf: (path) => lineAt(document, lines, path) }
}

const meanings: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: '欄位重複',
  TAB_AS_INDENT: '縮排不可使用 Tab',
  BAD_INDENT: '縮排有誤',
  MULTIPLE_DOCS: '一檔只能有一份文件',
  MISSING_CHAR: '缺少符號或引號未結束',
  TAG_RESOLVE_FAILED: '不支援標籤（!）',
}

function syntaxProblem(error: YAMLError, lines: LineCounter): Problem {
  const reason = meanings[error.code] ?? `YAML 語法有誤（${error.code}）`
  return { path: '', line: lines.linePos(error.pos[0]).line, reason }
}

/** Iterative, so that a hostile depth ends in a message and not on the stack. */
function oddities(document: Document.Parsed, lines: LineCounter): Problem[] {
  const problems: Problem[] = []
  const open: { node: unknown; depth: number }[] = [{ node: document.contents, depth: 0 }]
  for (let next = open.pop(); next !== undefined && problems.length === 0; next = open.pop()) {
    const { node, depth } = next
    const reason = depth > deepest ? '巢狀層次過深' : oddity(node)
    if (reason !== null) problems.push({ path: '', line: lineOfNode(node, lines), reason })
    for (const inner of contentsOf(node)) open.push({ node: inner, depth: depth + 1 })
  }
  return problems
}

function oddity(node: unknown): string | null {
  if (isAlias(node)) return '不支援別名（*）'
  if (isPair(node)) return isScalar(node.key) && typeof node.key.value === 'string' ? null : '欄位名稱須為文字'
  if (!isNode(node)) return null
  if ('anchor' in node && node.anchor !== undefined) return '不支援錨點（&）'
  return node.tag === undefined ? null : '不支援標籤（!）'
}

function contentsOf(node: unknown): readonly unknown[] {
  if (isPair(node)) return [node.value]
  return isMap(node) || isSeq(node) ? node.items : []
}

function lineAt(document: Document.Parsed, lines: LineCounter, path: readonly PropertyKey[]): number | null {
  for (let length = path.length; length > 0; length -= 1) {
    const line = lineOfNode(document.getIn(path.slice(0, length), true), lines)
    if (line !== null) return line
  }
  return lineOfNode(document.contents, lines)
}

function lineOfNode(node: unknown, lines: LineCounter): number | null {
  if (isPair(node)) return lineOfNode(node.key, lines)
  const start = isNode(node) ? node.range?.[0] : undefined
  return start === undefined ? null : lines.linePos(start).line
}
