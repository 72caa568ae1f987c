import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { linesOf as linesIn } from '../../../checks/disclosure/article7/item-node.ts'
import { matchesAny, normaliseLabel } from '../../../checks/labels.ts'
import { readTerms } from '../../../config/read-terms.ts'

const { disclosure } = readTerms()
const gold = '../shared/domain/synonyms.json'

/** Labels that rightly belong to more lines than the one they were collected under. */
const alsoOf: Readonly<Record<string, string>> = {
  '法律、法規及行政規則': '1+2: one node for both',
  法規及行政規則: '1+2: one node for both',
  法規釋令: '1+2: 法規 and 釋令',
  法令函釋: '1+2: 法令 and 函釋',
  專利法令解釋: '1+2: collected under 2, names the laws as well',
  '(多數機關併入第1款:法規及行政規則)': '1+2: a remark of the collector',
  施政計畫及研究報告: '5a+5c: one node for both',
  '檔案法(含行政解釋)': '1+2: collected under 2, names the law as well',
}

function linesOf(label: string): string[] {
  return linesIn(label, disclosure)
}

/** [line, label] of every label; a remark of the collector in brackets after a blank is dropped. */
function goldLabels(): [string, string][] {
  const table = JSON.parse(readFileSync(gold, 'utf8')) as Record<string, { label: string }[]>
  return Object.entries(table).flatMap(([line, rows]) =>
    rows
      .flatMap((row) => row.label.split(/ [/;] /))
      .map((label): [string, string] => [
        line.split(' ')[0] ?? '',
        normaliseLabel(label.replace(/ \((?![補捐]).*\)$/, '')),
      ]),
  )
}

it.skipIf(!existsSync(gold))(`every collected label finds its own line, and no other (needs ${gold})`, () => {
  const labels = goldLabels().filter(([line]) => line !== 'extra')
  expect(labels.length).toBeGreaterThan(120)
  expect(labels.filter(([line, label]) => !linesOf(label).includes(line))).toEqual([])
  const wide = labels.map(([, label]) => label).filter((label) => linesOf(label).length > 1)
  expect(wide.filter((label) => alsoOf[label] === undefined)).toEqual([])
})

it.skipIf(!existsSync(gold))(`what stands beside the twelve lines in a section is none of them (needs ${gold})`, () => {
  const extras = goldLabels().filter(([line]) => line === 'extra')
  expect(extras.length).toBeGreaterThan(15)
  expect(extras.filter(([, label]) => linesOf(label).length > 0)).toEqual([])
})

it.each([
  ['1', '法律扶助'],
  ['1', '政府資訊公開法'],
  ['2', '統計名詞解釋'],
  ['3', '防制組織犯罪'],
  ['3', '人民團體組織'],
  ['5b', '網站瀏覽人次統計'],
  ['6', '性別預算'],
  ['8', '綠色採購'],
  ['9', '法律扶助補助'],
  ['10', '會議室租借'],
  ['1', '使用方法'],
  ['1', '違反勞動法令公布專區'],
  ['3', '全國聯防組織'],
  ['1', '組織條例'],
  ['3', '關於本站'],
  ['1', '法規服務'],
  ['1', '法律服務'],
  ['1', '法令問答'],
  ['1', '法律宣導及教育'],
  ['1', '法規教育訓練'],
  ['3', '臺灣學通訊資料庫'],
  ['3', '中國大陸各地公證協會通訊錄'],
  ['3', '特約醫院聯絡電話'],
  ['3', '合格業者電話一覽表'],
  ['3', '里長通訊錄'],
  ['3', '電話禮貌測試表'],
  ['3', '緊急應變聯絡窗口'],
  ['3', '連絡道路工程'],
  ['3', '業務聯繫會報'],
])('line %s is not meant by 「%s」', (item, label) => {
  expect(linesOf(normaliseLabel(label))).not.toContain(item)
})

it.each([
  ['1', '國家公園法'],
  ['3', '服務電話'],
  ['3', '基本資訊'],
  ['3', '連絡我們'],
  ['3', '與我們聯繫'],
  ['3', '業務聯繫表'],
  ['3', '各機關電話號碼表(PDF格式)'],
  ['3', '電話號碼簿'],
  ['3', '各單位分機對照表'],
  ['3', '服務中心地址及分機號碼表'],
  ['3', '聯絡人員名冊'],
  ['3', '連絡資訊'],
  ['3', '本會員工通訊錄'],
  ['3', '各科室電話'],
  ['1', '主管法規查詢服務'],
  ['1', '服務規章'],
  ['10', '市政會議記錄'],
  ['6', '歲計會計書表'],
  ['8', '標案管理系統'],
])('line %s is meant by 「%s」', (item, label) => {
  expect(linesOf(normaliseLabel(label))).toEqual([item])
})

