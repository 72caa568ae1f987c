import { expect, it } from 'vitest'
import check from '../../../checks/services/form-inventory.ts'
import { checkSite } from '../../support/check-site.ts'
import { docx, odt } from '../../support/sample-files.ts'

const classes = '<meta name="Category.Service" content="600">'
const table = (...rows: readonly string[]) =>
  `${classes}<table><tr><th>編號</th><th>名稱</th></tr>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`
const row = (number: string, ...links: readonly [string, string][]) =>
  `<td>${number}</td><td>${links.map(([text, href]) => `<a href="${href}">${text}</a>`).join(' ')}</td>`

it('twins are one form, with number, version, formats and class', async () => {
  const links: [string, string][] = [
    ['水權登記申請書115年版（odt）', '/a.odt'],
    ['水權登記申請書115年版（docx）', '/a.docx'],
  ]
  const files = { '/': table(row('WR-01', ...links)), '/a.odt': odt('a'), '/a.docx': docx('a') }
  const { numbers, outcomes, detail } = await checkSite(check, files)
  expect(numbers).toMatchObject({
    forms: [1, 0, null],
    numbered: [1, 0, 1],
    versioned: [1, 0, 1],
    classified: [1, 0, 1],
  })
  expect(outcomes).toEqual([['managed', 'conforms']])
  const forms = detail?.kind === 'forms' ? detail.forms : []
  expect(forms).toMatchObject([{ number: 'WR-01', version: '115年版', formats: ['docx', 'odt'], classes: ['600'] }])
})

it('a form has the name of its row, however long its number, and also where scripts may change the page', async () => {
  const page = (script: string) =>
    `${classes}${script}<table><tr><th>編號</th><th>名稱</th><th>檔案</th></tr>
     <tr><td>HRO-001</td><td>委託書</td><td><a href="/a.odt">ODT</a></td></tr></table>`
  for (const script of ['', '<script src="/x.js"></script>']) {
    const files = { '/': page(script), '/a.odt': odt('a') }
    const options = script === '' ? {} : { rendered: { '/': `<p>公告</p>${page('')}` } }
    const { numbers, detail } = await checkSite(check, files, options)
    expect(numbers).toMatchObject({ forms: [1, 0, null], numbered: [1, 0, 1] })
    expect(detail?.kind === 'forms' ? detail.forms.map(({ title }) => title) : []).toEqual(['委託書'])
  }
})

it('no number in sight is a question: the file may bear one', async () => {
  const files = { '/': `${classes}<a href="/a.odt">水權登記申請書</a>`, '/a.odt': odt('a') }
  const { numbers, outcomes } = await checkSite(check, files)
  expect([numbers['numbered'], outcomes]).toEqual([[0, 1, 1], [['unnumbered', 'needs-review']]])
})

it('a form on pages without a service class is unclassified', async () => {
  const files = { '/': table(row('WR-01', ['水權登記申請書', '/a.odt'])).replace(classes, ''), '/a.odt': odt('a') }
  expect((await checkSite(check, files)).outcomes).toEqual([['unclassified', 'needs-review']])
})

it('an old version beside the new one is a duplicate; the same bytes twice are a copy', async () => {
  const rows = [row('S-01', ['節水輔導申請表', '/new.odt']), row('S-01', ['節水輔導申請表（108年版）', '/old.odt'])]
  const two = { '/': table(...rows), '/new.odt': odt('new'), '/old.odt': odt('old') }
  const different = await checkSite(check, two)
  expect(different.numbers).toMatchObject({ forms: [2, 0, null], duplicates: [2, 0, null] })
  expect(different.outcomes).toEqual([['duplicate', 'needs-review']])
  const same = await checkSite(check, { ...two, '/old.odt': odt('new') })
  expect(same.numbers).toMatchObject({ forms: [1, 0, null], duplicates: [0, 0, null], copies: [1, 0, null] })
})

it('filled examples and reports are no forms', async () => {
  const links = '<a href="/a.odt">水權登記申請書填寫範例</a><a href="/b.odt">年度工作報告</a>'
  const files = { '/': links, '/a.odt': odt('a'), '/b.odt': odt('b') }
  expect(await checkSite(check, files)).toMatchObject({ status: 'not-applicable' })
})

it('COVID-19 is no number of a form', async () => {
  const files = { '/': `${classes}<ul><li>COVID-19 <a href="/a.odt">補助申請書</a></li></ul>`, '/a.odt': odt('a') }
  expect((await checkSite(check, files)).numbers['numbered']).toEqual([0, 1, 1])
})

it('no form on a site that was not wholly seen is undetermined', async () => {
  expect(await checkSite(check, { '/': '<p>歡迎</p>' }, { unfetched: ['/forms'] })).toMatchObject({
    status: 'undetermined',
  })
})
