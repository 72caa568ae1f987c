import { documentText, type Html, html } from './markup.ts'

/** What stands around the content of every page of the report. */
export interface PageFrame {
  title: string
  /** `''` for pages at the top, `'../'` for pages in a folder. */
  root: '' | '../'
  agencyName: string
  isSummary: boolean
  content: Html
}

/** No script, nothing from outside, styles and pictures from the report's own folder (`file:` because a folder opened from disk has no origin in some browsers). */
const policy = "default-src 'none'; style-src 'self' file:; img-src 'self' file:; base-uri 'none'; form-action 'none'"

/** The whole text of one HTML file. */
export function pageText({ title, root, agencyName, isSummary, content }: PageFrame): string {
  return documentText(html`
    <html lang="zh-Hant-TW">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content=${policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="stylesheet" href="${root}style.css" />
      </head>
      <body>
        <a class="skip" href="#content">跳至主要內容</a>
        ${isSummary ? null : backLink(root, agencyName)}
        <main id="content" tabindex="-1">${content}</main>
        <footer><p>明鏡產製。自動預評結果供自評參考，非正式考核成績。</p></footer>
      </body>
    </html>
  `)
}

function backLink(root: string, agencyName: string): Html {
  return html`<nav class="back" aria-label="返回"><a href="${root}index.html">← ${agencyName}　自動預評結果摘要</a></nav>`
}
