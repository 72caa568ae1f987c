import { expect, it } from 'vitest'
import { findBrowser } from '../../crawler/find-browser.ts'

const own = '/home/me/.cache/ms-playwright/chrome'
const path = '/usr/local/bin:/usr/bin'

function among(...present: string[]): (path: string) => boolean {
  return (candidate) => present.includes(candidate)
}

it('the browser the operator named comes before all others', () => {
  const environment = { MINGJING_BROWSER: '/opt/chrome', PATH: path }
  expect(findBrowser(environment, own, among('/opt/chrome', own, '/usr/bin/chromium'))).toBe('/opt/chrome')
})

it('a browser named without a folder is looked for on PATH', () => {
  const environment = { MINGJING_BROWSER: 'brave', PATH: path }
  expect(findBrowser(environment, own, among('/usr/bin/brave', own))).toBe('/usr/bin/brave')
})

it('a named browser that is not there is passed over', () => {
  const environment = { MINGJING_BROWSER: '/opt/chrome', PATH: path }
  expect(findBrowser(environment, own, among(own))).toBe(own)
})

it("Playwright's own browser comes before those on PATH, but only when it is there", () => {
  expect(findBrowser({ PATH: path }, own, among(own, '/usr/bin/chromium'))).toBe(own)
  expect(findBrowser({ PATH: path }, own, among('/usr/bin/chromium'))).toBe('/usr/bin/chromium')
})

it('the headless shell comes before Chromium, Chromium before Chrome, wherever they stand on PATH', () => {
  const all = ['/usr/local/bin/google-chrome', '/usr/local/bin/chromium', '/usr/bin/chromium-headless-shell']
  expect(findBrowser({ PATH: path }, null, among(...all))).toBe('/usr/bin/chromium-headless-shell')
  expect(findBrowser({ PATH: path }, null, among(...all.slice(0, 2)))).toBe('/usr/local/bin/chromium')
})

it('a machine without a browser has none', () => {
  expect(findBrowser({ PATH: path }, own, among())).toBeNull()
  expect(findBrowser({}, null, () => true)).toBeNull()
  expect(findBrowser({ PATH: '', MINGJING_BROWSER: '' }, '', () => true)).toBeNull()
})
