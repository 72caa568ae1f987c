import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { checklistSentence } from '../reports/words/checklist.ts'
import { outcomes } from '../reports/words/labels.ts'
import { pointsSentence } from '../reports/words/numbers.ts'
import { taipeiTime } from '../reports/words/taipei-time.ts'
import { visible } from '../reports/words/visible.ts'
import type { History } from '../store/history/history.ts'
import { ExpectedError } from '../store/model/expected-error.ts'
import type { HistoryLine, HistoryRun, HistorySheet } from '../store/model/history.ts'
import type { ExitCode } from './exit-code.ts'
import { historyFile, withHistory } from './stages/history-stage.ts'

/** One kept run with its sheets. */
interface Kept extends HistoryRun {
  sheets: readonly HistorySheet[]
  lines: readonly HistoryLine[]
}

/** `history [agency]`: the runs that were kept, oldest first, with their scores. */
export function historyCommand(_settle: (code: ExitCode) => void): Command {
  return new Command('history')
    .description('列出歷次查核及其評分')
    .argument('[agency]', '機關代號（預設全部）')
    .option('--out <dir>', '輸出資料夾', 'reports-out')
    .option('--json', '輸出 JSON')
    .action((agencyId: string | undefined, flags: { out: string; json?: boolean }) => {
      const kept = keptRuns(join(flags.out, historyFile), agencyId)
      process.stdout.write(flags.json === true ? `${JSON.stringify(kept, null, 2)}\n` : printed(kept))
    })
}

/** @throws ExpectedError when nothing was kept, or nothing of that agency. */
function keptRuns(path: string, agencyId: string | undefined): Kept[] {
  const kept = existsSync(path) ? withHistory(path, (history) => readRuns(history, agencyId)) : []
  if (kept.length > 0) return kept
  const whose = agencyId === undefined ? '' : `機關「${agencyId}」之`
  throw new ExpectedError('operator', 'history/none', `沒有${whose}歷次查核紀錄`, {
    file: path,
    hint: '完成一次 audit 後即有紀錄；輸出資料夾以 --out 指定。',
  })
}

function readRuns(history: History, agencyId: string | undefined): Kept[] {
  return history.runs(agencyId).map((run) => {
    return { ...run, sheets: history.sheetsOf(run.runId), lines: history.linesOf(run.runId) }
  })
}

function printed(kept: readonly Kept[]): string {
  const lines = kept.flatMap(({ runId, agencyId, startedAt, outcome, sheets, lines: scored }) => [
    `${taipeiTime(startedAt)}　${agencyId}　${outcomes[outcome].text}（${runId}）`,
    ...sheets.map((sheet) => `  ${sheet.title}：${scoreText(sheet, scored)}`),
  ])
  return `${lines.map(visible).join('\n')}\n`
}

function scoreText({ schemeId, scale, measured, notAssessedMax }: HistorySheet, lines: readonly HistoryLine[]): string {
  if (scale === 'checklist') return checklistSentence(lines.filter((line) => line.schemeId === schemeId))
  const open = notAssessedMax === 0 ? '' : `，另${notAssessedMax}分尚待認定`
  return `網站實測之${measured.max}分中${pointsSentence(measured)}${open}`
}
