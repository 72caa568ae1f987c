import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { examinePages } from '../../../crawler/browser/examine.ts'
import { crawled } from '../../support/crawled-sites.ts'
import { forbiddenHosts } from '../../support/hostile/forbidden-addresses.ts'
import { loopbackPolicy } from '../../support/policy.ts'
import { browserPath, pageWith } from './browser-site.ts'

/** Every way a page has to make a browser ask for something. */
function tricks(port: number): string {
  const at = (path: string) => `http://127.0.0.1:${port}/${path}`
  const images = forbiddenHosts.map((host) => `<img alt="" src="http://${host}:${port}/image.png">`)
  return `
    <link rel="preconnect" href="${at('')}"><link rel="dns-prefetch" href="//localhost"><link rel="prerender" href="${at('prerender')}">
    <link rel="prefetch" href="${at('prefetch')}"><link rel="stylesheet" href="${at('style.css')}"><link rel="icon" href="${at('icon')}">
    <link rel="manifest" href="${at('manifest')}"><link rel="stylesheet" href="/moved.css">
    ${images.join('\n')}
    <img alt="" src="/moved.png"><img alt="" srcset="${at('srcset.png')} 1x"><iframe title="f" src="${at('frame')}"></iframe>
    <iframe title="g" srcdoc="&lt;img src='${at('srcdoc.png')}'>"></iframe><object data="${at('object')}"></object><embed src="${at('embed')}">
    <video src="${at('film')}" poster="${at('poster')}" autoplay></video><audio src="${at('sound')}" autoplay></audio>
    <svg><image href="${at('svg.png')}"/><use href="${at('use.svg')}#x"/></svg><div style="background: url(${at('css.png')})">x</div>
    <form action="${at('form')}" target="f"><button>x</button></form>
    <script src="${at('script.js')}"></script><script type="module">import('${at('module.js')}').catch(() => 0)</script>
    <script>
      const quiet = () => undefined
      fetch('${at('fetch')}').catch(quiet); fetch('${at('nocors')}', { mode: 'no-cors' }).catch(quiet)
      fetch('http://[::1]:${port}/six').catch(quiet); fetch('http://169.254.169.254/latest/meta-data/').catch(quiet)
      for (const url of ['ws://127.0.0.1:${port}/ws', 'wss://127.0.0.1:${port}/wss', 'ws://[::1]:${port}/ws']) try { new WebSocket(url) } catch {}
      try { new EventSource('${at('events')}') } catch {}
      try { new Worker(URL.createObjectURL(new Blob(["fetch('${at('worker')}').catch(() => 0)"]))) } catch {}
      try { navigator.serviceWorker?.register('/worker.js').catch(quiet) } catch {}
      try { navigator.sendBeacon('${at('beacon')}', 'x') } catch {}
      try { const r = new XMLHttpRequest(); r.open('GET', '${at('xhr')}'); r.send() } catch {}
      try { const p = new RTCPeerConnection({ iceServers: [{ urls: 'turn:127.0.0.1:${port}?transport=tcp', username: 'u', credential: 'p' }] }); p.createDataChannel('x'); p.createOffer().then((o) => p.setLocalDescription(o)).catch(quiet) } catch {}
      try { window.open('${at('popup')}') } catch {}
      document.forms[0].submit()
    </script>
    <script type="speculationrules">{"prefetch":[{"source":"list","urls":["${at('rules')}"],"eagerness":"immediate"}],"prerender":[{"source":"list","urls":["${at('rules2')}"],"eagerness":"immediate"}]}</script>`
}

it('no page makes the browser reach this machine, its neighbours or the cloud beneath it, whichever way it asks', async () => {
  const reached: string[] = []
  const canary = createServer((request, response) => {
    reached.push(request.url ?? '')
    response.end()
  })
  canary.on('connection', () => reached.push('connection'))
  await new Promise<void>((resolve) => canary.listen(0, '::', resolve))
  const port = (canary.address() as AddressInfo).port
  const folder = mkdtempSync(join(tmpdir(), 'mingjing-ssrf-'))
  const away = `<meta http-equiv="refresh" content="0;url=http://127.0.0.1:${port}/refresh">`
  writeFileSync(
    join(folder, 'index.html'),
    pageWith(`${tricks(port)}<a href="/refresh.html">r</a><a href="/script.html">s</a>`),
  )
  writeFileSync(join(folder, 'refresh.html'), pageWith('', away))
  writeFileSync(
    join(folder, 'script.html'),
    pageWith(`<script>location = 'http://2130706433:${port}/navigation'</script>`),
  )
  const policy = loopbackPolicy({ browser: 'all', external: 'check', politeness: { allowPrivate: false } })
  const snapshot = await crawled('http://agency.test', {
    folder,
    policy,
    control: { examine: (task) => examinePages({ ...task, executablePath: browserPath() }) },
  })
  await new Promise((resolve) => setTimeout(resolve, 500))
  canary.closeAllConnections()
  await new Promise((resolve) => canary.close(resolve))
  expect(reached).toEqual([])
  expect(snapshot.pages()).toHaveLength(3)
  const outside = [...snapshot.resources()].filter(({ url }) => !url.startsWith('http://agency.test/'))
  const refused = outside.filter(({ outcome }) => outcome.kind === 'failure' && outcome.code === 'private-address')
  expect(outside.filter((resource) => !refused.includes(resource))).toEqual([])
  // Several spellings are one address to a browser.
  const hosts = new Set(forbiddenHosts.map((host) => new URL(`http://${host}/`).hostname))
  expect([...new Set(refused.map(({ url }) => new URL(url).hostname))]).toEqual(expect.arrayContaining([...hosts]))
  const paths = refused.map(({ url }) => new URL(url).pathname)
  for (const path of ['/fetch', '/frame', '/image.png', '/style.css', '/worker', '/xhr', '/srcset.png', '/six']) {
    expect(paths).toContain(path)
  }
})
