import { numberText } from '../../store/model/number-text.ts'
import type { DeadLink, NamedOn, Places, ReportLinks, RunReport } from '../../store/model/run-report.ts'
import { linkVerdicts } from '../words/labels.ts'
import { type Html, html } from './markup.ts'
import { badge, short, siteLink, table } from './pieces.ts'

const shownInSummary = 20

type LinkLists = Pick<RunReport, 'links' | 'linksToConfirm'>

/** Where the whole lists stand. */
export const linksPath = 'links.html'

/** Dead links, and those a person must open; the summary shows the first of each. */
export function linksSection(report: LinkLists, place: 'summary' | 'own-page'): Html {
  const { links, linksToConfirm } = report
  const { dead, verdicts } = links
  const isLong = place === 'summary' && needsLinksPage(report)
  return html`<section id="links">
    <h2>失效連結</h2>
    <p class="lead">${countSentence(report)}</p>
    ${dead.length === 0 ? null : linkTable('失效連結', shown(dead, place))}
    ${linksToConfirm.length === 0 ? null : linkTable('待人工確認之連結（不列為失效）', shown(linksToConfirm, place))}
    ${isLong ? html`<p><a href=${linksPath}>完整清單</a></p>` : null}
    ${Object.keys(verdicts).length === 0 ? null : html`<p class="note">${verdictCounts(verdicts)}</p>`}
  </section>`
}

/** True when the summary cannot show all of them. */
export function needsLinksPage({ links, linksToConfirm }: LinkLists): boolean {
  return Math.max(links.dead.length, linksToConfirm.length) > shownInSummary
}

function shown(links: readonly DeadLink[], place: 'summary' | 'own-page'): readonly DeadLink[] {
  return place === 'summary' ? links.slice(0, shownInSummary) : links
}

function countSentence({ links: { dead, verdicts }, linksToConfirm }: LinkLists): string {
  if (Object.keys(verdicts).length === 0) return '連結是否有效：無法判定。'
  return `失效連結${numberText(dead.length)}個，待人工確認${numberText(linksToConfirm.length)}個（以連結目標計）。`
}

function verdictCounts(verdicts: ReportLinks['verdicts']): string {
  const parts = Object.entries(verdicts).map(([verdict, count]) => {
    const text = Object.hasOwn(linkVerdicts, verdict) ? linkVerdicts[verdict as DeadLink['verdict']].text : verdict
    return `${text}${numberText(count)}個`
  })
  return `各類連結目標：${parts.join('；')}。`
}

function linkTable(caption: string, links: readonly DeadLink[]): Html {
  return table({
    caption,
    columns: ['連結目標', '判定', '狀態碼', '所在網頁'],
    rows: links.map(({ url, verdict, status, reason, isExternal, ...places }) => ({
      cells: [
        html`<span>${isExternal === true ? html`<small>站外</small> ` : null}${siteLink(url)}</span>`,
        html`<span>${badge(linkVerdicts[verdict])}${reason === undefined ? null : html`<small>${reason}</small>`}</span>`,
        short(status === null ? '無回應' : String(status)),
        placesList(places),
      ],
    })),
  })
}

/** The first places that name it, and how many there are in all. */
export function placesList({ from, furtherFrom = 0 }: Places): Html | string {
  const [first] = from
  if (first === undefined) return '－'
  const count = from.length + furtherFrom
  if (count === 1) return place(first)
  return html`<details>
    <summary>共${numberText(count)}處</summary>
    <ul>${from.map((named) => html`<li>${place(named)}</li>`)}
    ${furtherFrom > 0 ? html`<li>其餘${numberText(furtherFrom)}處從略</li>` : null}</ul>
  </details>`
}

function place({ page, text, selector }: NamedOn): Html {
  const where = selector === '' ? null : html`<small><code>${selector}</code></small>`
  return html`<span>${text === '' ? '' : `「${text}」`} ${siteLink(page)} ${where}</span>`
}
