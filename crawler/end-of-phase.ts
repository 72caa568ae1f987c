/** A signal that ends a phase when the run is stopped or its time is over; `null`: no bound. Whoever is done calls `release`. */
export function endOfPhase(outer: AbortSignal, remainingMs: number | null): { signal: AbortSignal; release(): void } {
  const end = new AbortController()
  const stop = () => end.abort()
  if (outer.aborted) stop()
  outer.addEventListener('abort', stop)
  const clock = remainingMs === null ? undefined : setTimeout(stop, Math.min(remainingMs, 2 ** 31 - 1))
  const release = () => {
    clearTimeout(clock)
    outer.removeEventListener('abort', stop)
  }
  return { signal: end.signal, release }
}
