import type { Region } from '../../store/model/page.ts'

/** An element while its page is walked; lives on as part of the chain of parents that selectors are made of. */
export interface OpenElement {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  /** True without any attribute, as most elements are: nothing need be looked for in it. */
  readonly isBare: boolean
  /** `null` for the root above `<html>` only. */
  readonly parent: OpenElement | null
  /** Offset of `<` in the decoded text. */
  readonly start: number
  /** Place among the parent's children of the same tag, from 1. */
  readonly position: number
  /** Number of ancestors below the root. */
  readonly depth: number
  /** Region its content lies in; a landmark that opens later among its children may change it. */
  region: Region
  /** True when a landmark element or role gave the region, not the name of a class. */
  isLandmark: boolean
  /** True inside what is never shown or followed: scripts, templates, `noscript`. */
  readonly isIgnored: boolean
  /** How many of the element and its ancestors are hidden by `hidden` or `display:none`. */
  readonly hiddenLevel: number
  /** Children so far, by tag. */
  childCounts: TagCounts | null
}

/** Counts the children of an element by tag. Most parents have children of one tag alone, and need no map. */
export class TagCounts {
  readonly #tag: string
  #count = 0
  #others: Map<string, number> | null = null

  /** `tag`: of the first child. */
  constructor(tag: string) {
    this.#tag = tag
  }

  /** Counts one more child; returns its place among those of its tag, from 1. */
  add(tag: string): number {
    if (tag === this.#tag) {
      this.#count += 1
      return this.#count
    }
    this.#others ??= new Map()
    const count = (this.#others.get(tag) ?? 0) + 1
    this.#others.set(tag, count)
    return count
  }

  /** How many children have a tag. */
  of(tag: string): number {
    return tag === this.#tag ? this.#count : (this.#others?.get(tag) ?? 0)
  }
}

/** Takes part in the one pass over a page; called for shown elements only. */
export interface Collector {
  /** Tags of the elements it is told of when they open and close; all when it names none. */
  readonly tags?: ReadonlySet<string>
  open?(element: OpenElement): void
  /** `start` is the offset of the text in the source; an entity comes as a text of its own. */
  text?(text: string, start: number, parent: OpenElement): void
  /** Text of a `<style>` element that is in force; it may come in pieces. */
  style?(text: string, start: number, element: OpenElement): void
  /** `end` is exclusive. */
  close?(element: OpenElement, end: number): void
}

/** White space that is not one space: most of it is. */
const unfolded = /[^\S ]\s*| \s+/g

/** White space folded to single spaces, none at the ends. */
export function foldSpace(text: string): string {
  return text.replace(unfolded, ' ').trim()
}
