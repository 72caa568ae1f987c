import { Command } from 'commander'
import type { ExitCode } from './exit-code.ts'
import { declarationsHelp } from './flags.ts'
import { checkStage } from './stages/check-stage.ts'
import { readTold, type ToldFiles } from './stages/told.ts'
import { withSnapshot } from './stages/with-snapshot.ts'

/** `check <snapshot>`: every check over a sealed snapshot, to `checks.json` beside it. */
export function checkCommand(_settle: (code: ExitCode) => void): Command {
  return new Command('check')
    .description('對快照執行全部檢測項，結果寫入 checks.json')
    .argument('<snapshot>', '快照檔，或其所在資料夾')
    .option('--declarations <file>', declarationsHelp)
    .action((target: string, flags: ToldFiles) =>
      withSnapshot(target, (named) => {
        const told = readTold(named.snapshot.run.agency.id, flags, new Date())
        const results = checkStage(named, told)
        for (const { checkId, status, findings } of results) {
          process.stdout.write(`${checkId}\t${status}\t${findings.length}\n`)
        }
      }),
    )
}
