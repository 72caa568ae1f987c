import { expect, it } from 'vitest'
import check from '../../../checks/freshness/last-updated-shown.ts'
import { decodeText } from '../../../store/decode-text.ts'
import { checkSite } from '../../support/check-site.ts'
import { snapshotOf } from '../../support/snapshot-of.ts'

const text =
  '本局辦理水權登記及用水計畫審查，申請人應檢附文件於上班時間至服務臺提出，審查期間為三十日，逾期未補正者退回申請，並以書面通知申請人。'

function page(title: string, main: string, footer = ''): string {
  return `<title>${title}</title><header>今天是115年11月22日</header><main><h1>${title}</h1><p>${text}${text}</p>${main}</main><footer>${footer}</footer>`
}

/** A site of so many articles, with what each shows in its content and its footer. */
function site(count: number, main: (index: number) => string, footer: (index: number) => string = () => '') {
  const pages = Array.from({ length: count }, (_, index) => [
    `/a${index}`,
    page(`第${index}篇`, main(index), footer(index)),
  ])
  const links = pages.map(([path]) => `<a href="${path}">${path}</a>`).join('')
  return { '/': page('首頁', links), ...Object.fromEntries(pages) } as Record<string, string>
}

it.each([
  ['更新日期：115-11-20', '115-11-20'],
  ['最後異動時間：2026-11-20 10:00', '2026-11-20'],
  ['發布日期：民國115年11月20日', '民國115年11月20日'],
  ['資料更新日期 : 115/11/20', '115/11/20'],
])('a page that shows 「%s」 in its content is dated, and the string is the evidence', async (shown, written) => {
  const files = site(3, (index) => (index === 0 ? `<p>${shown}</p>` : `<p>更新日期：114-01-0${index}</p>`))
  const { numbers, findings } = await checkSite(check, files)
  expect(numbers['pages']).toEqual([3, 0, 3])
  const [finding] = findings
  expect(finding).toMatchObject({ messageId: 'shown', verdict: 'conforms' })
  const snapshot = await snapshotOf(files)
  const [evidence] = finding?.evidence ?? []
  if (evidence?.kind !== 'element') throw new Error('no element')
  const html = decodeText(snapshot.body(evidence.body) as Uint8Array, 'utf-8')
  expect(html.slice(evidence.start, evidence.end)).toBe(written)
})

it('the same date on most pages is a template: it tells nothing of any', async () => {
  const files = site(
    6,
    () => '',
    () => '更新日期：2018/01/01',
  )
  const { numbers, outcomes, findings } = await checkSite(check, files)
  expect(numbers['pages']).toEqual([0, 0, 6])
  expect(outcomes).toEqual([['template-only', 'needs-review']])
  expect(findings[0]?.values).toMatchObject({ text: '更新日期：2018/01/01', alike: 6 })
  const inMain = site(6, () => '<p>更新日期：2018/01/01</p>')
  expect((await checkSite(check, inMain)).numbers['pages']).toEqual([0, 0, 6])
})

it('the day of the run on most pages is a clock', async () => {
  const files = site(
    6,
    () => '',
    () => '更新日期：115-11-22',
  )
  expect((await checkSite(check, files)).outcomes).toEqual([['clock-only', 'needs-review']])
})

it.each([
  ['a menu', '<nav>更新日期：115-11-01</nav>'],
  ['a date to come', '<p>更新日期：116-11-01</p>'],
  ['a counter', '<p>瀏覽人次：1151120</p>'],
])('%s dates no page', async (_, main) => {
  expect(
    (
      await checkSite(
        check,
        site(2, () => main),
      )
    ).numbers['pages']?.[0],
  ).toBe(0)
})

it('a list that dates its entries is dated; a date in the text alone may be of anything', async () => {
  const rows =
    '<ul><li><a href="/">甲</a> 115-11-01<li><a href="/a1">乙</a> 115-10-01<li><a href="/a0">丙</a> 115-09-01</ul>'
  const files = site(2, (index) => (index === 0 ? rows : '<p>本法於民國115年1月1日施行。</p>'))
  const { numbers, outcomes } = await checkSite(check, files)
  expect(numbers['pages']).toEqual([1, 1, 2])
  expect(outcomes).toEqual([
    ['shown', 'conforms'],
    ['bare', 'needs-review'],
  ])
})

