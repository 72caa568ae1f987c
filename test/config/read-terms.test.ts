import { expect, it } from 'vitest'
import { isLabelOf, matchesAny, normaliseLabel } from '../../checks/labels.ts'
import { readTerms } from '../../config/read-terms.ts'

const terms = readTerms()

it('every line of Article 7 has a title, labels and a question', () => {
  const lines = Object.entries(terms.disclosure.items)
  expect(lines.map(([item]) => item).sort()).toEqual(
    ['1', '10', '2', '3', '4', '5a', '5b', '5c', '6', '7', '8', '9'].sort(),
  )
  for (const [, line] of lines) expect(line.title.length * line.labels.length * line.question.length).toBeGreaterThan(0)
})

it('eighteen names of metadata are required, fifteen of them of Dublin Core', () => {
  expect(terms.classification.required).toHaveLength(18)
  expect(terms.classification.dublinCore).toHaveLength(15)
})

it.each(['網站導覽', '本站導覽', 'Site Map', 'SiteMap', '網站地圖(另開新視窗)'])('「%s」 is the site map', (label) => {
  expect(matchesAny(normaliseLabel(label), terms.siteMap)).toBe(true)
})

it.each(['導覽服務', '線上導覽', '導覽員招募', '語音導覽'])('「%s」 of a museum is no site map', (label) => {
  expect(matchesAny(normaliseLabel(label), terms.siteMap)).toBe(false)
})

it.each([
  ['serviceMeasure', '為民服務'],
  ['serviceMeasure', '標準作業程序(SOP)'],
  ['faq', '常見問答'],
  ['faq', 'FAQ'],
  ['event', '活動訊息'],
  ['event', '活動花絮'],
  ['promotion', '宣導文宣'],
  ['promotion', '為民服務白皮書'],
  ['promotion', '宣導手冊'],
  ['publication', '本局出版品'],
  ['publication', '出版品目錄'],
] as const)('a %s is called 「%s」', (kind, label) => {
  const kinds = Object.entries(terms.serviceInformation.kinds)
  expect(kinds.filter(([, words]) => isLabelOf(normaliseLabel(label), words)).map(([name]) => name)).toEqual([kind])
})

it.each(['政策宣導相關廣告', '政策及業務宣導之預算執行情形表', '場地預約', '網站資料開放宣告', '隱私權政策'])(
  '「%s」 is none of the five kinds of service information',
  (label) => {
    const kinds = Object.values(terms.serviceInformation.kinds)
    expect(kinds.some((words) => isLabelOf(normaliseLabel(label), words))).toBe(false)
  },
)
