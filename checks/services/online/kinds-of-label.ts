import type { OnlineServiceKind, ServiceTerms } from '../../../store/model/service-terms.ts'
import { isLabelOf } from '../../labels.ts'
import { onlineServiceKinds } from './online-item.ts'

/** Longer texts are sentences and titles of news. */
export const longestLabel = 30
/** So are those with a date or the marks of a sentence. */
const newsLike = /[!?。;；！？]|\d{2,4}[-./年]\d{1,2}/u

/** The kinds of online services a label in normal form promises. */
export function kindsOfLabel(label: string, { kinds }: ServiceTerms): OnlineServiceKind[] {
  if (label.length > longestLabel || newsLike.test(label)) return []
  return onlineServiceKinds.filter((kind) => isLabelOf(label, kinds[kind]))
}
