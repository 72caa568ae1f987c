import type { FetchFailureCode } from '../../store/model/fetch-outcome.ts'

const failures: Readonly<Record<FetchFailureCode | 'unread', string>> = {
  'dns-not-found': '查無此主機名稱，請確認網域名稱設定',
  'dns-failed': '網域名稱解析失敗，請稍後再試或洽網域管理單位',
  refused: '主機拒絕連線，請確認網站服務是否啟動',
  reset: '連線遭主機中斷，請檢視主機及防火牆設定',
  unreachable: '無法連至主機，請檢視網路路由及防火牆設定',
  'connect-timeout': '連線逾時，主機未於時限內接受連線',
  'headers-timeout': '回應逾時，主機未於時限內開始回應',
  'body-timeout': '傳輸逾時，主機未於時限內傳完內容',
  tls: '安全連線（憑證）驗證失敗，請檢視憑證效期及中繼憑證',
  'redirect-loop': '網址循環轉址，請修正轉址設定',
  'redirect-limit': '轉址次數過多，請修正轉址設定',
  'malformed-url': '網址格式錯誤，請修正連結',
  'malformed-response': '主機回應格式錯誤，請檢視主機設定',
  'private-address': '指向內部網路位址，未予查核',
  'escapes-folder': '指向指定資料夾以外之檔案，未予查核',
  robots: '網站以 robots.txt 請求勿自動查閱，未予查核',
  cancelled: '查核中止，未及取得回應',
  unread: '網頁之讀取程式異常結束，未能查閱內容',
}

/** Why nothing came back and what to do, in Traditional Chinese; an unknown code is shown as it is. */
export function failureText(code: string): string {
  return Object.hasOwn(failures, code) ? failures[code as keyof typeof failures] : code
}

const skips: Readonly<Record<string, string>> = {
  robots: '網站以 robots.txt 請求勿自動查閱',
  'robots-unreachable': '未能取得網站之 robots.txt，依慣例不予查閱',
  depth: '超過設定之查核層數',
  'budget:pages': '超過設定之查核頁數上限（--max-pages）',
  'budget:requests': '超過設定之請求數上限',
  'budget:minutes': '超過設定之查核時間上限（--max-minutes）',
  excluded: '依設定排除之網址',
  'never-ask': '依設定不予查閱之主機',
  'too-long': '網址過長，未予查閱',
  'not-reached': '查核結束時尚未查閱',
  'not-responding': '網站連續多次沒有回應，停止查閱',
  suffering: '網站頻繁回應錯誤或逾時，為免增加負擔而停止查閱',
  'asked-to-wait': '網站要求暫緩查閱，且等候時間過長，停止查閱',
  repeating: '同類網址重複過多，未予查閱',
  duplicate: '與其他網址為同一頁（僅連線識別碼、追蹤參數、友善列印或字級不同），未重複查閱',
  'trap:calendar': '行事曆之日期網址超過上限，僅查閱上限以內者',
  'trap:list': '同一列表之分頁或排序網址超過上限，僅查閱上限以內者',
  'trap:pattern': '同類網址（僅編號或參數值不同）超過上限，僅查閱上限以內者',
  'trap:alike': '同類網址之內容除少數數字外一再相同，僅查閱上限以內者',
  'trap:folder': '同一資料夾之網址超過上限，僅查閱上限以內者',
  'trap:links': '單一網頁之連結超過上限，僅查閱上限以內者',
  'trap:path': '網址路徑重複增長，疑為無盡網址，未予查閱',
  'trap:query': '網址參數重複增長，疑為無盡網址，未予查閱',
  stopped: '查核中止，未及查閱',
  unreachable: '網站無法連線，未能查閱',
  external: '轉址至外部網站，不在查核範圍',
}

/** Why a URL was not asked for, in Traditional Chinese; an unknown reason is shown as it is. */
export function skipText(reason: string): string {
  return (Object.hasOwn(skips, reason) ? skips[reason] : undefined) ?? failureText(reason)
}
