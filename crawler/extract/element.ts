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
  childCounts: Map<string, number> | null
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

/** White space that is not one space; most short texts have none. */
const unfolded = /[^\S ]| {2}/

/** White space folded to single spaces, none at the ends. */
export function foldSpace(text: string): string {
  return unfolded.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim()
}
