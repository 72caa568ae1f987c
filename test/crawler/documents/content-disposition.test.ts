import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileNameOfDisposition } from '../../../crawler/documents/content-disposition.ts'
import { anyText } from '../../support/any-text.ts'

const raw = (bytes: Buffer) => bytes.toString('latin1')
/** 「申請書」 in Big5; the second character ends in the byte of a backslash's neighbour. */
const big5 = Buffer.from('a5d3bdd0aed1', 'hex')

describe('the file name in a Content-Disposition header', () => {
  it.each([
    ['attachment; filename=form.odt', 'form.odt'],
    ['attachment; filename="my form.odt"', 'my form.odt'],
    ['attachment;filename="a\\"b.odt"', 'a"b.odt'],
    ['inline; filename="申請書.odt"', '申請書.odt'],
    ["attachment; filename*=UTF-8''%E7%94%B3%E8%AB%8B%E6%9B%B8.odt", '申請書.odt'],
    ["attachment; filename=x.doc; filename*=utf-8'zh-TW'%E7%94%B3.odt", '申.odt'],
    ["attachment; filename*=UTF-8''%FF%FF.odt; filename=plain.odt", 'plain.odt'],
    ["attachment; filename*=no-such''a.odt; filename=plain.odt", 'plain.odt'],
    ["attachment; filename*=big5''%A5%D3.odt", '申.odt'],
    ['attachment; filename=%E7%94%B3%E8%AB%8B%E6%9B%B8.odt', '申請書.odt'],
    ['attachment; filename=%A5%D3%BD%D0%AE%D1.odt', '申請書.odt'],
    ['attachment; filename="=?UTF-8?B?55Sz6KuL5pu4Lm9kdA==?="', '申請書.odt'],
    ['filename=form.pdf', 'form.pdf'],
    ['ATTACHMENT; FileName = "form.pdf" ; size=3', 'form.pdf'],
    ['attachment; filename="C:\\\\temp\\\\form.pdf"', 'form.pdf'],
    ['attachment; filename="../../etc/form.pdf"', 'form.pdf'],
    ['attachment; filename="100%.pdf"', '100%.pdf'],
    ['attachment; filename="open.pdf', 'open.pdf'],
    ['attachment', null],
    ['attachment; filename=', null],
    ['attachment; filename=""', null],
    ['', null],
  ])('%s', (header, name) => {
    expect(fileNameOfDisposition(header)).toBe(name)
  })

  it('is read from raw bytes in UTF-8 and in Big5', () => {
    expect(fileNameOfDisposition(`attachment; filename="${raw(Buffer.from('申請書.odt'))}"`)).toBe('申請書.odt')
    expect(fileNameOfDisposition(`attachment; filename=${raw(big5)}.odt`)).toBe('申請書.odt')
  })

  it('is a name or null, whatever the header', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const name = fileNameOfDisposition(`attachment; filename=${text}; filename*=UTF-8''${text}`)
        expect(name === null || /^[^/\\]+$/.test(name)).toBe(true)
      }),
    )
  })
})
