import type { Link } from '../../../store/model/link.ts'
import type { Page } from '../../../store/model/page.ts'
import type { OnlineServiceKind } from '../../../store/model/service-terms.ts'
import type { Terms } from '../../../store/model/terms.ts'
import type { Snapshot } from '../../../store/snapshot/snapshot.ts'
import { contentOf, shortTextLength } from '../../content.ts'
import { formatInAddress, nameInAddress } from '../../documents/document-address.ts'
import { matchesAny, normaliseLabel } from '../../labels.ts'
import { contentLinks } from '../../page-reading.ts'
import { isReadable, titlesOf } from '../../seen-page.ts'
import { sectionTermsOf, targetOf } from '../../targets.ts'
import { type ContentField, contentFields, isLogIn } from '../content-fields.ts'
import type { OnlineItem } from './online-item.ts'

type Said = Pick<OnlineItem, 'state' | 'because'>

/** What a page of the site itself lets a visitor do: fill in, download, or only read. */
export function judgeServicePage(
  snapshot: Snapshot,
  { kind, label, page }: { kind: OnlineServiceKind; label: string; page: Page },
  terms: Terms,
): Said {
  if (!isReadable(snapshot, page)) return { state: 'unsure', because: '內容須執行程式後始呈現' }
  const content = contentOf(snapshot, page, sectionTermsOf(terms))
  if (content.isMissingPage) return { state: 'dead', because: '顯示找不到網頁' }
  switch (kind) {
    case 'formDownload':
      return saidOfDownloads(snapshot, { label, page }, terms)
    case 'pickupNotice':
      return content.text.length >= shortTextLength || matchesAny(content.text, terms.services.pickupNoticeText)
        ? { state: 'offered', because: '載有通知服務之說明' }
        : { state: 'unsure', because: '僅有標題或一句說明' }
    default:
      return saidOfFields(contentFields(snapshot, page, terms.search), kind, terms)
  }
}

function saidOfDownloads(snapshot: Snapshot, list: { label: string; page: Page }, terms: Terms): Said {
  const { page } = list
  const behind = contentLinks(snapshot, page).flatMap((link) => {
    const target = targetOf(snapshot, link, terms.links)
    return target.kind === 'page' && target.page.id !== page.id ? [target.page] : []
  })
  if ([page, ...behind].some((each) => offersForms(snapshot, each, list, terms)))
    return { state: 'offered', because: '列有可下載之書表' }
  return { state: 'unsure', because: '未見可下載之書表' }
}

/** Under a title, or behind a label, that speaks of forms every file is one; in a 下載專區 those that are called so. */
function offersForms(snapshot: Snapshot, page: Page, list: { label: string; page: Page }, terms: Terms): boolean {
  const named = [page, list.page].flatMap((each) => [...titlesOf(snapshot, each), each.title ?? ''])
  const titles = [list.label, ...named].map(normaliseLabel)
  const isOfForms = titles.some((title) => matchesAny(title, terms.documents.formLabels))
  return contentLinks(snapshot, page).some((link) => {
    const target = targetOf(snapshot, link, terms.links)
    const isFile = target.kind === 'file' || (target.kind !== 'dead' && formatInAddress(link.target ?? '') !== null)
    return isFile && (isOfForms || saysForm(link, terms))
  })
}

function saysForm({ text, target }: Link, { documents }: Terms): boolean {
  return [text, nameInAddress(target ?? '')].some((name) => matchesAny(normaliseLabel(name), documents.formLabels))
}

/** The fewest fields with which a visitor applies for something: one alone searches or subscribes. */
const fewestFields: Readonly<Partial<Record<OnlineServiceKind, number>>> = { application: 2 }

function saidOfFields(fields: readonly ContentField[], kind: OnlineServiceKind, terms: Terms): Said {
  if (isLogIn(fields)) return { state: 'offered', because: '為線上系統之登入頁' }
  const isQuery = fields.every(({ label }) => matchesAny(label, terms.services.caseQuery.fields))
  const isEnough =
    fields.length >= (fewestFields[kind] ?? 1) && !(isQuery && fields.length < 3 && kind === 'application')
  if (isEnough) return { state: 'offered', because: `提供${fields.length}個線上填寫欄位` }
  return { state: 'unsure', because: '未見可線上填寫之欄位' }
}
