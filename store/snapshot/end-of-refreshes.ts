/** A page that may send its reader on. */
interface Sender {
  refreshUrl: string | null
}

/** Readers are sent on and on only where something is wrong. */
const mostSteps = 5

/** The page a reader ends at who is sent on from `first`; `first` itself when that page was not had, or there is no end. */
export function endOfRefreshes<P extends Sender>(first: P, pageAt: (url: string) => P | null): P {
  let page: P | null = first
  for (let step = 0; step <= mostSteps && page !== null; step += 1) {
    if (page.refreshUrl === null) return page
    page = pageAt(page.refreshUrl)
  }
  return first
}
