import fc from 'fast-check'
import { expect, it } from 'vitest'
import { normaliseLabel } from '../../checks/labels.ts'

it.each([
  ['5-3. 業務統計', '業務統計'],
  ['8-8政府資訊公開', '政府資訊公開'],
  ['※法規及行政規則', '法規及行政規則'],
  ['（一）法規', '法規'],
  ['一、法規', '法規'],
  ['第１款：條約', '條約'],
  ['9 補助', '補助'],
  ['研究報告(連結總局)', '研究報告'],
  ['統計專區', '統計'],
  ['業務統計（另開新視窗）', '業務統計'],
  ['FAQ,另開新視窗', 'faq'],
  ['會議紀錄(12)', '會議紀錄'],
  ['預算、\n 決算書 及會計月報', '預算、決算書及會計月報'],
  ['台北市政府', '臺北市政府'],
  ['連絡我們', '聯絡我們'],
  ['業務聯繫窗口', '業務聯絡窗口'],
  ['年度施政計劃', '年度施政計畫'],
  ['會議記錄', '會議紀錄'],
  ['業務執掌', '業務職掌'],
  ['公佈欄', '公布欄'],
])('「%s」 reads %s', (label, normal) => {
  expect(normaliseLabel(label)).toBe(normal)
})

it.each(['103年度預算案', '115.11.20公告', '專區', '1999'])('what belongs to 「%s」 stays', (label) => {
  expect(normaliseLabel(label)).toBe(label)
})

it('a label in normal form stays as it is, and nothing makes it throw', () => {
  const pieces = fc.constantFrom(
    '※',
    '1.',
    '(二)',
    '法規',
    '專區',
    '(另開新視窗)',
    ' ',
    '統計',
    '第3款',
    '>',
    '2',
    '年',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(pieces).map((all) => all.join('')),
      ),
      (label) => {
        const once = normaliseLabel(label)
        expect(once).not.toMatch(/\s/u)
        expect(normaliseLabel(once)).toBe(once)
      },
    ),
  )
})
