import { Command } from 'commander'
import { measureTable } from '../scoring/facts.ts'
import type { ExitCode } from './exit-code.ts'
import { collect, declarationsHelp, reviewHelp } from './flags.ts'
import { scoreSummary, siteEvidenceSummary } from './score-summary.ts'
import type { CheckStageFile } from './stages/check-stage.ts'
import { readStageFile, runFiles } from './stages/run-folder.ts'
import { scoreStage } from './stages/score-stage.ts'
import { readTold, type ToldFiles } from './stages/told.ts'
import { withSnapshot } from './stages/with-snapshot.ts'

/** `score <snapshot>`: the results beside a snapshot under the schemes, to `sheets.json`. */
export function scoreCommand(_settle: (code: ExitCode) => void): Command {
  return new Command('score')
    .description('依評分方案計算得分區間，結果寫入 sheets.json')
    .argument('<snapshot>', '快照檔，或其所在資料夾')
    .option('--scheme <id>', '評分方案（可重複；預設全部）', collect, [])
    .option('--declarations <file>', declarationsHelp)
    .option('--review <file>', reviewHelp)
    .action((target: string, flags: ToldFiles & { scheme: string[] }) =>
      withSnapshot(target, (named) => {
        const { results } = readStageFile<CheckStageFile>(named.path, runFiles.results, 'check', named.sha256)
        const told = readTold(named.snapshot.run.agency.id, flags, new Date())
        const { sheets } = scoreStage(named, results, told, flags.scheme)
        const measures = measureTable(results)
        for (const sheet of sheets) {
          const lines = [scoreSummary(sheet), siteEvidenceSummary(sheet, measures)]
          process.stdout.write(`${lines.filter((line) => line !== null).join('\n')}\n`)
        }
      }),
    )
}
