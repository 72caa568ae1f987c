import type { Terms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { contentOf, shortTextLength } from '../content.ts'
import { foldText } from '../labels.ts'
import { textOfPaper } from '../publication/paper-text.ts'
import { mainTextOf } from '../seen-page.ts'
import { sectionTermsOf, targetOf } from '../targets.ts'
import type { Policy } from './find-policy.ts'

/** What a rule of updating says, as far as it can be read. */
export interface PolicyText {
  /** Text of its page and of the files it offers, folded; one space where a block ends. */
  text: string
  /** True when part of it was not read: a PDF, another site, a page scripts fill. */
  hasUnread: boolean
  /** True when neither text nor file is there. */
  isEmpty: boolean
}

/** Files read behind one page. */
const mostFiles = 10

/** Reads a rule: its own page or file, and the files its page offers; `null` for one that is dead or was not seen. */
export function policyText(snapshot: Snapshot, { target }: Policy, terms: Terms): PolicyText | null {
  if (target.kind === 'file') {
    const text = textOfPaper(snapshot, { target })
    return { text: text ?? '', hasUnread: text === null, isEmpty: false }
  }
  if (target.kind !== 'page') return null
  const words = sectionTermsOf(terms)
  const { isReadable, entries, text } = contentOf(snapshot, target.page, words)
  if (!isReadable) return null
  const files = entries.slice(0, mostFiles).flatMap((link) => {
    const behind = targetOf(snapshot, link, words.links)
    return behind.kind === 'file' ? [textOfPaper(snapshot, { target: behind })] : []
  })
  return {
    text: [foldText(mainTextOf(snapshot, target.page)), ...files.filter((one) => one !== null)].join(' '),
    hasUnread: files.includes(null),
    isEmpty: text.length < shortTextLength && files.length === 0,
  }
}
