import { Command } from 'commander'
import type { ExitCode } from './exit-code.ts'
import { checkStage } from './stages/check-stage.ts'
import { withSnapshot } from './stages/with-snapshot.ts'

/** `check <snapshot>`: every check over a sealed snapshot, to `checks.json` beside it. */
export function checkCommand(_settle: (code: ExitCode) => void): Command {
  return new Command('check')
    .description('對快照執行全部檢測項，結果寫入 checks.json')
    .argument('<snapshot>', '快照檔，或其所在資料夾')
    .action((target: string) =>
      withSnapshot(target, ({ snapshot, path, sha256 }) => {
        const results = checkStage(snapshot, path, sha256)
        for (const { checkId, status, findings } of results) {
          process.stdout.write(`${checkId}\t${status}\t${findings.length}\n`)
        }
      }),
    )
}
