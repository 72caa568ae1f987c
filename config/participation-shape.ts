import { z } from 'zod'
import { hostName, name, patterns, somePatterns } from './pattern-shape.ts'

const hosts = z.array(z.string().regex(hostName))
const channel = z.strictObject({ title: name, labels: somePatterns, weak: patterns, not: patterns, systems: hosts })
const words = { labels: somePatterns, not: patterns }

/** The shape of `config/terms/participation.yaml`. */
export const participationShape = z.strictObject({
  kinds: z.strictObject({
    feedback: channel,
    forum: channel,
    messageBoard: channel,
    opinionForum: channel,
    vote: channel,
    survey: channel,
    join: channel,
  }),
  currentMonths: z.int().positive(),
  replyDays: z.int().positive(),
  onward: somePatterns,
  closed: somePatterns,
  promise: somePatterns,
  reply: somePatterns,
  noReply: somePatterns,
  replied: somePatterns,
  answers: z.strictObject(words),
  rules: z.strictObject({ ...words, text: somePatterns }),
  networks: z.array(z.strictObject({ name, hosts: hosts.min(1), account: somePatterns })).min(1),
  templateAccounts: somePatterns,
})
