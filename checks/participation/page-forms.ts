import type { Page } from '../../store/model/page.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { domOf } from '../seen-page.ts'

/** What a page lets its reader write or choose. */
export interface PageForm {
  /** A field for more than a word. */
  hasText: boolean
  /** Things to choose or fill in, the search of the site left out. */
  hasChoice: boolean
  /** False when nothing says where it is sent. */
  isSent: boolean
}

/** The form of a page that asks for an opinion or a choice; `null` when there is none. */
export function formOf(snapshot: Snapshot, page: Page): PageForm | null {
  const $ = domOf(snapshot, page)
  const fields = $(
    'textarea, [contenteditable="true"], input[type="radio"], input[type="checkbox"], input[type="range"], select, input[type="number"], input[type="text"], input:not([type])',
  ).filter((_, field) => $(field).closest('header, footer, nav, [role="search"], [role="navigation"]').length === 0)
  const texts = fields.filter('textarea, [contenteditable="true"]')
  if (texts.length === 0 && fields.length < 2) return null
  const form = (texts.length > 0 ? texts : fields).first().closest('form')
  const action = (form.attr('action') ?? '').trim()
  const hasTarget = action !== '' && !/^(#|javascript:)/iu.test(action)
  const isSent = hasTarget || form.attr('method')?.toLowerCase() === 'post' || form.attr('onsubmit') !== undefined
  return { hasText: texts.length > 0, hasChoice: fields.length > texts.length, isSent }
}

/** True when the page asks who its reader is, and shows nothing else to fill in. */
export function isLogin(snapshot: Snapshot, page: Page): boolean {
  const $ = domOf(snapshot, page)
  return $('input[type="password"]').length > 0 && $('textarea').length === 0
}
