#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { toolVersion } from '../config/tool-version.ts'
import { machineFault } from '../store/machine-fault.ts'
import { ExpectedError } from '../store/model/expected-error.ts'
import { adviseCommand } from './advise.ts'
import { auditCommand } from './audit.ts'
import { checkCommand } from './check.ts'
import { checksCommand } from './checks.ts'
import { crawlCommand } from './crawl.ts'
import { doctorCommand } from './doctor.ts'
import { type ExitCode, exitCode, exitCodeOf } from './exit-code.ts'
import { reportCommand } from './report.ts'
import { sampleCommand } from './sample.ts'
import { schemesCommand } from './schemes.ts'
import { scoreCommand } from './score.ts'
import { traceCommand } from './trace.ts'

const exitCodes = `
結束碼：0 完成・1 完成，但低於 --fail-below・2 操作或設定有誤・3 網站無法連線或查核未完成（仍產生報告）・4 本機問題・70 程式錯誤`

function program(settle: (code: ExitCode) => void): Command {
  const root = new Command('mingjing')
    .description('明鏡：政府機關網站「資訊網路服務」自動預評')
    .version(toolVersion(), '-V, --version', '顯示版本')
    .helpOption('-h, --help', '顯示說明')
    .helpCommand('help [command]', '顯示某個指令的說明')
    .addHelpText('after', exitCodes)
  const commands = [
    auditCommand,
    crawlCommand,
    checkCommand,
    scoreCommand,
    reportCommand,
    traceCommand,
    adviseCommand,
    doctorCommand,
    schemesCommand,
    checksCommand,
    sampleCommand,
  ]
  for (const command of commands) root.addCommand(command(settle).helpOption('-h, --help', '顯示說明'))
  for (const each of [root, ...root.commands]) each.exitOverride().showHelpAfterError('（--help 顯示用法）')
  return root
}

/** One line for an expected error: what, where, and what to do about it. */
function oneLine(error: ExpectedError): string {
  const { file, path, hint } = error.place
  const where = [file, path].filter((part) => part !== undefined && !error.message.includes(part)).join(' ')
  return [error.message, where === '' ? '' : `（${where}）`, hint === undefined ? '' : `　${hint}`].join('')
}

function codeOfFailure(thrown: unknown): ExitCode {
  const error = machineFault(thrown)
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.operator
  if (error instanceof ExpectedError) {
    process.stderr.write(`${oneLine(error)}\n`)
    return exitCodeOf(error)
  }
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  return exitCode.bug
}

async function main(): Promise<ExitCode> {
  let code: ExitCode = exitCode.done
  try {
    await program((settled) => {
      code = settled
    }).parseAsync()
    return code
  } catch (error) {
    return codeOfFailure(error)
  }
}

process.exitCode = await main()
