import type { SearchTask } from '../crawl-control.ts'
import { Lane } from './lane.ts'
import { failedTrial, trySiteSearch } from './observers/search-trial.ts'
import { failureDetail } from './page-failure.ts'
import { startProxy } from './proxy.ts'
import { type StepLimits, stepLimits } from './step-limits.ts'

/** Uses the site's own search in a browser of its own and keeps what it showed. Without a browser that starts nothing is kept. */
export async function useSiteSearch(
  task: SearchTask,
  executablePath: string | null,
  limits: StepLimits = stepLimits,
): Promise<void> {
  const proxy = await startProxy(task.answer, task.signal)
  let lane: Lane | null = null
  const stop = () => void lane?.close()
  task.signal.addEventListener('abort', stop)
  try {
    const opened = await Lane.open(executablePath, proxy)
    if (!(opened instanceof Lane)) return
    lane = opened
    const trial = await trySiteSearch(lane, task, limits).catch((error) => failedTrial(failureDetail(error)))
    if (!task.signal.aborted) task.keep(trial)
  } finally {
    task.signal.removeEventListener('abort', stop)
    await lane?.close()
    await proxy.close()
  }
}
