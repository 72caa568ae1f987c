import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import check from '../../../checks/documents/editable-offered-as-odf.ts'
import { checkSite } from '../../support/check-site.ts'
import { docx, odt, pdf, xlsx } from '../../support/sample-files.ts'
import type { SiteAnswer, SnapshotOptions } from '../../support/snapshot-of.ts'

const audit = (files: Record<string, SiteAnswer>, options?: SnapshotOptions) => checkSite(check, files, options)

it('a Word file alone is a violation that names the document and its format', async () => {
  const { status, numbers, findings } = await audit({
    '/': '<ul><li><a href="/f/apply.docx">土地複丈申請書（Word檔，20KB）</a></li></ul>',
    '/f/apply.docx': docx(),
  })
  expect(status).toBe('done')
  expect(numbers).toEqual({ editable: [1, 0, null], share: [0, 0, 1] })
  expect(findings).toMatchObject([
    { messageId: 'office-only', verdict: 'violates', values: { name: '土地複丈申請書', format: 'DOCX' }, pages: 1 },
  ])
  expect(findings[0]?.evidence.map(({ kind }) => kind)).toEqual(['resource', 'element'])
})

it.each([
  ['in one list item', '<ul><li>申請書 <a href="/d?id=1">下載</a>，<a href="/d?id=2">下載</a></li></ul>'],
  ['in one table row', '<table><tr><td>申請書<td><a href="/d?id=1">DOCX</a><td><a href="/d?id=2">ODT</a></tr></table>'],
  [
    'in two rows of one name',
    '<ul><li>申請書 <a href="/d?id=1">docx</a></li><li>申請書 <a href="/d?id=2">odt</a></li></ul>',
  ],
  ['side by side', '<p>申請書：<a href="/d?id=1">docx</a> / <a href="/d?id=2">odt</a></p>'],
  [
    'under the same words',
    '<p><a href="/d?id=1">申請書.docx</a></p><p>說明</p><p><a href="/d?id=2">申請書（ODT格式）</a></p>',
  ],
])('an ODF and a Word file %s are one document, offered as ODF', async (_, html) => {
  const { numbers, findings } = await audit({
    '/': html,
    '/d?id=1': { body: docx(), headers: { 'content-type': 'application/octet-stream' } },
    '/d?id=2': { body: odt(), headers: { 'content-type': 'application/octet-stream' } },
  })
  expect(numbers).toEqual({ editable: [1, 0, null], share: [1, 0, 1] })
  expect(findings).toEqual([])
})

it.each([
  '<table><tr><td>1<td>土地複丈申請書<td><a href="/d?id=1">DOC</a></tr></table>',
  '<table><tr><td><a href="/about">土地複丈申請書</a><td>115/11/01<td><a href="/d?id=1">下載</a></tr></table>',
  '<ul><li>土地複丈申請書：<a href="/d?id=1">下載</a></li></ul>',
  '<p>(土地複丈申請書) <a href="/d?id=1"><img src="/w.gif" alt="Word"></a></p>',
])('a file whose link says only its format is called what its row calls it: %s', async (html) => {
  const file = { body: docx(), headers: { 'content-type': 'application/octet-stream' } }
  const { findings } = await audit({ '/': html, '/d?id=1': file, '/about': '<p>說明</p>' })
  expect(findings.map(({ values }) => values['name'])).toEqual(['土地複丈申請書'])
})

it('files of one name in one folder are twins even when different pages link to them', async () => {
  const { numbers } = await audit({
    '/': '<a href="/f/apply.docx">申請書</a><a href="/odf">ODF 專區</a>',
    '/odf': '<a href="/f/apply_odt.odt">全部</a>',
    '/f/apply.docx': docx(),
    '/f/apply_odt.odt': odt(),
  })
  expect(numbers['share']).toEqual([1, 0, 1])
})

it('two different documents in one row are not twins', async () => {
  const { numbers, findings } = await audit({
    '/': '<ul><li>附件：<a href="/a.docx">申請書</a> <a href="/b.odt">委託書</a></li></ul>',
    '/a.docx': docx(),
    '/b.odt': odt(),
  })
  expect(numbers['share']).toEqual([1, 0, 2])
  expect(findings.map(({ values }) => values['name'])).toEqual(['申請書'])
})

it('a layout table does not make one document of the whole page', async () => {
  const { numbers } = await audit({
    '/': `<table><tr><td><p><a href="/a.docx">申請書</a></p><p>甲</p><p><a href="/b.docx">切結書</a></p><p>乙</p>
      <p><a href="/c.odt">委託書</a></p></td></tr></table>`,
    '/a.docx': docx('a'),
    '/b.docx': docx('b'),
    '/c.odt': odt(),
  })
  expect(numbers['share']).toEqual([1, 0, 3])
})

