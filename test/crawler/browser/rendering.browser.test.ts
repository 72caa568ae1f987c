import { expect, it } from 'vitest'
import type { RenderingArtifact } from '../../../store/model/artifact.ts'
import { addPage, answerOf, examine, pageWith } from './browser-site.ts'

const url = 'http://agency.test/'

it('links that scripts wrote are found with their text, absolute and each once', async () => {
  const script = `<nav id="menu"></nav><script>
    menu.innerHTML = '<a href="/b#x"> 最新 \\n 消息 </a><a href="/a"><img alt="首頁" src="x"></a><a href="javascript:void(0)">x</a><a href="/a"><img alt="首頁" src="x"></a><a href="tel:1">t</a>'
    menu.attachShadow({ mode: 'open' }).innerHTML = '<slot></slot><a href="https://other.test/">外部</a>'
  </script><svg><a href="/svg"><text>s</text></a></svg>`
  const examined = await examine({ [url]: pageWith(script) })
  const rendering = examined.artifact<RenderingArtifact>(url, 'rendering')
  expect(rendering).toMatchObject({ status: 'rendered', detail: null, isStable: true })
  expect(rendering.links).toEqual([
    { url: `${url}a`, text: '首頁' },
    { url: `${url}b#x`, text: '最新 消息' },
    { url: 'https://other.test/', text: '外部' },
  ])
})

it('text is counted as it is shown: hidden text is none, text in frames and shadow roots is some', async () => {
  const hidden = `<p hidden>${'藏'.repeat(500)}</p><script>1</script>`
  const [bare, framed] = [pageWith(hidden), pageWith('<iframe title="f" srcdoc="<p>一二三四五"></iframe>')]
  const shadowed = pageWith(
    '<my-x></my-x><script>document.querySelector("my-x").attachShadow({ mode: "open" }).innerHTML = "<p>一二三四五</p>"</script>',
  )
  const examined = await examine({ [`${url}1`]: bare, [`${url}2`]: framed, [`${url}3`]: shadowed })
  const lengthOf = (path: string) => examined.artifact<RenderingArtifact>(url + path, 'rendering').textLength
  expect(lengthOf('2') - lengthOf('1')).toBe(5)
  expect(lengthOf('3') - lengthOf('1')).toBe(6)
})

it('the DOM after scripts is kept of shells and of pages that gained links, and of no others', async () => {
  const gains = pageWith('<script>document.body.insertAdjacentHTML("beforeend", "<a href=/new>new</a>")</script>')
  const pages = { [`${url}gains`]: gains, [`${url}plain`]: pageWith(''), [`${url}shell`]: pageWith('') }
  const examined = await examine(pages, undefined, { shells: [`${url}shell`] })
  const select = examined.writer.database.prepare('SELECT renderedBody FROM page WHERE url = ?').pluck()
  const rendered = (path: string) => examined.writer.getBody(String(select.get(url + path)))
  expect(Buffer.from(rendered('gains') ?? []).toString()).toMatch(/^<!DOCTYPE html>.*<a href="\/new">new<\/a>/s)
  expect(rendered('shell')).not.toBeNull()
  expect(rendered('plain')).toBeNull()
})

it('what a page pulled in is kept under the resource that was stored for it', async () => {
  const body =
    '<iframe title="f" src="/frame"></iframe><img alt="" src="/a.png"><script src="/a.js"></script><script>fetch("/a.json")</script>'
  const answers = {
    [url]: pageWith(body, '<link rel="stylesheet" href="/a.css">'),
    [`${url}frame`]: pageWith('<img alt="" src="/inner.png">'),
    [`${url}a.css`]: answerOf('text/css', '@font-face { font-family: f; src: url(/f.woff2) } body { font-family: f }'),
  }
  const stored = ['frame', 'a.css', 'a.png', 'a.js', 'a.json', 'f.woff2', 'inner.png', 'unused.png']
  const examined = await examine(answers, [url], {
    onProgress: () => undefined,
    before: (writer) => {
      for (const path of stored) addPage(writer, url + path)
    },
  })
  const rows = examined.writer.database
    .prepare(
      'SELECT resource.url, pageResource.kind FROM pageResource JOIN resource ON resource.id = resourceId ORDER BY url',
    )
    .raw()
    .all()
  expect(rows).toEqual([
    [`${url}a.css`, 'style'],
    [`${url}a.js`, 'script'],
    [`${url}a.json`, 'other'],
    [`${url}a.png`, 'image'],
    [`${url}f.woff2`, 'font'],
    [`${url}frame`, 'frame'],
    [`${url}inner.png`, 'image'],
  ])
})

it('parts that last are asked for once a browser, and every page tells that it pulled them in', async () => {
  const last = (type: string, body: string) => ({ ...answerOf(type, body), isLasting: true })
  const head = '<link rel="stylesheet" href="/a.css"><script src="/a.js"></script>'
  const paths = ['', '1', '2', '3', '4', '5']
  const pages = paths.map((path) => [url + path, pageWith('<img alt="甲" src="/a.svg">', head)] as const)
  const parts = {
    [`${url}a.css`]: last('text/css', 'p { background: url(/b.svg) }'),
    [`${url}a.js`]: last('text/javascript', 'document.title = "甲"'),
    [`${url}a.svg`]: last('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    [`${url}b.svg`]: last('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
  }
  const examined = await examine({ ...Object.fromEntries(pages), ...parts }, undefined, {
    before: (writer) => {
      for (const part of Object.keys(parts)) addPage(writer, part)
    },
  })
  const rows = examined.writer.database
    .prepare(
      'SELECT page.url, count(*) FROM pageResource JOIN page ON page.id = pageId GROUP BY pageId ORDER BY page.url',
    )
    .raw()
    .all()
  expect(rows).toEqual(paths.map((path) => [url + path, 4]))
  for (const part of Object.keys(parts)) expect(examined.asked.filter((asked) => asked === part).length).toBeLessThan(3)
})

it('the start page is photographed, cut at 4000 pixels; other pages are not', async () => {
  const examined = await examine({ [url]: pageWith('<div style="height: 9000px"></div>'), [`${url}b`]: pageWith('') })
  const png = Buffer.from(examined.bytes(url, 'screenshot') ?? [])
  expect(png.subarray(0, 8)).toEqual(Buffer.from('89504e470d0a1a0a', 'hex'))
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 4000])
  expect(examined.bytes(`${url}b`, 'screenshot')).toBeNull()
})

it('a page sees a Taiwanese visitor who wants no motion', async () => {
  const script = `<p id="p"></p><script>
    p.innerHTML = '<a href="/' + encodeURI([navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone, innerWidth, devicePixelRatio,
    matchMedia('(prefers-reduced-motion: reduce)').matches].join(',')) + '">x</a>'</script>`
  const examined = await examine({ [url]: pageWith(script) })
  const link = examined.artifact<RenderingArtifact>(url, 'rendering').links[0]
  expect(link?.url).toBe(`${url}zh-TW,Asia/Taipei,1280,1,true`)
})
