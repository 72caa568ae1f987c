import { Command } from 'commander'
import { type ExitCode, exitCode } from './exit-code.ts'
import { addCrawlFlags } from './flags.ts'
import { onInterruption } from './interruption.ts'
import { type CrawlFlags, policyOfFlags } from './policy-of-flags.ts'
import { makeProgress } from './progress.ts'
import { siteOfTarget, type TargetFlags } from './site-of-target.ts'
import { crawlStage } from './stages/crawl-stage.ts'
import { beginRun } from './stages/run-in-work.ts'
import { type OutputFlags, progressMode, terminal } from './terminal.ts'

/** `crawl <url>`: a site into a sealed snapshot, nothing more. */
export function crawlCommand(settle: (code: ExitCode) => void): Command {
  const command = new Command('crawl').description('擷取網站為一份快照').argument('[target]', '網址或機關代號')
  return addCrawlFlags(command).action(
    async (target: string | undefined, flags: CrawlFlags & TargetFlags & OutputFlags & { out: string }) => {
      const site = siteOfTarget(target, flags)
      const mode = progressMode(flags)
      const interruption = onInterruption((text) => process.stderr.write(text))
      const progress = makeProgress(mode, terminal(mode))
      const policy = policyOfFlags(site, flags, new Date())
      const work = beginRun(site, policy, flags.out)
      const { snapshotPath } = work
      const run = await crawlStage(work, progress, interruption.signal)
      work.lock.finish()
      interruption.release()
      const { outcome, requests } = run
      process.stdout.write(
        mode === 'json'
          ? `${JSON.stringify({ event: 'summary', outcome, snapshotPath, requests })}\n`
          : `${snapshotPath}\n`,
      )
      settle(outcome === 'complete' ? exitCode.done : exitCode.site)
    },
  )
}
