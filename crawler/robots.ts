import robotsParser, { type Robot } from 'robots-parser'
import { decodeText } from '../store/decode-text.ts'
import type { Resource } from '../store/model/page.ts'

/** `unreachable`: the file could not be had, which RFC 9309 2.3.1.4 reads as "ask for nothing". */
export type RobotsVerdict = 'allowed' | 'disallowed' | 'unreachable'

/** What one robots.txt says; `null` rules: the file could not be had. */
export interface RobotsFile {
  rules: Robot | null
  /** Seconds between requests; `null` when it asks for none. */
  crawlDelaySeconds: number | null
  /** Absolute URLs as written. */
  sitemaps: readonly string[]
}

/** RFC 9309 2.5: at least this much must be read; more is no rule file. */
const maxBytes = 512 * 1024

/**
 * Reads the answer to a request for robots.txt after RFC 9309: 2xx is read; 4xx, and a redirect that could not be followed,
 * mean that there are no rules; 5xx and network failures mean that nothing may be asked for until it can be had.
 */
export function readRobots(
  resource: Pick<Resource, 'url' | 'outcome'>,
  content: Uint8Array | null,
  userAgent: string,
): RobotsFile {
  const { outcome } = resource
  if (outcome.kind === 'failure' && outcome.code !== 'robots' && !outcome.code.startsWith('redirect'))
    return unreachable
  if (outcome.kind === 'response' && outcome.status >= 500) return unreachable
  const isThere = outcome.kind === 'response' && outcome.status < 300
  const text = isThere && content !== null ? decodeText(content.subarray(0, maxBytes), 'utf-8') : ''
  const rules = robotsParser(resource.url, text)
  const delay = rules.getCrawlDelay(robotsToken(userAgent))
  return {
    rules,
    crawlDelaySeconds: delay !== undefined && delay > 0 ? delay : null,
    sitemaps: rules.getSitemaps(),
  }
}

/** For an origin whose file nobody has asked for because the run was over. */
export const noRobots: RobotsFile = { rules: robotsParser('', ''), crawlDelaySeconds: null, sitemaps: [] }

const unreachable: RobotsFile = { rules: null, crawlDelaySeconds: null, sitemaps: [] }

/** Whether a file lets a URL of its own origin be asked for by this user agent. */
export function robotsVerdict(file: RobotsFile, url: string, userAgent: string): RobotsVerdict {
  if (file.rules === null) return 'unreachable'
  return file.rules.isDisallowed(url, robotsToken(userAgent)) === true ? 'disallowed' : 'allowed'
}

/** The product name robots.txt groups are matched with: the one in `compatible; Name/1`, else the first. */
export function robotsToken(userAgent: string): string {
  return /compatible;\s*([\w-]+)/i.exec(userAgent)?.[1] ?? /^[\w-]+/.exec(userAgent.trim())?.[0] ?? '*'
}

/** The robots.txt files of a run, each had once per origin. */
export class RobotsFiles {
  readonly #read: (url: string) => Promise<RobotsFile>
  readonly #files = new Map<string, Promise<RobotsFile>>()

  /** `read` gets the file at a URL. */
  constructor(read: (url: string) => Promise<RobotsFile>) {
    this.#read = read
  }

  /** The file that rules over a URL. */
  of(url: string): Promise<RobotsFile> {
    const address = new URL('/robots.txt', url).href
    const known = this.#files.get(address)
    if (known !== undefined) return known
    const file = this.#read(address)
    this.#files.set(address, file)
    return file
  }
}
