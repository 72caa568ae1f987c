import fc from 'fast-check'
import { expect, it } from 'vitest'
import check from '../../../checks/classification/metadata-valid.ts'
import { checkSite } from '../../support/check-site.ts'
import type { SnapshotOptions } from '../../support/snapshot-of.ts'

const words = '本局掌理轄內水利、土地及環境等業務，提供申辦、查詢與諮詢服務。'.repeat(12)

type Fields = readonly (readonly [name: string, content: string])[]

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}

function page(fields: Fields, title = '水權登記', content = ''): string {
  const tags = fields.map(([name, text]) => `<meta name="${name}" content="${escaped(text)}">`)
  return `<head><title>${title}</title>${tags.join('')}</head><main><h1>${title}</h1>${content}<p>${words}</p></main>`
}

const audit = (files: Record<string, string>, options?: SnapshotOptions) => checkSite(check, files, options)

/** Message and verdict of one page that carries this one field. */
async function said(name: string, content: string, title?: string): Promise<[string, string][]> {
  const { outcomes } = await audit({ '/': page([[name, content]], title) })
  return outcomes.filter(([message]) => message !== 'valid' && message !== 'other-area')
}

it.each([
  ['Category.Theme', '環境', 'malformed-code'],
  ['Category.Theme', '77', 'malformed-code'],
  ['Category.Theme', '771', 'malformed-code'],
  ['category.service', 'J00', 'malformed-code'],
  ['Category.Cake', 'c00', 'malformed-code'],
  ['Category.Theme', ',770', 'separator'],
  ['Category.Cake', 'C00,', 'separator'],
  ['Category.Service', 'E00,,I00', 'separator'],
  ['DC.Date', '2018/6/29 下午 05:19:22', 'date-form'],
  ['DC.Date', '2016-01-08 00:00:00.0', 'date-form'],
  ['DC.Date', '115-11-20', 'date-form'],
  ['DC.Date', '2026-02-30', 'date-form'],
  ['dc.date', '999-99-99', 'date-form'],
  ['DC.Coverage.t.min', '0001-01-01', 'coverage'],
  ['DC.coverage.t.max', '2100-12-31', 'coverage'],
  ['DC.Coverage.t.min', '中華民國勞動部', 'coverage'],
  ['DC.Coverage', '0001/1/1 上午 12:00:00', 'coverage'],
  ['DC.Title', '1', 'left-over'],
  ['DC.Title', '測試', 'left-over'],
  ['DC.Creator', '系統使用者', 'left-over'],
  ['DC.Description', '{{page.description}}', 'left-over'],
] as const)('%s 「%s」 is wrong', async (name, content, message) => {
  expect(await said(name, content)).toEqual([[message, 'violates']])
})

it.each([
  ['Category.Theme', '770,170'],
  ['Category.Cake', 'C21'],
  ['Category.Service', 'E10;I00'],
  ['Category.Service', ''],
  ['Category.Cake', ' , '],
  ['DC.Date', '2026-11-20'],
  ['DC.Date', '2026-11'],
  ['DC.Date', '2026'],
  ['DC.Date', '2024-02-29T08:30:00+08:00'],
  ['DC.Date', ''],
  ['DC.Coverage.t.min', '1949-12-07'],
  ['DC.Coverage.t.max', '2036-12-31'],
  ['DC.Coverage.t.max', ''],
  ['DC.Coverage', '臺北市'],
  ['DC.Title', '測試中心簡介'],
  ['DC.Creator', '系統組'],
  ['DC.Identifier', '355030000I'],
  ['DC.Identifier', 'urn:agency:water'],
  ['DC.Type', '1'],
])('%s 「%s」 is as it may be', async (name, content) => {
  expect(await said(name, content)).toEqual([])
})

it('a page that is called 113 or 測試 may say so', async () => {
  expect(await said('DC.Title', '113', '113保護專線')).toEqual([])
  expect(await said('DC.Subject', '113', '保護專線')).toEqual([['left-over', 'violates']])
})

it('a coverage that ends before it begins is impossible', async () => {
  const fields: Fields = [
    ['DC.coverage.t.min', '2026-11-20'],
    ['DC.coverage.t.max', '2025-01-01'],
  ]
  expect((await audit({ '/': page(fields) })).outcomes).toEqual([['coverage', 'violates']])
})

it('codes of an area we know in full are asked about when they are none of it, others are not', async () => {
  expect(await said('Category.Theme', '8Y0')).toEqual([['unlisted-code', 'needs-review']])
  expect(await said('Category.Cake', 'BE4')).toEqual([])
  expect(await said('Category.Service', 'B99')).toEqual([['unlisted-code', 'needs-review']])
  expect(await said('Category.Service', 'A50')).toEqual([])
})

it('an identifier without any number is a question', async () => {
  expect(await said('DC.Identifier', '中華民國勞動部')).toEqual([['identifier', 'needs-review']])
})

it('the same fault on several pages is one finding, and pages without faults are counted', async () => {
  const wrong = page([['Category.Theme', ',770']])
  const { numbers, findings } = await audit({ '/': page([['Category.Theme', '770']]), '/a': wrong, '/b': wrong })
  expect(numbers).toEqual({ valid: [1, 0, 3], faulty: [2, 0, 3] })
  expect(findings.find(({ messageId }) => messageId === 'separator')).toMatchObject({
    pages: 2,
    url: 'http://agency.test/a',
    evidence: [{ kind: 'element', selector: 'meta[name="Category.Theme"]' }, { kind: 'element' }],
  })
})

