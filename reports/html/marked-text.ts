import { numberText } from '../../store/model/number-text.ts'
import type { CitedRange } from './cited-bodies.ts'
import { html } from './markup.ts'

/** Texts up to this length (UTF-16 code units) are shown whole. */
const wholeLimit = 500_000
/** Around a cited range of a longer text this much is shown on either side. */
const surroundings = 2_000
/** Elements nest without end on hostile pages; deeper ranges keep their anchor and lose their colour. */
const nestingLimit = 20

/** A part of the text that is shown, with the ranges inside it. */
interface Window {
  start: number
  end: number
}

/** The text with cited ranges marked; of a long text the cited ranges with their surroundings. */
export function markedText(text: string, cited: readonly CitedRange[]): unknown[] {
  const ranges = cited.map((range) => clip(range, text.length)).sort(outerFirst)
  const windows = windowsOf(text.length, ranges)
  const shown: unknown[] = []
  let from = 0
  for (const window of windows) {
    if (window.start > from) shown.push(omitted(window.start - from))
    const inside = ranges.filter((range) => range.start >= window.start && range.end <= window.end)
    shown.push(...marked(text, window, inside, 0))
    from = window.end
  }
  if (from < text.length) shown.push(omitted(text.length - from))
  return shown
}

function clip({ anchor, start, end }: CitedRange, length: number): CitedRange {
  const from = Math.max(0, Math.min(start, length))
  return { anchor, start: from, end: Math.max(from, Math.min(end, length)) }
}

function outerFirst(a: CitedRange, b: CitedRange): number {
  return a.start - b.start || b.end - a.end
}

function windowsOf(length: number, ranges: readonly CitedRange[]): Window[] {
  if (length <= wholeLimit) return [{ start: 0, end: length }]
  if (ranges.length === 0) return [{ start: 0, end: surroundings }]
  const windows: Window[] = []
  for (const range of ranges) {
    const start = Math.max(0, range.start - surroundings)
    const end = Math.min(length, range.end + surroundings)
    const last = windows.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else windows.push({ start, end })
  }
  return windows
}

function omitted(count: number): unknown {
  return html`<span class="omitted">〔略${numberText(count)}字元〕</span>`
}

/** Text of `place` with `ranges` (sorted outer first) marked; ranges inside one another become marks inside one another. */
function marked(text: string, place: Window, ranges: readonly CitedRange[], depth: number): unknown[] {
  const shown: unknown[] = []
  let from = place.start
  for (let index = 0; index < ranges.length; ) {
    const range = ranges[index] as CitedRange
    const start = Math.max(range.start, from)
    const end = Math.min(range.end, place.end)
    const inner = insideOf(ranges, index, end)
    shown.push(text.slice(from, start), mark(text, { anchor: range.anchor, start, end }, inner, depth))
    from = Math.max(start, end)
    index += 1 + inner.length
  }
  shown.push(text.slice(from, place.end))
  return shown
}

function insideOf(ranges: readonly CitedRange[], outer: number, end: number): CitedRange[] {
  const inner: CitedRange[] = []
  for (const range of ranges.slice(outer + 1)) {
    if (range.start >= end) break
    inner.push(range)
  }
  return inner
}

function mark(text: string, range: CitedRange, inner: readonly CitedRange[], depth: number): unknown {
  if (depth >= nestingLimit) {
    const anchors = inner.map(({ anchor }) => html`<span id=${anchor}></span>`)
    return html`<mark id=${range.anchor}>${anchors}${text.slice(range.start, range.end)}</mark>`
  }
  return html`<mark id=${range.anchor}>${marked(text, range, inner, depth + 1)}</mark>`
}
