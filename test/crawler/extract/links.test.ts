import { describe, expect, it } from 'vitest'
import { extractPage } from '../../../crawler/extract/page.ts'

const place = { url: 'http://agency.test/dir/page.html?x=1', encoding: 'UTF-8' }

function links(html: string) {
  return extractPage(html, place).links
}

function only(html: string) {
  const found = links(html)
  expect(found).toHaveLength(1)
  const [link] = found
  if (link === undefined) throw new Error('no link')
  return link
}

describe('an address', () => {
  it.each([
    ['a.html', 'http://agency.test/dir/a.html', 'http://agency.test/dir/a.html'],
    ['../b', 'http://agency.test/b', 'http://agency.test/b'],
    ['#top', 'http://agency.test/dir/page.html?x=1#top', 'http://agency.test/dir/page.html?x=1'],
    ['', 'http://agency.test/dir/page.html?x=1', 'http://agency.test/dir/page.html?x=1'],
    ['?y=2#z', 'http://agency.test/dir/page.html?y=2#z', 'http://agency.test/dir/page.html?y=2'],
    ['//other.test', 'http://other.test/', 'http://other.test/'],
    [' /檔案.odt ', 'http://agency.test/%E6%AA%94%E6%A1%88.odt', 'http://agency.test/%E6%AA%94%E6%A1%88.odt'],
    ['ftp://files.test/x', 'ftp://files.test/x', null],
    ['javascript:void(0)', null, null],
    ['JavaScript:;', null, null],
    ['mailto:a@b.test', null, null],
    ['tel:02-23456789', null, null],
    ['data:text/plain,x', null, null],
    ['http://[', null, null],
    ['http://https://x.test/', 'http://https//x.test/', 'http://https//x.test/'],
  ])('%s', (href, url, target) => {
    expect(only(`<a href="${href}">x</a>`)).toMatchObject({ kind: 'hyperlink', href, url, target })
  })

  it('an anchor without href is no link', () => {
    expect(links('<a name="top">x</a><a>y</a>')).toEqual([])
  })

  it('the first base counts, for the links before it too, and relative to the page', () => {
    const html = '<a href=a>1</a><base href="../root/"><base href="/other/"><img src=b>'
    expect(links(html).map((link) => link.url)).toEqual(['http://agency.test/root/a', 'http://agency.test/root/b'])
  })

  it('a base that is no address is passed over', () => {
    expect(only('<base href="http://["><a href=a>1</a>').url).toBe('http://agency.test/dir/a')
  })
})

describe('the text of a link', () => {
  it.each([
    ['<a href=x>  政府 <b>資訊</b>\n公開 </a>', '政府 資訊 公開'],
    ['<a href=x><span>申請</span><span>書</span></a>', '申請書'],
    ['<a href=x><div>甲</div><div>乙</div></a>', '甲 乙'],
    ['<a href=x>A&amp;B&nbsp;C</a>', 'A&B C'],
    ['<a href=x><img src=i alt="無障礙標章"></a>', '無障礙標章'],
    ['<a href=x><img src=i alt=""><img src=j alt="臉書"></a>', '臉書'],
    ['<a href=x aria-label="臉書"><i class=fb></i></a>', '臉書'],
    ['<a href=x title="另開新視窗"><img src=i></a>', '另開新視窗'],
    ['<a href=x title=t>文字<img src=i alt=圖></a>', '文字'],
    ['<a href=x><span style="display: none">藏</span>見</a>', '見'],
    ['<a href=x></a>', ''],
    ['<a href=x><!-- 註解 --></a>', ''],
  ])('%s', (html, text) => {
    const [link] = links(html).filter(({ kind }) => kind === 'hyperlink')
    expect(link?.text).toBe(text)
  })

  it('a link in a closed menu has its text, though it is not text of the page', () => {
    const page = extractPage('<ul style="display:none"><li><a href=x>組織職掌</a></ul><p>內文', place)
    expect(page.links[0]?.text).toBe('組織職掌')
    expect(page.mainText).toBe('內文')
  })
})

it('every way of asking for a file is a reference of its kind', () => {
  const html = `<link rel="stylesheet" href=a.css><link rel="shortcut icon" href=f.ico><link rel=canonical href=c>
    <script src=s.js></script><img src=i.png srcset="i2.png 2x, i3.png 3x"><picture><source srcset=p.webp></picture>
    <iframe src=frame.html></iframe><form action=/search><input type=image src=go.gif></form><map><area href=area alt=北區></map>`
  expect(links(html).map(({ kind, href }) => `${kind} ${href}`)).toEqual([
    'style a.css',
    'image f.ico',
    'script s.js',
    'image i.png',
    'image i2.png',
    'image i3.png',
    'image p.webp',
    'frame frame.html',
    'form /search',
    'image go.gif',
    'hyperlink area',
  ])
})

