import { examinePages } from '../../crawler/browser/examine.ts'
import { lookAgain as lookThrough } from '../../crawler/browser/look-again.ts'
import { useSiteSearch } from '../../crawler/browser/use-site-search.ts'
import type { ExamineOutcome, ExamineTask, LookTask, SearchTask } from '../../crawler/crawl-control.ts'
import { locateBrowser } from '../browser-path.ts'

/** Opens pages in this machine's browser. In a file of its own: whoever needs no browser does not load it. */
export function examine(task: ExamineTask): Promise<ExamineOutcome> {
  return examinePages({ ...task, executablePath: locateBrowser() })
}

/** Opens what refused the crawl once more in this machine's browser. */
export function lookAgain(task: LookTask): Promise<void> {
  return lookThrough(task, locateBrowser())
}

/** Uses the site's own search in this machine's browser. */
export function useSearch(task: SearchTask): Promise<void> {
  return useSiteSearch(task, locateBrowser())
}
