import type { Page } from '../../store/model/page.ts'
import { taipeiDate } from '../../store/model/taipei-date.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import type { CheckContext } from '../check.ts'
import { foldText } from '../labels.ts'
import type { ValueWords } from './value-faults.ts'

/** What the contents of one page's metadata are judged by. */
export function valueWordsOf(snapshot: Snapshot, page: Page, { terms }: CheckContext): ValueWords {
  const headings = snapshot.headings(page.id).filter(({ level }) => level <= 2)
  const names = [page.title ?? '', ...headings.map(({ text }) => text)].map(foldText)
  return { terms: terms.classification, today: taipeiDate(new Date(snapshot.run.startedAt)), names }
}
