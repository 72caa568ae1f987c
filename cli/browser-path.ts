import { existsSync } from 'node:fs'
import { ownBrowserPath } from '../crawler/browser/launch.ts'
import { findBrowser } from '../crawler/find-browser.ts'

/** Path of the browser this machine has, in the order README names; `null` when it has none. */
export function locateBrowser(): string | null {
  return findBrowser(process.env, ownBrowserPath(), existsSync)
}
