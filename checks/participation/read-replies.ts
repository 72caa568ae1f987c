import type { Page } from '../../store/model/page.ts'
import type { ParticipationTerms } from '../../store/model/participation-terms.ts'
import { contentOf } from '../content.ts'
import { isLabelOf, matchesAny, normaliseLabel } from '../labels.ts'
import { newestOccasionIn } from '../periods.ts'
import { isReadable } from '../seen-page.ts'
import { sectionTermsOf, targetOf } from '../targets.ts'
import type { Sight } from './channel.ts'

/** What somebody wrote in public, and whether the agency answered. */
export interface Thread {
  /** The page it stands on. */
  page: Page
  /** `unknown`: what scripts bring, or was not fetched. */
  answer: 'replied' | 'none' | 'unknown'
  /** ISO date of the newest answer; `null` when it names none. */
  repliedOn: string | null
}

/** Threads read of one list: the newest stand first. */
const mostThreads = 200
/** How far behind its mark an answer's date may stand, in characters. */
const dateReach = 60

/** The threads of a board: one a page where the list leads to pages of its own, else one a row, else the page itself. */
export function threadsOf(sight: Sight, page: Page): Thread[] {
  const { snapshot, terms } = sight
  if (!isReadable(snapshot, page)) return [{ page, answer: 'unknown', repliedOn: null }]
  const content = contentOf(snapshot, page, sectionTermsOf(terms))
  const posts = content.entries.filter(({ text }) => !isLabelOf(normaliseLabel(text), terms.participation.rules))
  const threads = posts.slice(0, mostThreads).flatMap((link): Thread[] => {
    const target = targetOf(snapshot, link, terms.links)
    if (target.kind === 'unseen') return [{ page, answer: 'unknown', repliedOn: null }]
    return target.kind === 'page' ? [threadOn(sight, target.page)] : []
  })
  if (threads.some(({ answer }) => answer !== 'none')) return threads
  const rows = content.rows.map((row) => threadIn(sight, page, row))
  if (rows.some(({ answer }) => answer === 'replied')) return rows
  const own = threadIn(sight, page, content.text)
  return threads.length > 0 && own.answer === 'none' ? threads : [own]
}

function threadOn(sight: Sight, page: Page): Thread {
  const { snapshot, terms } = sight
  if (!isReadable(snapshot, page)) return { page, answer: 'unknown', repliedOn: null }
  return threadIn(sight, page, contentOf(snapshot, page, sectionTermsOf(terms)).text)
}

function threadIn({ terms, today }: Sight, page: Page, text: string): Thread {
  const marks = replyMarks(text, terms.participation)
  if (marks.length > 0) return { page, answer: 'replied', repliedOn: newestOccasionIn(marks.join(' '), today) }
  if (!matchesAny(text, terms.participation.replied)) return { page, answer: 'none', repliedOn: null }
  return { page, answer: 'replied', repliedOn: newestOccasionIn(text, today) }
}

/** What tells of each answer that says something: its mark with what stands behind, and a date right before it. */
function replyMarks(text: string, { reply, noReply }: ParticipationTerms): string[] {
  return reply.flatMap((source) =>
    [...text.matchAll(new RegExp(source, 'giu'))].flatMap((match) => {
      const end = match.index + match[0].length
      const before = text.slice(Math.max(0, match.index - 4), end)
      const behind = text.slice(end, end + dateReach)
      const isEmpty = behind.length < 4 || /^(尚?無|未|-|—|待)/u.test(behind)
      return matchesAny(before, noReply) || isEmpty ? [] : [`${dateBefore(text, match.index)} ${match[0]} ${behind}`]
    }),
  )
}

/** A date that ends where the mark begins, a time of day between them or not: 「115/11/14 14:05 回覆：」; `''` when none does. */
function dateBefore(text: string, at: number): string {
  const head = text.slice(Math.max(0, at - dateReach / 2), at).replace(/\d{2}:\d{2}(:\d{2})?[\s|,)]*$/u, '')
  return /\d{2,4}[./年-]\d{1,2}[./月-]\d{1,2}日?[\s|,)]*$/u.exec(head)?.[0] ?? ''
}