it('the foot of an article may be called a footer: dates that differ from page to page are of their pages, but in that of the site', async () => {
  const varied = (index: number) => `<span>最後異動時間：</span><span>115-0${index + 1}-12 10:00</span>`
  const alike = (index: number) => `更新日期：115-0${1 + (index % 2)}-01`
  const named = (foot: (index: number) => string) => {
    const pages = Object.entries(site(4, () => '', foot))
    const renamed = pages.map(([path, html]) => [
      path,
      html.replace(/<footer>(.*)<\/footer>/su, '<div class="page-footer">$1</div>'),
    ])
    return Object.fromEntries(renamed) as Record<string, string>
  }
  const dated = async (files: Record<string, string>) => (await checkSite(check, files)).numbers['pages']?.[0]
  expect(await dated(named(varied))).toBe(4)
  expect(await dated(named(alike))).toBe(0)
  expect(await dated(site(4, () => '', varied))).toBe(0)
})

it('a word that ends a title is no label of the date behind it', async () => {
  const rows = ['敬老活動', '標租公告', '路跑活動'].map(
    (title, n) => `<tr><td><a href="/a${n}">${title}</a></td><td>115-1${n % 2}-0${n + 1}</td></tr>`,
  )
  const files = site(3, (index) =>
    index === 0 ? `<table><tr><th>標題</th><th>日期</th></tr>${rows.join('')}</table>` : '',
  )
  expect((await checkSite(check, files)).numbers['pages']).toEqual([1, 0, 3])
})

it('the days of exhibitions that last do not tell when their entries were made', async () => {
  const shows = [1, 2, 3]
    .map((n) => `<li><a href="/a${n - 1}">第${n}展</a> 2026/0${n}/01 – 2026/0${n + 1}/28</li>`)
    .join('')
  const files = site(3, (index) => (index === 0 ? `<ul>${shows}</ul>` : '<p>更新日期：115-01-01</p>'))
  expect((await checkSite(check, files)).numbers['pages']).toEqual([2, 1, 3])
})

it('a page of few words that gives a file is asked for its date too', async () => {
  const brief = '<title>施政計畫</title><main><h1>施政計畫</h1><a href="/p.pdf">115年度施政計畫</a></main>'
  const files = { ...site(2, () => '<p>更新日期：115-01-01</p>'), '/plan': brief, '/p.pdf': { body: '%PDF-1.7 x' } }
  expect((await checkSite(check, files)).numbers['pages']).toEqual([2, 0, 3])
})

it('a site that shows no date at all violates, unless some of it was not seen', async () => {
  const files = site(2, () => '')
  const { outcomes, findings } = await checkSite(check, files)
  expect(outcomes).toEqual([['none', 'violates']])
  expect(findings[0]?.evidence).toMatchObject([{ kind: 'absence' }])
  expect((await checkSite(check, files, { run: { outcome: 'partial' } })).outcomes).toEqual([
    ['undated', 'needs-review'],
  ])
  const shell = { ...files, '/s': '<div id="app"></div><script>1</script>' }
  expect((await checkSite(check, shell)).numbers['pages']).toEqual([0, 1, 3])
})

it('what a browser made of a shell is read', async () => {
  const shell = '<div id="app"></div><script>1</script>'
  const options = { rendered: { '/s': page('消息', '<p>更新日期：115-11-20</p>') } }
  const { numbers } = await checkSite(check, { '/': page('首頁', '<a href="/s">消息</a>'), '/s': shell }, options)
  expect(numbers['pages']).toEqual([1, 0, 1])
})

it('without content nothing can be said', async () => {
  expect((await checkSite(check, {})).status).toBe('undetermined')
  expect((await checkSite(check, { '/': '<div id="app"></div><script>1</script>' })).status).toBe('undetermined')
})
