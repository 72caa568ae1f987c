import type { Link } from '../../store/model/link.ts'
import { matchesAny } from '../labels.ts'
import { isOneOf } from '../links/target-judge.ts'
import type { Navigation } from '../navigation.ts'
import { isEverywhere } from '../page-reading.ts'
import { linksOf } from '../seen-page.ts'
import { targetOf } from '../targets.ts'
import type { Sight } from './channel.ts'
import { outwardLinks } from './outward-links.ts'

/** An account of a social network that the site shows as its own. */
export interface SocialAccount {
  network: string
  url: string
  link: Link
}

/** Accounts on the site, and links to networks that lead to no account. */
export interface SocialAccounts {
  accounts: readonly SocialAccount[]
  /** Dead, to the network's front door, or to what a template stands in for an account. */
  idle: readonly Link[]
}

/**
 * The agency's accounts: links and frames on the home page, on the site map, in menus and footers, by their address,
 * so that icons without text count. What an article links to may be anybody's. Source: 002:32, 000:173; facts 8.
 */
export function socialAccounts(sight: Sight, navigation: Navigation): SocialAccounts {
  const links = [...navigation.pages.flatMap((page) => linksOf(sight.snapshot, page)), ...furtherLinks(sight)]
  const accounts = new Map<string, SocialAccount>()
  const idle: Link[] = []
  for (const link of links) {
    const address = accountAddress(link)
    const network = address === null ? undefined : networkAt(sight, address)
    if (address === null || network === undefined) continue
    const account = accountAt(sight, link, address, network)
    if (account === null) idle.push(link)
    else accounts.set(account.url, accounts.get(account.url) ?? account)
  }
  return { accounts: [...accounts.values()], idle }
}

function furtherLinks({ snapshot }: Sight): Link[] {
  return outwardLinks(snapshot).filter(
    (link) => link.region === 'nav' || link.region === 'footer' || isEverywhere(snapshot, link),
  )
}

/** The address of a link, or of the account that a frame of the network shows. */
function accountAddress({ kind, url, isInternal }: Link): URL | null {
  const address = URL.parse(url ?? '')
  if (address === null || isInternal) return null
  if (kind === 'hyperlink') return address
  return kind === 'frame' ? URL.parse(address.searchParams.get('href') ?? '') : null
}

type Network = Sight['terms']['participation']['networks'][number]

function networkAt({ terms }: Sight, address: URL): Network | undefined {
  if (!/^https?:$/u.test(address.protocol)) return undefined
  return terms.participation.networks.find(({ hosts }) => isOneOf(address.href, hosts))
}

function accountAt(sight: Sight, link: Link, address: URL, network: Network): SocialAccount | null {
  const path = `${pathOf(address)}${address.search}`
  const isAccount =
    matchesAny(path, network.account) && !matchesAny(pathOf(address), sight.terms.participation.templateAccounts)
  if (!isAccount || targetOf(sight.snapshot, link, sight.terms.links).kind === 'dead') return null
  return { network: network.name, url: address.href, link }
}

function pathOf({ pathname }: URL): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    // A percent sign that codes nothing: the path as written.
    return pathname
  }
}
