import { expect, it } from 'vitest'
import check from '../../../checks/links/external-resolve.ts'
import type { FetchFailureCode } from '../../../store/model/fetch-outcome.ts'
import { checkSite } from '../../support/check-site.ts'
import { runOf } from '../../support/run-of.ts'
import type { SiteAnswer, SnapshotOptions } from '../../support/snapshot-of.ts'

const other = 'http://other.test/x'

const linked = (answer: SiteAnswer, options?: SnapshotOptions, url = other) =>
  checkSite(check, { '/': `<a href="${url}">甲</a> <a href="/a">乙</a>`, '/a': '<p>乙', [url]: answer }, options)

function html(title: string, text: string): SiteAnswer {
  const body = `<title>${title}</title><main><h1>${title}</h1><p>${text}</p></main>`
  return { headers: { 'content-type': 'text/html; charset=utf-8' }, body }
}

const content = html('申辦說明', '申請人應檢附身分證明文件，於上班時間至服務臺辦理，審查期間七日。')
const excuse = html('找不到網頁', '您要查詢的網頁可能已移除。')

it('what answers is good, wherever it moved', async () => {
  expect(await linked(content)).toMatchObject({ numbers: { targets: [1, 0, 1], dead: [0, 0, 1] }, outcomes: [] })
  const moved = { '/': `<a href="${other}">甲</a>`, 'http://new.test/y': content }
  const { numbers, detail } = await checkSite(check, {
    ...moved,
    [other]: { status: 301, redirect: 'http://new.test/y' },
  })
  expect(numbers['targets']).toEqual([1, 0, 1])
  expect(detail).toMatchObject({ verdicts: [{ url: other, verdict: 'redirected-permanent', isExternal: true }] })
})

it('a shell nobody rendered may hide links: unknown, and where no other link is seen nothing can be said', async () => {
  const shell = '<div id="app"></div><script>1</script>'
  const { numbers } = await checkSite(check, { '/': `${shell}<a href="${other}">甲</a>`, [other]: content })
  expect(numbers).toEqual({ targets: [1, 1, 2], dead: [0, 1, 2] })
  expect(await checkSite(check, { '/': shell })).toMatchObject({ status: 'undetermined' })
})

it.each([{ status: 404 }, { status: 410 }, { failure: 'dns-not-found' as FetchFailureCode }, excuse])(
  'what is gone twice (%j) is dead, and on one finding',
  async (answer) => {
    const { numbers, findings } = await linked(answer)
    expect(numbers).toEqual({ targets: [0, 0, 1], dead: [1, 0, 1] })
    expect(findings).toMatchObject([{ verdict: 'violates', url: other, pages: 1 }])
    expect(findings[0]?.evidence.map(({ kind }) => kind)).toEqual(['resource', 'element'])
  },
)

it('what only a script names is a question when it is gone', async () => {
  const { outcomes } = await checkSite(check, { '/': `<p data-href="${other}">甲</p>`, [other]: { status: 404 } })
  expect(outcomes).toEqual([['broken-if-used', 'needs-review']])
})

it.each([
  [{ status: 404 }, 200, 'unstable', [1, 0, 1]],
  [{ status: 404 }, null, 'unconfirmed', [0, 1, 1]],
  [excuse, null, 'unconfirmed', [0, 1, 1]],
  // The second time with the cookie the first answer set.
  [excuse, 200, 'unstable', [1, 0, 1]],
] as const)('gone once (%j, then %j) accuses nobody', async (answer, second, verdict, targets) => {
  const { numbers, outcomes } = await linked(answer, { confirmations: { [other]: second } })
  expect(outcomes).toEqual([[verdict, 'needs-review']])
  expect(numbers['targets']).toEqual(targets)
})

it.each([
  [{ status: 403 }, 'blocked'],
  [{ status: 451 }, 'blocked'],
  [{ status: 999 }, 'blocked'],
  [{ status: 500 }, 'server-error'],
  [{ failure: 'tls' as FetchFailureCode }, 'tls-issue'],
  [{ failure: 'connect-timeout' as FetchFailureCode }, 'timeout'],
  [{ failure: 'refused' as FetchFailureCode }, 'unreachable'],
  [html('Just a moment...', 'Checking your browser'), 'blocked'],
])('%j proves nothing: a question', async (answer, verdict) => {
  const { numbers, outcomes } = await linked(answer)
  expect(outcomes).toEqual([[verdict, 'needs-review']])
  expect(numbers['targets']).toEqual([0, 1, 1])
})

it('no host name says anything where none was found in the run', async () => {
  const gone = { failure: 'dns-not-found' as FetchFailureCode }
  const { outcomes, findings } = await linked(gone, { origin: 'http://127.0.0.1:8080' })
  expect(outcomes).toEqual([['unreachable', 'needs-review']])
  expect(findings[0]?.values['reason']).toMatch(/未能確認網域名稱查詢/)
})

it.each([
  ['http://www.facebook.com/agency', html('找不到頁面', '你要找的頁面可能已移除')],
  ['http://reurl.cc/abc', html('404', '')],
  ['http://lin.ee/abc', html('Not Found', '')],
])('of %s only a sign of life is asked', async (url, answer) => {
  expect((await linked(answer, {}, url)).outcomes).toEqual([])
})

it('a bounce to the home page is for a person; where a random address bounces too and others do not, there is nothing', async () => {
  const old = 'http://other.test/news/1.html'
  const site = {
    '/': `<a href="${old}">甲</a><a href="http://other.test/news/2.html">乙</a>`,
    'http://other.test/': content,
    [old]: { redirect: 'http://other.test/' },
    'http://other.test/news/2.html': html('公告', '第二則公告之內容，說明申請期間及應備文件。'),
  }
  expect((await checkSite(check, site)).outcomes).toEqual([['redirected-home', 'needs-review']])
  const drawn = 'http://other.test/news/deadbeef.html'
  const probed = { ...site, [drawn]: { redirect: 'http://other.test/' } }
  expect((await checkSite(check, probed, { probes: [drawn] })).outcomes).toEqual([['soft-404', 'violates']])
})

it('what was not asked is unknown, with the reason', async () => {
  const urls = {
    'http://web.pcc.gov.tw/a': 'never-ask',
    'http://many.test/201': 'host-cap',
    'http://late.test/': 'budget:pages',
  }
  const links = Object.keys(urls).map((url) => `<a href="${url}">甲</a>`)
  const { numbers, detail, outcomes } = await checkSite(check, { '/': links.join('') }, { left: urls })
  expect(numbers['targets']).toEqual([0, 3, 3])
  expect(outcomes).toEqual([])
  expect(detail).toMatchObject({
    verdicts: [
      { url: 'http://late.test/', verdict: 'skipped', reason: '超過檢測頁數上限' },
      { url: 'http://many.test/201', verdict: 'skipped', reason: /同一站外主機/ },
      { url: 'http://web.pcc.gov.tw/a', verdict: 'skipped', reason: '依設定不查核之主機' },
    ].map((one) => ({ ...one, reason: expect.stringMatching(one.reason) })),
  })
})

it('without links to others the question does not arise; switched off, it is not answered', async () => {
  expect(await checkSite(check, { '/': '<a href="/">首頁</a>' })).toMatchObject({ status: 'not-applicable' })
  const { policy } = runOf('http://agency.test')
  const switchedOff = { run: { policy: { ...policy, external: 'none' as const } } }
  expect(await linked(content, switchedOff)).toMatchObject({ status: 'undetermined', findings: [] })
})
