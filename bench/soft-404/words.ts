import { pick } from '../generator/random.ts'

/** What texts of living pages are put together from: enough of them that no two articles are alike by chance. */
const topics =
  '河川疏濬工程 育兒津貼 長期照顧服務 社區環境清潔 道路養護 公園綠美化 毒品危害防制 食品安全稽查 登革熱防治 國民年金 身心障礙證明 地籍清理 建築物公安申報 空氣品質改善 市場攤位承租 公車路線調整 文化資產修復 圖書館閱讀推廣 青年就業獎勵 原住民族語推廣 客家文化節 勞動檢查 流感疫苗接種 農業天然災害救助 漁港清淤 畜牧場登記 消費爭議調解 志願服務訓練 防災士培訓 新住民生活適應'.split(
    ' ',
  )
const matters = '說明會 申請須知 成果發表 徵選簡章 補助要點修正 辦理情形 意見徵詢 得獎名單 期程調整 服務據點異動'.split(
  ' ',
)
const places =
  '中正 信義 仁愛 東勢 清水 大里 豐原 鹿港 員林 竹山 埔里 斗六 虎尾 朴子 新營 岡山 旗山 屏東 潮州 羅東'.split(' ')
const sentences = [
  '{topic}自{month}月{day}日起於{place}區分階段辦理，預計{number}人受益。',
  '為使民眾瞭解{topic}之內容，{place}區公所將於{month}月{day}日下午二時舉行座談，歡迎踴躍參加。',
  '本年度編列新臺幣{number}萬元推動{topic}，較去年增加百分之{day}。',
  '申請人應備妥身分證明文件及{topic}申請表，向{place}服務站提出，審查期間約{day}個工作天。',
  '有關{topic}之執行成效，經統計截至{month}月底共計{number}件，其中{place}地區占三成。',
  '{place}地方代表建議{topic}應納入鄰里意見，主管單位表示將於{month}月前提出修正方案。',
  '承辦單位提醒，參與{topic}者請於{month}月{day}日前完成線上登錄，逾期恕不受理。',
  '專家指出，{topic}推行{day}年來，{place}一帶已有明顯改善，後續將擴大至鄰近{number}戶。',
  '活動當日{place}路段實施交通管制，前往{topic}會場之民眾請多利用大眾運輸工具。',
  '經{month}月份第{day}次會議決議，{topic}委由專業團隊辦理，履約期間至年底止。',
]

export function topic(random: () => number): string {
  return one(random, topics)
}

export function place(random: () => number): string {
  return one(random, places)
}

export function headline(random: () => number): string {
  return `${place(random)}區${topic(random)}${one(random, matters)}`
}

/** A paragraph of so many sentences about one matter. */
export function paragraph(random: () => number, count: number): string {
  const about = topic(random)
  return Array.from({ length: count }, () => filled(one(random, sentences), about, random)).join('')
}

function filled(sentence: string, about: string, random: () => number): string {
  return sentence
    .replaceAll('{topic}', about)
    .replace('{place}', place(random))
    .replace('{month}', String(1 + pick(random, 12)))
    .replace('{day}', String(2 + pick(random, 26)))
    .replace('{number}', String(30 + pick(random, 900)))
}

export function one<T>(random: () => number, list: readonly T[]): T {
  return list[pick(random, list.length)] as T
}

/** A number that depends on the text alone: what a page shows of "now" may vary and yet be the same in every run. */
export function numberOf(text: string): number {
  let hash = 2166136261
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619)
  return hash >>> 0
}
