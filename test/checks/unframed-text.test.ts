import { expect, it } from 'vitest'
import { unframedText } from '../../checks/unframed-text.ts'
import { snapshotOf } from '../support/snapshot-of.ts'

const frame = (own: string) => `<div>機關首頁</div><div>書表下載</div><div>${own}</div><div>電話：02-2345678</div>`
const titles = ['簡介', '消息', '甲登記', '乙登記', '丙登記', '丁登記', '戊登記']
const textOf = async (pages: Record<string, string>, path: string, rendered: Record<string, string> = {}) => {
  const snapshot = await snapshotOf(pages, { rendered })
  const page = snapshot.pageAt(`http://agency.test${path}`)
  return page === null ? null : unframedText(snapshot, page)
}
const linked = Object.fromEntries(
  titles.map((title, n) => [`/${n}`, frame(`${title}</div><div>應備文件</div><div>${title}用紙`)]),
)
const home = (names: readonly string[]) => frame(names.map((_, n) => `<a href="/${n}">項目${n}</a>`).join(' '))

it('menus and footer that no markup tells are no text of a page, what recurs in its content is', async () => {
  expect(await textOf({ '/': home(titles), ...linked }, '/3')).toBe('乙登記 應備文件 乙登記用紙')
})

it('the same of a page as a browser shows it', async () => {
  const shell = { '/': home(titles), ...linked, '/3': `${frame('')}<script src="/x.js"></script>` }
  expect(await textOf(shell, '/3', { '/3': `<body>${frame('乙登記</div><div><b>乙</b>登記用紙')}</body>` })).toBe(
    '乙登記 乙登記用紙',
  )
})

it('of few pages, and of a page that marks its content, nothing is left out', async () => {
  const few = { '/': home(['a']), '/0': frame('簡介') }
  expect(await textOf(few, '/0')).toBe('機關首頁 書表下載 簡介 電話：02-2345678')
  const marked = { '/': home(titles), ...linked, '/3': '<nav>導覽</nav><main>書表下載</main>' }
  expect(await textOf(marked, '/3')).toBe('書表下載')
})
