import { Command } from 'commander'
import { readSchemes } from '../config/read-scheme.ts'
import type { ExitCode } from './exit-code.ts'

/** `schemes`: the scoring schemes there are. */
export function schemesCommand(_settle: (code: ExitCode) => void): Command {
  return new Command('schemes')
    .description('列出評分方案')
    .option('--json', '輸出 JSON')
    .action((flags: { json?: boolean }) => {
      const rows = readSchemes().map(({ scheme, sha256 }) => {
        const { id, title, issuer, year, scale, criteria } = scheme
        return { id, title, issuer, year, scale, criteria: criteria.length, sha256 }
      })
      if (flags.json === true) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`)
      else for (const { id, title, criteria } of rows) process.stdout.write(`${id}\t${title}\t${criteria} 項\n`)
    })
}
