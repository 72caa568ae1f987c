import type { CatalogueEntry } from '../../store/model/catalogue.ts'
import type { RunReport } from '../../store/model/run-report.ts'
import { article7 } from '../words/article7.ts'
import { itemStates, serviceStates } from '../words/labels.ts'
import { rocDay, rocDayOf } from '../words/taipei-time.ts'

type Cell = string | number | null

const entryHead = ['資訊名稱', '摘要內容', '網址', '筆數', '最新日期', '格式', '查核日']

/** 應公開及已公開資訊目錄, a line without anything published as one row; totals at the foot (003:212). */
export function disclosureCatalogueRows(report: RunReport): Cell[][] {
  const { disclosure } = report.catalogues
  const rows = disclosure.flatMap(({ item, state, because, entries }) => {
    const applies = state === 'not-applicable' ? `不適用（待審認）：${because}` : '適用'
    const said = state === 'published' ? itemStates[state].text : `${itemStates[state].text}：${because}`
    const line = [article7[item].number, article7[item].title, applies, state === 'not-applicable' ? '不適用' : said]
    return entryRows(report, line, entries)
  })
  const due = disclosure.filter(({ state }) => state !== 'not-applicable').length
  const count = (state: string) => disclosure.filter((line) => line.state === state).length
  const head = ['序號', '款次', '應公開項目', '適用與否及理由', '已公開否', ...entryHead]
  return squared([head, ...numbered(rows), ...foot('應公開數', due, count('published'), count('undetermined'))])
}

/** 公開服務措施等資訊目錄: the five kinds with their share, and what else there is (003:216). */
export function serviceCatalogueRows(report: RunReport): Cell[][] {
  const { service } = report.catalogues
  const rows = service.flatMap(({ title, isDue, state, because, entries }) => {
    const kind = isDue ? title : `其他：${title}`
    const said = state === 'offered' ? serviceStates[state].text : `${serviceStates[state].text}：${because}`
    return entryRows(report, [kind, said], entries)
  })
  const due = service.filter(({ isDue }) => isDue)
  const count = (state: string) => due.filter((line) => line.state === state).length
  const head = ['序號', '資訊類別', '已公開否', ...entryHead]
  return squared([head, ...numbered(rows), ...foot('應公開類數', due.length, count('offered'), count('undetermined'))])
}

function entryRows(report: RunReport, line: readonly Cell[], entries: readonly CatalogueEntry[]): Cell[][] {
  const day = rocDayOf(report.run.startedAt)
  if (entries.length === 0) return [[...line, '', '', '', null, '', '', day]]
  return entries.map(({ label, summary, url, count, newest, formats }) => [
    ...line,
    label,
    summary,
    url ?? '',
    count,
    newest === null ? '' : rocDay(newest),
    formats.join('、'),
    day,
  ])
}

function numbered(rows: readonly Cell[][]): Cell[][] {
  return rows.map((row, index) => [index + 1, ...row])
}

/** Every row as wide as the head. */
function squared(rows: readonly Cell[][]): Cell[][] {
  const width = rows[0]?.length ?? 0
  return rows.map((row) => [...row, ...Array<Cell>(width - row.length).fill('')])
}

/** What could not be judged stands beside the share and is in neither number. */
function foot(dueTitle: string, due: number, published: number, undetermined: number): Cell[][] {
  if (due === 0) return []
  const share = `${Math.round((1000 * published) / due) / 10}％`
  return [
    [dueTitle, due],
    ['已公開數', published],
    ['無法判定數', undetermined],
    ['公開比例', undetermined === 0 ? share : `${share}（另有${undetermined}項無法判定）`],
  ]
}
