import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium, type Page } from 'playwright'
import type { GeneratedAnswer } from './generator/site.ts'

/**
 * The least that runs axe in a browser, as the measure of what everything around it costs: two pages that are used again and
 * again, axe as a script of every document, its result counted in the page. No proxy, no second look, nothing is kept.
 */
const axe = createRequire(import.meta.url)('axe-core/axe.min.js') as { source: string }

/** Elements and rules of violations and questions; at most three examples a rule travel, as they would for a report. */
const examine = `axe.run(document, { resultTypes: ['violations', 'incomplete'] }).then(({ violations, incomplete }) =>
  [...violations, ...incomplete].map(({ id, nodes }) => ({
    id, count: nodes.length, examples: nodes.slice(0, 3).map(({ target, html }) => ({ target, html: html.slice(0, 500) })),
  })))`

/** Opens every path with two pages at once. Returns how many elements axe named. */
export async function examineBare(
  executablePath: string,
  args: readonly string[],
  answers: ReadonlyMap<string, GeneratedAnswer>,
  paths: readonly string[],
  onPage: (done: number) => void,
): Promise<number> {
  const server = await serve(answers)
  const browser = await chromium.launch({ executablePath, args: [...args] })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const left = paths.map((path) => origin + path)
  const walk = { left, elements: 0, done: 0, onPage }
  await Promise.all([1, 2].map(() => work(browser, walk)))
  await browser.close()
  server.close()
  server.closeAllConnections()
  return walk.elements
}

interface Walk {
  left: string[]
  elements: number
  done: number
  onPage: (done: number) => void
}

async function work(browser: Browser, walk: Walk): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.addInitScript(axe.source)
  for (let url = walk.left.shift(); url !== undefined; url = walk.left.shift()) {
    const elements = await elementsOn(page, url)
    walk.elements += elements
    walk.done += 1
    walk.onPage(walk.done)
  }
}

async function elementsOn(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'load' })
  const rules = await page.evaluate<{ count: number }[]>(examine)
  return rules.reduce((sum, { count }) => sum + count, 0)
}

async function serve(answers: ReadonlyMap<string, GeneratedAnswer>): Promise<Server> {
  const server = createServer(({ url = '/' }, response) => {
    const answer = answers.get(url)
    response.writeHead(answer?.status ?? 404, { 'content-type': answer?.mediaType ?? 'text/html' })
    response.end(answer?.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}
