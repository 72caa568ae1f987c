import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { isRequired } from '../../../checks/accessibility/requirement.ts'
import { readStandards } from '../../../config/read-standards.ts'
import type { AxeArtifact } from '../../../store/model/artifact.ts'
import { answerOf, examine, pageWith } from './browser-site.ts'

const url = 'http://agency.test/'

function groupsOf(artifact: AxeArtifact, rule: string): [string, number][] {
  return artifact.groups.filter((group) => group.rule === rule).map(({ selector, count }) => [selector, count])
}

it('images without a text alternative are counted exactly and grouped by what they have in common', async () => {
  const row = (n: number) => `<li id="news${n}"><a href="/n/${n}"><img src="/i/${n}.png" width="9" height="9"></a></li>`
  const list = `<ul class="news-list">${Array.from({ length: 7 }, (_, n) => row(n)).join('')}</ul>`
  const examined = await examine({ [url]: pageWith(`${list}<img src="/logo.png" width="9" height="9">`) })
  const axe = examined.artifact<AxeArtifact>(url, 'axe')
  expect(axe.status).toBe('examined')
  expect(groupsOf(axe, 'image-alt')).toEqual([
    ['body > main > img', 1],
    ['li#news > a > img', 7],
  ])
  const group = axe.groups.find((one) => one.rule === 'image-alt' && one.count === 7)
  expect(group).toMatchObject({
    outcome: 'violation',
    impact: 'critical',
    help: expect.stringMatching(/圖片|影像|替代/),
  })
  expect(group?.tags).toContain('wcag111')
  expect(group?.examples).toHaveLength(3)
  expect(group?.examples[0]).toMatchObject({ html: expect.stringContaining('<img src="/i/0.png"') })
})

it('what stands in frames of the site and of others, and in shadow roots, is found as well', async () => {
  const shadow = `<my-card></my-card><script>
    customElements.define('my-card', class extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<div class="card"><img src="/s.png"></div>' }
    })</script>`
  const frames = `<iframe title="own" src="/frame"></iframe><iframe title="other" src="http://other.test/frame"></iframe>
    <iframe title="written" srcdoc="<p id=w><img src=/w.png></p>"></iframe><iframe title="closed" sandbox src="/frame"></iframe>`
  const inner = pageWith('<section class="inner"><img src="/f.png"></section>')
  const examined = await examine(
    { [url]: pageWith(shadow + frames), [`${url}frame`]: inner, 'http://other.test/frame': inner },
    [url],
  )
  const axe = examined.artifact<AxeArtifact>(url, 'axe')
  expect(groupsOf(axe, 'image-alt')).toEqual([
    ['body > main > my-card > div.card > img', 1],
    ['body > main > section.inner > img', 1],
    ['img', 1],
    ['p#w > img', 1],
  ])
  expect(groupsOf(axe, 'frame-tested')).toEqual([['body > main > iframe', 1]])
})

it("a page's own globals, changed prototypes and message listeners do not disturb the examination", async () => {
  const hostile = `<script>
    Array.prototype.toJSON = () => 'broken'; Array.prototype.map = () => { throw new Error('broken') }
    window.axe = { run: () => 'nothing to see' }; window.Promise = null; window.define = { amd: true }; window.module = { exports: {} }
    document.querySelectorAll = () => []; window.groupAxe = () => []
    addEventListener('message', (event) => { throw new Error('broken') })
  </script><img src="/x.png"><iframe title="own" src="/frame"></iframe>`
  const examined = await examine({ [url]: pageWith(hostile), [`${url}frame`]: pageWith('<img src="/f.png">') }, [url])
  const axe = examined.artifact<AxeArtifact>(url, 'axe')
  expect(axe).toMatchObject({ status: 'examined' })
  expect(groupsOf(axe, 'image-alt')).toEqual([['body > main > img', 2]])
})

it('the same bytes give the same artifact, whichever page was open before', async () => {
  const remembers = `<p id="greeting"></p><script>
    const visits = Number(localStorage.visits ?? 0) + Number(sessionStorage.visits ?? 0) + document.cookie.length + name.length
    localStorage.visits = sessionStorage.visits = name = visits + 1; document.cookie = 'visits=' + visits
    if (visits > 0) greeting.innerHTML = '<img src="/again.png">'
  </script><img src="/a.png" class="css-1x2y3z active item1"><button></button>`
  const pages = Object.fromEntries(['', 'b', 'c', 'd'].map((path) => [`${url}${path}`, pageWith(remembers)]))
  const [first, second] = [await examine(pages), await examine(pages)]
  const artifacts = [first, second].flatMap((run) => Object.keys(pages).map((one) => run.artifact(one, 'axe')))
  for (const artifact of artifacts) expect(artifact).toEqual(artifacts[0])
  expect(first.bytes(url, 'axe')).toEqual(second.bytes(url, 'axe'))
  expect(first.bytes(url, 'rendering')).toEqual(second.bytes(url, 'rendering'))
})

