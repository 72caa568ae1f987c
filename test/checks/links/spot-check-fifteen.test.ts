import { expect, it } from 'vitest'
import { type Check, defineCheck } from '../../../checks/check.ts'
import { checks } from '../../../checks/index.ts'
import spotCheckFifteen from '../../../checks/links/spot-check-fifteen.ts'
import { runChecks } from '../../../checks/run-checks.ts'
import { readStandard } from '../../../config/read-standards.ts'
import { readTerms } from '../../../config/read-terms.ts'
import type { CheckDetail, CheckResult } from '../../../store/model/check-result.ts'
import { type SiteAnswer, type SnapshotOptions, snapshotOf } from '../../support/snapshot-of.ts'

const text = '為辦理年度水庫清淤及河川疏濬作業，自公告日起受理申請，請檢附相關文件，於上班時間至本局或以郵寄方式辦理。'

/** A site of `count` notices beneath a home page; `more` stands in the content of those it names. */
function site(count: number, more: Readonly<Record<number, string>> = {}): Record<string, SiteAnswer> {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const home = numbers.map((number) => `<a href="/n${number}">第${number}號公告</a>`).join('')
  const notices = numbers.map((number) => {
    const nav = '<nav><a href="/">首頁</a><a href="/menu-gone">舊選單</a></nav>'
    return [
      `/n${number}`,
      `${nav}<main><h1>第${number}號公告</h1><p>第${number}號：${text}${more[number] ?? ''}</p></main>`,
    ]
  })
  return { '/': `<main>${home}</main>`, ...Object.fromEntries(notices), '/menu-gone': { status: 404 } }
}

/** A check of content as another one might answer, in the place of those that judge single pages. */
function judging(id: string, detail: CheckDetail | null): Check {
  return defineCheck({
    id,
    version: 1,
    question: '內容是否正確？',
    needs: [],
    measures: { faults: { title: '錯誤', unit: 'page' } },
    messages: { fault: '錯誤。' },
    run: () => {
      if (detail === null) return { status: 'undetermined', reason: '未能查核。' }
      return { status: 'done', measures: { faults: { value: 0 } }, findings: [], detail }
    },
  })
}

interface Judged extends CheckResult {
  numbers: Record<string, readonly [number, number, number | null]>
}

const contentIds = [
  'content/no-evident-errors',
  'content/not-expired',
  'links/title-matches-target',
  'content/sources-cited',
]

/** The draw over a site on which the checks of content found nothing, but for what `found` says. */
async function spotCheck(
  files: Record<string, SiteAnswer>,
  found: Readonly<Record<string, CheckDetail | null>> = {},
  options: SnapshotOptions = {},
): Promise<Judged> {
  const snapshot = await snapshotOf(files, options)
  const context = {
    terms: readTerms(),
    agency: snapshot.run.agency,
    declarations: [],
    standard: readStandard('110.07'),
  }
  const linking = checks.filter(({ id }) => ['links/internal-resolve', 'links/external-resolve'].includes(id))
  const clean = { kind: 'page-verdicts', faulty: [], doubtful: [] } as const
  const content = contentIds.map((id) => judging(id, found[id] === undefined ? clean : found[id]))
  const result = runChecks(snapshot, [...linking, ...content, spotCheckFifteen], context).at(-1)
  if (result === undefined || result.status === 'crashed') throw new Error(result?.reason ?? 'no result')
  const numbers = result.measures.map(({ name, value, unknown, outOf }) => [name, [value, unknown, outOf]] as const)
  return { ...result, numbers: Object.fromEntries(numbers) as Judged['numbers'] }
}

function rowsOf({ findings }: CheckResult, draw = '內容及連結') {
  return findings.filter(({ values }) => values['draw'] === draw)
}

it('a site without a fault: fifteen of fifteen in every draw, and the best band is sure', async () => {
  const result = await spotCheck(site(30))
  expect(result.numbers).toEqual({
    correct: [15, 0, 15],
    contentCorrect: [15, 0, 15],
    linksCorrect: [15, 0, 15],
    pages: [30, 0, 30],
    chance14: [100, 0, null],
    chance13: [0, 0, null],
    chance12: [0, 0, null],
  })
  expect(result.findings).toHaveLength(45)
  expect(new Set(rowsOf(result).map(({ url }) => url)).size).toBe(15)
  expect(result.findings.every(({ verdict, evidence }) => verdict === 'conforms' && evidence.length > 0)).toBe(true)
})

it('a page whose content leads to a dead address is wrong, with the link as evidence; a dead link of the menu touches none', async () => {
  const gone = '<a href="/gone">附件</a>'
  const all = Object.fromEntries(Array.from({ length: 15 }, (_, index) => [index + 1, gone]))
  const result = await spotCheck({ ...site(15, all), '/gone': { status: 404 } })
  expect(result.numbers['correct']).toEqual([0, 0, null])
  expect(result.numbers['contentCorrect']).toEqual([15, 0, 15])
  expect(result.numbers['linksCorrect']).toEqual([0, 0, null])
  const [row] = rowsOf(result)
  expect(row).toMatchObject({ messageId: 'wrong', verdict: 'violates' })
  expect(row?.values['reasons']).toBe('連結失效：http://agency.test/gone')
  expect(row?.evidence.map(({ kind }) => kind)).toEqual(['resource', 'element'])
})

it('one wrong page of sixteen: the chance is counted over the whole site', async () => {
  const result = await spotCheck({ ...site(16, { 4: '<a href="/gone">附件</a>' }), '/gone': { status: 404 } })
  expect(result.numbers['pages']).toEqual([15, 0, 16])
  expect(result.numbers['chance14']).toEqual([100, 0, null])
  const wrong = rowsOf(result).filter(({ verdict }) => verdict === 'violates')
  expect(result.numbers['correct']).toEqual([15 - wrong.length, 0, 15])
})

