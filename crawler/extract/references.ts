import { parseSrcset } from 'srcset'
import type { LinkKind } from '../../store/model/link.ts'
import type { OpenElement } from './element.ts'
import { refreshOf } from './refresh.ts'
import { scriptAddresses } from './script-addresses.ts'
import { styleUrls } from './style-urls.ts'

/** What an element asks for or leads to, as it is written. */
export type WrittenReference = readonly [kind: LinkKind, href: string]

type Attributes = Readonly<Record<string, string>>
type Referrer = (attributes: Attributes, element: OpenElement) => (readonly [LinkKind, string | undefined])[]

/** What each element refers to by itself. An empty address of a part asks for nothing. */
const referrers: Readonly<Record<string, Referrer>> = {
  area: ({ href }) => [['hyperlink', href]],
  link: (attributes) => linkedBy(attributes),
  script: ({ src }) => [['script', src || undefined]],
  img: ({ src, srcset }) => [['image', src || undefined], ...candidates(srcset)],
  image: (attributes) => [['image', attributes['href'] || attributes['xlink:href'] || undefined]],
  use: (attributes) => [['image', fileOf(attributes['href'] ?? attributes['xlink:href'])]],
  source: (attributes, element) => sourcesOf(attributes, element),
  video: ({ src, poster }) => [
    ['media', src || undefined],
    ['image', poster || undefined],
  ],
  audio: ({ src }) => [['media', src || undefined]],
  input: ({ type, src, formaction }) => [
    ['image', type?.toLowerCase() === 'image' ? src || undefined : undefined],
    ['form', formaction],
  ],
  button: ({ formaction }) => [['form', formaction]],
  iframe: ({ src }) => [['frame', src || undefined]],
  frame: ({ src }) => [['frame', src || undefined]],
  embed: ({ src }) => [['frame', src || undefined]],
  object: ({ data }) => [['frame', data || undefined]],
  form: ({ action }) => [['form', action]],
  meta: (attributes) => [['hyperlink', refreshOf(attributes)?.href]],
  body: (attributes) => backgroundOf(attributes),
  table: (attributes) => backgroundOf(attributes),
  td: (attributes) => backgroundOf(attributes),
  th: (attributes) => backgroundOf(attributes),
}

const referrerOf: ReadonlyMap<string, Referrer> = new Map(Object.entries(referrers))
const none: readonly WrittenReference[] = []

/** Everything an element refers to, but where an `<a>` leads. */
export function referencesOf(element: OpenElement): readonly WrittenReference[] {
  const { tag, attributes, isBare } = element
  if (isBare) return none
  const references: WrittenReference[] = []
  for (const [kind, href] of referrerOf.get(tag)?.(attributes, element) ?? none) {
    if (href !== undefined) references.push([kind, href])
  }
  const { style } = attributes
  if (style !== undefined && /url\(/i.test(style)) references.push(...declared(style, element.hiddenLevel > 0))
  for (const href of scriptAddresses(element)) references.push(['scripted', href])
  return references
}

/** A picture behind what is shown is asked for; one behind what is hidden may never be. */
function declared(style: string, isHidden: boolean): WrittenReference[] {
  return styleUrls(style, 'attribute').map(({ href }) => [isHidden ? 'styled' : 'image', href])
}

const preloaded: Readonly<Record<string, LinkKind>> = {
  style: 'style',
  script: 'script',
  image: 'image',
  font: 'font',
  video: 'media',
  audio: 'media',
}

function linkedBy(attributes: Attributes): [LinkKind, string | undefined][] {
  const words = (attributes['rel'] ?? '').toLowerCase().split(/\s+/)
  const href = attributes['href'] || undefined
  if (words.includes('stylesheet')) return [['style', href]]
  if (words.includes('modulepreload')) return [['script', href]]
  const as = words.includes('preload') ? preloaded[attributes['as']?.toLowerCase() ?? ''] : undefined
  if (as !== undefined) return [[as, href]]
  return words.some((word) => word === 'icon' || word === 'apple-touch-icon') ? [['image', href]] : []
}

/** Of the sources of a film browsers ask for the first that they can play. */
function sourcesOf({ src, srcset }: Attributes, { parent, position }: OpenElement): [LinkKind, string | undefined][] {
  const isFilm = parent?.tag === 'video' || parent?.tag === 'audio'
  const isAsked = isFilm && position === 1 && parent.attributes['src'] === undefined
  return [['media', isAsked ? src || undefined : undefined], ...candidates(srcset)]
}

/** `#name` alone points into the page. */
function fileOf(href: string | undefined): string | undefined {
  return href === undefined || href === '' || href.startsWith('#') ? undefined : href
}

function backgroundOf({ background }: Attributes): ['image', string | undefined][] {
  return [['image', background || undefined]]
}

function candidates(srcset: string | undefined): ['image', string][] {
  if (srcset === undefined || srcset.length > 20_000) return []
  return parseSrcset(srcset).map(({ url }) => ['image', url])
}
