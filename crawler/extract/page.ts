import type { ExtractedPage } from '../../store/snapshot/extracted-page.ts'
import { Addresses } from './addresses.ts'
import { Forms } from './forms.ts'
import { Headings, PageHead } from './heads.ts'
import { KnownAddresses } from './known-addresses.ts'
import { Links } from './links.ts'
import { datesOf } from './page-dates.ts'
import { joinFolded, mainTextOf, PageText } from './page-text.ts'
import { SendingOn } from './refresh.ts'
import { Selectors } from './selector.ts'
import { ShellMarks } from './shell.ts'
import { RuleSurface } from './surface.ts'
import { TemplateShape } from './template.ts'
import { walkHtml } from './walk.ts'

/**
 * All that one pass over the markup of a page yields. Never throws, whatever the markup. `known` is what other pages of the
 * site resolved already: it saves time and changes nothing.
 */
export function extractPage(
  html: string,
  place: { url: string; encoding: string },
  known = new KnownAddresses(),
): ExtractedPage {
  const addresses = new Addresses(place, known)
  const head = new PageHead(addresses)
  const selectors = new Selectors()
  const text = new PageText()
  const [links, forms, headings] = [new Links(text), new Forms(text), new Headings(text)]
  const [template, shell, sending] = [new TemplateShape(), new ShellMarks(), new SendingOn()]
  const surface = new RuleSurface()
  walkHtml(html, [text, head, selectors, links, forms, headings, template, shell, sending, surface])
  const shown = text.shown()
  const [wholeText, mainText] = [joinFolded(shown), mainTextOf(shown)]
  return {
    encoding: place.encoding,
    title: head.title,
    language: head.language,
    mainText,
    textLength: wholeText.length,
    isShell: shell.isShell(wholeText, mainText),
    refreshUrl: sending.url(place.url, wholeText.length, addresses),
    templateId: template.id(),
    surface: surface.features(),
    links: links.list(addresses, selectors),
    metaTags: head.metaTags,
    headings: headings.list(),
    dates: datesOf(shown),
    forms: forms.list(addresses, selectors),
  }
}
