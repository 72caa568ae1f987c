import { bare, modern } from '../frames.ts'
import { type Answer, type Kind, page, redirect, type Site } from '../site.ts'
import { headline } from '../words.ts'

/** Sites whose answer is 200 where a file is promised and there is none. */
export const files: readonly Kind[] = [
  promised('an error page', () => page(modern('訊息', '<p>檔案不存在或已移除</p>'))),
  promised('an error page without a word of it', () => page(modern('歡迎光臨', '<p>請利用選單瀏覽本站。</p>'))),
  promised('nothing, 0 bytes', () => ({ status: 200, headers: { 'content-type': 'application/pdf' }, body: '' })),
  promised('a line of text', () => ({
    status: 200,
    headers: { 'content-type': 'text/plain' },
    body: 'File not found.',
  })),
  promised('sent home', () => redirect('/')),
  promised('sent to log in', () => redirect('/login.aspx'), 'walled'),
  promised(
    'a wall',
    () =>
      page(
        '<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 1844</body></html>',
      ),
    'walled',
  ),
  {
    name: 'files: a program that hands them over, an alert where there is none',
    build: (site) => handedOver(site, page("<script>alert('檔案不存在');window.close();</script>")),
  },
  {
    name: 'files: a program that hands them over, a line where there is none',
    build: (site) => handedOver(site, page(bare('', '找不到檔案'))),
  },
]

/** Files of two directories, with the end of a name that promises one. */
function promised(sort: string, nothing: () => Answer, truth: 'soft' | 'walled' = 'soft'): Kind {
  return {
    name: `files: ${sort}`,
    build(site) {
      for (const folder of ['/upload/', '/files/']) {
        for (const id of site.ids(8)) aliveFile(site, `${folder}${id}.pdf`)
        site.links(
          truth,
          site.ids(7).map((id) => `${folder}${id + 5000}.${id % 2 === 0 ? 'pdf' : 'odt'}`),
        )
      }
      site.elsewhere(/^[/]login/, () =>
        page(modern('登入', '<form method="post"><label>密碼<input type="password" name="p"></label></form>')),
      )
      site.elsewhere(/^[/](upload|files)[/]/, nothing)
    },
  }
}

function handedOver(site: Site, nothing: Answer): void {
  for (const id of site.ids(14)) aliveFile(site, `/Download.ashx?id=${id}`)
  site.links(
    'soft',
    site.ids(12).map((id) => `/Download.ashx?id=${id + 5000}`),
  )
  site.elsewhere(/^[/]Download/, () => nothing)
}

function aliveFile(site: Site, path: string): void {
  const title = `${headline(site.random)}.pdf`
  const headers = {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${path.length}.pdf"`,
  }
  site.answers(path, { status: 200, headers, body: pdfOf(path) })
  site.links('alive', [path], title)
}

/** The smallest file that is a PDF of one empty page. */
function pdfOf(name: string): string {
  return `%PDF-1.4
% ${name}
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF`
}
