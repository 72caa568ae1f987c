import { expect, it } from 'vitest'
import check from '../../../checks/classification/metadata-present.ts'
import { readTerms } from '../../../config/read-terms.ts'
import { checkSite } from '../../support/check-site.ts'
import type { SnapshotOptions } from '../../support/snapshot-of.ts'

const { required } = readTerms().classification

/** Text enough that the page is no empty shell. */
const body = `<main><p>${'本局掌理轄內水利、土地及環境等業務，提供申辦、查詢與諮詢服務。'.repeat(12)}</p></main>`

const values: Record<string, string> = {
  'DC.Date': '2026-11-20',
  'DC.Identifier': '355030000I',
  'Category.Theme': '770',
  'Category.Cake': 'C00',
  'Category.Service': 'E00',
}

/** A page with every required field; `changes` gives other contents, `null` leaves a field out. */
function pageWith(changes: Record<string, string | null> = {}): string {
  const contents: Record<string, string | null> = Object.fromEntries(
    required.map((name) => [name, values[name] ?? '內容']),
  )
  const tags = Object.entries({ ...contents, ...changes }).filter(([, content]) => content !== null)
  return `<head>${tags.map(([name, content]) => `<meta name="${name}" content="${content}">`).join('')}</head>${body}`
}

const audit = (files: Record<string, string>, options?: SnapshotOptions) => checkSite(check, files, options)

it('pages with all eighteen fields are complete and classified', async () => {
  const { status, numbers, outcomes } = await audit({ '/': pageWith(), '/a': pageWith() })
  expect(status).toBe('done')
  expect(numbers).toMatchObject({ complete: [2, 0, 2], classified: [2, 0, 2] })
  expect(outcomes).toEqual([])
})

it('other capitals, repeated fields and the two ends of a coverage are allowed', async () => {
  const html = pageWith({ 'DC.Coverage': null, 'DC.coverage.t.min': '2026-11-20', 'DC.Coverage.t.max': '' })
  const { outcomes } = await audit({
    '/': html.replaceAll('DC.Title', 'dc.title').replace('<head>', '<head><meta name="DC.TITLE" content="">'),
  })
  expect(outcomes).toEqual([])
})

it('pages of one template with the same gaps are one finding', async () => {
  const { numbers, findings } = await audit({
    '/': pageWith(),
    '/a': pageWith({ 'DC.Title': null, 'DC.Date': '' }),
    '/b': pageWith({ 'DC.Title': null, 'DC.Date': '' }),
  })
  expect(numbers).toMatchObject({ complete: [1, 0, 3], classified: [3, 0, 3] })
  expect(findings).toMatchObject([
    { messageId: 'incomplete', verdict: 'violates', pages: 2, values: { missing: '缺 DC.Title、DC.Date 空白' } },
  ])
  expect(findings[0]?.evidence.map(({ kind }) => kind)).toEqual(['absence', 'element'])
})

it('empty classes are classes that are missing, however many commas stand in them', async () => {
  const { numbers, outcomes } = await audit({ '/': pageWith({ 'Category.Cake': '', 'Category.Service': ' , ' }) })
  expect(numbers['classified']).toEqual([0, 0, 1])
  expect(outcomes).toEqual([['incomplete', 'violates']])
})

it('a page without any relation may leave it empty: a question, and unknown', async () => {
  const { numbers, outcomes } = await audit({ '/': pageWith({ 'DC.Relation': '', 'DC.Rights': '' }) })
  expect(numbers).toMatchObject({ complete: [0, 1, 1], classified: [1, 0, 1] })
  expect(outcomes).toEqual([['doubtful', 'needs-review']])
})

it('a site where no page says anything is one finding', async () => {
  const { numbers, findings } = await audit({
    '/': body,
    '/a': `<head><meta name="keywords" content="水"></head>${body}`,
  })
  expect(numbers).toMatchObject({ complete: [0, 0, 2], classified: [0, 0, 2] })
  expect(findings).toMatchObject([{ messageId: 'none', verdict: 'violates', pages: 2 }])
})

it('a page that says nothing beside others that do is one finding of few words', async () => {
  const { findings } = await audit({ '/': pageWith(), '/a': body })
  expect(findings).toMatchObject([{ url: 'http://agency.test/a', values: { missing: '未標示任何欄位' } }])
})

it('the fifteen elements and the keywords are counted apart', async () => {
  const keywords = pageWith({ 'Category.Theme': null }).replace('<head>', '<head><meta name="KEYWORDS" content="水">')
  const { numbers } = await audit({ '/': pageWith({ 'DC.Date': '' }), '/a': keywords })
  expect(numbers).toMatchObject({ dublinCore: [1, 0, 2], keywords: [1, 0, 2] })
})

it('a short page without a script is all there is', async () => {
  const { outcomes } = await audit({ '/': '<main><h1>標語</h1></main>' })
  expect(outcomes).toEqual([['none', 'violates']])
})

it('schools may follow the rule, they need not', async () => {
  const { outcomes } = await audit({ '/': body }, { agency: { kind: 'school' } })
  expect(outcomes).toEqual([['none', 'needs-review']])
})

it('a shell with tags is looked at, a shell without any is unknown', async () => {
  const shell = pageWith().replace(body, '<div id="app"></div>')
  const { numbers } = await audit({ '/': shell, '/a': '<div id="app"></div><script>go()</script>' })
  expect(numbers).toMatchObject({ complete: [1, 1, 2], classified: [1, 1, 2] })
})

it.each([{}, { '/': '<div id="app"></div><script>go()</script>' }])('of no page nothing is known', async (files) => {
  expect((await audit(files)).status).toBe('undetermined')
})

it('the detail shows fields as written, codes apart and what is wrong with them', async () => {
  const { detail } = await audit({
    '/': pageWith({ 'Category.Theme': ',770;100', 'Category.Service': '環境', 'DC.Type': null }),
  })
  expect(detail).toMatchObject({
    kind: 'classification',
    pages: [
      {
        url: 'http://agency.test/',
        fields: { 'Category.Theme': [',770;100'], 'DC.Title': ['內容'] },
        theme: ['770', '100'],
        service: ['環境'],
        problems: ['缺少 DC.Type', 'Category.Service 代碼格式不符：環境', 'Category.Theme 多餘之分隔符號：,770;100'],
      },
    ],
  })
})

it('a page that only sends its reader on is none that is classified', async () => {
  const { numbers, outcomes } = await audit({
    '/': '<meta http-equiv="refresh" content="0;url=/mp.html">',
    '/mp.html': pageWith(),
  })
  expect(numbers).toMatchObject({ complete: [1, 0, 1], classified: [1, 0, 1] })
  expect(outcomes).toEqual([])
})