it('an address that is none is dead too, by whatever name it is judged', async () => {
  const result = await spotCheck(site(15, { 3: '<a href="http://https://www.agency.test/">總局</a>' }))
  const [row] = rowsOf(result).filter(({ verdict }) => verdict === 'violates')
  expect(row).toMatchObject({ url: 'http://agency.test/n3', messageId: 'wrong' })
})

it('a refusal, and what is not asked, is a question and no error', async () => {
  const result = await spotCheck({ ...site(15, { 2: '<a href="/wall">附件</a>' }), '/wall': { status: 403 } })
  expect(result.numbers['correct']).toEqual([14, 1, 15])
  const [row] = rowsOf(result).filter(({ verdict }) => verdict !== 'conforms')
  expect(row).toMatchObject({ messageId: 'open', verdict: 'needs-review', url: 'http://agency.test/n2' })
  expect(result.numbers['chance14']).toEqual([100, 0, null])
})

it('what another check proved on a page makes it wrong, on its own side alone', async () => {
  const page = (number: number) => `http://agency.test/n${number}`
  const result = await spotCheck(site(15), {
    'content/not-expired': { kind: 'page-verdicts', faulty: [page(1)], doubtful: [page(2)] },
    'links/title-matches-target': { kind: 'page-verdicts', faulty: [page(3)], doubtful: [] },
  })
  expect(result.numbers['correct']).toEqual([12, 1, 15])
  expect(result.numbers['contentCorrect']).toEqual([13, 1, 15])
  expect(result.numbers['linksCorrect']).toEqual([14, 0, 15])
  expect(result.numbers['chance13']).toEqual([0, 100, null])
})

it('a check that could not look leaves every piece to a person, and nothing is guessed from the faulty ones', async () => {
  const files = { ...site(15, { 1: '<a href="/gone">附件</a>' }), '/gone': { status: 404 } }
  const result = await spotCheck(files, { 'content/not-expired': null })
  expect(result.numbers['correct']).toEqual([0, 14, null])
  expect(result.numbers['linksCorrect']).toEqual([14, 0, 15])
  expect(rowsOf(result).map(({ verdict }) => verdict)).not.toContain('conforms')
  expect(result.numbers['chance14']?.slice(0, 2)).toEqual([0, 100])
})

it('fewer than fifteen pages are not drawn from', async () => {
  const result = await spotCheck(site(14))
  expect(result).toMatchObject({ status: 'undetermined', measures: [], findings: [] })
  expect(result.reason).toContain('僅14頁')
})

it('the same seed draws the same rows, another one others', async () => {
  const urlsWith = async (seed: string) => {
    const run = (await snapshotOf(site(40))).run
    const result = await spotCheck(site(40), {}, { run: { policy: { ...run.policy, seed } } })
    return rowsOf(result).map(({ url }) => url)
  }
  expect(await urlsWith('a')).toEqual(await urlsWith('a'))
  expect(await urlsWith('b')).not.toEqual(await urlsWith('a'))
})

it('a row bears the name of its page, not that of the site, which stands in the first heading of every page', async () => {
  const named = Object.entries(site(20)).map(([url, html]) => [
    url,
    typeof html === 'string'
      ? `<title>示範局-全球資訊網</title><h1>示範局</h1>${html.replaceAll('h1>第', 'h2>第').replaceAll('</h1><p>', '</h2><p>')}`
      : html,
  ])
  const snapshot = await snapshotOf(Object.fromEntries(named) as Record<string, SiteAnswer>)
  const context = {
    terms: readTerms(),
    agency: snapshot.run.agency,
    declarations: [],
    standard: readStandard('110.07'),
  }
  const [result] = runChecks(snapshot, [spotCheckFifteen], context)
  const titles = result?.findings.map(({ values }) => values['title'])
  expect(titles).toHaveLength(45)
  expect(titles?.filter((title) => !/^第\d+號公告$/u.test(String(title)))).toEqual([])
})

it('pages on which the search of the site answers are not drawn, a list with the field left empty is', async () => {
  const form = '<form action="/find"><input type="search" name="q" aria-label="站內搜尋"><button>搜尋</button></form>'
  const list = (name: string) => `<main><h1>${name}</h1><p>${text}</p></main>`
  const popular = ['/find?q=水庫', '/find?q=', '/list?q=水庫', '/find']
  const files = site(14)
  const home = `<header>${form}</header>${files['/']}${popular.map((url) => `<a href="${url}">熱門</a>`).join('')}`
  const answers = popular.map((url) => [url, list(url)])
  const { findings } = await spotCheck({ ...files, '/': home, ...Object.fromEntries(answers) })
  const drawn = new Set(findings.map(({ url }) => decodeURI(new URL(url).pathname + new URL(url).search)))
  expect([...drawn].filter((path) => !path.startsWith('/n')).sort()).toEqual(['/find?q=', '/list?q=水庫'])
})

it('a page that says that there is none is not drawn', async () => {
  const gone =
    '<main><h1>404</h1><p>抱歉！找不到您的頁面！您瀏覽的網頁不存在，請再重新檢視網址，或由首頁、網站導覽重新查詢所需資料，將自動轉至首頁。</p></main>'
  const files = site(15)
  const home = `${files['/']}<a href="/404.htm">訊息</a>`
  const { findings } = await spotCheck({ ...files, '/': home, '/404.htm': gone })
  expect(findings.filter(({ url }) => url.endsWith('/404.htm'))).toEqual([])
})
