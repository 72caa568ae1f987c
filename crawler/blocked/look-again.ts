import type { Resource } from '../../store/model/page.ts'
import { createAnswerer } from '../answerer.ts'
import type { ExamineOutcome, LookTask } from '../crawl-control.ts'
import type { CrawlParts } from '../crawl-parts.ts'
import { endOfPhase } from '../end-of-phase.ts'
import { answerAnew } from './ask-anew.ts'
import { Refusals, refusalStatuses } from './refusals.ts'

/** Addresses a run opens once more: a site that keeps programs out is not to be besieged. */
export const mostLooks = 10

/**
 * Has the browser open addresses of the site that links lead to and that refused the crawl, the first ten in order, and
 * keeps what it showed. Nothing is looked at without a browser. What a stop leaves is looked at when the run is taken up.
 */
export async function lookAtBlocked(parts: CrawlParts, { browserVersion }: ExamineOutcome): Promise<void> {
  const { control, budget, patience, writer } = parts
  if (control.lookAgain === undefined || browserVersion === null) return
  if (control.signal.aborted || budget.spent() !== null || patience.isOver()) return
  const refusals = new Refusals(control.botWalls ?? null)
  const targets = refusedTargets(parts, refusals).slice(0, Math.max(0, mostLooks - writer.secondLooks.count()))
  if (targets.length === 0) return
  const end = endOfPhase(control.signal, budget.remainingMs())
  try {
    await control.lookAgain(taskOf(parts, refusals, targets, end.signal))
  } finally {
    end.release()
  }
}

function refusedTargets({ writer, scope }: CrawlParts, refusals: Refusals): Resource[] {
  return writer.written
    .refusedTargets(refusalStatuses, refusals.longestText)
    .filter((resource) => scope.contains(resource.url) && refusals.isRefused(resource, writer))
}

function taskOf(parts: CrawlParts, refusals: Refusals, targets: readonly Resource[], signal: AbortSignal): LookTask {
  const { writer, asking, gatekeeper, scope, cookies, policy, control, recorder, budget } = parts
  const stored = createAnswerer(writer, asking, {
    gatekeeper,
    scope,
    cookies,
    asksExternal: policy.external === 'check',
  })
  let done = 0
  return {
    targets,
    answererFor: () => answerAnew(parts, refusals, stored),
    isRefusal: (status) => refusalStatuses.includes(status),
    isWall: (html, textLength) => refusals.isWall(html, textLength),
    now: () => control.now(),
    signal,
    keep(look) {
      done += 1
      writer.transaction(() => {
        writer.secondLooks.add(look)
        writer.working.saveLedger(budget.ledger())
      })
      const requests = budget.counts.confirmations
      control.onProgress({ stage: 'browser', done, known: targets.length, pages: recorder.count, requests })
    },
  }
}