it('a page that shows nothing, or raw templates, is not rendered: no violations were looked for', async () => {
  const shell =
    '<!doctype html><html><head><title>x</title></head><body><div id="app"></div><script src="/app.js"></script><img src="x"></body></html>'
  const raw = pageWith('<p>{{ news.title }}</p><img src="x">')
  const explained = pageWith('<pre>Write {{ title }} here</pre><p>And <code>{{ body }}</code> there.</p>')
  const examined = await examine({ [`${url}shell`]: shell, [`${url}raw`]: raw, [`${url}explained`]: explained })
  const axe = (path: string) => examined.artifact<AxeArtifact>(`${url}${path}`, 'axe')
  expect(axe('shell')).toMatchObject({ status: 'not-rendered', detail: 'too-little-text', groups: [] })
  expect(axe('raw')).toMatchObject({ status: 'not-rendered', detail: 'raw-template', groups: [] })
  expect(axe('explained')).toMatchObject({ status: 'examined' })
  expect(examined.artifact(`${url}shell`, 'rendering')).toMatchObject({ status: 'not-rendered' })
})

it('a short page without scripts is what the server sent, and is examined', async () => {
  const examined = await examine({ [url]: '<!doctype html><title>x</title><p>電話 02-1234<img src="x">' })
  const axe = examined.artifact<AxeArtifact>(url, 'axe')
  expect(axe.status).toBe('examined')
  expect(axe.groups.map((group) => group.rule)).toEqual(expect.arrayContaining(['html-has-lang', 'image-alt']))
})

it('a page that scripts fill after it loaded is examined as it stands then', async () => {
  const app = `const list = await (await fetch('/api/news.json')).json()
    await new Promise((resolve) => setTimeout(resolve, 300))
    document.body.innerHTML = '<main><h1>x</h1>' + list.map((one) => '<p>' + one + '<img src=x></p>').join('') + '</main>'`
  const news = Array.from({ length: 20 }, (_, n) => `第 ${n} 則消息：便民服務時間異動公告，請民眾留意。`)
  const examined = await examine(
    {
      [url]:
        '<!doctype html><html lang="zh-Hant-TW"><title>x</title><body><script type="module" src="/app.js"></script>',
      [`${url}app.js`]: answerOf('text/javascript', app),
      [`${url}api/news.json`]: answerOf('application/json', JSON.stringify(news)),
    },
    [url],
    { shells: [url] },
  )
  const axe = examined.artifact<AxeArtifact>(url, 'axe')
  expect(axe).toMatchObject({ status: 'examined', isStable: true })
  expect(groupsOf(axe, 'image-alt')).toEqual([['body > main > p > img', 20]])
})

it('a page that never stands still is examined all the same, and says so', async () => {
  const restless = '<p id="clock"></p><script>setInterval(() => { clock.textContent = performance.now() }, 20)</script>'
  const examined = await examine({ [url]: pageWith(restless) })
  expect(examined.artifact<AxeArtifact>(url, 'axe')).toMatchObject({ status: 'examined', isStable: false })
})

it('what fades in while it is looked at is a question, what stays pale is a violation, in frames and shadow roots too', async () => {
  const style = `<style>@keyframes in { from { color: #ddd } to { color: #111 } } .fading { animation: in 900ms step-end }
    .pale { color: #ddd }</style>`
  const pale = '<p class="pale">看不清楚的文字</p>'
  const shadow = `<my-card></my-card><script>customElements.define('my-card', class extends HTMLElement {
    connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<p style="color: #ddd">看不清楚的文字</p>' }
  })</script>`
  const body = `${style}<p class="fading">逐漸清楚的文字</p>${pale}${shadow}<iframe title="own" src="/frame"></iframe>`
  const examined = await examine({ [url]: pageWith(body), [`${url}frame`]: `${pageWith(style + pale)}` }, [url])
  const axe = examined.artifact<AxeArtifact>(url, 'axe')
  const contrast = axe.groups.filter(({ rule }) => rule === 'color-contrast')
  expect(contrast.map(({ outcome, selector, count }) => [outcome, selector, count])).toEqual([
    ['incomplete', 'body > main > p.fading', 1],
    ['violation', 'body > main > my-card > p', 1],
    ['violation', 'body > main > p.pale', 2],
  ])
})

