/** The value a JSON Pointer (RFC 6901) names; `undefined` when nothing stands there. */
export function valueAt(root: unknown, pointer: string): unknown {
  if (pointer === '') return root
  if (!pointer.startsWith('/')) return undefined
  return pointer.slice(1).split('/').map(unescapeToken).reduce(memberOf, root)
}

/** A pointer one step further down. */
export function pointerTo(parent: string, member: string | number): string {
  return `${parent}/${String(member).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

function unescapeToken(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~')
}

function memberOf(value: unknown, member: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, member)) return undefined
  return (value as Readonly<Record<string, unknown>>)[member]
}
