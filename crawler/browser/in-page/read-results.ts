/** What one document shows after a search. */
export interface SeenResults {
  url: string
  status: number
  title: string
  text: string
  links: { url: string; text: string }[]
  echo: 'markup' | 'text' | 'none'
  highlights: number
  controls: { label: string; options: string[] }[]
  html: string
  /** True when it is the document the search was started in. */
  isOld: boolean
}

/** Marks the document: the one that comes has no such mark. It runs in the page. */
export function markDocument(): void {
  Object.assign(globalThis, { mingjingSearched: true })
}

/** What the document shows, as a short text that changes with it; and whether it is the one that was marked. It runs in the page. */
export function glimpseResults(): { isOld: boolean; shown: string; state: string } {
  const isOld = (globalThis as { mingjingSearched?: boolean }).mingjingSearched === true
  const text = document.body?.innerText ?? ''
  let sum = 0
  for (let at = 0; at < text.length; at += 1) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0
  return { isOld, shown: `${location.href} ${text.length} ${sum} ${document.links.length}`, state: document.readyState }
}

/** Reads what the document shows. `token` is the text within the signs of markup. It runs in the page. */
export function readResults({ words, token }: { words: string; token: string }): SeenResults {
  const fold = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
  const nameOf = (link: HTMLElement) =>
    fold(link.innerText) ||
    fold(link.getAttribute('aria-label')) ||
    fold(link.querySelector('img[alt]')?.getAttribute('alt')) ||
    fold(link.getAttribute('title'))
  // One that stands in the menu and among the results stands here twice.
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href], area[href]')]
    .flatMap((link) => (/^https?:/.test(link.href) ? [{ url: link.href, text: nameOf(link).slice(0, 200) }] : []))
    .slice(0, 1500)
  const text = fold(document.body?.innerText).slice(0, 20_000)
  const values = [...document.querySelectorAll('input, textarea')].map((input) => (input as HTMLInputElement).value)
  const isElement = token !== '' && document.getElementById(token) !== null
  const isText = token !== '' && [text, document.title, ...values].some((shown) => shown.includes(`id=${token}>`))
  const marks = document.querySelectorAll('mark, em, b, strong, font, i, span[class], span[style]')
  const highlights = [...marks].filter(
    (element) =>
      element.textContent?.trim().toLowerCase() === words.toLowerCase() &&
      element.closest('label, button, select, h1, title, nav, header') === null,
  ).length
  const controls = [...document.querySelectorAll('select')].slice(0, 20).map((select) => ({
    label: fold(
      [...(select.labels ?? [])].map((label) => label.textContent).join(' ') ||
        select.getAttribute('aria-label') ||
        select.title ||
        select.name,
    ).slice(0, 100),
    options: [...select.options].slice(0, 30).map((option) => fold(option.text).slice(0, 60)),
  }))
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return {
    url: location.href,
    status: navigation?.responseStatus ?? 0,
    title: fold(document.title).slice(0, 300),
    text,
    links,
    echo: isElement ? 'markup' : isText ? 'text' : 'none',
    highlights,
    controls,
    html: document.documentElement?.outerHTML ?? '',
    isOld: (globalThis as { mingjingSearched?: boolean }).mingjingSearched === true,
  }
}
