import { Command } from 'commander'
import { traceCriterion } from '../reports/trace.ts'
import { tracedParts } from '../reports/traced-parts.ts'
import type { ExitCode } from './exit-code.ts'
import type { CheckStageFile } from './stages/check-stage.ts'
import { cards } from './stages/report-stage.ts'
import { readStageFile, runFiles } from './stages/run-folder.ts'
import { chosenSchemes, type ScoreStageFile } from './stages/score-stage.ts'
import { withSnapshot } from './stages/with-snapshot.ts'

/** `trace <snapshot> <scheme> <criterion>`: from a score to the stored bytes and to the line of the regulation. */
export function traceCommand(_settle: (code: ExitCode) => void): Command {
  return new Command('trace')
    .description('由得分逐層追溯至保存的位元組與規定條文')
    .argument('<snapshot>', '快照檔，或其所在資料夾')
    .argument('<scheme>', '評分方案代號，例如 wra-105')
    .argument('<criterion>', '評分項目代號，例如 disclosure-ratio')
    .action((target: string, schemeId: string, criterionId: string) =>
      withSnapshot(target, (named) => {
        const { results } = readStageFile<CheckStageFile>(named.path, runFiles.results, 'check', named.sha256)
        const scored = readStageFile<ScoreStageFile>(named.path, runFiles.sheets, 'score', named.sha256)
        const report = tracedParts(named.snapshot, cards, results, scored, criterionId)
        for (const { scheme } of chosenSchemes([schemeId])) {
          process.stdout.write(`${traceCriterion(report, scheme, criterionId).join('\n')}\n`)
        }
      }),
    )
}
