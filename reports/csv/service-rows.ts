import type { RunReport } from '../../store/model/run-report.ts'
import { formatsText, onlineServiceStates } from '../words/labels.ts'

type Cell = string | number | null

/** One row an online service under its kind (003:271). */
export function onlineServiceRows({ catalogues }: RunReport): Cell[][] {
  const rows = catalogues.onlineServices.map(({ title, name, url, state, system, because }, index) => {
    return [index + 1, title, name, url ?? '', onlineServiceStates[state].text, because, system ?? '']
  })
  return [['序號', '種類', '服務名稱', '網址', '情形', '說明', '共用系統'], ...rows]
}

/** One row a blank form, twins in other formats together (003:283, 003:285). */
export function formRows({ catalogues }: RunReport): Cell[][] {
  const rows = catalogues.forms.map(({ title, number, version, formats, urls, pages, classes, copies }, index) => [
    ...[index + 1, title, number ?? '', version ?? '', formatsText(formats), classes.join('、')],
    ...[urls.join('\n'), pages.join('\n'), copies],
  ])
  return [['序號', '表單名稱', '編號', '版次', '格式', '服務分類代碼', '網址', '所在網頁', '重複檔案數'], ...rows]
}
