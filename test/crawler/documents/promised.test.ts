import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { promisedBy } from '../../../crawler/documents/promised.ts'
import { anyText } from '../../support/any-text.ts'

const base64 = (name: string) => encodeURIComponent(Buffer.from(name).toString('base64'))

describe('an address promises a format', () => {
  it.each([
    ['http://a.test/files/form.odt', 'odt'],
    ['http://a.test/files/%E7%94%B3%E8%AB%8B%E6%9B%B8.DOCX', 'docx'],
    ['http://a.test/files/bad%E7%escape.pdf', 'pdf'],
    ['http://a.test/Download.ashx?u=LzAwMS9VcGxvYWQ&n=x&icon=.pdf', 'pdf'],
    ['http://a.test/Download.ashx?u=x&icon=..ods', 'ods'],
    ['http://a.test/Download.ashx?u=x&ICON=.xlsx', 'xlsx'],
    [`http://a.test/Download.ashx?u=${base64('/001/Upload/1.doc')}&n=${base64('申請書.odt')}`, 'odt'],
    [`http://a.test/Download.ashx?u=${base64('/001/Upload/1.doc')}&n=${base64('申請書.odt')}&icon=.pdf`, 'pdf'],
    ['http://a.test/download.php?file=report.zip', 'zip'],
    ['http://a.test/get.aspx?f=12AED0688767E7CF', null],
    ['http://a.test/News_Content.aspx?n=12AED0688767E7CF&s=1', null],
    ['http://a.test/', null],
    ['http://a.test/archive.v2/page', null],
    ['not an address', null],
  ])('%s', (address, format) => {
    expect(promisedBy(address, null).claims[0]?.format ?? null).toBe(format)
  })
})

it('the name in a parameter is the name of the file', () => {
  expect(promisedBy(`http://a.test/Download.ashx?n=${base64('申請書.odt')}`, null).fileName).toBe('申請書.odt')
  expect(promisedBy(`http://a.test/Download.ashx?u=${base64('/001/Upload/申請書.pdf')}`, null).fileName).toBe(
    '申請書.pdf',
  )
})

describe('where the address promises nothing, the text of the link may', () => {
  it.each([
    ['申請書.odt', 'odt'],
    ['申請書(ODT)', 'odt'],
    ['申請書［pdf］', 'pdf'],
    ['下載 .docx', 'docx'],
    ['申請書', null],
    ['說明(一)', null],
    [null, null],
  ])('%s', (text, format) => {
    expect(promisedBy('http://a.test/download?id=1', text).claims[0]?.format ?? null).toBe(format)
  })

  it('but the address comes first', () => {
    expect(promisedBy('http://a.test/a.docx', '申請書(odt)').claims[0]?.format).toBe('docx')
  })
})

it('every promise is kept, in the order in which they count', () => {
  const address = `http://a.test/files/Download.pdf?u=x&n=${base64('申請書.odt')}&icon=.docx`
  expect(promisedBy(address, '申請書(xlsx)').claims).toEqual([
    { source: 'icon', format: 'docx' },
    { source: 'parameter', format: 'odt' },
    { source: 'path', format: 'pdf' },
    { source: 'link-text', format: 'xlsx' },
  ])
})

it('no address and no text makes it fail', () => {
  fc.assert(
    fc.property(anyText(), fc.string(), fc.string(), (path, query, text) => {
      expect(promisedBy(`http://a.test/${path}?n=${query}`, text)).toBeDefined()
    }),
  )
})
