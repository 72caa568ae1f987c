import { Command } from 'commander'
import { readDeclarables } from '../config/read-terms.ts'
import { adviceHeadline, changeText, effortTexts, gainText, goalOf } from '../reports/words/advice.ts'
import { visible } from '../reports/words/visible.ts'
import { advise } from '../scoring/advice/advise.ts'
import type { Advice, MeasureChange } from '../store/model/advice.ts'
import type { CheckResult } from '../store/model/check-result.ts'
import { fillMessage } from '../store/model/message.ts'
import type { ExitCode } from './exit-code.ts'
import { declarationsHelp, reviewHelp } from './flags.ts'
import { wholeNumber } from './policy-of-flags.ts'
import type { CheckStageFile } from './stages/check-stage.ts'
import { cards } from './stages/report-stage.ts'
import { readStageFile, runFiles } from './stages/run-folder.ts'
import { chosenSchemes, factsOf } from './stages/score-stage.ts'
import { readTold, type ToldFiles } from './stages/told.ts'
import { withSnapshot } from './stages/with-snapshot.ts'

/** Findings named behind one change of a measure. */
const namedFindings = 5

/** `advise <snapshot> [scheme]`: what to mend first, under all schemes or one. */
export function adviseCommand(_settle: (code: ExitCode) => void): Command {
  return new Command('advise')
    .description('優先改善事項：改善哪些、可增幾分')
    .argument('<snapshot>', '快照檔，或其所在資料夾')
    .argument('[scheme]', '僅就此評分方案（預設全部）')
    .option('--declarations <file>', declarationsHelp)
    .option('--review <file>', reviewHelp)
    .option('--top <n>', '僅列前幾項（預設全部）', wholeNumber)
    .option('--json', '輸出 JSON')
    .action((target: string, schemeId: string | undefined, flags: ToldFiles & { top?: number; json?: boolean }) =>
      withSnapshot(target, (named) => {
        const schemes = chosenSchemes(schemeId === undefined ? [] : [schemeId])
        const { results } = readStageFile<CheckStageFile>(named.path, runFiles.results, 'check', named.sha256)
        const told = readTold(named.snapshot.run.agency.id, flags, new Date())
        const facts = factsOf(named, results, told, schemes)
        const list = advise(schemes, facts, readDeclarables()).slice(0, flags.top)
        process.stdout.write(flags.json === true ? `${JSON.stringify(list, null, 2)}\n` : printed(list, results))
      }),
    )
}

function printed(list: readonly Advice[], results: readonly CheckResult[]): string {
  if (list.length === 0) return '沒有可由網站改善而增分或增列符合之事項\n'
  const findings = new Map(results.flatMap((result) => result.findings.map((one) => [one.id, one] as const)))
  const textOf = (id: string): string[] => {
    const finding = findings.get(id)
    if (finding === undefined) return []
    const message = cards.find((card) => card.id === finding.checkId)?.messages[finding.messageId] ?? finding.messageId
    return [fillMessage(message, finding.values)]
  }
  const headline = adviceHeadline(list)
  const lines = [
    ...(headline === null ? [] : [headline]),
    ...list.flatMap((one, index) => adviceLines(one, index, textOf)),
  ]
  return `${lines.map((line) => visible(line.replace(/[\r\n\t]+/g, ' '))).join('\n')}\n`
}

type TextOf = (findingId: string) => string[]

function adviceLines(advice: Advice, index: number, textOf: TextOf): string[] {
  const { changes, declares, presumes, stakes } = advice
  return [
    `${index + 1}. ${goalOf(advice).text}：${gainText(advice)}（${effortTexts[advice.effort]}）`,
    ...changes.flatMap((change) => changeLines(change, textOf)),
    ...declares.map(({ title }) => `   請機關提供：${title}`),
    ...presumes.map((question) => `   須經認定：${question}`),
    `   影響方案：${[...new Set(stakes.map(({ schemeId }) => schemeId))].join('、')}`,
  ]
}

function changeLines(change: MeasureChange, textOf: TextOf): string[] {
  const [checkId = '', name = ''] = change.measure.split('#')
  const title = cards.find(({ id }) => id === checkId)?.measures[name]?.title ?? change.measure
  const said = change.findings.flatMap(textOf)
  const rest = said.length - namedFindings
  return [
    `   ${title}：${changeText(change)}`,
    ...said.slice(0, namedFindings).map((text) => `     ${text}`),
    ...(rest > 0 ? [`     另有${rest}項`] : []),
  ]
}
