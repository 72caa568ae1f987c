import { describe, expect, it } from 'vitest'
import { extractPage } from '../../../crawler/extract/page.ts'

const place = { url: 'http://agency.test/', encoding: 'UTF-8' }

/** Href -> region, for links written `<a href=name>`. */
function regions(html: string): Record<string, string> {
  return Object.fromEntries(extractPage(html, place).links.map((link) => [link.href, link.region]))
}

it('landmarks and roles say where a link stands', () => {
  const html = `<header><a href=head>1</a><nav><a href=nav>2</a></nav></header><main><a href=main>3</a></main>
    <div role=navigation><a href=role>4</a></div><div role=contentinfo><a href=info>5</a></div><footer><a href=foot>6</a></footer><a href=loose>7</a>`
  expect(regions(html)).toEqual({
    head: 'nav',
    nav: 'nav',
    main: 'main',
    role: 'nav',
    info: 'footer',
    foot: 'footer',
    loose: 'other',
  })
})

it('without landmarks the usual names of ids and classes speak', () => {
  const html = `<div id="header"><a href=head>1</a></div><div class="menu"><ul><li><a href=menu>2</a></ul></div>
    <div class="wrapper"><div class="main-content"><a href=main>3</a><div class="breadcrumb"><a href=path>4</a></div></div></div>
    <section class="fatfooter"><nav><a href=fat>5</a></nav></section><div class="footer"><div class="content"><a href=foot>6</a></div></div>`
  expect(regions(html)).toEqual({ head: 'nav', menu: 'nav', main: 'main', path: 'nav', fat: 'footer', foot: 'footer' })
})

it('the main one of several menus is no content', () => {
  const html = `<div class="hd"><ul class="sub"><li><a href=sub>1</a></ul><ul class="main"><li><a href=menu>2</a></ul></div>
    <div class="content"><a href=main>3</a></div>`
  expect(regions(html)).toEqual({ sub: 'other', menu: 'other', main: 'main' })
})

it('a guide brick names the block it stands in, where no landmark does', () => {
  const html = `<div class=a><a id="aU" href=#aU accesskey=U title=網站標題>:::</a><a href=up>1</a></div>
    <div class=b><a class=accesskey href=#aC id=aC accesskey=C>:::</a><p><a href=center>2</a></div>
    <div class=c><a name="Z" accesskey="Z" href="#Z">:::</a><a href=down>3</a></div>`
  expect(regions(html)).toMatchObject({ up: 'nav', center: 'main', down: 'footer' })
})

it('a skip link is no guide brick', () => {
  expect(regions('<body><a class=goCenter href=#aC>跳到主要內容</a><p><a href=x>1</a>')['x']).toBe('other')
  const page = '<header><a href=head>1</a></header><div><a href=x>2</a></div><main id=main><a href=in>3</a></main>'
  const skip = '<a href=#main accesskey=C>跳到主要內容</a>'
  const told = { head: 'nav', x: 'other', in: 'main' }
  expect(regions(`<body>${skip}${page}`)).toMatchObject(told)
  expect(regions(`<body><form id=aspnetForm>${skip}${page}</form>`)).toMatchObject(told)
})

describe('header and footer of an article belong to the article', () => {
  it.each(['<main><article><header>', '<main><section><footer>', '<main><div class="header">'].slice(0, 2))(
    '%s',
    (open) => {
      expect(regions(`${open}<a href=x>1</a>`)).toEqual({ x: 'main' })
    },
  )
})

describe('the text of the main region', () => {
  it('leaves menus, footers and what is hidden out', () => {
    const html = `<header>頁首</header><main>內文<nav>麵包屑</nav><p hidden>藏</p><p style="DISPLAY : NONE">也藏</p></main><footer>頁尾</footer>`
    expect(extractPage(html, place)).toMatchObject({ mainText: '內文', textLength: 12 })
  })

  it('is the text of the page when no region is marked', () => {
    expect(extractPage('<body><p>甲<p>乙', place).mainText).toBe('甲 乙')
  })

  it('is the text of the page when nothing but a guide brick stands in it', () => {
    const html = '<body><div><a id=aC href=#aC accesskey=C>:::</a></div><div class=x>內文</div>'
    expect(extractPage(html, place).mainText).toBe('::: 內文')
  })

  it('is what the landmark marks when a class marks more', () => {
    expect(extractPage('<div class=main>側欄<main>內文</main></div>', place).mainText).toBe('內文')
  })
})