it('what is embedded is a reference, and an embedding without an address is none', () => {
  const html = '<embed src="wave.swf"><object data="map.pdf"></object><object><param name="x"></object><embed>'
  expect(links(html).map(({ kind, href }) => `${kind} ${href}`)).toEqual(['frame wave.swf', 'frame map.pdf'])
})

it('the frames of a frameset are references', () => {
  const html =
    '<frameset cols="20%,*"><frame src="menu.htm"><frame src="main.htm"><noframes><a href=x>x</a></noframes></frameset>'
  expect(links(html).map(({ kind, href }) => `${kind} ${href}`)).toEqual(['frame menu.htm', 'frame main.htm'])
})

it('a page that sends its reader on by meta refresh leads there', () => {
  expect(only('<meta http-equiv="Refresh" content="0; URL=\'home/index.aspx\'">')).toMatchObject({
    kind: 'hyperlink',
    url: 'http://agency.test/dir/home/index.aspx',
  })
  expect(links('<meta http-equiv="refresh" content="300">')).toEqual([])
})

it('what is commented out, kept in a template or shown without scripts only is no link', () => {
  const html = `<!-- <a href=1>政府資訊公開</a> --><template><a href=2>x</a></template><noscript><a href=3>全站搜尋</a></noscript>
    <script>document.write('<a href=4>x</a>')</script><textarea><a href=5></textarea><xmp><a href=6></xmp><a href=7>真的</a>`
  expect(links(html).map((link) => link.href)).toEqual(['7'])
})

it('the offsets of a link quote the element in the source', () => {
  const html = '<ul><li><a href="/a">甲&amp;乙</a><li><a href=/b>丙<li><a href=/c>丁</ul><img src=/d.png><a href=/e>戊'
  expect(links(html).map(({ start, end }) => html.slice(start, end))).toEqual([
    '<a href="/a">甲&amp;乙</a>',
    '<a href=/b>丙<li>',
    '<a href=/c>丁',
    '<img src=/d.png>',
    '<a href=/e>戊',
  ])
})

it('a link that is never closed ends where the next begins', () => {
  const found = links('<p><a href=/a>甲<p><a href=/b>乙</a>')
  expect(found.map(({ href, text }) => [href, text])).toEqual([
    ['/a', '甲'],
    ['/b', '乙'],
  ])
})

it('films, fonts, drawings, backgrounds and what is loaded ahead are references of their kinds', () => {
  const html = `<link rel=preload as=font href=f.woff2><link rel=modulepreload href=m.js><link rel=prefetch href=no.html>
    <link rel=alternate type=application/rss+xml href=no.xml><body background=bg.gif><table><td background=td.gif></td></table>
    <video poster=p.jpg><source src=v.mp4><source src=second.webm><track src=no.vtt></video><audio src=a.mp3></audio>
    <svg><image href=i.png /><use href="sprite.svg#x" /><use href="#own" /></svg>
    <form action=/a><button formaction=/b>x</button></form>`
  expect(links(html).map(({ kind, href }) => `${kind} ${href}`)).toEqual([
    'font f.woff2',
    'script m.js',
    'image bg.gif',
    'image td.gif',
    'image p.jpg',
    'media v.mp4',
    'media a.mp3',
    'image i.png',
    'image sprite.svg#x',
    'form /a',
    'form /b',
  ])
})

it('what a style on an element names is a picture, what a rule names is asked for only where it applies', () => {
  const html = `<style>@import "more.css"; .a{background:url(rule.png)} @font-face{src:url(f.woff)}</style>
    <p style="background:url('own.png')">x<p style="display:none;background:url(hidden.png)">x
    <noscript><style>b{background:url(no.png)}</style></noscript><template><i style="background:url(no.png)"></i></template>`
  expect(links(html).map(({ kind, href }) => `${kind} ${href}`)).toEqual([
    'style more.css',
    'styled rule.png',
    'styled f.woff',
    'image own.png',
    'styled hidden.png',
  ])
  const rule = links(html).find(({ href }) => href === 'rule.png')
  expect(html.slice(rule?.start, rule?.end)).toBe('url(rule.png)')
})