function isSection(label: string): boolean {
  const normal = normaliseLabel(label)
  return matchesAny(normal, disclosure.section) && !matchesAny(normal, disclosure.falseFriends)
}

it.each(
  `政府資訊公開 資訊公開 公開資訊 政府公開資訊 主動公開資訊 主動公開政府資訊 行政公開資訊 行政資訊公開 政府資訊公開總覽
   政府資訊公開專區 公開政府資訊單一窗口 ※政府資訊公開(另開新視窗) 本局政府資訊公開 臺中市政府政府資訊公開`.split(
    /\s+/,
  ),
)('「%s」 names the section', (label) => {
  expect(isSection(label)).toBe(true)
})

it.each(
  `化學物質登錄資訊公開查詢 毒化物質釋放量公開資訊 醫療品質資訊公開 醫院財務資訊公開 會計資訊公開 統計資訊公開 政府資料開放
   開放資料 主動公開資訊(94.05.23起不再刊登行政院公報) 行政院資訊公開要點 公職人員及關係人補助或交易身分關係公開專區
   政府資訊公開法 政府資訊公開申請書 政府資訊公開法問答集 校務資訊公開 公開資訊觀測站 資訊公開法規`.split(/\s+/),
)('「%s」 does not name the section', (label) => {
  expect(isSection(label)).toBe(false)
})

it.each(['政府資訊公開法', '校務資訊公開', '校務及財務資訊公開', '校務與財務資訊公開專區', '校務基金公開專區'])(
  '「%s」 names it only where the items are behind',
  (label) => {
    expect(matchesAny(normaliseLabel(label), disclosure.weakSection)).toBe(true)
  },
)

interface Menu {
  section: string
  labels: Record<string, string[]>
}

/** Menus of sections of agencies of every level, courts, schools and foundations, labelled by eye: facts 2.2. */
const menus = JSON.parse(
  readFileSync(new URL('../../../fixtures/labels/menus.json', import.meta.url), 'utf8'),
) as Menu[]

it('the entries of thirty menus are mapped to the lines a reader gives them', () => {
  const pairs = menus.flatMap(({ labels }) => Object.entries(labels))
  expect(menus.length).toBeGreaterThanOrEqual(24)
  expect(pairs.length).toBeGreaterThan(300)
  const read = pairs.map(([label]) => [label, linesOf(normaliseLabel(label))])
  expect(read).toEqual(pairs)
})

it('the usual labels of sections and of menus beside them are mapped to the lines a reader gives them', () => {
  const file = new URL('../../../fixtures/labels/common-labels.json', import.meta.url)
  const pairs = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>)
  expect(pairs.length).toBeGreaterThan(700)
  expect(pairs.map(([label]) => [label, linesOf(normaliseLabel(label))])).toEqual(pairs)
})

it('the sections of the thirty menus are found by their names', () => {
  const names = menus.flatMap(({ section }) => section.split(/ [/+] /)).filter((name) => /\p{sc=Han}/u.test(name))
  const isNamed = (name: string) => isSection(name) || matchesAny(normaliseLabel(name), disclosure.weakSection)
  expect(names.filter((name) => !isNamed(name))).toEqual([])
})

it.each([
  ['租金補助', []],
  ['原鄉就醫交通補助', []],
  ['對民間團體補助', ['9']],
  ['支付或接受之補助', ['9']],
  ['補助資訊', ['9']],
  ['會議紀錄', ['10']],
])('outside of the section 「%s」 names %j', (label, items) => {
  expect(linesIn(normaliseLabel(label), disclosure, 'elsewhere')).toEqual(items)
})

it.each([
  ['業務統計(統計公告/政策宣導廣告統計)', ['5b']],
  ['組織、職掌(含電話及傳真)', ['3']],
  ['招(決)標公告', ['8']],
  ['統計(廣告執行情形)', []],
  ['會議紀錄(性別平等專案小組)', []],
])('what stands in brackets: 「%s」 names %j', (label, items) => {
  expect(linesOf(normaliseLabel(label))).toEqual(items)
})
