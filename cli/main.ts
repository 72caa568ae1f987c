#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { toolVersion } from '../config/tool-version.ts'
import { machineFault } from '../store/machine-fault.ts'
import { ExpectedError } from '../store/model/expected-error.ts'
import { type ExitCode, exitCode, exitCodeOf } from './exit-code.ts'

const exitCodes = `
結束碼：0 完成・1 完成，但低於 --fail-below・2 操作或設定有誤・3 網站無法連線或查核未完成（仍產生報告）・4 本機問題・70 程式錯誤`

type MakeCommand = (settle: (code: ExitCode) => void) => Command

/** The commands in the order of the help. */
const commands: ReadonlyMap<string, () => Promise<MakeCommand>> = new Map([
  ['audit', async () => (await import('./audit.ts')).auditCommand],
  ['crawl', async () => (await import('./crawl.ts')).crawlCommand],
  ['check', async () => (await import('./check.ts')).checkCommand],
  ['score', async () => (await import('./score.ts')).scoreCommand],
  ['report', async () => (await import('./report.ts')).reportCommand],
  ['trace', async () => (await import('./trace.ts')).traceCommand],
  ['advise', async () => (await import('./advise.ts')).adviseCommand],
  ['init', async () => (await import('./init.ts')).initCommand],
  ['doctor', async () => (await import('./doctor.ts')).doctorCommand],
  ['schemes', async () => (await import('./schemes.ts')).schemesCommand],
  ['checks', async () => (await import('./checks.ts')).checksCommand],
  ['history', async () => (await import('./history.ts')).historyCommand],
  ['sample', async () => (await import('./sample.ts')).sampleCommand],
])

/** A command that is named is loaded alone: no crawl waits for what checks and reports are made of. Help needs them all. */
function commandsFor(name: string | undefined): Promise<MakeCommand[]> {
  const named = commands.get(name ?? '')
  return Promise.all((named === undefined ? [...commands.values()] : [named]).map((load) => load()))
}

async function program(settle: (code: ExitCode) => void): Promise<Command> {
  const root = new Command('mingjing')
    .description('明鏡：政府機關網站「資訊網路服務」自動預評')
    .version(toolVersion(), '-V, --version', '顯示版本')
    .helpOption('-h, --help', '顯示說明')
    .helpCommand('help [command]', '顯示某個指令的說明')
    .addHelpText('after', exitCodes)
  for (const make of await commandsFor(process.argv[2])) {
    root.addCommand(make(settle).helpOption('-h, --help', '顯示說明'))
  }
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
    const root = await program((settled) => {
      code = settled
    })
    await root.parseAsync()
    return code
  } catch (error) {
    return codeOfFailure(error)
  }
}

process.exitCode = await main()
