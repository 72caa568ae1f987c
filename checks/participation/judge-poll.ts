import type { Page } from '../../store/model/page.ts'
import { contentOf } from '../content.ts'
import { matchesAny } from '../labels.ts'
import { monthsBefore, newestOccasionIn, periodsIn, rocDateText } from '../periods.ts'
import { isReadable } from '../seen-page.ts'
import { sectionTermsOf, targetOf } from '../targets.ts'
import type { Channel, Sight } from './channel.ts'
import { postsText } from './judge-posts.ts'
import { formOf, isLogin } from './page-forms.ts'

type Said = Pick<Channel, 'state' | 'because'>

const mostPolls = 20

/** Whether a vote or survey is open, or has a result of the last twelve months (practice). */
export function judgePoll(sight: Sight, page: Page): Said {
  const { snapshot, terms, today } = sight
  if (!isReadable(snapshot, page)) return { state: 'unclear', because: '內容須執行程式後始呈現' }
  const content = contentOf(snapshot, page, sectionTermsOf(terms))
  if (content.isMissingPage) return { state: 'unusable', because: '顯示找不到網頁' }
  const polls = content.entries.slice(0, mostPolls).flatMap((link) => {
    const target = targetOf(snapshot, link, terms.links)
    return target.kind === 'page' ? [target.page] : []
  })
  if ([page, ...polls].some((one) => isOpen(sight, one))) return { state: 'offered', because: '可線上填答' }
  const text = postsText(sight, content)
  const newest = newestOccasionIn(text, today)
  const { currentMonths } = terms.participation
  if (newest !== null && newest >= monthsBefore(today, currentMonths))
    return { state: 'offered', because: `載有${rocDateText(newest)}之結果或公告` }
  if (isLogin(snapshot, page)) return { state: 'unclear', because: '須登入始得填答' }
  if (newest !== null) return { state: 'unclear', because: `最近日期${rocDateText(newest)}，已逾${currentMonths}個月` }
  if (content.entries.length === 0 && content.rows.length === 0 && formOf(snapshot, page) === null)
    return { state: 'unusable', because: '未見投票或問卷' }
  return { state: 'unclear', because: '未見辦理日期' }
}

/** A form to answer in, which is sent somewhere, is not said to be closed and names no time that is long over. */
function isOpen({ snapshot, terms, today }: Sight, page: Page): boolean {
  if (!isReadable(snapshot, page)) return false
  const form = formOf(snapshot, page)
  if (form === null || !form.isSent) return false
  const { text } = contentOf(snapshot, page, sectionTermsOf(terms))
  if (matchesAny(text, terms.participation.closed)) return false
  const last = periodsIn(text)
    .map(({ to }) => to)
    .sort()
    .at(-1)
  return last === undefined || last >= monthsBefore(today, terms.participation.currentMonths)
}
