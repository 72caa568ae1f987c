import type { AxeGroup, KeyboardJump, KeyboardStop, ReflowView } from '../../store/model/artifact.ts'
import { cut } from './order.ts'

type Place = Partial<KeyboardStop & ReflowView['wide'][number] & ReflowView['cut'][number]>

/** UTF-16 code units: what axe says of an element is told to its end, its markup is what may be cut. */
const limits = { all: 300, selector: 120, html: 160, summary: 400 }
const mostPlaces = 5

/** What stands at a place of an artifact, in words where an observer's elements stand there, else as JSON. */
export function artifactExcerpt(value: unknown): string {
  if (isGroup(value)) return groupExcerpt(value)
  const lines = Array.isArray(value) ? value.map(placeLine) : [placeLine(value)]
  if (lines.some((line) => line === null)) return cut(JSON.stringify(value), limits.all)
  const rest = lines.length > mostPlaces ? [`等${lines.length}處`] : []
  return [...lines.slice(0, mostPlaces), ...rest].join('\n') || '（無）'
}

function isGroup(value: unknown): value is AxeGroup {
  return typeof value === 'object' && value !== null && 'examples' in value
}

/** The first element of the group, where it stands on its page, and what is wrong with it. */
function groupExcerpt({ selector, examples: [first] }: AxeGroup): string {
  if (first === undefined) return selector
  const markup = first.html.replace(/\s+/g, ' ')
  const summary = first.summary.replace(/\n\s*\n/g, '\n')
  return [cut(first.selector, limits.selector), cut(markup, limits.html), cut(summary, limits.summary)].join('\n')
}

/** `null` for what no observer of elements left. */
function placeLine(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  if ('fragment' in value) return jumpLine(value as KeyboardJump)
  const { selector, name, text = name, width } = value as Place
  if (selector === undefined) return null
  const words = text === undefined || text === '' ? '' : `：${text}`
  return `${cut(selector, limits.selector)}${words}${width === undefined ? '' : `（至第${width}像素）`}`
}

function jumpLine({ name, fragment, isThere }: KeyboardJump): string {
  return `${name}：#${fragment}${isThere ? '' : '（網頁中無此位置）'}`
}