it('a Word file renamed to .odt is no ODF', async () => {
  const { numbers, findings } = await audit({
    '/': '<li><a href="/a.docx">申請書 docx</a> <a href="/a.odt">申請書 odt</a></li>',
    '/a.docx': docx(),
    '/a.odt': docx(),
  })
  expect(numbers['share']).toEqual([0, 0, 1])
  expect(findings).toMatchObject([{ messageId: 'renamed', verdict: 'violates', values: { format: 'DOCX' } }])
})

it('an ODF that is gone leaves the Word file alone', async () => {
  const { outcomes } = await audit({
    '/': '<li><a href="/a.docx">申請書 docx</a> <a href="/a.odt">申請書 odt</a></li>',
    '/a.docx': docx(),
    '/a.odt': { status: 404 },
  })
  expect(outcomes).toEqual([['odf-dead', 'violates']])
})

it.each([200, 503, null])('an ODF that was gone once, then %j, accuses nobody', async (second) => {
  const { numbers, outcomes } = await audit(
    {
      '/': '<li><a href="/a.docx">申請書 docx</a> <a href="/a.odt">申請書 odt</a></li>',
      '/a.docx': docx(),
      '/a.odt': { status: 404 },
    },
    { confirmations: { '/a.odt': second } },
  )
  expect(outcomes).toEqual([['odf-unread', 'needs-review']])
  expect(numbers['share']).toEqual([0, 1, 1])
})

it('a page under the name of a PDF is no document, nor a form that is only offered as PDF', async () => {
  const { numbers, outcomes, detail } = await audit({
    '/': '<a href="/form.pdf">申請書</a>',
    '/form.pdf': { headers: { 'content-type': 'text/html' }, body: '<p>查無資料' },
  })
  expect(outcomes).toEqual([])
  expect(numbers['editable']).toEqual([0, 0, null])
  expect(detail).toEqual({ kind: 'documents', verdicts: {} })
})

it('an ODF that was not fetched may be one: a question, no violation', async () => {
  const { numbers, outcomes } = await audit(
    {
      '/': '<li><a href="/a.docx">申請書 docx</a> <a href="/a.odt">申請書 odt</a></li>',
      '/a.docx': docx(),
    },
    { unfetched: ['/a.odt'] },
  )
  expect(numbers).toEqual({ editable: [1, 0, null], share: [0, 1, 1] })
  expect(outcomes).toEqual([['odf-unread', 'needs-review']])
})

it.each([
  ['was never asked for', undefined],
  ['timed out', { failure: 'headers-timeout' as const }],
  ['answers with a page of HTML', { headers: { 'content-type': 'text/html' }, body: '<p>請先登入' }],
  ['breaks off', docx().slice(0, 200)],
])('a Word file that %s is unknown', async (_, answer) => {
  const { numbers, findings, status } = await audit({
    '/': '<a href="/a.docx">申請書</a>',
    ...(answer !== undefined && { '/a.docx': answer }),
  })
  expect(status).toBe('done')
  expect(numbers).toEqual({ editable: [0, 1, null], share: [0, 1, 1] })
  expect(findings).toEqual([])
})

it('a form offered as PDF only is a question, a notice as PDF is none', async () => {
  const { numbers, outcomes } = await audit({
    '/': '<ul><li><a href="/a.pdf">復查申請書</a></li><li><a href="/b.pdf">115年度預算公告</a></li></ul>',
    '/a.pdf': pdf('申請書'),
    '/b.pdf': pdf(),
  })
  expect(numbers).toEqual({ editable: [0, 0, null], share: [0, 0, 0] })
  expect(outcomes).toEqual([['pdf-form', 'needs-review']])
})

it('a download handler without extension is judged by its bytes', async () => {
  const name = encodeURIComponent(Buffer.from('統計表.xlsx').toString('base64'))
  const { findings } = await audit({
    '/': `<a href="/Download.ashx?u=abc&amp;n=${name}&amp;icon=.xlsx">統計表</a>`,
    [`/Download.ashx?u=abc&n=${name}&icon=.xlsx`]: {
      body: xlsx(),
      headers: { 'content-type': 'application/octet-stream' },
    },
  })
  expect(findings).toMatchObject([{ messageId: 'office-only', values: { name: '統計表', format: 'XLSX' } }])
})

it('a document of another agency is not offered by this site', async () => {
  const { numbers } = await audit({ '/': '<a href="http://other.test/a.docx">申請書</a>' })
  expect(numbers['editable']).toEqual([0, 0, null])
})

it('the verdict on every document stands in the detail', async () => {
  const { detail } = await audit({
    '/': `<li><a href="/a.docx">甲 docx</a> <a href="/a.odt">甲 odt</a></li><li><a href="/b.docx">乙</a></li>
      <li><a href="/c.pdf">丙</a></li>`,
    '/a.docx': docx('a'),
    '/a.odt': odt(),
    '/b.docx': docx('b'),
    '/c.pdf': pdf(),
  })
  const at = (path: string) => `http://agency.test${path}`
  expect(detail).toEqual({
    kind: 'documents',
    verdicts: {
      [at('/a.docx')]: 'has-odf-twin',
      [at('/a.odt')]: 'odf',
      [at('/b.docx')]: 'office-only',
      [at('/c.pdf')]: 'final',
    },
  })
})