/** Ten pages with the same field; each has its own title, and prints its own day unless told otherwise. */
function tenPages(fields: Fields, day: (index: number) => string = (index) => `2026-10-${10 + index}`) {
  const files = Array.from({ length: 10 }, (_, index) => [
    index === 0 ? '/' : `/${index}`,
    page(fields, `第${index}號公告`, `<p>發布日期：${day(index)}</p>`),
  ])
  return Object.fromEntries(files) as Record<string, string>
}

it('a date that all pages share while they print others is a template', async () => {
  const { outcomes, numbers } = await audit(tenPages([['DC.Date', '2009-09-09']]))
  expect(outcomes).toEqual([['constant', 'violates']])
  expect(numbers['faulty']).toEqual([10, 0, 10])
})

it('a date that all pages share and print is a question', async () => {
  const { outcomes } = await audit(tenPages([['DC.Date', '2026-10-10']], () => '2026-10-10'))
  expect(outcomes).toEqual([['constant', 'needs-review']])
})

it('a title that pages of other names share is a template, its classes are a question, and nine pages are too few', async () => {
  const fields: Fields = [
    ['DC.Title', '全球資訊網'],
    ['Category.Theme', '100'],
    ['Category.Cake', 'C00'],
    ['Category.Service', 'I00'],
  ]
  const files = tenPages(fields)
  const { outcomes } = await audit(files)
  expect(outcomes.sort()).toEqual([
    ['constant', 'violates'],
    ['constant-classes', 'needs-review'],
  ])
  const { '/9': _, ...nine } = files
  expect((await audit(nine)).outcomes).toEqual([['valid', 'conforms']])
})

const oids = (...all: string[]): Record<string, string> =>
  Object.fromEntries(all.map((oid, index) => [index === 0 ? '/' : `/${index}`, page([['DC.Identifier', oid]])]))

it('the OID of another agency is a fault where the own one is told, and a question where most pages say another', async () => {
  const files = oids('313999900Z-1', '313999900Z-2', '355030000I')
  const told = await audit(files, { agency: { oid: '313999900Z' } })
  expect(told.findings.find(({ messageId }) => messageId === 'other-oid')).toMatchObject({
    verdict: 'violates',
    values: { content: '355030000I', because: '非本機關代碼313999900Z' },
  })
  expect((await audit(files)).outcomes.sort()).toEqual([
    ['other-oid', 'needs-review'],
    ['valid', 'conforms'],
  ])
})

it('the OID of the cabinet on the site of another is a question, on its own it is none', async () => {
  const files = oids('300000000A-1', '300000000A-2')
  expect((await audit(files)).outcomes).toEqual([['known-oid', 'needs-review']])
  expect((await audit(files, { agency: { name: '行政院' } })).outcomes).toEqual([['valid', 'conforms']])
})

it('codes of another kind of agency are asked about where nothing on the site speaks of its area', async () => {
  const police: Fields = [['Category.Theme', '170']]
  expect((await audit({ '/': page(police) })).outcomes).toEqual([['other-area', 'needs-review']])
  expect((await audit({ '/': page(police, '警察局') })).outcomes).toEqual([['valid', 'conforms']])
})

it('schools may follow the rule, they need not', async () => {
  const { outcomes } = await audit({ '/': page([['DC.Date', '115.11.20']]) }, { agency: { kind: 'school' } })
  expect(outcomes).toEqual([['date-form', 'needs-review']])
})

it('a site without any metadata has no contents to judge, of no page nothing is known', async () => {
  expect(await audit({ '/': page([]) })).toMatchObject({ status: 'not-applicable', measures: [] })
  expect(await audit({})).toMatchObject({ status: 'undetermined' })
  expect(await audit({ '/': '<div id="app"></div><script>go()</script>' })).toMatchObject({ status: 'undetermined' })
})

it('whatever stands in a content is survived, and told in few words', async () => {
  const content = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.constantFrom(',', '9'.repeat(5000), '2026-13-45'),
  )
  await fc.assert(
    fc.asyncProperty(
      content,
      fc.constantFrom('DC.Date', 'Category.Theme', 'DC.Identifier', 'DC.Coverage.t.min'),
      async (text, name) => {
        const { findings } = await audit({ '/': page([[name, text]]) })
        for (const { values } of findings) expect(JSON.stringify(values).length).toBeLessThan(2000)
      },
    ),
    { numRuns: 60 },
  )
})

it('what a program wrote wrong in another way on every page is one finding with an example; twenty ways are told one by one', async () => {
  const pagesWith = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`/${index || ''}`, page([['Category.Theme', `最新消息${index}`]])]),
    )
  const [few, many] = [await audit(pagesWith(20)), await audit(pagesWith(21))]
  const wrong = ({ findings }: typeof few) => findings.filter(({ verdict }) => verdict === 'violates')
  expect(wrong(few).map(({ messageId, pages }) => [messageId, pages])).toEqual(Array(20).fill(['malformed-code', 1]))
  expect(wrong(many)).toMatchObject([
    { messageId: 'diverse', pages: 21, values: { field: 'Category.Theme', contents: '21', fault: '代碼格式不符' } },
  ])
  expect(many.numbers).toMatchObject({ faulty: [21, 0, 21] })
})
