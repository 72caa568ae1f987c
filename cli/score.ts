import { Command } from 'commander'
import type { ExitCode } from './exit-code.ts'
import { collect } from './flags.ts'
import { scoreSummary } from './score-summary.ts'
import type { CheckStageFile } from './stages/check-stage.ts'
import { readStageFile, runFiles } from './stages/run-folder.ts'
import { scoreStage } from './stages/score-stage.ts'
import { withSnapshot } from './stages/with-snapshot.ts'

/** `score <snapshot>`: the results beside a snapshot under the schemes, to `sheets.json`. */
export function scoreCommand(_settle: (code: ExitCode) => void): Command {
  return new Command('score')
    .description('依評分方案計算得分區間，結果寫入 sheets.json')
    .argument('<snapshot>', '快照檔，或其所在資料夾')
    .option('--scheme <id>', '評分方案（可重複；預設全部）', collect, [])
    .action((target: string, flags: { scheme: string[] }) =>
      withSnapshot(target, ({ snapshot, path, sha256 }) => {
        const { results } = readStageFile<CheckStageFile>(path, runFiles.results, 'check', sha256)
        const { sheets } = scoreStage(snapshot.run, results, flags.scheme, path, sha256)
        for (const sheet of sheets) process.stdout.write(`${scoreSummary(sheet)}\n`)
      }),
    )
}
