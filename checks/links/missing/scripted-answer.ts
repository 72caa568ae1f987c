import { parseHtml } from '../../../store/html.ts'

/** What an answer does that shows nothing: a few lines of script tell the reader something and send him away. */
export interface ScriptedAnswer {
  /** Words of its `alert()`; empty without one. */
  words: string
  /** Where it sends its reader, absolute; `null` when nowhere, or where only the script knows. */
  goesTo: string | null
}

/** What does more is longer. */
const longestMarkup = 3000

const alerted = /\balert\s*\(\s*(["'`])(.*?)\1\s*\)/s
const location = /\blocation(?:\.href)?\s*(?:=|\.(?:replace|assign)\s*\()\s*(["'`])([^"'`]+)\1/
const refresh = /^\s*[\d.]*\s*[;,]?\s*url\s*=\s*["']?([^"']+)/i

/** `null` for markup that loads a script or is longer: what that makes of the page only a browser can tell. */
export function scriptedAnswer(html: string, url: string): ScriptedAnswer | null {
  if (html.length > longestMarkup) return null
  const $ = parseHtml(html)
  if ($('script[src]').length > 0) return null
  const script = $('script').text()
  const refreshed = refresh.exec($('meta[http-equiv="refresh" i]').attr('content') ?? '')?.[1]
  const target = refreshed ?? location.exec(script)?.[2]
  return {
    words: unescaped(alerted.exec(script)?.[2] ?? ''),
    goesTo: target === undefined ? null : (URL.parse(target.trim(), url)?.href ?? null),
  }
}

function unescaped(text: string): string {
  const characters = text.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return characters.replace(/\\[nrt]/g, ' ')
}
