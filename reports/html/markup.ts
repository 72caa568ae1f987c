import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { visible } from '../words/visible.ts'

/** A piece of a page: text in it is always escaped. */
export type Html = VNode

/** Builds one element from a template; every `${value}` is text or a piece of markup, never markup as text. */
export { html }

/** The document as text, with control and direction characters made visible. */
export function documentText(root: Html): string {
  return `<!doctype html>\n${visible(render(root))}\n`
}
