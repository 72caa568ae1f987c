/** Codes the browser phase leaves when it could not look at a page. */
const reasons: Readonly<Record<string, string>> = {
  'too-little-text': '網頁幾無文字',
  'raw-template': '網頁顯示未代換之樣板語法',
  'time-limit': '逾時未完成',
  crashed: '瀏覽器於開啟此頁時中止',
  'navigated-away': '網頁自行轉往他處',
  'not-opened': '網頁無法開啟',
  'scripts-switched-off': '網頁設定不允許執行指令碼',
}

/** Why a page could not be examined, in Traditional Chinese; an error of the browser itself is shown as it came. */
export function whyUnseen(detail: string | null): string {
  if (detail === null) return '原因不明'
  return reasons[detail] ?? `瀏覽器訊息「${detail}」`
}
