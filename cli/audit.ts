import { Command, Option } from 'commander'
import { toolVersion } from '../config/tool-version.ts'
import type { Format } from '../reports/render.ts'
import type { Site } from '../store/model/site.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { isBelow } from './fail-below.ts'
import { addCrawlFlags, collect, declarationsHelp, reviewHelp } from './flags.ts'
import { formatsOf } from './formats.ts'
import { onInterruption } from './interruption.ts'
import { assertKept } from './kept-policy.ts'
import { type CrawlFlags, policyOfFlags, positiveNumber } from './policy-of-flags.ts'
import { makeProgress } from './progress.ts'
import { type Audit, type AuditOutput, auditRun } from './run-audit.ts'
import { scoreSummary } from './score-summary.ts'
import { siteOfTarget, type TargetFlags } from './site-of-target.ts'
import { beginRun, newestSnapshot, type RunInWork, resumeRun } from './stages/run-in-work.ts'
import { chosenSchemes } from './stages/score-stage.ts'
import { readTold, type ToldFiles } from './stages/told.ts'
import { type OutputFlags, progressMode, terminal } from './terminal.ts'

interface AuditFlags extends CrawlFlags, TargetFlags, OutputFlags, ToldFiles {
  out: string
  scheme: string[]
  format: Format[]
  failBelow?: number
  resume?: boolean
  since?: 'last'
}

/** `audit <url or agency id>`: the main job. */
export function auditCommand(settle: (code: ExitCode) => void): Command {
  const command = new Command('audit')
    .description('擷取、判定、評分、產生報告，一次完成')
    .argument('[target]', '網址或機關代號')
    .option('--scheme <id>', '評分方案（可重複；預設全部）', collect, [])
    .option(
      '--format <list>',
      '報告格式，以逗號分隔（html、json、csv、ods、odt、docx）',
      formatsOf,
      formatsOf('html,json,csv'),
    )
    .option('--resume', '接續該機關最近一次未完成的查核，沿用其設定')
    .addOption(
      new Option('--since <run>', '僅重新擷取自該次查核後更動者（last：最近一次完成的查核）')
        .choices(['last'])
        .conflicts('resume'),
    )
    .option('--declarations <file>', declarationsHelp)
    .option('--review <file>', reviewHelp)
    .option('--fail-below <points>', '推估分數低於此值時以 1 結束', positiveNumber)
  return addCrawlFlags(command).action(async (target: string | undefined, flags: AuditFlags) => {
    const site = siteOfTarget(target, flags)
    chosenSchemes(flags.scheme)
    readTold(site.agency.id, flags, new Date())
    const work = flags.resume === true ? takeUp(site, flags) : begin(site, flags)
    settle(await auditAndTell(work, outputOf(flags), flags))
  })
}

function outputOf(flags: AuditFlags): AuditOutput {
  const { out, scheme: schemeIds, format: formats } = flags
  return { out, schemeIds, formats, told: flags }
}

function begin(site: Site, flags: AuditFlags): RunInWork {
  const earlier = flags.since === undefined ? null : newestSnapshot(site.agency.id, flags.out)
  if (flags.since !== undefined && earlier === null && progressMode(flags) === 'terminal') {
    process.stderr.write('沒有本程式可讀取的前次完成查核，改為完整擷取\n')
  }
  return beginRun(site, policyOfFlags(site, flags, new Date()), flags.out, earlier)
}

function takeUp(site: Site, flags: AuditFlags): RunInWork {
  const work = resumeRun(site.agency.id, flags.out, (kept) => assertKept(kept, site, flags, toolVersion()))
  if (progressMode(flags) === 'terminal') process.stderr.write(`接續查核 ${work.runId}\n`)
  return work
}

/** Runs an audit with progress on the terminal, prints its summary and returns the exit code. */
export async function auditAndTell(
  work: RunInWork,
  output: AuditOutput,
  flags: OutputFlags & { failBelow?: number },
): Promise<ExitCode> {
  const mode = progressMode(flags)
  const progress = makeProgress(mode, terminal(mode))
  const interruption = onInterruption((text) => process.stderr.write(text))
  try {
    const audit = await auditRun(work, output, progress, interruption.signal)
    process.stdout.write(mode === 'json' ? `${JSON.stringify(summaryEvent(audit))}\n` : summary(audit))
    return codeOf(audit, flags.failBelow)
  } finally {
    interruption.release()
  }
}

function summary({ run, report, folder }: Audit): string {
  const because = report.run.unreachableBecause
  const outcome =
    run.outcome === 'complete'
      ? []
      : [run.outcome === 'partial' ? '查核中途停止，報告僅含已查核部分' : `網站無法連線：${because}`]
  const scores = run.outcome === 'unreachable' ? [] : report.sheets.map(scoreSummary)
  return `${[...outcome, '自動預評結果（供自評參考，非正式考核成績）', ...scores, `報告：${folder}/index.html`].join('\n')}\n`
}

function summaryEvent({ run, report, folder }: Audit): object {
  const sheets = report.sheets.map(({ schemeId, measured, notAssessedMax }) => ({ schemeId, measured, notAssessedMax }))
  return { event: 'summary', outcome: run.outcome, folder, coverage: report.coverage, sheets }
}

function codeOf({ run, report }: Audit, failBelow: number | undefined): ExitCode {
  if (run.outcome !== 'complete') return exitCode.site
  if (failBelow === undefined) return exitCode.done
  return isBelow(report.sheets, failBelow) ? exitCode.belowTarget : exitCode.done
}
