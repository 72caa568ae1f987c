/** What the observers' world keeps on a document. */
export interface DocumentWatch {
  /** When scripts last changed the DOM after `load`, by the page's own clock in milliseconds; `null`: never. */
  lastChangeMs: number | null
  /** Why what earlier pages stored could not be wiped; `null` when it was. A sandboxed document has no storage at all. */
  storageFault: string | null
}

declare global {
  var mingjingWatch: DocumentWatch | undefined
}

/**
 * Runs in the page before its scripts: wipes what earlier pages stored, so that a page looks the same whichever was open
 * before it, and notes when scripts change the DOM after `load`.
 */
export function watchDocument(): void {
  if (window !== window.top) return
  const watch: DocumentWatch = { lastChangeMs: null, storageFault: null }
  globalThis.mingjingWatch = watch
  window.name = ''
  try {
    window.localStorage.clear()
    window.sessionStorage.clear()
  } catch (error) {
    watch.storageFault = String(error)
  }
  const observer = new MutationObserver(() => {
    watch.lastChangeMs = performance.now()
  })
  addEventListener('load', () => observer.observe(document, { childList: true, characterData: true, subtree: true }))
}

/** Milliseconds since scripts last changed the DOM after `load`; `null` when they did not. */
export function sinceLastChange(): number | null {
  const at = globalThis.mingjingWatch?.lastChangeMs ?? null
  return at === null ? null : performance.now() - at
}

/** True once fonts are there and two frames were drawn; false when that took longer than `limitMs`. */
export function drawn(limitMs: number): Promise<boolean> {
  const frame = () => new Promise<unknown>((resolve) => requestAnimationFrame(resolve))
  const done = document.fonts.ready.then(frame).then(frame)
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), limitMs))
  return Promise.race([done.then(() => true), late])
}
