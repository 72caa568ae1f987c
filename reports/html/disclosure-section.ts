import type { DisclosureItem } from '../../store/model/check-result.ts'
import { numberText } from '../../store/model/number-text.ts'
import type { ReportDisclosure, ReportMeasure, RunReport } from '../../store/model/run-report.ts'
import { article7 } from '../words/article7.ts'
import { itemStates } from '../words/labels.ts'
import { unitText } from '../words/numbers.ts'
import { type Html, html } from './markup.ts'
import { badge, short, siteLink, table } from './pieces.ts'
import { checkPath } from './site-plan.ts'

const itemsCheck = 'disclosure/article7-items'

/** The ten 款 of Article 7, each with its state and where it was found. */
export function disclosureSection({ disclosure, measures, checks }: RunReport): Html {
  const published = measures[`${itemsCheck}#published`]
  const chapters = measures[`${itemsCheck}#chapters`]
  return html`<section id="disclosure">
    <h2>主動公開資訊（政府資訊公開法第7條）</h2>
    <p class="lead">${sectionText(disclosure)}</p>
    ${published === undefined ? null : shareSentence('應公開', published)}
    ${chapters === undefined ? null : shareSentence('以十款計，應公開', chapters)}
    ${published === undefined ? null : fewItemsNote(published)}
    ${disclosure.items.length === 0 ? html`<p>應公開項目之狀態：無法判定。</p>` : itemTable(disclosure.items)}
    ${checks.some(({ id }) => id === itemsCheck) ? html`<p class="note"><a href=${checkPath(itemsCheck)}>各項判定之佐證</a></p>` : null}
  </section>`
}

function sectionText({ sectionState, section }: ReportDisclosure): unknown {
  if (section !== null) return html`<span>已設置「主動公開資訊」專區：${section.label} ${siteLink(section.url)}</span>`
  return sectionState === 'absent' ? '未設置「主動公開資訊」專區' : '是否設置「主動公開資訊」專區：無法判定'
}

/** 「應公開○項，已公開○項，公開比例○％」; a range of shares when lines could not be judged. */
function shareSentence(head: string, { value, unknown, outOf, unit }: ReportMeasure): Html | null {
  if (value === null || outOf === null || outOf === 0) return null
  const share = (published: number) => numberText((100 * published) / outOf)
  const open = unknown ?? 0
  const range = open === 0 ? `${share(value)}％` : `${share(value)}％至${share(Math.min(outOf, value + open))}％`
  const counted = (count: number) => `${numberText(count)}${unitText(unit)}`
  const doubt = open === 0 ? '' : `，無法判定${counted(open)}`
  return html`<p class="lead">${head}${counted(outOf)}，已公開${counted(value)}${doubt}，公開比例${range}。</p>`
}

/** With fewer than ten applicable lines one gap already falls below the 90 % of 002:114. */
function fewItemsNote({ outOf }: ReportMeasure): Html | null {
  if (outOf === null || outOf === 0 || outOf >= 10) return null
  return html`<p class="note">應公開項目僅${numberText(outOf)}項，任一項未公開即低於90％，請確認不適用之項目。</p>`
}

function itemTable(items: readonly DisclosureItem[]): Html {
  return table({
    caption: '政府資訊公開法第7條應主動公開項目',
    columns: ['款次', '應公開項目', '狀態', '網站名稱', '連結', '說明'],
    rows: items.map(({ item, state, label, url, because }) => ({
      cells: [
        short(article7[item].number),
        article7[item].title,
        badge(itemStates[state]),
        label ?? '－',
        url === null ? '－' : siteLink(url),
        because,
      ],
    })),
  })
}
