import { examinePages } from '../../crawler/browser/examine.ts'
import type { ExamineOutcome, ExamineTask } from '../../crawler/crawl-control.ts'
import { locateBrowser } from '../browser-path.ts'

/** Opens pages in this machine's browser. In a file of its own: whoever needs no browser does not load it. */
export function examine(task: ExamineTask): Promise<ExamineOutcome> {
  return examinePages({ ...task, executablePath: locateBrowser() })
}
