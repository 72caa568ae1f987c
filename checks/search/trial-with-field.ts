import type { SearchTerms } from '../../store/model/terms.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { absentSearch } from './form-present.ts'
import { readTrial, type Trial } from './read-trial.ts'

/** Why a check on a search has nothing to judge, in Traditional Chinese. */
export interface NoTrial {
  status: 'not-applicable' | 'undetermined'
  reason: string
}

/** The trial, where the browser saw a field; else the answer of a check: not tried, none there (a fault that is told once), or nobody knows. */
export function trialWithField(snapshot: Snapshot, terms: SearchTerms): Trial | NoTrial {
  const trial = readTrial(snapshot)
  if (trial === null) return { status: 'undetermined', reason: '未實測檢索。' }
  if (trial.content.status !== 'none') return trial
  return absentSearch(snapshot, terms)
    ? { status: 'not-applicable', reason: '網站未設站內檢索。' }
    : { status: 'undetermined', reason: '瀏覽器開啟後未見可供實測之檢索欄位。' }
}
