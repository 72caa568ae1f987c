import { numberText } from '../../store/model/number-text.ts'
import type { StoredBody } from '../body-reader.ts'
import { verdicts } from '../words/labels.ts'
import { bytesText } from '../words/numbers.ts'
import type { CitedBody } from './cited-bodies.ts'
import { markedText } from './marked-text.ts'
import { type Html, html } from './markup.ts'
import { badge, code, facts, siteLink } from './pieces.ts'
import { printJson } from './printed-json.ts'
import type { SitePlan } from './site-plan.ts'

const backLinksShown = 50
const sourcesShown = 20

/** A stored body as evidence: text with the cited places marked, a picture of the page, or the facts of a file. Never live markup. */
export function evidencePage(cited: CitedBody, body: StoredBody | null, plan: SitePlan): Html {
  return html`<div>
    <h1>佐證</h1>
    ${facts([['SHA-256', code(cited.sha256)], ['來源', sourceList(cited.sources)], ...sizeFacts(body)])}
    <h2>引用本佐證之檢測結果</h2>
    ${backLinks(cited, plan)}
    <h2>內容</h2>
    ${bodyContent(cited, body)}
  </div>`
}

/** True for bytes that carry the signature of a PNG picture. */
export function isPng(body: StoredBody | null): body is { bytes: Uint8Array; mediaType: string } {
  if (body === null || !('bytes' in body)) return false
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  return signature.every((byte, index) => body.bytes[index] === byte)
}

function sourceList(sources: readonly string[]): Html {
  const rest = sources.length - sourcesShown
  return html`<ul class="plain">
    ${sources.slice(0, sourcesShown).map((url) => html`<li>${siteLink(url)}</li>`)}
    ${rest > 0 ? html`<li>其餘${numberText(rest)}個網址內容相同，從略</li>` : null}
  </ul>`
}

function sizeFacts(body: StoredBody | null): (readonly [string, string])[] {
  if (body === null) return []
  if ('text' in body) return [['長度', `${numberText(body.text.length)}字元`]]
  return [
    ['檔案類型', body.mediaType],
    ['大小', bytesText(body.bytes.byteLength)],
  ]
}

function backLinks({ findings }: CitedBody, plan: SitePlan): Html {
  const rest = findings.length - backLinksShown
  return html`<ul>
    ${findings.slice(0, backLinksShown).map((finding) => {
      const href = plan.findingHref(finding.id)
      const text = href === null ? finding.message : html`<a href="../${href}">${finding.message}</a>`
      return html`<li>${badge(verdicts[finding.verdict])} ${text}</li>`
    })}
    ${rest > 0 ? html`<li>其餘${numberText(rest)}筆從略</li>` : null}
  </ul>`
}

function bodyContent(cited: CitedBody, body: StoredBody | null): Html {
  if (body === null) return html`<p>快照未保存此內容。</p>`
  if (isPng(body)) return html`<p><img src="${cited.sha256}.png" alt="查核當時之網頁畫面截圖" /></p>`
  if ('bytes' in body) return html`<p>本檔案非文字內容，僅列示檔案類型、大小及 SHA-256，原始檔保存於快照。</p>`
  if (cited.pointers.length > 0) return jsonContent(cited, body.text)
  return html`<div>
    <p class="note">以下為查核當時保存之文字內容，引用處以底色標示。</p>
    <pre class="source">${markedText(body.text, cited.ranges)}</pre>
  </div>`
}

function jsonContent(cited: CitedBody, json: string): Html {
  const { text, ranges } = printJson(json, cited.pointers)
  return html`<div>
    <p class="note">以下紀錄為便於閱讀已重新排列，引用處以底色標示；SHA-256 係原始紀錄之值。</p>
    <pre class="source">${markedText(text, ranges)}</pre>
  </div>`
}
