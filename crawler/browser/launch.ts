import { type Browser, chromium } from 'playwright'
import { browserFlags } from './browser-flags.ts'
import type { BrowserProxy } from './proxy.ts'

/** A running browser, or why there is none. */
export type Launch =
  | { browser: Browser; missing: null; detail: null }
  | { browser: null; missing: 'none-found' | 'failed-to-start'; detail: string }

const launchTimeoutMs = 30_000

/** An interrupted run ends gracefully, browser included; Playwright would end the process. */
const signalsAreOurs = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false }

/** Where Playwright would have put a browser of its own; whether one is there, the caller looks. */
export function ownBrowserPath(): string {
  return chromium.executablePath()
}

/** Starts the browser at that path behind the proxy. A browser that is missing or does not start is a value. */
export async function launchBrowser(executablePath: string | null, proxy: BrowserProxy): Promise<Launch> {
  if (executablePath === null) return { browser: null, missing: 'none-found', detail: 'no browser was found' }
  try {
    // Chromium refuses its sandbox to root; everybody else keeps it.
    const chromiumSandbox = process.getuid?.() !== 0
    const options = { executablePath, args: browserFlags(proxy), chromiumSandbox, timeout: launchTimeoutMs }
    const browser = await chromium.launch({ ...options, ...signalsAreOurs })
    return { browser, missing: null, detail: null }
  } catch (error) {
    return { browser: null, missing: 'failed-to-start', detail: firstLine(error) }
  }
}

/** The first line of what was thrown: Playwright's messages carry a whole call log. */
export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n', 1)[0] ?? ''
}
