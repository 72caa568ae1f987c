import type { Page } from '../../store/model/page.ts'
import { contentOf, type PageContent, shortTextLength } from '../content.ts'
import { matchesAny } from '../labels.ts'
import { monthsBefore, newestOccasionIn, rocDateText } from '../periods.ts'
import { isReadable } from '../seen-page.ts'
import { sectionTermsOf, targetOf } from '../targets.ts'
import type { Channel, Sight } from './channel.ts'
import { formOf, isLogin } from './page-forms.ts'

type Said = Pick<Channel, 'state' | 'because'>

/** Threads read for their dates: the newest stand first. */
const mostThreads = 40

/** Whether a page is a place where people write in public: readable posts, the newest of the last twelve months (practice). */
export function judgePosts(sight: Sight, page: Page): Said {
  const { snapshot, terms, today } = sight
  if (!isReadable(snapshot, page)) return { state: 'unclear', because: '內容須執行程式後始呈現' }
  if (isLogin(snapshot, page)) return { state: 'unclear', because: '須登入始得閱覽' }
  const content = contentOf(snapshot, page, sectionTermsOf(terms))
  if (content.isMissingPage) return { state: 'unusable', because: '顯示找不到網頁' }
  const count = content.rows.length > 0 ? content.rows.length : content.entries.length
  if (count === 0 && content.text.length < shortTextLength * 2) return withoutPosts(sight, page, content)
  const newest = newestOccasionIn(postsText(sight, content), today)
  if (newest === null) return { state: 'unclear', because: '未見發言日期' }
  const since = `最近日期${rocDateText(newest)}`
  const { currentMonths } = terms.participation
  if (newest < monthsBefore(today, currentMonths))
    return { state: 'unclear', because: `${since}，已逾${currentMonths}個月` }
  return { state: 'offered', because: `可公開閱覽，${since}` }
}

function withoutPosts({ snapshot, terms }: Sight, page: Page, { text }: PageContent): Said {
  if (formOf(snapshot, page)?.hasText === true) return { state: 'unclear', because: '設有表單而未見公開之發言' }
  if (matchesAny(text, terms.participation.reply)) return { state: 'unclear', because: '載有機關回應，未見發言日期' }
  return { state: 'unusable', because: '未見任何發言' }
}

/** Text of the list and of the pages it leads to, without white space. */
export function postsText({ snapshot, terms }: Sight, content: PageContent): string {
  const words = sectionTermsOf(terms)
  const threads = content.entries.slice(0, mostThreads).flatMap((link) => {
    const target = targetOf(snapshot, link, terms.links)
    return target.kind === 'page' ? [contentOf(snapshot, target.page, words).text] : []
  })
  return [...content.rows, content.text, ...threads].join(' ')
}
