import { isPicture } from '../../store/model/artifact.ts'
import { numberText } from '../../store/model/number-text.ts'
import type { ReportEvidence } from '../../store/model/run-report.ts'
import { failureText } from '../words/failures.ts'
import { evidenceLabel } from '../words/labels.ts'
import { bytesText } from '../words/numbers.ts'
import { type Html, html } from './markup.ts'
import { code, siteLink } from './pieces.ts'
import { evidenceHref } from './site-plan.ts'

type Root = '' | '../'
type Of<K extends ReportEvidence['kind']> = Extract<ReportEvidence, { kind: K }>

/** One piece of evidence in words, with the way to the stored bytes. */
export function evidenceItem(evidence: ReportEvidence, root: Root): Html {
  return html`<li class="evidence">
    <strong>${evidenceLabel(evidence)}</strong>
    ${describe(evidence)}
    ${storedLink(evidence, root)}
  </li>`
}

/** The way to the stored bytes; `null` when none are cited. */
export function storedLink(evidence: ReportEvidence, root: Root): Html | null {
  const href = evidenceHref(evidence)
  if (href === null || !('body' in evidence)) return null
  return html`<p><a href="${root}${href}">檢視佐證（SHA-256 ${(evidence.body ?? '').slice(0, 12)}…）</a></p>`
}

function describe(evidence: ReportEvidence): Html | null {
  switch (evidence.kind) {
    case 'element':
      return describeElement(evidence)
    case 'resource':
      return describeResource(evidence)
    case 'artifact':
      return describeArtifact(evidence)
    case 'absence':
      return describeAbsence(evidence)
    case 'declared':
      return html`<p>機關自填資料：${code(evidence.declarationId)}</p>`
  }
}

function describeElement({ page, selector, start, end, excerpt }: Of<'element'>): Html {
  return html`<div>
    <p>網頁：${siteLink(page)}</p>
    <p>位置：${code(selector)}（第${numberText(start + 1)}至${numberText(end)}字元）</p>
    <pre class="excerpt">${excerpt}</pre>
  </div>`
}

function describeResource({ url, finalUrl, status, failure, header, bytes, mediaType }: Of<'resource'>): Html {
  const answer = failure === null ? `狀態碼 ${status ?? '不明'}` : `未取得回應：${failureText(failure)}`
  const size = bytes === null ? '' : `，${bytesText(bytes)}`
  const type = mediaType === null ? '' : `，${mediaType}`
  return html`<div>
    <p>網址：${siteLink(url)}</p>
    ${finalUrl === url ? null : html`<p>轉址後：${siteLink(finalUrl)}</p>`}
    <p>${answer}${type}${size}</p>
    ${header === undefined ? null : html`<p>回應標頭 ${code(header.name)}：${header.value ?? '（無此標頭）'}</p>`}
  </div>`
}

function describeArtifact({ page, pointer, excerpt, name }: Of<'artifact'>): Html {
  return html`<div>
    <p>網頁：${siteLink(page)}</p>
    ${isPicture(name) ? null : html`<p>紀錄位置：${code(pointer)}</p>`}
    ${excerpt === '' ? null : html`<pre class="excerpt">${excerpt}</pre>`}
  </div>`
}

function describeAbsence({ lookedFor, pages, pageCount }: Of<'absence'>): Html {
  const rest = pageCount > pages.length ? html`<li>其餘${numberText(pageCount - pages.length)}頁從略</li>` : null
  return html`<div>
    <p>已查閱${numberText(pageCount)}頁，未見：${lookedFor}</p>
    <details>
      <summary>查閱之網頁</summary>
      <ul>${pages.map((page) => html`<li>${siteLink(page)}</li>`)}${rest}</ul>
    </details>
  </div>`
}
