import type { RunReport } from '../../store/model/run-report.ts'
import { cell, headCell, type Table } from '../office/office-document.ts'
import { formatsText, linkVerdicts, onlineServiceStates } from '../words/labels.ts'
import { tableOf, wide } from './annex-table.ts'
import { type ClassCount, classCounts } from './class-counts.ts'

/** What an annex is to list one by one, by id of the annex: names and addresses. */
export const annexLists: Readonly<Record<string, (report: RunReport) => Table>> = {
  'link-test': linkTable,
  classification: classTable,
  'online-services': serviceTable,
  forms: formTable,
}

function linkTable({ links, linksToConfirm }: RunReport): Table {
  const rows = [...links.dead, ...linksToConfirm].map(({ url, verdict, from }, index) => [
    cell(index + 1),
    cell(linkVerdicts[verdict].text),
    wide(url, 2),
    cell(from[0]?.page ?? ''),
  ])
  const head = [headCell('序號'), headCell('判定'), headCell('連結目標', { colSpan: 2 }), headCell('所在網頁')]
  return tableOf('失效及待確認連結', head, rows)
}

function classTable(report: RunReport): Table {
  const rows = classCounts(report).map(({ axis, name, pages }: ClassCount, index) => [
    cell(index + 1),
    wide(axis, 2),
    cell(name),
    cell(pages),
  ])
  const head = [headCell('序號'), headCell('分類方式', { colSpan: 2 }), headCell('分類代碼'), headCell('網頁數')]
  return tableOf('資料標示種類及數量', head, rows)
}

/** 線上服務項目名稱, with addresses (003:271). */
function serviceTable({ catalogues }: RunReport): Table {
  const rows = catalogues.onlineServices.map(({ title, name, url, state, because }, index) => [
    cell(index + 1),
    cell(title),
    cell(name),
    cell(url),
    cell(`${onlineServiceStates[state].text}：${because}`),
  ])
  const head = ['序號', '種類', '服務名稱', '網址', '情形'].map((title) => headCell(title))
  return tableOf('線上服務項目', head, rows)
}

/** 電子表單名稱, 表單格式, with addresses (003:285). */
function formTable({ catalogues }: RunReport): Table {
  const rows = catalogues.forms.map(({ title, number, version, formats, urls, classes }, index) => [
    cell(index + 1),
    { text: [number ?? '未見編號', ...(version === null ? [] : [version])] },
    cell(title),
    { text: urls },
    { text: [formatsText(formats), ...(classes.length === 0 ? [] : [`服務分類 ${classes.join('、')}`])] },
  ])
  const head = ['序號', '編號及版次', '表單名稱', '網址', '格式及服務分類'].map((title) => headCell(title))
  return tableOf('電子表單', head, rows)
}
