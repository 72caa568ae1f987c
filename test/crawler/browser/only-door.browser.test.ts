import dgram from 'node:dgram'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { AxeArtifact, RenderingArtifact } from '../../../store/model/artifact.ts'
import { answerOf, examine, pageWith } from './browser-site.ts'

/** A server and a UDP socket on loopback that nobody was told to ask: what reaches them went past the proxy. */
let server: http.Server
let udp: dgram.Socket
let reached: string[]

beforeEach(async () => {
  reached = []
  server = http.createServer((request, response) => {
    reached.push(request.url ?? '')
    response.end()
  })
  server.on('connection', () => reached.push('connection'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  udp = dgram.createSocket('udp4', () => reached.push('datagram'))
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve))
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await new Promise<void>((resolve) => udp.close(() => resolve()))
})

const url = 'http://agency.test/'

it('nothing a page tries reaches the network past the proxy', async () => {
  const port = (server.address() as AddressInfo).port
  const udpPort = udp.address().port
  const direct = `http://127.0.0.1:${port}`
  const head = `
    <link rel="prefetch" href="${direct}/prefetch"><link rel="preconnect" href="${direct}/"><link rel="dns-prefetch" href="//outside.test/">
    <link rel="stylesheet" href="${direct}/style.css"><link rel="modulepreload" href="${direct}/module.js">
    <script type="speculationrules">{"prefetch":[{"source":"list","urls":["/rules-prefetch","${direct}/rules"],"eagerness":"immediate"}],
      "prerender":[{"source":"list","urls":["/rules-prerender"],"eagerness":"immediate"}]}</script>`
  const script = `<script>
    const note = (error) => document.body.dataset.error = String(error)
    fetch('${direct}/fetch').catch(note)
    fetch('${direct}/post', { method: 'POST', body: 'x' }).catch(note)
    navigator.sendBeacon('${direct}/beacon', 'x')
    try { new WebSocket('ws://127.0.0.1:${port}/socket') } catch (error) { note(error) }
    try { new WebSocket('ws://localhost:${port}/socket') } catch (error) { note(error) }
    try { new EventSource('${direct}/events') } catch (error) { note(error) }
    try { const t = new WebTransport('https://127.0.0.1:${udpPort}/'); t.ready.catch(note); t.closed.catch(note) } catch (error) { note(error) }
    try {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${udpPort}' }, { urls: 'turn:127.0.0.1:${port}?transport=tcp', username: 'u', credential: 'p' }] })
      peer.createDataChannel('x')
      peer.createOffer().then((offer) => peer.setLocalDescription(offer)).catch(note)
    } catch (error) { note(error) }
    navigator.serviceWorker?.register('/worker.js').catch(note)
    window.open('${direct}/popup')
    const late = new Image(); late.src = '${direct}/late.png'
  </script><a ping="${direct}/ping" href="/next">next</a>
  <iframe title="f" src="${direct}/frame"></iframe><img alt="" src="${direct}/image.png"><img alt="" src="http://localhost:${port}/image.png">
  <video src="${direct}/film.mp4" autoplay></video><object data="${direct}/object"></object>`
  const examined = await examine({ [url]: pageWith(script, head) })
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(reached).toEqual([])
  expect(examined.artifact<AxeArtifact>(url, 'axe').status).toBe('examined')
  const paths = new Set(examined.asked.map((asked) => asked.replace(direct, '')))
  expect([...paths].sort()).toEqual(
    [
      url,
      '/events',
      '/fetch',
      '/frame',
      '/image.png',
      '/late.png',
      '/module.js',
      '/object',
      '/style.css',
      `http://localhost:${port}/image.png`,
    ].sort(),
  )
  const { refused } = examined.artifact<RenderingArtifact>(url, 'rendering')
  expect(refused).toEqual([
    { method: 'POST', url: `${direct}/beacon` },
    { method: 'POST', url: `${direct}/post` },
  ])
})

it('a page over TLS is answered without its server, frames and styles included', async () => {
  const secure = 'https://agency.test:8443/page?a=1'
  const examined = await examine({
    [secure]: pageWith('<iframe title="inner" src="/inner"></iframe>', '<link rel="stylesheet" href="/style.css">'),
    'https://agency.test:8443/inner': pageWith('<img src="x.png">'),
    'https://agency.test:8443/style.css': answerOf('text/css', 'main { color: #999; background: #fff }'),
  })
  const axe = examined.artifact<AxeArtifact>(secure, 'axe')
  expect(axe.groups.map((group) => group.rule)).toEqual(expect.arrayContaining(['color-contrast', 'image-alt']))
  expect(axe.groups.map((group) => group.rule)).not.toContain('frame-tested')
})

it('a stored redirect is replayed as a redirect', async () => {
  const moved = { status: 302, headers: { location: '/real.css' }, body: null }
  const examined = await examine({
    [url]: pageWith('', '<link rel="stylesheet" href="/moved.css">'),
    [`${url}moved.css`]: moved,
    [`${url}real.css`]: answerOf('text/css', 'p { color: #aaa; background: #fff }'),
  })
  expect(examined.asked).toEqual(expect.arrayContaining([url, `${url}moved.css`, `${url}real.css`]))
  expect(examined.artifact<AxeArtifact>(url, 'axe').groups.map((group) => group.rule)).toContain('color-contrast')
})

it('a coding the server used is not claimed for the decoded body, and what is no header is left out', async () => {
  const headers = {
    'content-encoding': 'gzip',
    'transfer-encoding': 'chunked',
    'x-名': '值',
    'x-title': '標題',
    'content-length': '3',
  }
  const css = answerOf('text/css', 'p { color: #aaa; background: #fff }', headers)
  const examined = await examine({
    [url]: pageWith('', '<link rel="stylesheet" href="/style.css">'),
    [`${url}style.css`]: css,
  })
  expect(examined.artifact<AxeArtifact>(url, 'axe').groups.map((group) => group.rule)).toContain('color-contrast')
})

it("the site's own content security policy stays, and keeps no observer out", async () => {
  const policy = { 'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'" }
  const examined = await examine({ [url]: answerOf('text/html', pageWith('<img src="/x.png">'), policy) }, [url])
  expect(examined.asked).toEqual([url])
  expect(examined.artifact<AxeArtifact>(url, 'axe').groups.map((group) => group.rule)).toContain('image-alt')
})
