import { expect, it } from 'vitest'
import check from '../../../checks/links/hijack-suspect.ts'
import { checkSite } from '../../support/check-site.ts'
import { runOf } from '../../support/run-of.ts'
import type { SiteAnswer } from '../../support/snapshot-of.ts'

function html(title: string, text: string): SiteAnswer {
  const body = `<title>${title}</title><main><p>${text}</p></main>`
  return { headers: { 'content-type': 'text/html; charset=utf-8' }, body }
}

const linked = (url: string, answer: SiteAnswer) =>
  checkSite(check, { '/': `<a href="${url}">活動網站</a><a href="/a">甲</a>`, '/a': '<p>甲', [url]: answer })

it.each([
  ['gambling', html('娛樂城推薦', '歡迎光臨')],
  ['gambling', html('活動網站', '百家樂 真人視訊 註冊送體驗金')],
  ['gambling', html('Best online casino 2026', 'Play now')],
  ['gambling', html('Event', 'Situs slot gacor hari ini, judi online terpercaya')],
  ['parking', html('event.test', 'This domain is for sale. Make an offer on this domain.')],
  ['parking', html('event.test', '此網域出售，歡迎洽詢')],
])('a domain that now serves %s is a question, never an accusation', async (message, answer) => {
  const { outcomes, numbers } = await linked('http://event.test/', answer)
  expect(outcomes).toEqual([[message, 'needs-review']])
  expect(numbers['suspects']).toEqual([0, 1, 1])
})

it.each([
  html('反賭博宣導', '警方查獲線上賭博網站，提醒民眾拒絕線上博弈、遠離賭場，禁止簽賭六合彩。'),
  html('公益彩券盈餘分配', '運動彩券與公益彩券盈餘用於社會福利。'),
  html('農產品', 'Slots of the calendar: time slots for visits'),
  html('社區新聞', '某娛樂城負責人遭起訴。'),
  html('Domain names', `${'The registry explains how a domain is parked and how to buy one. '.repeat(60)}`),
])('who warns of gambling, or names it once, serves none', async (answer) => {
  const { outcomes, numbers } = await linked('http://event.test/', answer)
  expect(outcomes).toEqual([])
  expect(numbers['suspects']).toEqual([0, 0, 1])
})

it.each(['http://www.agency.gov.tw/', 'http://travel.gov.taipei/x', 'http://www.facebook.com/x'])(
  'nobody else can own %s',
  async (url) => {
    const { outcomes, numbers } = await linked(url, html('娛樂城', '百家樂 老虎機'))
    expect(outcomes).toEqual([])
    expect(numbers['suspects']).toEqual([0, 0, 1])
  },
)

it('what did not answer is unknown; where nothing was asked, so is everything', async () => {
  const { numbers } = await linked('http://event.test/', { failure: 'refused' })
  expect(numbers['suspects']).toEqual([0, 1, 1])
  const { policy } = runOf('http://agency.test')
  const switchedOff = { run: { policy: { ...policy, external: 'none' as const } } }
  const site = { '/': '<a href="http://event.test/">活動</a>' }
  expect(await checkSite(check, site, switchedOff)).toMatchObject({ status: 'undetermined' })
})
