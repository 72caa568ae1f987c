import { dirname } from 'node:path'
import { Command } from 'commander'
import type { ExitCode } from './exit-code.ts'
import { formatsOf } from './formats.ts'
import type { CheckStageFile } from './stages/check-stage.ts'
import { reportStage } from './stages/report-stage.ts'
import { readStageFile, runFiles } from './stages/run-folder.ts'
import type { ScoreStageFile } from './stages/score-stage.ts'
import { withSnapshot } from './stages/with-snapshot.ts'

/** `report <snapshot>`: the formats of a run from what the earlier stages wrote. */
export function reportCommand(_settle: (code: ExitCode) => void): Command {
  return new Command('report')
    .description('由快照、檢測結果與評分產生報告')
    .argument('<snapshot>', '快照檔，或其所在資料夾')
    .option(
      '--format <list>',
      '格式，以逗號分隔（html、json、csv、ods、odt、docx）',
      formatsOf,
      formatsOf('html,json,csv'),
    )
    .action((target: string, flags: { format: ReturnType<typeof formatsOf> }) =>
      withSnapshot(target, async (named) => {
        const { results } = readStageFile<CheckStageFile>(named.path, runFiles.results, 'check', named.sha256)
        const scored = readStageFile<ScoreStageFile>(named.path, runFiles.sheets, 'score', named.sha256)
        await reportStage(named, results, scored, flags.format)
        process.stdout.write(`${dirname(named.path)}\n`)
      }),
    )
}
