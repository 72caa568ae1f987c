import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../crawler/find-browser.ts'
import { render } from '../../reports/render.ts'
import { fixtureBodies, fixtureNames, fixtureReport } from './fixture-reports.ts'

/** Where to leave pictures of every page, for people to look at; unset: nowhere. */
const picturesFolder = process.env['MINGJING_PICTURES']
const folder = mkdtempSync(join(tmpdir(), 'mingjing-report-'))
let browser: Browser

async function writeReport(name: (typeof fixtureNames)[number]): Promise<string[]> {
  const pages: string[] = []
  for await (const { path, mediaType, content } of render(fixtureReport(name), fixtureBodies, 'html')) {
    const file = join(folder, name, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
    if (mediaType === 'text/html') pages.push(path)
  }
  return pages
}

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findBrowser(process.env, null, existsSync) ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
})

afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

/** What the pages of a report do that they must not, as it happens. */
function faultsOf(page: Page): string[] {
  const faults: string[] = []
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => faults.push(message.text()))
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) faults.push(`request: ${request.url()}`)
  })
  return faults
}

/** Opens a page of a report from disk. */
async function open(page: Page, name: string, path: string): Promise<void> {
  await page.goto(pathToFileURL(join(folder, name, path)).href)
}

async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** Tables that scroll sideways, and cells that are seen without the name of their column. */
async function tableFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = [...document.querySelectorAll('.scroll')].filter((one) => one.scrollWidth > one.clientWidth)
    const cells = [...document.querySelectorAll('td:not(.blank)')]
    const nameless = cells.filter((cell) => getComputedStyle(cell, '::before').content === 'none')
    return [...wide, ...nameless].map((one) => one.outerHTML.slice(0, 200))
  })
}

/** Axe's findings with every `details` open, as rule and selectors. */
async function violations(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  await page.evaluate(axe.source)
  return page.evaluate(async (only) => {
    const options = { preload: false, ...(only && { runOnly: only }) }
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(options)
    return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(' ')}`))
  }, rules)
}

async function picture(page: Page, name: string, path: string, kind: string): Promise<void> {
  if (picturesFolder === undefined) return
  const file = `${name}-${path.replaceAll('/', '-').replace('.html', '')}-${kind}.png`
  await page.screenshot({ path: join(picturesFolder, file), fullPage: true })
}

const screens = [
  { kind: 'desk', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { kind: 'phone', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  { kind: 'dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
] as const

describe.each(fixtureNames)('the %s report', (name) => {
  it.each(screens)(
    'fits on a $kind screen, passes the accessibility check and does nothing of its own',
    async (screen) => {
      const { kind, ...settings } = screen
      const context = await browser.newContext({ ...settings, bypassCSP: true })
      // One page for all: opening another for each takes twice as long.
      const page = await context.newPage()
      const faults = faultsOf(page)
      for (const path of await writeReport(name)) {
        await open(page, name, path)
        await picture(page, name, path, kind)
        expect(await overflow(page), `${path} is wider than the screen`).toBeLessThanOrEqual(0)
        if (kind === 'phone') expect(await tableFaults(page), path).toEqual([])
        expect(await violations(page, kind === 'dark' ? ['color-contrast'] : undefined), path).toEqual([])
        expect(await overflow(page), `${path} with everything open is wider than the screen`).toBeLessThanOrEqual(0)
        expect(faults, path).toEqual([])
      }
      await context.close()
    },
  )

  it('shows its own styles and pictures under its own content security policy', async () => {
    const page = await browser.newPage()
    const faults = faultsOf(page)
    for (const path of await writeReport(name)) {
      await open(page, name, path)
      expect(faults, path).toEqual([])
      expect(await page.evaluate(() => getComputedStyle(document.body).maxWidth), path).toBe('1216px')
      const blank = await page.evaluate(() => [...document.images].filter((image) => image.naturalWidth === 0).length)
      expect(blank, path).toBe(0)
    }
    await page.close()
  })
})

it('the accessibility check itself finds a picture without words and grey on white', async () => {
  const page = await browser.newPage()
  await page.setContent(
    '<html lang="zh"><title>x</title><main><h1>x</h1><img src="x"><p style="color:#aaa">看不清楚的字</p></main>',
  )
  expect(await violations(page)).toEqual(expect.arrayContaining(['image-alt: img', 'color-contrast: p']))
  expect(await violations(page, ['color-contrast'])).toEqual(['color-contrast: p'])
  await page.close()
})
