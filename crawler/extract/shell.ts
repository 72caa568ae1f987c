import type { Collector, OpenElement } from './element.ts'

/** Under so many characters a page shows almost nothing by itself, whatever it is made of. */
const bareText = 200
/** Under so many, a page with scripts; under so many, one with the root of a framework (facts 9). */
const scriptedText = 300
const rootedText = 1500
/** So many in the region a page marks as its content were not left to scripts: what only scripts fill is served empty. */
const ownText = 100
const rootIds: ReadonlySet<string> = new Set(['app', 'root', '__next', '__nuxt', '__layout'])

/** Notes what makes a page one that scripts fill: scripts, and the roots the usual frameworks write into. */
export class ShellMarks implements Collector {
  #hasScripts = false
  #hasRoot = false

  open({ tag, attributes, isBare }: OpenElement): void {
    if (tag === 'script') this.#hasScripts ||= attributes['type'] !== 'application/ld+json'
    else if (tag === 'app-root' || rootIds.has(attributes['id'] ?? '')) this.#hasRoot = true
    if (isBare) return
    if (attributes['ng-version'] !== undefined || attributes['data-reactroot'] !== undefined) this.#hasRoot = true
  }

  /**
   * True when the served HTML shows little beside what scripts are to write; `text` is all it shows, `mainText` what stands in
   * its main region (all, where none is marked).
   */
  isShell(text: string, mainText: string): boolean {
    if (/\{\{[^{}]{0,200}\}\}/.test(text)) return true
    if (mainText.length < text.length && mainText.length >= ownText) return false
    if (text.length < bareText) return true
    if (!this.#hasScripts) return false
    return text.length < (this.#hasRoot ? rootedText : scriptedText)
  }
}
