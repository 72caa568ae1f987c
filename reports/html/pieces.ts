import { parseUrl } from '../../store/parse-url.ts'
import type { Label } from '../words/labels.ts'
import { type Html, html } from './markup.ts'

/** A link to the audited site. Only http and https become links; anything else, `http://https://` too, stands there as text. */
export function siteLink(url: string, text: string = url): Html {
  const href = safeHref(url)
  if (href === null) return html`<span class="url">${text}</span>`
  return html`<a class="url" href=${href} rel="noreferrer noopener external">${text}</a>`
}

function safeHref(url: string): string | null {
  const parsed = parseUrl(url)
  if (parsed === null) return null
  const { protocol, href, hostname } = parsed
  if (/^https?$/.test(hostname)) return null
  return protocol === 'http:' || protocol === 'https:' ? href : null
}

/** A short word with the colour of its tone. */
export function badge({ text, tone }: Label): Html {
  return html`<span class="badge ${tone}">${text}</span>`
}

/** A code that is shown as it stands in the source. */
export function code(text: string): Html {
  return html`<code>${text}</code>`
}

/** Name and value, for facts that are few. */
export function facts(rows: readonly (readonly [string, unknown])[]): Html {
  return html`<dl class="facts">
    ${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
  </dl>`
}

/** A table whose first column heads its rows. */
export interface TableContent {
  caption: string
  columns: readonly string[]
  rows: readonly TableRow[]
}

/** A row with its first cell as header; or, with `group`, a line over the rows that follow. */
export type TableRow = { cells: readonly unknown[]; id?: string } | { group: unknown }

/**
 * A table in a region that scrolls by itself and can be reached by keyboard; the more columns, the wider it is at least. On a telephone
 * a row is a card: its cells stand one under the other, each after the name of its column; what is blank is there to be heard, not seen.
 */
export function table({ caption, columns, rows }: TableContent): Html {
  return html`<div class="scroll" role="region" aria-label=${caption} tabindex="0">
    <table class="columns-${columns.length}">
      <caption><span class="stay">${caption}</span></caption>
      <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => tableRow(row, columns))}</tbody>
    </table>
  </div>`
}

function tableRow(row: TableRow, columns: readonly string[]): Html {
  if ('group' in row)
    return html`<tr class="group"><th scope="colgroup" colspan=${columns.length}><span class="stay">${row.group}</span></th></tr>`
  const [head, ...rest] = row.cells
  const cells = rest.map((cell, index) => {
    return html`<td class=${cell === blank ? 'blank' : undefined} data-column=${columns[index + 1]}>${cell}</td>`
  })
  return html`<tr id=${row.id}><th scope="row">${head}</th>${cells}</tr>`
}

/** A few words or a number with its unit, never broken in two. */
export function short(text: string): Html {
  return html`<span class="short">${text}</span>`
}

/** What stands in a cell that has nothing to say. */
const blank = '－'

/** A list, or 「－」 when there is nothing to list. */
export function listOrDash(lines: readonly unknown[]): unknown {
  if (lines.length === 0) return blank
  if (lines.length === 1) return lines[0]
  return html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`
}