it('a site of which no page came is undetermined', async () => {
  const { status, reason } = await audit({ '/': { failure: 'refused' } })
  expect([status, reason]).toEqual(['undetermined', '未取得任何網頁，無法查核文件。'])
})

it('hostile names cost little', async () => {
  const { status } = await audit({
    '/': `<a href="/${'1'.repeat(500)}x.docx">${'1'.repeat(5000)}x${'('.repeat(5000)}</a><a href="/%zz.odt">%</a>`,
  })
  expect(status).toBe('done')
})

it.each([
  ['Word files alone', { 'a.docx': docx(), 'b.xlsx': xlsx() }, [['office-in-archive', 'violates']]],
  ['an ODF for each', { 'a.docx': docx(), 'a.odt': odt() }, []],
  ['an ODF for some', { 'a.docx': docx(), 'a.odt': odt(), 'b.xlsx': xlsx() }, [['not-looked-into', 'needs-review']]],
  ['a Word file called .odt', { 'a.odt': docx() }, [['office-in-archive', 'violates']]],
  ['PDF alone', { 'a.pdf': pdf() }, []],
  ['a further archive', { 'a.zip': zipSync({ 'a.docx': docx() }) }, [['not-looked-into', 'needs-review']]],
])('an archive that holds %s is judged by what it holds', async (_, entries, expected) => {
  const { outcomes } = await audit({ '/': '<a href="/a.zip">書表</a>', '/a.zip': zipSync(entries) })
  expect(outcomes).toEqual(expected)
})

it('an archive with ODF beside a Word file offers it; a RAR beside nothing was not looked into', async () => {
  const zip = zipSync({ 'apply.odt': odt() })
  const offered = await audit({
    '/': '<ul><li>申請書 <a href="/a.docx">下載</a> <a href="/a.zip">下載</a></li></ul>',
    '/a.docx': docx(),
    '/a.zip': zip,
  })
  expect(offered.numbers['share']).toEqual([1, 0, 1])
  const rar = {
    body: Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1'),
    headers: { 'content-type': 'application/vnd.rar' },
  }
  expect((await audit({ '/': '<a href="/a.rar">書表</a>', '/a.rar': rar })).outcomes).toEqual([
    ['not-looked-into', 'needs-review'],
  ])
})

const octets = { 'content-type': 'application/octet-stream' }

it('a panel that lists nothing but formats is one document, called by its head, whatever its addresses end in', async () => {
  const panel = (name: string, links: string) =>
    `<div><h3><button>${name}</button></h3><div><ul>${links}</ul></div></div>`
  const item = (path: string, format: string) => `<li><a href="${path}">${format}</a></li>`
  const { numbers, findings } = await audit({
    '/':
      panel('閱卷狀', item('/d-1.html', 'ODT') + item('/d-2.html', 'DOC')) +
      panel('支付命令聲請狀', item('/d-3.html', 'DOC')),
    '/d-1.html': { body: odt(), headers: octets },
    '/d-2.html': { body: docx(), headers: octets },
    '/d-3.html': { body: docx('另一件'), headers: octets },
  })
  expect(numbers).toEqual({ editable: [2, 0, null], share: [1, 0, 2] })
  expect(findings).toMatchObject([{ messageId: 'office-only', values: { name: '支付命令聲請狀' } }])
})

it('an ODF under a name alike, or the only other document of the page, leaves open whether it is the same', async () => {
  const alike = await audit({
    '/': '<p><a href="/a.doc">場地租借申請表</a> <a href="/2">2</a></p>',
    '/2': '<p><a href="/b.odt">場地租借申請書</a> <a href="/c.docx">學雜費減免申請表</a> <a href="/d.odt">請假單</a></p>',
    '/a.doc': docx(),
    '/b.odt': odt(),
    '/c.docx': docx('減免'),
    '/d.odt': odt('請假'),
  })
  expect(alike.findings).toMatchObject([
    { messageId: 'odf-alike', verdict: 'needs-review', values: { name: '場地租借申請表', other: '場地租借申請書' } },
    { messageId: 'office-only', verdict: 'violates', values: { name: '學雜費減免申請表' } },
  ])
  expect(alike.numbers).toMatchObject({ share: [2, 1, 4] })
  const pair = await audit({
    '/': '<p><a href="/a.doc">委託書</a></p><p><a href="/b.odt">委任書</a></p>',
    '/a.doc': docx(),
    '/b.odt': odt(),
  })
  expect(pair.findings).toMatchObject([{ messageId: 'odf-alike', verdict: 'needs-review' }])
  const years = await audit({
    '/': '<p><a href="/a.xls">115年度第3季</a></p><p><a href="/b.odt">114年度第4季</a></p>',
    '/a.xls': xlsx(),
    '/b.odt': odt(),
  })
  expect(years.findings).toMatchObject([{ messageId: 'office-only', verdict: 'violates' }])
})
