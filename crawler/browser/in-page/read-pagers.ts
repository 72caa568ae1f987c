/** A link that posts its page back to itself. */
export interface PagerLink {
  /** Place among the links of this kind. */
  index: number
  text: string
  target: string
  argument: string
}

/** Every link of the document that posts back, in order. Only what stands inside is used: it runs in the page. */
export function readPagers(): PagerLink[] {
  const call = /^\s*javascript:\s*__doPostBack\(\s*(['"])([^'"]*)\1\s*,\s*(['"])([^'"]*)\3\s*\)\s*;?\s*$/i
  return [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].flatMap((link, index) => {
    const [, , target = '', , argument = ''] =
      call.exec(
        (link.getAttribute('href') ?? '')
          .replace(/%(?=2[247])(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
          .slice(0, 1000),
      ) ?? []
    const text = link.innerText.normalize('NFKC').replace(/\s+/g, '')
    return target === '' || link.hasAttribute('onclick') ? [] : [{ index, text, target, argument }]
  })
}

/** Follows the link at a place that {@link readPagers} told, as a visitor would. */
export function followPager(index: number): void {
  // The document that comes has no such mark.
  Object.assign(globalThis, { mingjingTurned: true })
  document.querySelectorAll<HTMLAnchorElement>('a[href]')[index]?.click()
}

/** What the document shows and where it leads. */
export function readStep(): { html: string; links: { url: string; text: string }[] } {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href], area[href]')].flatMap((link) => {
    const text = (link.innerText ?? '').replace(/\s+/g, ' ').trim() || (link.getAttribute('title') ?? '')
    return /^https?:/.test(link.href) ? [{ url: link.href, text: text.slice(0, 200) }] : []
  })
  return { html: document.documentElement.outerHTML, links }
}
