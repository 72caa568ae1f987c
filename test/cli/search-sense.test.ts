import { expect, it } from 'vitest'
import { searchSense } from '../../cli/search-sense.ts'
import { readTerms } from '../../config/read-terms.ts'

const sense = searchSense(readTerms().search)
const conditionOf = (label: string, type = 'text', hint = '') => sense.conditionOf({ type, label, hint })

it.each(['標題', '內文', '文章內容', '發布單位', '主旨關鍵字', 'Title'])(
  'a field called %s looks in one part of a page',
  (label) => {
    expect(conditionOf(label)).toBe('words')
  },
)

it('a day is told where it is known how one is written', () => {
  expect(conditionOf('發布日期', 'date')).toBe('day')
  expect(conditionOf('', 'date')).toBe('day')
  expect(conditionOf('發布日期(起)', 'text', 'yyyy-mm-dd')).toBe('day')
  expect(conditionOf('2026-01-01', 'text', '2026-01-01')).toBe('day')
  expect(conditionOf('發布日期(起)')).toBeNull()
  expect(conditionOf('發布日期(起)', 'text', '民國 115/01/01')).toBeNull()
})

it.each(['姓名', '電子郵件', '通訊處', '每頁筆數', ''])('a field called %s narrows nothing that is known', (label) => {
  expect(conditionOf(label)).toBeNull()
})
