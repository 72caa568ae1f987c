import { decodeText } from '../../store/decode-text.ts'
import type { RenderingArtifact } from '../../store/model/artifact.ts'
import { parseUrl } from '../../store/parse-url.ts'
import type { CrawlParts } from '../crawl-parts.ts'
import { normalForm } from '../normal-form.ts'

/** What is left of `http://https://…` when it is read as an address. */
const schemeAsHost = new Set(['http', 'https'])

/** Every address on another host that a link (no form) leads to, before or after scripts ran, and that was neither asked for nor left; sorted. */
export function externalTargets(parts: CrawlParts): string[] {
  const { writer } = parts
  const targets = new Set([...writer.written.externalTargets(), ...renderedTargets(parts)])
  const left = new Set(writer.linkAsking.left().map(({ url }) => url))
  return [...targets].filter((url) => canBeAsked(url) && !left.has(url) && writer.resourceIdAt(url) === null).sort()
}

function canBeAsked(url: string): boolean {
  return /^https?:$/.test(new URL(url).protocol) && !schemeAsHost.has(new URL(url).hostname)
}

function* renderedTargets({ writer, scope }: CrawlParts): Generator<string> {
  for (const { body } of writer.written.artifactsAfter(0, 'rendering')) {
    const content = writer.getBody(body)
    const artifact = content === null ? null : (JSON.parse(decodeText(content, 'utf-8')) as RenderingArtifact)
    for (const { url } of artifact?.links ?? []) {
      const parsed = parseUrl(url)
      if (parsed !== null && !scope.contains(url)) yield normalForm(parsed)
    }
  }
}
