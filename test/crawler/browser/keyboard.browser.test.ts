import { expect, it } from 'vitest'
import type { KeyboardArtifact, ReflowArtifact } from '../../../store/model/artifact.ts'
import { examine, pageWith } from './browser-site.ts'

const url = 'http://agency.test/'

async function walked(body: string, head = ''): Promise<KeyboardArtifact> {
  return (await examine({ [url]: pageWith(body, head) })).artifact<KeyboardArtifact>(url, 'keyboard')
}

/** What a window of that width showed. */
async function narrowed(body: string, head = '', width = 320) {
  const { status, views } = (await examine({ [url]: pageWith(body, head) })).artifact<ReflowArtifact>(url, 'reflow')
  const view = views.find(({ windowWidth }) => windowWidth === width)
  if (view === undefined) throw new Error(`no window of ${width} pixels`)
  return { status, ...view }
}

const named = ({ stops }: KeyboardArtifact) => stops.map(({ name, indicator }) => [name, indicator])

it('a page is walked from its first stop to its last, whatever had the focus, and every stop shows it', async () => {
  const artifact = await walked(
    '<a href="/a">甲</a><button>乙</button><input title="丙" autofocus><a>丁</a><a href="/e">戊</a>',
  )
  expect(artifact).toMatchObject({ status: 'walked', end: 'complete', isStable: true })
  expect(named(artifact)).toEqual([
    ['甲', 'seen'],
    ['乙', 'seen'],
    ['丙', 'seen'],
    ['戊', 'seen'],
  ])
  expect(artifact.stops.every(({ isVisible }) => isVisible)).toBe(true)
})

it('a link whose outline was taken away shows no focus, one that changes another way does', async () => {
  const style = `<style>a:focus { outline: none } .b:focus { background: #ff0 } .c:focus::before { content: "▶" }
    .d:focus span { text-decoration: underline } p:focus-within { border: 2px solid } .f { transition: color 2s } .f:focus { color: red }</style>`
  const links =
    '<a href="/a">甲</a> <a class="b" href="/b">乙</a> <a class="c" href="/c">丙</a> <a class="d" href="/d"><span>丁</span></a>'
  const artifact = await walked(`${links}<p><a href="/e">戊</a></p><div><a class="f" href="/f">己</a></div>`, style)
  expect(named(artifact)).toEqual([
    ['甲', 'none'],
    ['乙', 'seen'],
    ['丙', 'seen'],
    ['丁', 'seen'],
    ['戊', 'seen'],
    ['己', 'seen'],
  ])
})

it('a link whose menu opens when Tab comes to it shows where the focus is, and so does one that appears with it', async () => {
  const style = `<style>a:focus { outline: none } .shy { position: absolute; top: -99px; transition: top 2s } .shy:focus { top: 0 }</style>`
  const menu = (key: string) =>
    `<ul><li class="${key}"><a href="#">${key}</a><ul hidden><li><a href="/1">第二層</a></li></ul></li></ul>`
  const opens = `<script>for (const one of document.querySelectorAll('.opens')) {
    one.addEventListener('keyup', () => { one.querySelector('ul').hidden = false })
    one.addEventListener('focusout', ({ relatedTarget }) => { one.querySelector('ul').hidden = !one.contains(relatedTarget) })
  }</script>`
  const links = `<a class="shy" href="#C">跳到主要內容</a>${menu('opens')}${menu('closed')}`
  const artifact = await walked(`${links}<p id="C">內文</p>${opens}`, style)
  expect(named(artifact)).toEqual([
    ['跳到主要內容', 'seen'],
    ['opens', 'seen'],
    ['第二層', 'seen'],
    ['closed', 'none'],
  ])
})

it('what scripts show a moment after the focus came is a sign of it', async () => {
  const style = '<style>a:focus { outline: none } a.on { background: #ff0 }</style>'
  const late = (name: string) =>
    `<a href="/${name}" onfocus="setTimeout(() => { this.className = 'on' }, 250)" onblur="setTimeout(() => { this.className = '' }, 250)">${name}</a> `
  const artifact = await walked(`${late('a')}<p>文字</p><p>文字</p>${late('b')}<p>文字</p><a href="/c">c</a>`, style)
  expect(named(artifact)).toEqual([
    ['a', 'seen'],
    ['b', 'seen'],
    ['c', 'none'],
  ])
})

