/** Sections of the site: folder name and label. Many folders of moderate size, as on agencies' sites. */
export const sections: readonly (readonly [folder: string, label: string])[] = [
  ['news', '最新消息'],
  ['bulletin', '公布欄'],
  ['tender', '採購公告'],
  ['law', '法規命令'],
  ['plan', '施政計畫'],
  ['budget', '預算及決算書'],
  ['petition', '請願及訴願'],
  ['report', '研究報告'],
  ['stat', '統計資料'],
  ['org', '組織與職掌'],
  ['forms', '表單下載'],
  ['faq', '常見問答'],
  ['event', '活動訊息'],
  ['press', '新聞稿'],
  ['pub', '出版品'],
  ['video', '影音專區'],
  ['water', '水情資訊'],
  ['flood', '防汛專區'],
  ['river', '河川治理'],
  ['groundwater', '地下水管理'],
  ['permit', '申請案件'],
  ['gender', '性別主流化'],
  ['integrity', '廉政園地'],
  ['minutes', '會議紀錄'],
]

/** Pages of the footer. */
export const footerPages: readonly (readonly [name: string, label: string])[] = [
  ['privacy', '隱私權保護政策'],
  ['security', '資訊安全政策'],
  ['opendata', '政府網站資料開放宣告'],
  ['mail', '首長信箱'],
  ['traffic', '交通資訊'],
  ['sitemap', '網站導覽'],
  ['english', '雙語詞彙'],
  ['rss', '訂閱服務'],
]

/** Sentences the bodies of pages are put together from. */
export const sentences: readonly string[] = [
  '為提升服務品質，本局自即日起受理線上申辦，民眾可於上班時間洽詢承辦人員。',
  '依政府資訊公開法第七條規定，主動公開下列資訊，並定期更新資料內容。',
  '本案業經審議通過，請各單位依核定之期程辦理，並於期限前函送辦理情形。',
  '汛期期間請隨時注意水位變化，沿岸民眾應遠離河道，確保自身安全。',
  '相關書表格式請至下載專區取得開放文件格式，並依說明欄所列事項填寫。',
  '如有疑義，請於收受通知之次日起三十日內，以書面向本局提出申請。',
  '會議紀錄、研究報告及統計資料，均刊登於本局全球資訊網供各界查閱。',
  '採購案之招標、決標及履約管理，悉依政府採購法及其子法之規定辦理。',
]
