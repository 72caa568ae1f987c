import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  daysBefore,
  monthsBefore,
  newestDateIn,
  newestEndIn,
  newestOccasionIn,
  newestYearIn,
  periodsIn,
  rocDateText,
  speaksOfYear,
} from '../../checks/periods.ts'

const today = '2026-11-22'

it.each([
  ['115年度施政計畫', '2026-01-01', '2026-12-31'],
  ['2026年度施政計畫', '2026-01-01', '2026-12-31'],
  ['114至117年度中程施政計畫', '2025-01-01', '2028-12-31'],
  ['112-115年度中程施政計畫', '2023-01-01', '2026-12-31'],
  ['113學年度校務會議', '2024-08-01', '2025-07-31'],
  ['115年第2季水權統計', '2026-04-01', '2026-06-30'],
  ['115年第三季', '2026-07-01', '2026-09-30'],
  ['114年下半年自行考核', '2025-07-01', '2025-12-31'],
  ['115上半年 考核結果', '2026-01-01', '2026-06-30'],
  ['115年2月', '2026-02-01', '2026-02-28'],
  ['發布日期：115.03.26', '2026-03-26', '2026-03-26'],
  ['110-01-15', '2021-01-15', '2021-01-15'],
  ['民國113年4月26日', '2024-04-26', '2024-04-26'],
  ['2024/04/26', '2024-04-26', '2024-04-26'],
  ['１１３年４月', '2024-04-01', '2024-04-30'],
  ['budget_2025.pdf', '2025-01-01', '2025-12-31'],
  ['114|補助甲協會', '2025-01-01', '2025-12-31'],
])('「%s」 speaks of %s to %s', (text, from, to) => {
  expect(periodsIn(text)).toContainEqual({ from, to })
})

it.each(['電話02-23110000', '金額 500,000 元', '第1150001號', '115.13.40', '', '99999', '臺北市115號', '2,024 人'])(
  '「%s」 speaks of no period',
  (text) => {
    expect(periodsIn(text)).toEqual([])
  },
)

it('the newest date is not after today, and a year that goes on ends today', () => {
  expect(newestDateIn('113年統計年報、114年統計年報', today)).toBe('2025-12-31')
  expect(newestDateIn('115年統計年報', today)).toBe(today)
  expect(newestDateIn('120年預估', today)).toBeNull()
  expect(newestDateIn('無', today)).toBeNull()
  expect(newestDateIn('110-01-15|水字第1150001號|說明', today)).toBe('2021-01-15')
  expect(newestDateIn('2019-03-04 公告', today)).toBe('2019-03-04')
})

it('years count by any period that touches them', () => {
  expect(speaksOfYear('114至117年度', 2026)).toBe(true)
  expect(speaksOfYear('115年度', 2026)).toBe(true)
  expect(speaksOfYear('114年度', 2026)).toBe(false)
  expect(newestYearIn('114年度決算、113年度決算', 2026)).toBe(2025)
  expect(newestYearIn('決算', 2026)).toBeNull()
})

it('months are counted back to a day that there is', () => {
  expect(monthsBefore('2026-11-22', 18)).toBe('2025-05-22')
  expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28')
  expect(monthsBefore('2026-01-31', 2)).toBe('2025-11-30')
  expect(rocDateText('2026-11-22')).toBe('115年11月22日')
})

it('every date of a 民國 year from 79 on is read back', () => {
  const dates = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(dates, (date) => {
      const iso = date.toISOString().slice(0, 10)
      expect(periodsIn(rocDateText(iso))).toContainEqual({ from: iso, to: iso })
    }),
  )
})

it('no text makes it throw, and no period ends before it begins', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 9999 }), (text, number) => {
      for (const { from, to } of periodsIn(`${text}${number}年${text}`)) expect(from <= to).toBe(true)
    }),
  )
})

it('an occasion has a day or a month, a year that is going on is none', () => {
  const today = '2026-11-20'
  expect(newestOccasionIn('115年施政；113年5月6日開會；114年3月', today)).toBe('2025-03-31')
  expect(newestOccasionIn('115年11月', today)).toBe(today)
  expect(newestEndIn('115年度預算；114年度決算；115年9月5日', today)).toBe('2026-09-05')
  expect(newestEndIn('115年度預算；114年度決算', today)).toBe('2025-12-31')
  expect(newestEndIn('115年度預算', today)).toBeNull()
  expect(newestOccasionIn('115年度', today)).toBeNull()
  expect(newestOccasionIn('116年1月1日起', today)).toBeNull()
})

it('days before a date run over months and leap days', () => {
  expect(daysBefore('2024-03-01', 1)).toBe('2024-02-29')
  expect(daysBefore('2026-01-10', 31)).toBe('2025-12-10')
})