it('a stop that nobody sees is told', async () => {
  const style =
    '<style>.off { position: absolute; left: -999rem } .shy { position: absolute; left: -999rem } .shy:focus { left: 0 }</style>'
  const { stops } = await walked(
    '<a class="off" href="/a">甲</a><a class="shy" href="/b">乙</a><a style="opacity:0" href="/c">丙</a>',
    style,
  )
  expect(stops.map(({ name, isVisible }) => [name, isVisible])).toEqual([
    ['甲', false],
    ['乙', true],
    ['丙', false],
  ])
})

it('a stop is seen where it stands once the panel that opens with the focus has slid in', async () => {
  const style = `<style>.panel { position: absolute; left: -600px; transition: left 2s } li:focus-within .panel { left: 0 }</style>`
  const { stops } = await walked('<ul><li><div class="panel"><p><a href="/a">甲</a></p></div></li></ul>', style)
  expect(stops).toMatchObject([{ name: '甲', isVisible: true }])
})

it('an element that keeps the focus is a trap; one that Escape leaves, and a field of many parts, are none', async () => {
  const keep = (id: string, lets = '') =>
    `<input id="${id}" title="${id}"><script>${id}.addEventListener('keydown', (event) => {
      if (${id}.free) return
      if (event.key === 'Escape') { ${lets} }
      if (event.key === 'Tab') event.preventDefault()
    })</script>`
  expect(await walked(`<a href="/a">甲</a>${keep('trap')}<a href="/b">乙</a>`)).toMatchObject({ end: 'stuck' })
  expect((await walked(`<a href="/a">甲</a>${keep('dialog', 'dialog.free = true')}<a href="/b">乙</a>`)).end).not.toBe(
    'stuck',
  )
  const dates = await walked('<a href="/a">甲</a><input type="date" title="日期"><a href="/b">乙</a>')
  expect([dates.end, dates.stops.length]).toEqual(['complete', 3])
})

it('a single stop is no trap', async () => {
  expect(await walked('<a href="/a">甲</a>')).toMatchObject({ end: 'complete', stops: [{ name: '甲' }] })
})

it('a script that leads round in circles is a loop', async () => {
  const ring = `<a id="x" href="/x">甲</a><a id="y" href="/y">乙</a><script>
    const to = (from, next) => from.addEventListener('keydown', (event) => { if (event.key === 'Tab') { event.preventDefault(); next.focus() } })
    to(x, y); to(y, x)</script>`
  expect(await walked(`<a href="/a">丙</a>${ring}<a href="/b">丁</a>`)).toMatchObject({ end: 'loop' })
})

it('a skip link that works goes on behind its place; one without a place, and one that a script undoes, do not', async () => {
  const menu = '<nav><a href="/1">一</a><a href="/2">二</a></nav>'
  const rest = `${menu}<main id="C"><a href="/m">內文</a></main>`
  const jumpsOf = async (link: string, more = '') => (await walked(`${link}${rest}${more}`)).jumps
  expect(await jumpsOf('<a href="#C">跳到主要內容</a>')).toEqual([
    { stop: 0, name: '跳到主要內容', fragment: 'C', isOwn: false, isThere: true, isMoving: true },
  ])
  expect(await jumpsOf('<a href="#aC">跳到主要內容</a>')).toMatchObject([{ isThere: false, isMoving: null }])
  const undone =
    '<script>document.querySelector("a").addEventListener("click", (event) => event.preventDefault())</script>'
  expect(await jumpsOf('<a href="#C">跳到主要內容</a>', undone)).toMatchObject([{ isThere: true, isMoving: false }])
  expect(await jumpsOf('<a href="#U" id="U" accesskey="U" title="上方">:::</a>')).toMatchObject([{ isOwn: true }])
})

it('access keys are told as they stand after scripts ran', async () => {
  const { accessKeys } = await walked(
    `<a id="u" href="#u" title="上方功能區塊">:::</a><label for="q">全站搜尋</label><input id="q" accesskey="s">
     <script>u.accessKey = 'U'</script>`,
  )
  expect(accessKeys).toEqual([
    { key: 'U', name: '上方功能區塊' },
    { key: 'S', name: '全站搜尋' },
  ])
})

