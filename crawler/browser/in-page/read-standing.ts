/** What a document says of itself at one moment. */
export interface Standing {
  url: string
  title: string
  /** Of the answer it was made from; 0 when the browser does not tell. */
  status: number
  /** Differs from document to document, also when a page reloads itself. */
  begunAt: number
  /** Serialised as it stands. */
  html: string
}

/** Reads the document it runs in. Only what stands inside is used: it runs in the page. */
export function readStanding(): Standing {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return {
    url: location.href,
    title: document.title,
    status: navigation?.responseStatus ?? 0,
    begunAt: performance.timeOrigin,
    html: document.documentElement?.outerHTML ?? '',
  }
}
