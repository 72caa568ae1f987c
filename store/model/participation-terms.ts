import type { Pattern } from './pattern.ts'

/** Ways of 電子參與 that a page of the site or a shared system offers; social networks are a kind beside them. */
export type ChannelKind = 'feedback' | 'forum' | 'messageBoard' | 'opinionForum' | 'vote' | 'survey' | 'join'

export interface ChannelWords {
  title: string
  labels: readonly Pattern[]
  /** Labels that count only where a form stands behind them. */
  weak: readonly Pattern[]
  not: readonly Pattern[]
  /** Hosts of shared systems that are such a channel, with their subdomains. */
  systems: readonly string[]
}

/** Words of 電子參與. Sources: 000:61, 000:173, 002:32, 002:121, 003:290-293; facts 8. */
export interface ParticipationTerms {
  kinds: Readonly<Record<ChannelKind, ChannelWords>>
  currentMonths: number
  replyDays: number
  onward: readonly Pattern[]
  closed: readonly Pattern[]
  promise: readonly Pattern[]
  reply: readonly Pattern[]
  noReply: readonly Pattern[]
  /** In a row of a list of posts. */
  replied: readonly Pattern[]
  /** Pages that publish opinions with their answers. */
  answers: { labels: readonly Pattern[]; not: readonly Pattern[] }
  rules: { labels: readonly Pattern[]; not: readonly Pattern[]; text: readonly Pattern[] }
  /** `account` is applied to path and query of an address. */
  networks: readonly { name: string; hosts: readonly string[]; account: readonly Pattern[] }[]
  templateAccounts: readonly Pattern[]
}
