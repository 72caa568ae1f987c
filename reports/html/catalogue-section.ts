import type { CatalogueEntry, DisclosureCatalogueLine, ServiceCatalogueLine } from '../../store/model/catalogue.ts'
import { numberText } from '../../store/model/number-text.ts'
import type { RunReport } from '../../store/model/run-report.ts'
import { article7 } from '../words/article7.ts'
import { itemStates, type Label, serviceStates } from '../words/labels.ts'
import { rocDay, rocDayOf } from '../words/taipei-time.ts'
import { type Html, html } from './markup.ts'
import { badge, short, siteLink, type TableRow, table } from './pieces.ts'

/** The two catalogues an application asks for (003:212, 003:216), folded: they are long. `null` when none was compiled. */
export function catalogueSection({ catalogues, run }: RunReport): Html | null {
  const { disclosure, service } = catalogues
  if (disclosure.length === 0 && service.length === 0) return null
  return html`<section id="catalogues">
    <h2>應公開及已公開資訊目錄</h2>
    <p class="note">查核日：${rocDayOf(run.startedAt)}。另附試算表檔案：disclosure-catalogue.csv、service-catalogue.csv（公開資訊目錄），online-services.csv、forms.csv（線上服務及電子表單一覽）。</p>
    ${folded('主動公開資訊目錄（政府資訊公開法第7條）', disclosure.flatMap(disclosureRows))}
    ${folded('服務措施等資訊目錄', service.flatMap(serviceRows))}
  </section>`
}

function folded(caption: string, rows: readonly TableRow[]): Html | null {
  if (rows.length === 0) return null
  const columns = ['項目', '狀態', '資訊名稱', '摘要內容', '筆數', '最新日期', '格式']
  return html`<details><summary>${caption}</summary>${table({ caption, columns, rows })}</details>`
}

function disclosureRows({ item, state, because, entries }: DisclosureCatalogueLine): TableRow[] {
  const head = `${article7[item].number}　${article7[item].title}`
  return lineRows(head, itemStates[state], because, entries)
}

function serviceRows({ title, isDue, state, because, entries }: ServiceCatalogueLine): TableRow[] {
  return lineRows(isDue ? title : `其他：${title}`, serviceStates[state], because, entries)
}

function lineRows(head: string, state: Label, because: string, entries: readonly CatalogueEntry[]): TableRow[] {
  if (entries.length === 0) return [{ cells: [head, badge(state), '－', because, '－', '－', '－'] }]
  return entries.map((entry) => ({ cells: [head, badge(state), ...entryCells(entry)] }))
}

function entryCells({ label, summary, url, count, newest, formats }: CatalogueEntry): unknown[] {
  return [
    url === null ? label : siteLink(url, label),
    summary === '' ? '－' : summary,
    count === null ? '－' : short(`${numberText(count)}筆`),
    newest === null ? '－' : short(rocDay(newest)),
    formats.length === 0 ? '－' : formats.join('、'),
  ]
}
