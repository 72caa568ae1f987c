import type { Region } from '../../store/model/page.ts'
import { remembered } from '../remembered.ts'
import type { OpenElement } from './element.ts'

const navNames: ReadonlySet<string> = new Set(
  `header pageheader siteheader topheader head banner nav navbar navigation mainnav menu mainmenu submenu sitemenu topmenu
   topnav topbar leftmenu leftnav sidemenu sidenav sidebar breadcrumb breadcrumbs crumb crumbs path pagination pager megamenu mobilemenu
   language toplink toplinks nodenav globalnav localnav`.split(/\s+/),
)
const footerNames: ReadonlySet<string> = new Set(
  'footer sitefooter pagefooter mainfooter fatfooter bottom foot copyright footerwrap footerarea footermenu'.split(' '),
)
const mainNames: ReadonlySet<string> = new Set(
  'main maincontent content contents pagecontent contentarea maincontainer mainarea mainbody innercontent'.split(' '),
)
const roles: Readonly<Record<string, Region>> = {
  main: 'main',
  navigation: 'nav',
  banner: 'nav',
  menubar: 'nav',
  contentinfo: 'footer',
}
/** Guide bricks (導盲磚 `:::`, facts 4.5): access keys, and the names of the anchors. */
const bricks: Readonly<Record<string, Region>> = { u: 'nav', l: 'nav', m: 'nav', c: 'main', z: 'footer', f: 'footer' }
const containers: ReadonlySet<string> = new Set(
  'body div section td th table tr ul ol center form article aside span p dl'.split(' '),
)

/** The main one of several menus is a list, and no content. */
const lists: ReadonlySet<string> = new Set(['ul', 'ol', 'dl'])

/**
 * Gives the element its region. The strongest word counts: landmark elements and roles, then guide bricks (which speak
 * for the element they stand in), then the usual names of ids and classes. What lies in a footer stays there, what lies
 * in a menu stays there unless `<main>` opens in it; a header or footer of an article is part of the article.
 */
export function regionOf(element: OpenElement): void {
  const landmark = landmarkOf(element)
  if (landmark !== null) {
    element.region = landmark
    element.isLandmark = true
    return
  }
  if (element.tag === 'a') applyBrick(element)
  const named = !element.isBare && containers.has(element.tag) ? regionOfNames(element.attributes) : null
  if (named === null || (named === 'main' && lists.has(element.tag))) return
  if (mayTurn(element, named)) element.region = named
}

function landmarkOf(element: OpenElement): Region | null {
  const { tag, region, isLandmark } = element
  const said = landmarkOfTag(tag) ?? roles[element.attributes['role'] ?? '']
  if (said === undefined) return null
  if (said === 'main') return 'main'
  if (region === 'footer' && isLandmark) return null
  // <header> and <footer> inside the main region belong to an article or a section.
  if (region === 'main' && (tag === 'header' || tag === 'footer')) return null
  return said === 'nav' && region === 'footer' ? null : said
}

function landmarkOfTag(tag: string): Region | undefined {
  if (tag === 'main') return 'main'
  if (tag === 'nav' || tag === 'header') return 'nav'
  return tag === 'footer' ? 'footer' : undefined
}

/** A guide brick is a small anchor at the head of the block it names; one at the head of the whole page names no block. */
function applyBrick(element: OpenElement): void {
  const { attributes, parent } = element
  const name = attributes['id'] ?? attributes['name'] ?? ''
  const key = /^(?:a|accesskey_?)?([ulmczf])$/i.exec(name)?.[1] ?? attributes['accesskey']
  const region = key === undefined ? undefined : bricks[key.toLowerCase()]
  if (region === undefined || parent === null || parent.isLandmark || isWholePage(parent)) return
  parent.region = region
  element.region = region
}

/** The body, or the form that ASP.NET puts around all of it: a link there to skip to the content has the key of the content. */
function isWholePage({ tag, parent }: OpenElement): boolean {
  return tag === 'body' || tag === 'html' || (tag === 'form' && parent?.tag === 'body')
}

function regionOfNames(attributes: Readonly<Record<string, string>>): Region | null {
  const id = attributes['id']
  const classes = attributes['class']
  if (id === undefined && classes === undefined) return null
  return regionOfWords(`${id ?? ''} ${classes ?? ''}`.slice(0, 300))
}

const regionOfWords = remembered(5_000, (words): Region | null => {
  const names = words
    .toLowerCase()
    .replace(/[-_\d]/g, '')
    .split(/\s+/)
  if (names.some((name) => footerNames.has(name))) return 'footer'
  if (names.some((name) => navNames.has(name))) return 'nav'
  return names.some((name) => mainNames.has(name)) ? 'main' : null
})

function mayTurn(element: OpenElement, named: Region): boolean {
  const { region, isLandmark } = element
  if (region === 'other') return true
  if (region === 'main') return named === 'nav' || (named === 'footer' && !isLandmark)
  return region === 'nav' && named === 'footer' && !isLandmark
}
