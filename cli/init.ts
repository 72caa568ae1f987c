import { createInterface } from 'node:readline/promises'
import { Command, Option } from 'commander'
import type { AgencyAnswers } from '../config/agency-skeleton.ts'
import { packagePath } from '../config/package-file.ts'
import { unknownAgency } from '../config/read-agency.ts'
import { readPolicy } from '../config/read-policy.ts'
import { writeContact, writeSkeletons } from '../config/write-skeletons.ts'
import { ExpectedError } from '../store/model/expected-error.ts'
import { taipeiDate } from '../store/model/taipei-date.ts'
import { parseUrl } from '../store/parse-url.ts'
import type { ExitCode } from './exit-code.ts'

interface InitFlags {
  name?: string
  url?: string
  kind?: AgencyAnswers['kind']
  collegial?: 'yes' | 'no' | 'unknown'
  parent?: string[]
  contact?: string
  to?: string
}

/** Puts a question to the operator; `null` when nobody is there to answer. */
type Ask = ((question: string) => Promise<string>) | null

/** `init [id]`: asks a few questions and writes the agency's files. What a flag says is not asked. */
export function initCommand(_settle: (code: ExitCode) => void): Command {
  return new Command('init')
    .description('建立機關檔：詢問數個問題後寫入 config/agencies/<代號>.yaml 及自填資料檔')
    .argument('[id]', '機關代號，例如 wra（預設取自網址）')
    .option('--name <text>', '機關全銜')
    .option('--url <url>', '機關網址')
    .addOption(new Option('--kind <kind>', '機關類別').choices(['agency', 'school', 'other']))
    .addOption(new Option('--collegial <answer>', '是否合議制機關').choices(['yes', 'no', 'unknown']))
    .option('--parent <host...>', '上級機關主機')
    .option('--contact <text>', '寫入 User-Agent 之聯絡方式（電子郵件或網址）')
    .option('--to <folder>', '設定資料夾（預設為本程式之 config）')
    .action(async (id: string | undefined, flags: InitFlags) => {
      const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stderr }) : null
      try {
        const ask: Ask = terminal === null ? null : (question) => terminal.question(`${question} `)
        process.stdout.write(await initialise(id, flags, ask))
      } finally {
        terminal?.close()
      }
    })
}

async function initialise(id: string | undefined, flags: InitFlags, ask: Ask): Promise<string> {
  const folder = flags.to ?? packagePath('config')
  const answers = await answersOf(id, flags, ask)
  const hasContact = flags.to !== undefined || readPolicy().contact !== null
  const contact =
    flags.contact ?? (hasContact ? '' : await optional(ask, '聯絡方式，寫入 User-Agent（電子郵件；可留空）：'))
  const written = writeSkeletons(folder, answers, Number(taipeiDate(new Date()).slice(0, 4)) - 1)
  const isContactWritten = contact !== '' && writeContact(folder, contact)
  const paths = [...written, ...(isContactWritten ? [`${folder}/policy.yaml`] : [])]
  return `${paths.map((path) => `已寫入 ${path}\n`).join('')}下一步：mingjing audit ${answers.id}\n`
}

async function answersOf(id: string | undefined, flags: InitFlags, ask: Ask): Promise<AgencyAnswers> {
  const url = flags.url ?? (await needed(ask, '機關網址（含 https://）：', '--url'))
  const host = parseUrl(url)?.hostname
  if (host === undefined) throw new ExpectedError('operator', 'usage/not-a-url', `不是可解讀的網址：${url}`)
  const name = flags.name ?? (await needed(ask, '機關全銜：', '--name'))
  const proposed = unknownAgency(host).id
  const chosen = id ?? (await optional(ask, `機關代號（可留空，預設 ${proposed}）：`))
  const collegial = flags.collegial ?? (await optional(ask, '是否合議制機關？（yes／no；可留空，依網站所載）'))
  const parents = flags.parent ?? (await optional(ask, '上級機關主機（以空白分隔；可留空）：')).split(/\s+/)
  return {
    id: chosen === '' ? proposed : chosen,
    name,
    url,
    kind:
      flags.kind ?? kindOf(await optional(ask, '類別？（agency 機關／school 學校／other 其他；可留空，預設 agency）')),
    isCollegial: collegial === 'yes' ? true : collegial === 'no' ? false : null,
    parentHosts: parents.filter((host) => host !== ''),
  }
}

function kindOf(answer: string): AgencyAnswers['kind'] {
  return answer === 'school' || answer === 'other' ? answer : 'agency'
}

async function needed(ask: Ask, question: string, flag: string): Promise<string> {
  const answer = await optional(ask, question)
  if (answer !== '') return answer
  throw new ExpectedError('operator', 'init/missing', `缺少必要之回答：${question}`, { hint: `可用 ${flag} 指定。` })
}

async function optional(ask: Ask, question: string): Promise<string> {
  return ask === null ? '' : (await ask(question)).trim()
}
