import { describe, expect, it } from 'vitest'
import { nextPager, otherPagersIn, pagersOf } from '../../../crawler/browser/next-pager.ts'

function links(...labels: string[]) {
  return labels.map((text, index) => ({ index, text, target: 'ctl00$Grid', argument: `Page$${text}` }))
}

describe('the next page of a list', () => {
  it.each([
    [['2', '3', '...'], 1, '2', 2],
    [['1', '2', '4', '5', '...'], 3, '4', 4],
    // The last of a group: the ellipsis behind it leads to the next group, the one before it does not.
    [['...', '6', '7', '8', '9', '...'], 10, '...', 11],
    [['...', '11', '12'], 13, null, null],
    [['上一頁', '下一頁'], 4, '下一頁', 5],
    [['1', '2'], 3, null, null],
    [[], 1, null, null],
  ])('%j after page %i', (labels, current, text, page) => {
    const next = nextPager(pagersOf(links(...labels)), current)
    expect([next?.link.text ?? null, next?.page ?? null]).toEqual([text, page])
  })
})

it('links that do something else are no pagers, and of two lists the first is turned', () => {
  const [first] = links('2')
  const other = { index: 5, text: '2', target: 'ctl00$OtherGrid', argument: 'Page$2' }
  expect(pagersOf([...links('刪除', '查詢'), ...links('2', '下一頁'), other]).map(({ text }) => text)).toEqual([
    '2',
    '下一頁',
  ])
  expect(pagersOf([{ ...other, index: 0 }, ...(first === undefined ? [] : [first])])).toHaveLength(1)
  expect(pagersOf(links('刪除'))).toEqual([])
})

it('pagers of other lists are counted', () => {
  const other = (target: string) => ({ index: 5, text: '2', target, argument: 'Page$2' })
  expect(otherPagersIn(links('刪除', '2', '3'))).toBe(0)
  expect(otherPagersIn([])).toBe(0)
  expect(otherPagersIn([...links('2', '3'), other('ctl00$Second'), other('ctl00$Second'), other('ctl00$Third')])).toBe(
    2,
  )
})

it('the links of a data pager differ in their names and are one list', () => {
  const named = (text: string, target: string) => ({ index: 0, text, target, argument: '' })
  const pager = [
    named('2', 'ctl00$DataPager1$ctl01$ctl01'),
    named('3', 'ctl00$DataPager1$ctl01$ctl02'),
    named('下一頁', 'ctl00$DataPager1$ctl02$ctl00'),
  ]
  expect(pagersOf(pager)).toHaveLength(3)
})
