import type { OpenElement } from './element.ts'

/** Steps after which a path is cut: deeper pages are broken ones, and paths must stay short. */
const mostSteps = 24

/** Counts ids, because a page may give one id to several elements, and writes selectors once the whole page is known. */
export class Selectors {
  readonly #ids = new Map<string, number>()

  open(element: OpenElement): void {
    const id = element.isBare ? undefined : element.attributes['id']
    if (id !== undefined) this.#ids.set(id, (this.#ids.get(id) ?? 0) + 1)
  }

  /**
   * CSS path of an element: from the nearest id that only one element has, else from the root, in steps
   * `tag:nth-of-type(n)`. Unique on the page, except below {@link mostSteps} steps, where it is cut. On a page without
   * `<html>` the first step says that it is a root of the markup.
   */
  pathTo(element: OpenElement): string {
    const steps: string[] = []
    let at = element
    while (at.parent !== null && steps.length < mostSteps) {
      const id = at.attributes['id']
      if (id !== undefined && id.length < 100 && this.#ids.get(id) === 1) {
        steps.push(idSelector(id))
        break
      }
      steps.push(step(at))
      at = at.parent
    }
    return steps.reverse().join(' > ')
  }
}

function step({ tag, position, parent }: OpenElement): string {
  const alike = parent?.childCounts?.of(tag) ?? 1
  const isBareRoot = parent?.parent === null && tag !== 'html' && tag !== 'body'
  return `${tag}${isBareRoot ? ':root' : ''}${alike === 1 ? '' : `:nth-of-type(${position})`}`
}

function idSelector(id: string): string {
  if (/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(id)) return `#${id}`
  return `[id="${id.replace(/["\\]/g, '\\$&').replace(/[\n\r\f\0]/g, ' ')}"]`
}
