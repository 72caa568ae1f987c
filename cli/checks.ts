import { Command } from 'commander'
import { checks } from '../checks/index.ts'
import { readPackageFile } from '../config/package-file.ts'
import { ExpectedError } from '../store/model/expected-error.ts'
import type { ExitCode } from './exit-code.ts'

/** `checks [id]`: the checks there are, or the page of one. */
export function checksCommand(_settle: (code: ExitCode) => void): Command {
  return new Command('checks')
    .description('列出檢測項；指定代號時顯示其說明')
    .argument('[id]', '檢測項代號，例如 disclosure/section-present')
    .option('--json', '輸出 JSON')
    .action((id: string | undefined, flags: { json?: boolean }) => {
      process.stdout.write(id === undefined ? listing(flags.json === true) : checkPage(id))
    })
}

function listing(asJson: boolean): string {
  const rows = checks.map(({ id, version, question, measures }) => ({ id, version, question, measures }))
  if (asJson) return `${JSON.stringify(rows, null, 2)}\n`
  return rows.map(({ id, question }) => `${id}\t${question}\n`).join('')
}

function checkPage(id: string): string {
  if (checks.some((check) => check.id === id)) return readPackageFile(`checks/${id}.md`)
  throw new ExpectedError('operator', 'check/unknown', `沒有這個檢測項：${id}`, {
    hint: 'mingjing checks 列出全部代號。',
  })
}
