import { z } from 'zod'
import type { Problem } from './invalid-file.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

const { localeError } = z.locales.zhTW()

/** Words zod's findings in Traditional Chinese; handed to `safeParse`. */
export const wording = {
  error: (issue: z.core.$ZodRawIssue) => {
    const isMissing = issue.code === 'invalid_type' && issue.input === undefined
    return isMissing ? '缺少此欄位' : localeError(issue)
  },
}

/** What zod found wrong, each with its place in the file; a union is told by the form that was most likely meant. */
export function problemsOf(error: z.ZodError, lineOf: (path: Path) => number | null): Problem[] {
  return error.issues
    .flatMap((issue) => leaves(issue, []))
    .map(({ path, reason }) => {
      return { path: printPath(path), line: lineOf(path), reason }
    })
}

function leaves(issue: Issue, above: Path): { path: Path; reason: string }[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], reason: '不認得的欄位' }))
  }
  if (issue.code !== 'invalid_union') return [{ path, reason: issue.message }]
  const meant = likeliest(issue.errors)
  return meant === null ? [{ path, reason: issue.message }] : meant.flatMap((inner) => leaves(inner, path))
}

/** The form with the fewest faults; `null` when several are equally near, for then no one knows what was meant. */
function likeliest(forms: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const [first, second] = [...forms].sort((a, b) => a.length - b.length)
  if (first === undefined || first.length === second?.length) return null
  return first
}

function printPath(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text === '' ? String(step) : `${text}.${String(step)}`
  }, '')
}
