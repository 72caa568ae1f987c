import { afterEach, expect, it } from 'vitest'
import { crawlSite, fatesOf } from '../support/crawl-site.ts'
import { loopbackPolicy } from '../support/policy.ts'
import { redirectTo, serve } from '../support/serve.ts'

const open: { close(): unknown }[] = []

afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

it('a page that answers an error page without its cookie is read with it, and nothing of the cookie is kept', async () => {
  const seen: (string | undefined)[] = []
  const outside = await serve({
    '/': (request, response) => {
      seen.push(request.headers.cookie)
      response.end()
    },
  })
  const served = await serve({
    '/': (_request, response) => {
      const cookie = 'session=geheim123; Path=/; HttpOnly'
      response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': cookie })
      response.end(`<title>t</title><a href="/news">n</a><a href="/away">a</a><a href="${outside.origin}/">o</a>`)
    },
    '/away': redirectTo(`${outside.origin}/`),
    '/news': (request, response) => {
      const isKnown = request.headers.cookie === 'session=geheim123'
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end(isKnown ? '<title>news</title>' : '<title>Error</title>')
    },
  })
  open.push(outside, served)
  const snapshot = await crawlSite(served.origin, { policy: loopbackPolicy({ external: 'check' }) })
  open.push(snapshot)
  expect(fatesOf(snapshot)).toMatchObject({ '/news': 'fetched' })
  expect(snapshot.pages().map((page) => page.title)).toContain('news')
  expect(snapshot.pages().map((page) => page.title)).not.toContain('Error')
  expect(seen.filter((cookie) => cookie !== undefined)).toEqual([])
  expect(JSON.stringify([...snapshot.resources()])).not.toMatch(/geheim123|set-cookie/i)
})
