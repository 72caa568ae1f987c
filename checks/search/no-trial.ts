import type { SearchTerms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { absentSearch } from './form-present.ts'

/** The answer of a check on a search where the browser saw no field: there is none, or nobody knows. That there is none is one fault, told once. */
export function noTrial(
  snapshot: Snapshot,
  terms: SearchTerms,
): { status: 'not-applicable' | 'undetermined'; reason: string } {
  return absentSearch(snapshot, terms)
    ? { status: 'not-applicable', reason: '網站未設站內檢索（見 search/form-present）。' }
    : { status: 'undetermined', reason: '瀏覽器開啟後未見可供實測之檢索欄位。' }
}
