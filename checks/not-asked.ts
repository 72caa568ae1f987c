/** Why the crawl left an address alone, by the code it gave in the table of URLs. */
const reasons: Readonly<Record<string, string>> = {
  robots: 'robots.txt 不允許查核',
  'robots-unreachable': '未能取得 robots.txt',
  depth: '超過檢測深度',
  'budget:pages': '超過檢測頁數上限',
  'budget:requests': '超過檢測請求數上限',
  'budget:minutes': '超過檢測時間上限',
  excluded: '不在檢測範圍',
  'never-ask': '依設定不查核之主機',
  'not-reached': '查核結束時尚未查閱',
  'not-responding': '網站連續多次沒有回應',
  suffering: '網站頻繁回應錯誤或逾時，為免增加負擔而停止查閱',
  'asked-to-wait': '網站要求暫緩查閱',
  'host-cap': '同一站外主機之連結過多，僅查核上限以內者',
  'no-network': '本次檢測之對外網路未能連線',
  'too-long': '網址過長',
  repeating: '同類網址重複過多',
  duplicate: '與其他網址為同一頁',
  'trap:calendar': '行事曆網址過多',
  'trap:list': '列表分頁或排序網址過多',
  'trap:pattern': '同類網址過多',
  'trap:alike': '同類網址之內容一再相同',
  'trap:folder': '同一資料夾網址過多',
  'trap:links': '單一網頁之連結過多',
  'trap:path': '網址路徑重複增長',
  'trap:query': '網址參數重複增長',
}

/** Why an address was never asked for, in Traditional Chinese. `reason` is the code the crawl left, `null` when it left none. */
export function whyNotAsked(reason: string | null): string {
  return reasons[reason ?? ''] ?? '本次檢測未取得'
}
