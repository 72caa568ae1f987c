import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import ts from 'typescript'

/** One import of a source file: a path from the root for our own files, a package name for others, `node:x` for built-ins. */
export interface Import {
  from: string
  to: string
  isOurs: boolean
}

/** Every import, dynamic ones included, of a file named from the root. */
export function importsOf(root: string, file: string): Import[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), 'utf8'), true, true)
  return importedFiles.map(({ fileName }) => {
    const isOurs = fileName.startsWith('.')
    return { from: file, to: isOurs ? posix.join(dirname(file), fileName) : packageName(fileName), isOurs }
  })
}

/** Identifiers that a file uses as values or types, comments and strings left out. */
export function identifiersOf(text: string): Set<string> {
  const names = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(qualified(node))
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true))
  return names
}

/** `Date.now` for a member of a global, the bare name otherwise; a member of something else is no global. */
function qualified(node: ts.Identifier): string {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    return ts.isIdentifier(parent.expression) ? `${parent.expression.text}.${node.text}` : `.${node.text}`
  }
  const isName = ts.isPropertySignature(parent) || ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)
  if (isName && parent.name === node) return `.${node.text}`
  if (ts.isNewExpression(parent)) return `new ${node.text}(${parent.arguments?.length ?? 0})`
  return node.text
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier)
}
