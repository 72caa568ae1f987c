import type { Link } from '../../store/model/link.ts'
import type { Page } from '../../store/model/page.ts'
import type { ChannelKind, ChannelWords } from '../../store/model/participation-terms.ts'
import { taipeiDate } from '../../store/model/taipei-date.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import type { CheckContext } from '../check.ts'
import { labelledLinks } from '../labelled-links.ts'
import { isLabelOf, normaliseLabel } from '../labels.ts'
import { isOneOf } from '../links/target-judge.ts'
import { type Navigation, navigationOf } from '../navigation.ts'
import { oncePerSnapshot } from '../once-per.ts'
import { linksOf } from '../seen-page.ts'
import { targetOf } from '../targets.ts'
import { bestOf, type Channel, channelOf, type Sight } from './channel.ts'
import { judgeFeedbackPage } from './judge-feedback.ts'
import { judgePoll } from './judge-poll.ts'
import { judgePosts } from './judge-posts.ts'
import { outwardLinks } from './outward-links.ts'
import { type SocialAccounts, socialAccounts } from './social-accounts.ts'

export const channelKinds: readonly ChannelKind[] = [
  'feedback',
  'forum',
  'messageBoard',
  'opinionForum',
  'vote',
  'survey',
  'join',
]

/** All ways to take part in a site, judged. */
export interface SiteChannels {
  sight: Sight
  navigation: Navigation
  /** Every channel of a kind that a label or address names. */
  all: Readonly<Record<ChannelKind, readonly Channel[]>>
  /** The best of each kind; `null` where no label names one. */
  best: Readonly<Record<ChannelKind, Channel | null>>
  social: SocialAccounts
}

/** Finds and judges the channels of a site, once. */
export const siteChannels = oncePerSnapshot((snapshot: Snapshot, { terms }: CheckContext): SiteChannels => {
  const sight: Sight = { snapshot, terms, today: taipeiDate(new Date(snapshot.run.startedAt)) }
  const navigation = navigationOf(snapshot, terms.siteMap)
  const judged = channelKinds.map((kind) => [kind, channelsOf(sight, navigation, kind)] as const)
  const all = Object.fromEntries(judged) as Record<ChannelKind, Channel[]>
  const best = Object.fromEntries(judged.map(([kind, channels]) => [kind, bestOf(channels)]))
  return {
    sight,
    navigation,
    all,
    best: best as Record<ChannelKind, Channel | null>,
    social: socialAccounts(sight, navigation),
  }
})

function channelsOf(sight: Sight, navigation: Navigation, kind: ChannelKind): Channel[] {
  const words = sight.terms.participation.kinds[kind]
  const { snapshot } = sight
  const weak = labelledLinks(snapshot, navigation, { labels: words.weak, not: words.not })
  const links = [...labelledLinks(snapshot, navigation, words), ...weak]
  const shared = words.systems.length === 0 ? [] : systemLinks(sight, navigation, words)
  const labelled = links.filter((link) => !shared.includes(link)).map((link) => judgeLink(sight, kind, link, words))
  return [...shared.map((link) => ofSystem(sight, link)), ...labelled.flatMap((channel) => channel ?? [])]
}

/** The first link to a shared system: by its label anywhere, without one in menus, footers and on the pages that name the site's parts. */
function systemLinks({ snapshot }: Sight, navigation: Navigation, words: ChannelWords): Link[] {
  const near = navigation.pages.flatMap((page) => linksOf(snapshot, page))
  const isSystem = ({ kind, isInternal, target }: Link) =>
    kind === 'hyperlink' && !isInternal && target !== null && isOneOf(target, words.systems)
  const isShown = ({ region, text }: Link) =>
    region === 'nav' || region === 'footer' || isLabelOf(normaliseLabel(text), words)
  const first = near.find(isSystem) ?? outwardLinks(snapshot).find((link) => isSystem(link) && isShown(link))
  return first === undefined ? [] : [first]
}

function ofSystem(sight: Sight, link: Link): Channel {
  const host = URL.parse(link.url ?? '')?.hostname ?? ''
  const target = targetOf(sight.snapshot, link, sight.terms.links)
  if (target.kind === 'dead')
    return channelOf(sight, link, null, { state: 'unusable', because: `連結失效（${target.why}）` })
  return channelOf(sight, link, null, { state: 'offered', because: `連至共用系統（${host}）` })
}

const judges: Readonly<Record<ChannelKind, (sight: Sight, page: Page) => Pick<Channel, 'state' | 'because'>>> = {
  feedback: judgeFeedbackPage,
  forum: judgePosts,
  messageBoard: judgePosts,
  opinionForum: judgePosts,
  vote: judgePoll,
  survey: judgePoll,
  join: () => ({ state: 'unclear', because: '未連至公共政策網路參與平臺' }),
}

/** `null` for a weak label with no form behind it. */
function judgeLink(sight: Sight, kind: ChannelKind, link: Link, words: ChannelWords): Channel | null {
  const isWeak = !isLabelOf(normaliseLabel(link.text), words)
  const target = targetOf(sight.snapshot, link, sight.terms.links)
  if (target.kind === 'page') {
    const said = judges[kind](sight, target.page)
    return isWeak && said.state !== 'offered' ? null : channelOf(sight, link, target.page, said)
  }
  // Behind a weak label that nobody could follow a form may stand; behind one that leads nowhere none does.
  if (isWeak && (target.kind === 'dead' || target.kind === 'file' || isMail(link))) return null
  switch (target.kind) {
    case 'dead':
      return channelOf(sight, link, null, { state: 'unusable', because: `連結失效（${target.why}）` })
    case 'unseen':
      return channelOf(sight, link, null, { state: 'unclear', because: `未能查核：${target.why}` })
    case 'external':
      return channelOf(sight, link, null, { state: 'unclear', because: `連至其他網站（${target.url.hostname}）` })
    case 'file':
      return channelOf(sight, link, null, { state: 'unclear', because: '連至檔案，非線上途徑' })
    default:
      return channelOf(sight, link, null, endsHere(link))
  }
}

function isMail({ href }: Link): boolean {
  return /^\s*mailto:/iu.test(href)
}

function endsHere(link: Link): Pick<Channel, 'state' | 'because'> {
  if (isMail(link)) return { state: 'unusable', because: '僅列電子郵件地址，無表單' }
  return { state: 'unclear', because: '未連至可查核之網頁' }
}
