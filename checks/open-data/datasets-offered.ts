import { taipeiDate } from '../../store/model/taipei-date.ts'
import { defineCheck } from '../check.ts'
import { labelledLinks } from '../labelled-links.ts'
import { navigationOf } from '../navigation.ts'
import { monthsBefore, newestDateIn } from '../periods.ts'
import { dataFindings } from './data-findings.ts'
import { type Place, placeOf } from './data-place.ts'

/** Does the agency open its data: sets in formats that programs read, on the site or on a platform? Sources: 000:150, 001:90, 004:56. */
export default defineCheck({
  id: 'open-data/datasets-offered',
  version: 1,
  question: '網站是否提供開放資料？採何種格式？何時更新？',
  needs: [],
  measures: {
    offered: { title: '對外開放資料', unit: 'kind' },
    datasets: { title: '網站所列之資料集', unit: 'dataset' },
    formats: { title: '開放格式之種類', unit: 'kind' },
    api: { title: '應用程式介面', unit: 'kind' },
    portal: { title: '連至資料開放平臺之本機關資料', unit: 'link' },
    current: { title: '資料最近一年內有更新', unit: 'kind' },
  },
  messages: {
    offered: '「{label}」提供資料集 {datasets} 項，格式：{formats}。{newest}',
    portal: '「{label}」連至資料開放平臺（{host}）之本機關資料。',
    'portal-bare': '「{label}」僅連至資料開放平臺首頁（{host}），是否有本機關之資料，請人工確認。',
    closed: '「{label}」所列資料均非開放格式：{names}。',
    'closed-some': '「{label}」所列部分資料非開放格式：{names}，請人工確認是否為資料集。',
    empty: '「{label}」未列出任何資料集。',
    dead: '「{label}」{because}。',
    unclear: '「{label}」{because}，請人工確認。',
    stale: '「{label}」之資料{newest}，已逾一年，是否定期檢視及更新，請人工確認。',
    missing: '網站未見開放資料，是否已於政府資料開放平臺提供，請人工確認。',
  },
  run(snapshot, context) {
    if (snapshot.pages().length === 0) return { status: 'undetermined', reason: '未取得任何網頁，無法判定。' }
    const navigation = navigationOf(snapshot, context.terms.siteMap)
    const words = context.terms.openData
    const places = labelledLinks(snapshot, navigation, words).map((link) => placeOf(snapshot, link, context))
    const counts = countData(places)
    const today = taipeiDate(new Date(snapshot.run.startedAt))
    const newest = newestDateIn(places.map(({ data }) => data?.text ?? '').join(' '), today)
    const isCurrent = newest !== null && newest >= monthsBefore(today, words.currentMonths)
    const isStale = counts.datasets > 0 && newest !== null && !isCurrent
    const isOffered = counts.datasets + counts.portals > 0
    return {
      status: 'done',
      measures: {
        // What the site does not show may be on the national platform all the same.
        offered: { value: isOffered ? 1 : 0, unknown: isOffered ? 0 : 1, outOf: 1 },
        datasets: { value: counts.datasets },
        formats: { value: counts.formats },
        api: { value: counts.api, outOf: 1 },
        portal: { value: counts.portals },
        current: {
          value: counts.datasets > 0 && isCurrent ? 1 : 0,
          unknown: counts.datasets > 0 && newest !== null ? 0 : 1,
          outOf: 1,
        },
      },
      findings: dataFindings(snapshot, navigation, places, newest, isStale),
    }
  },
})

function countData(places: readonly Place[]) {
  const pages = places.flatMap(({ data }) => data ?? [])
  const formats = new Set(pages.flatMap(({ datasets }) => datasets.flatMap((one) => one.formats)))
  const outside = places.filter(({ state, data }) => state === 'portal' && data === null).length
  return {
    datasets: pages.flatMap(({ datasets }) => datasets).length,
    formats: [...formats].filter((format) => format !== 'api').length,
    api: formats.has('api') ? 1 : 0,
    portals: outside + pages.flatMap(({ portal }) => portal).length,
  }
}
