import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDates } from '../../store/written-dates.ts'

function dates(text: string): [string, string][] {
  return findDates(text).map((found) => [found.text, found.date])
}

describe('a date is read however an agency writes it', () => {
  it.each([
    ['115.11.20', '2026-11-20'],
    ['115-01-15', '2026-01-15'],
    ['115/1/5', '2026-01-05'],
    ['115年11月20日', '2026-11-20'],
    ['民國115年11月20日', '2026-11-20'],
    ['中華民國 115 年 11 月 20 日', '2026-11-20'],
    ['2026年11月20日', '2026-11-20'],
    ['2026/11/20', '2026-11-20'],
    ['2026-11-20', '2026-11-20'],
    ['2026.1.2', '2026-01-02'],
    ['１１５／１１／２０', '2026-11-20'],
    ['99-12-31', '2010-12-31'],
  ])('%s', (text, date) => {
    expect(dates(text)).toEqual([[text, date]])
  })
})

describe('what looks like a date is none', () => {
  it.each([
    '115.13.20',
    '115.02.30',
    '2025-02-29',
    '78-01-01',
    '02-2345-6789',
    '192.168.1.1',
    '1.115.11.20',
    '115.11.20.3',
    '12/31/99',
    '0932-123-456',
    '11/20/2026',
    '2026-11',
    '115年11月',
    '999-99-99',
    '9999/99/99',
    '20261120',
  ])('%s', (text) => {
    expect(dates(text)).toEqual([])
  })
})

it('both ends of a range are dates', () => {
  expect(dates('115.11.20-115.11.25、2026/01/01~2026/01/31').map(([, date]) => date)).toEqual([
    '2026-11-20',
    '2026-11-25',
    '2026-01-01',
    '2026-01-31',
  ])
})

it('leap days count in leap years alone', () => {
  expect(dates('113.02.29 114.02.29')).toEqual([['113.02.29', '2024-02-29']])
})

describe('the label before a date says what it is the date of', () => {
  it.each([
    ['更新日期: 2026/11/20', '更新日期'],
    ['更新日期：115-11-20', '更新日期'],
    ['發布日期 115.11.20', '發布日期'],
    ['資料更新時間:115-01-15 11:30', '資料更新時間'],
    ['最後異動時間： 2026-11-20 10:00:00', '最後異動時間'],
    ['上版日期：115.11.20', '上版日期'],
    ['【更新日期】115.11.20', '更新日期'],
    ['公告日期：民國115年11月20日', '公告日期'],
    ['Data update: 2026-11-20', 'Data update'],
    ['更新日期是很久以前的事，後來在另一個場合，115.11.20', null],
    ['115.11.20', null],
    ['冬至湯圓敬老活動 115-11-10', null],
    ['鄉有土地標租公告 115-11-20', null],
    ['公告：115-11-20', '公告'],
  ])('%s', (text, label) => {
    expect(findDates(text)[0]?.label).toBe(label)
  })
})

it('every day from 民國 79 on is read in every way of writing it', () => {
  const from = new Date('1990-01-01T00:00:00Z')
  const to = new Date('2110-12-31T00:00:00Z')
  fc.assert(
    fc.property(fc.date({ min: from, max: to, noInvalidDate: true }), (day) => {
      const iso = day.toISOString().slice(0, 10)
      const [year = '', month = '', date = ''] = iso.split('-')
      const roc = String(Number(year) - 1911)
      const ways = [
        iso,
        `${year}/${month}/${date}`,
        `${roc}.${month}.${date}`,
        `民國${roc}年${Number(month)}月${Number(date)}日`,
      ]
      for (const way of ways) expect(dates(way)).toEqual([[way, iso]])
    }),
  )
})

it('a found date stands where it says', () => {
  const text = fc.array(
    fc.constantFrom('115', '.', '-', '/', '11', '2026', '年', '月', '日', ' ', '更新日期', '：', '１'),
  )
  fc.assert(
    fc.property(text, (parts) => {
      const joined = parts.join('')
      for (const found of findDates(joined)) expect(joined.startsWith(found.text, found.index)).toBe(true)
    }),
  )
})
