import { matchesAny } from '../../labels.ts'
import { monthsBefore, newestDateIn, newestEndIn, newestYearIn, rocDateText, speaksOfYear } from '../../periods.ts'
import { type Behind, behindLabel, namesBehind } from './behind-label.ts'
import type { ItemNode } from './item-node.ts'
import type { ItemSearch } from './item-search.ts'
import type { Judgement } from './judgement.ts'

type Said = Pick<Judgement, 'state' | 'because'>

/** Labels read for their age: what is current stands behind the first of them. */
const mostLabels = 12

/** Line 5a: this year's plan is among those published. Source: judging of item 5 (practice of reviewers). */
export function judgePlanYear(search: ItemSearch, shown: readonly ItemNode[]): Said {
  const year = Number(search.today.slice(0, 4))
  const read = shown.slice(0, mostLabels).map((node) => ({ node, behind: behindLabel(search, '5a', node) }))
  const names = read.flatMap(({ node, behind }) => planNames(search, node, behind))
  if (names.some((name) => speaksOfYear(name, year))) return published(`列有${year - 1911}年度計畫`)
  const newest = newestYearIn(names.join('\n'), year)
  if (newest !== null) {
    const because = `最新為${newest - 1911}年度，未見${year - 1911}年度施政計畫`
    return { state: 'incomplete', because }
  }
  const isTold = read.some(({ behind }) => speaksOfYear(behind.text, year))
  if (isTold) return published(`內容述及${year - 1911}年度`)
  return { state: 'undetermined', because: `無法辨認計畫年度，請確認是否公開${year - 1911}年度施政計畫` }
}

/** Behind a label that may hold other things as well, only what is called a plan counts. */
function planNames({ terms }: ItemSearch, node: ItemNode, behind: Behind): string[] {
  const { weak, proof } = terms.items['5a']
  const names = namesBehind(node, behind)
  return matchesAny(node.normal, weak) ? names.filter((name) => matchesAny(name, proof)) : names
}

/** Line 5b: the newest statistics are not older than the months in `ages`. Source: judging of item 5 (practice). */
export function judgeStatisticsAge(search: ItemSearch, shown: readonly ItemNode[]): Said {
  const { today, terms } = search
  const months = terms.ages.statisticsMonths
  const read = shown.slice(0, mostLabels).map((node) => ({ node, behind: behindLabel(search, '5b', node) }))
  const names = read
    .flatMap(({ node, behind }) => [...namesBehind(node, behind), behind.text, ...behind.dates])
    .join('\n')
  const named = newestDateIn(read.flatMap(({ node, behind }) => namesBehind(node, behind)).join('\n'), today)
  const told = newestOf([...read.flatMap(({ behind }) => [newestDateIn(behind.text, today), ...behind.dates])], today)
  const newest = newestOf([named, told], today)
  if (newest === null) return { state: 'undetermined', because: '無法辨認統計資料之年月，請確認是否為最新資料' }
  if (newest >= monthsBefore(today, months)) return published(`最新資料為${toldOf(newest, names, today)}`)
  const because = `最新資料為${rocDateText(newest)}，已逾${months}個月`
  // The date a file was put up says little of the numbers in it.
  const isUnsure = named === null && read.some(({ behind }) => behind.hasUnread)
  return isUnsure
    ? { state: 'undetermined', because: `${because}，惟檔案內容未能判讀` }
    : { state: 'incomplete', because }
}

/** The year alone, where it is the year going on that was named and no day of it. */
function toldOf(newest: string, names: string, today: string): string {
  const isDay = newest !== today || newestEndIn(names, today) === today
  return isDay ? rocDateText(newest) : `${Number(today.slice(0, 4)) - 1911}年`
}

function newestOf(dates: readonly (string | null)[], today: string): string | null {
  return (
    dates
      .filter((date): date is string => date !== null && date <= today)
      .sort()
      .at(-1) ?? null
  )
}

function published(because: string): Said {
  return { state: 'published', because }
}