it('a page that leads itself elsewhere when walked is no page walked', async () => {
  const artifact = await walked('<a href="/a" onfocus="location.href = \'/b\'">甲</a>')
  expect(artifact).toMatchObject({ status: 'failed', detail: 'navigated-away' })
})

it('a page that fits a narrow window does not scroll sideways, and a table in a box that scrolls is no fault', async () => {
  const artifact = await narrowed(
    `<div style="overflow-x: auto"><table><tr>${'<td style="min-width: 90px">格</td>'.repeat(9)}</tr></table></div>`,
  )
  expect(artifact).toMatchObject({ status: 'measured', wide: [], cut: [] })
  expect(artifact.scrollWidth).toBeLessThanOrEqual(320)
})

it('what is wider than a narrow window is named, a table told apart from text', async () => {
  const text = await narrowed('<div class="fixed"><p style="width: 900px; text-align: right">文字</p></div>')
  expect(text.scrollWidth).toBeGreaterThan(900)
  expect(text.wide).toMatchObject([{ selector: 'body > main > div.fixed > p', isTwoDimensional: false }])
  const table = await narrowed(`<table><tr>${'<td style="min-width: 90px">格</td>'.repeat(9)}</tr></table>`)
  expect(table.wide.length).toBeGreaterThan(0)
  expect(table.wide.every(({ isTwoDimensional }) => isTwoDimensional)).toBe(true)
})

it('what sticks out of a narrow window and shows nothing there is not named', async () => {
  const empty = '<div style="width: 900px; height: 9px"></div><p style="width: 900px">文字</p>'
  const { scrollWidth, wide } = await narrowed(
    `${empty}<p><a href="/a" style="display: block; width: 700px">連結</a></p>`,
  )
  expect(scrollWidth).toBeGreaterThan(900)
  expect(wide).toMatchObject([{ selector: 'body > main > p > a', isTwoDimensional: false }])
})

it('a page that fits a telephone may not fit a window of 320 pixels', async () => {
  const body = '<div style="width: 360px; text-align: right">文字</div>'
  const [telephone, smaller] = [await narrowed(body, '', 390), await narrowed(body)]
  expect([telephone.scrollWidth, smaller.scrollWidth]).toEqual([390, expect.any(Number)])
  expect([telephone.wide.length, smaller.wide.length]).toEqual([0, 1])
})

it('text that is cut off is named, text with an ellipsis or for screen readers alone is not', async () => {
  const cut = await narrowed(
    `<p class="box" style="height: 30px; overflow: hidden">${'很長的文字'.repeat(30)}</p>
     <p style="white-space: nowrap; overflow: hidden; text-overflow: ellipsis">${'很長的文字'.repeat(30)}</p>
     <p style="position: absolute; width: 1px; height: 1px; overflow: hidden">只給報讀軟體</p>`,
  )
  expect(cut.cut).toMatchObject([{ selector: 'body > main > p.box', text: expect.stringContaining('很長的文字') }])
})

it('text that a control beside it opens is not cut off', async () => {
  const box = (more: string) =>
    `<div><p style="height: 40px; overflow: hidden">${'很長的文字'.repeat(60)}</p>${more}</div>`
  expect(
    (await narrowed(box('<button>展開更多內容</button>') + box('<p><input type="button" value="看全文"></p>'))).cut,
  ).toEqual([])
  expect((await narrowed(box('<button>列印</button>'))).cut).toHaveLength(1)
})

it('text that gives way to a picture is not cut off, nor is text beside which something else sticks out', async () => {
  const box = 'width: 44px; height: 44px; overflow: hidden; display: inline-block'
  const { cut } = await narrowed(
    `<button style="${box}; text-indent: -360px">側欄開合</button> <a href="#" style="${box}; padding-top: 50px; box-sizing: border-box">分享</a>
     <a href="#" style="position: relative; ${box}; width: 160px">更多<i style="position: absolute; left: 150px; width: 40px; height: 9px"></i></a>
     <a href="#" class="half" style="${box}; white-space: nowrap">很長的文字</a>`,
  )
  expect(cut.map(({ text }) => text)).toEqual(['很長的文字'])
})
