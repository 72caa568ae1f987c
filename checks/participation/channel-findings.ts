import type { Evidence } from '../../store/model/evidence.ts'
import type { Verdict } from '../../store/model/finding.ts'
import type { ChannelKind } from '../../store/model/participation-terms.ts'
import type { DraftFinding } from '../check.ts'
import { atLeastOne } from '../element-evidence.ts'
import { linkEvidence } from '../seen-page.ts'
import type { CountedKind, Presence } from './count-kinds.ts'
import { channelKinds, type SiteChannels } from './site-channels.ts'

const maxEvidence = 10

/** Which kinds are offered, as far as the run could see. */
export function presenceOf({ best, social, navigation }: SiteChannels): Record<CountedKind, Presence> {
  const absent: Presence = navigation.isSeen ? 'no' : 'maybe'
  const states = { offered: 'yes', unclear: 'maybe', unusable: 'no' } as const
  const kinds = channelKinds.map((kind) => [kind, states[best[kind]?.state ?? 'unusable']] as const)
  const seen = kinds.map(([kind, state]) => [kind, best[kind] === null ? absent : state] as const)
  const socialState: Presence = social.accounts.length > 0 ? 'yes' : absent
  return { ...(Object.fromEntries(seen) as Record<ChannelKind, Presence>), social: socialState }
}

export type ChannelMessage =
  | 'offered'
  | 'unclear'
  | 'unusable'
  | 'missing'
  | 'unseen'
  | 'stood-in'
  | 'social'
  | 'social-idle'

type Draft = DraftFinding<ChannelMessage>

/** Kinds without which the base is not there: 002:121, 003:290. */
const baseKinds: ReadonlySet<ChannelKind> = new Set<ChannelKind>(['feedback', 'forum'])

/** What there is to say of each kind of channel, and of the social networks together. */
export function channelFindings(channels: SiteChannels, presence: Record<CountedKind, Presence>): Draft[] {
  return [...channelKinds.flatMap((kind) => kindFinding(channels, kind, presence)), ...socialFinding(channels)]
}

function kindFinding(channels: SiteChannels, kind: ChannelKind, presence: Record<CountedKind, Presence>): Draft[] {
  const { best, sight } = channels
  const channel = best[kind]
  const { title } = sight.terms.participation.kinds[kind]
  if (channel === null) return baseKinds.has(kind) ? [absentFinding(channels, kind, presence)] : []
  const { state, because, label, url, evidence } = channel
  const verdicts: Record<typeof state, Verdict> = {
    offered: 'conforms',
    unclear: 'needs-review',
    // What need not be there at all is a question when it does not work.
    unusable: baseKinds.has(kind) && !isStoodIn(kind, presence) ? 'violates' : 'needs-review',
  }
  return [{ key: [kind], messageId: state, values: { title, label, because }, verdict: verdicts[state], url, evidence }]
}

function absentFinding(channels: SiteChannels, kind: ChannelKind, presence: Record<CountedKind, Presence>): Draft {
  const { navigation, best, sight } = channels
  const { title } = sight.terms.participation.kinds[kind]
  const standIn = [best.messageBoard, best.opinionForum].find((one) => one !== null && one.state !== 'unusable')
  if (isStoodIn(kind, presence) && standIn !== undefined && standIn !== null) {
    const { label, url, evidence } = standIn
    return { key: [kind], messageId: 'stood-in', values: { label }, verdict: 'needs-review', url, evidence }
  }
  const pageIds = navigation.pages.map(({ id }) => id)
  const absence: Evidence = { kind: 'absence', lookedFor: title, pageIds }
  const url = navigation.home?.url ?? sight.snapshot.run.start
  const head = { key: [kind] as const, values: { title }, url, evidence: [absence] as const }
  if (!navigation.isSeen) return { ...head, messageId: 'unseen', verdict: 'needs-review' }
  return { ...head, messageId: 'missing', verdict: 'violates' }
}

/** A board or a forum may be the 討論區 of the base: 003:290. */
function isStoodIn(kind: ChannelKind, { messageBoard, opinionForum }: Record<CountedKind, Presence>): boolean {
  return kind === 'forum' && (messageBoard !== 'no' || opinionForum !== 'no')
}

function socialFinding({ social, navigation, sight }: SiteChannels): Draft[] {
  const { accounts, idle } = social
  const { snapshot } = sight
  const url = navigation.home?.url ?? snapshot.run.start
  if (accounts.length > 0) {
    const networks = [...new Set(accounts.map(({ network }) => network))].join('、')
    const evidence = atLeastOne(accounts.slice(0, maxEvidence).map(({ link }) => linkEvidence(snapshot, link)))
    return [{ key: ['social'], messageId: 'social', values: { networks }, verdict: 'conforms', url, evidence }]
  }
  if (idle.length === 0) return []
  const label = [...new Set(idle.map(({ text, href }) => text || href))].slice(0, 5).join('、')
  const evidence = atLeastOne(idle.slice(0, maxEvidence).map((link) => linkEvidence(snapshot, link)))
  return [{ key: ['social'], messageId: 'social-idle', values: { label }, verdict: 'needs-review', url, evidence }]
}
