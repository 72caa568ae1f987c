import type { Link } from '../../store/model/link.ts'
import type { Page } from '../../store/model/page.ts'
import { foldText, matchesAny } from '../labels.ts'
import { compactText, contentLinks } from '../page-reading.ts'
import { domOf, isReadable } from '../seen-page.ts'
import { targetOf } from '../targets.ts'
import type { Channel, Sight } from './channel.ts'
import { formOf, isLogin } from './page-forms.ts'

type Said = Pick<Channel, 'state' | 'because'>

/** How many links a page of consent may have: one with more is no step before a form. */
const mostOnward = 40

/** Whether a page takes opinions: a form to write in, on it or one step on. A bare e-mail address is no interaction (practice). */
export function judgeFeedbackPage(sight: Sight, page: Page): Said {
  const { snapshot } = sight
  if (!isReadable(snapshot, page)) return { state: 'unclear', because: '內容須執行程式後始呈現' }
  const own = writtenOn(sight, page)
  if (own !== null) return own
  const behind = onwardPages(sight, page).map((next) => writtenOn(sight, next))
  const found = behind.find((said) => said?.state === 'offered') ?? behind.find((said) => said !== null)
  if (found !== undefined && found !== null) return found
  return withoutForm(sight, page)
}

/** What a form on the page itself says; `null` when there is none to write in. */
function writtenOn({ snapshot, terms }: Sight, page: Page): Said | null {
  if (!isReadable(snapshot, page)) return null
  const form = formOf(snapshot, page)
  if (form === null || !form.hasText) return null
  if (!form.isSent) return { state: 'unclear', because: '表單未載明送往何處' }
  const isPromised = matchesAny(compactText(snapshot, page), terms.participation.promise)
  return { state: 'offered', because: isPromised ? '設有表單，並載明案件編號或回復方式' : '設有表單' }
}

/** Pages that links like 「我同意，下一步」 lead to. */
export function onwardPages({ snapshot, terms }: Sight, page: Page): Page[] {
  const isOnward = ({ text }: Link) => matchesAny(foldText(text).replace(/\s+/gu, ''), terms.participation.onward)
  const links = contentLinks(snapshot, page).filter(isOnward).slice(0, mostOnward)
  return links.flatMap((link) => {
    const target = targetOf(snapshot, link, terms.links)
    return target.kind === 'page' ? [target.page] : []
  })
}

function withoutForm({ snapshot, terms }: Sight, page: Page): Said {
  if (isLogin(snapshot, page)) return { state: 'unclear', because: '須登入始得使用' }
  const $ = domOf(snapshot, page)
  const buttons = $('main button, main input[type="submit"], form input[type="submit"], form button').toArray()
  const said = buttons.map((button) => `${$(button).text()}${$(button).attr('value') ?? ''}`.replace(/\s+/gu, ''))
  if (said.some((text) => matchesAny(foldText(text), terms.participation.onward)))
    return { state: 'unclear', because: '須同意或點選後始得填寫' }
  if (contentLinks(snapshot, page).some((link) => isOutward(sightLink(link), terms.participation.onward)))
    return { state: 'unclear', because: '表單在其他網站' }
  if ($('a[href^="mailto:"]').length > 0) return { state: 'unusable', because: '僅列電子郵件地址，無表單' }
  return { state: 'unusable', because: '未設表單' }
}

function sightLink({ text, isInternal, target }: Link): { text: string; isOutside: boolean } {
  return { text: foldText(text).replace(/\s+/gu, ''), isOutside: !isInternal && target !== null }
}

function isOutward({ text, isOutside }: { text: string; isOutside: boolean }, onward: readonly string[]): boolean {
  return isOutside && matchesAny(text, onward)
}