it('words that are drawn nowhere are no visible label: another name is a question, where they are drawn a violation', async () => {
  const style = `<style>.dot { font-size: 0 } .picture { text-indent: -999rem } .clear { color: transparent }
    .cut { margin-left: 400px; width: 48px; text-indent: -180px; overflow: hidden } .half { width: 48px; overflow: hidden }</style>`
  const button = (kind: string) => `<button class="${kind}" aria-label="1 of 3">圖片說明</button>`
  const kinds = ['clear', 'cut', 'dot', 'half', 'picture', 'plain']
  const examined = await examine({ [url]: pageWith(kinds.map(button).join(''), style) })
  const { groups } = examined.artifact<AxeArtifact>(url, 'axe')
  const labels = groups.filter(({ rule }) => rule === 'label-content-name-mismatch')
  expect(labels.map(({ outcome, selector }) => [outcome, selector])).toEqual([
    ['incomplete', 'body > main > button.clear'],
    ['incomplete', 'body > main > button.cut'],
    ['incomplete', 'body > main > button.dot'],
    ['incomplete', 'body > main > button.picture'],
    ['violation', 'body > main > button.half'],
    ['violation', 'body > main > button.plain'],
  ])
  expect(labels[0]?.examples[0]?.summary).toMatch(/看不見/)
})

it('a name a program made up anew for each of a row is no part of their name', async () => {
  const tab = (key: string) =>
    `<button id="tab_${key}" class="tabBtn" aria-controls="tab_${key}_con" aria-selected="true">頁籤</button><div class="tabContent" id="tab_${key}_con"><p><img src="/x.png"></p></div>`
  const own = (key: string) => `<p id="part_${key}"><img src="/x.png"></p>`
  const body = `<div>${['qjm42', 'xqe29', 'fea381'].map(tab).join('')}</div>${['top', 'end'].map(own).join('')}`
  const axe = (await examine({ [url]: pageWith(body) })).artifact<AxeArtifact>(url, 'axe')
  expect(groupsOf(axe, 'aria-allowed-attr')).toEqual([['body > main > div > button.tabBtn', 3]])
  expect(groupsOf(axe, 'image-alt')).toEqual([
    ['main > div > div.tabContent > p > img', 3],
    ['p#part_end > img', 1],
    ['p#part_top > img', 1],
  ])
})

it('of many in a row a class that one alone has is no part of their name, of a few it is', async () => {
  const link = (name: string) => `<a href="#" class="el ${name}"><img src="/x.png" width="9" height="9" alt=""></a>`
  const row = (names: string) =>
    `<div class="row-${names.length}">${[...names].map((n) => link(`part-${n}`)).join('')}</div>`
  const examined = await examine({ [url]: pageWith(row('abcdefgh') + row('xy')) })
  expect(groupsOf(examined.artifact<AxeArtifact>(url, 'axe'), 'link-name')).toEqual([
    ['body > main > div.row > a.el', 8],
    ['body > main > div.row > a.el.part-x', 1],
    ['body > main > div.row > a.el.part-y', 1],
  ])
})

it('labels for nobody are not many labels of a field without an id', async () => {
  const field = (id: string) =>
    `<label for="${id}">姓名</label><label for="${id}">電話</label><input id="${id}" title="姓名">`
  const examined = await examine({ [url]: pageWith(field('') + field('q')) })
  const axe = examined.artifact<AxeArtifact>(url, 'axe')
  expect(groupsOf(axe, 'form-field-multiple-labels')).toEqual([['input#q', 1]])
})

it("every rule that a standard asks for by axe's level is asked for by its success criterion, and no other", () => {
  const rules = (
    createRequire(import.meta.url)('axe-core') as { getRules(): { ruleId: string; tags: string[] }[] }
  ).getRules()
  const levels = { '110.07': /^wcag(2|21)a{1,2}$/, '115.11': /^wcag(2|21|22)a{1,2}$/ }
  for (const standard of readStandards()) {
    const byLevel = rules.filter(({ tags }) => tags.some((tag) => levels[standard.version].test(tag)))
    const byCriterion = rules.filter((rule) => isRequired(rule, standard) && !rule.tags.includes('wcag2a-obsolete'))
    expect(byCriterion.map(({ ruleId }) => ruleId)).toEqual(byLevel.map(({ ruleId }) => ruleId))
    expect(byLevel.length).toBeGreaterThan(60)
  }
})
