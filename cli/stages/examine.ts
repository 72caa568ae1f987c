import { examinePages } from '../../crawler/browser/examine.ts'
import { lookAgain as lookThrough } from '../../crawler/browser/look-again.ts'
import type { ExamineOutcome, ExamineTask, LookTask } from '../../crawler/crawl-control.ts'
import { locateBrowser } from '../browser-path.ts'

/** Opens pages in this machine's browser. In a file of its own: whoever needs no browser does not load it. */
export function examine(task: ExamineTask): Promise<ExamineOutcome> {
  return examinePages({ ...task, executablePath: locateBrowser() })
}

/** Opens what refused the crawl once more in this machine's browser. */
export function lookAgain(task: LookTask): Promise<void> {
  return lookThrough(task, locateBrowser())
}
